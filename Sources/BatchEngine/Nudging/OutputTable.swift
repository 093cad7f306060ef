// The outputs at the point that is nudged, example by example.

import NetworkModel
import Numbers

/// What changes of the output layer need, example by example: y, h, and for softmax 1 − h and log h.
struct OutputTable: Sendable {
  /// K numbers an example.
  let targets: [Double]
  let outputs: [Double]
  let complements: [Double]
  let logarithms: [Double]
  /// Σ_k y_k of each example.
  let totals: [Double]
  /// k − 1 of the largest output of each example. Changes of softmax are taken relative to its z: where
  /// h_k is 1 but for rounding, all that is left of them are the other outputs'.
  let likeliest: [Int32]
  /// What the outputs would be without that one, which itself is 0 here: h_k / (1 − h_p), also where
  /// 1 − h_p is too small for a number.
  let others: [Double]

  init(_ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>) {
    let (K, M, L) = (engine.network.outputs, engine.batch.count, engine.L)
    func transposed(_ matrix: Matrix<Double>) -> [Double] {
      (0..<M).flatMap { m in (0..<K).map { matrix.entries[$0 * M + m] } }
    }
    targets = transposed(engine.Y)
    totals = (0..<M).map { [targets] m in targets[m * K..<(m + 1) * K].reduce(0, +) }
    guard !engine.h.isElementwise else {
      outputs = transposed(pass.activation[L])
      (complements, logarithms, likeliest, others) = ([], [], [], [])
      return
    }
    let Z = transposed(pass.weightedInput[L])
    var all: [Double] = []
    var (complements, logarithms) = (all, all)
    for m in 0..<M {
      let z = Array(Z[m * K..<(m + 1) * K])
      var (h, complement, logarithm) = (z, z, z)
      softmax(of: z, outputs: &h, complements: &complement, logarithms: &logarithm)
      all += h
      complements += complement
      logarithms += logarithm
    }
    outputs = all
    (self.complements, self.logarithms) = (complements, logarithms)
    let likeliest = (0..<M).map { m in
      (0..<K).max { all[m * K + $0] < all[m * K + $1] } ?? 0
    }
    self.likeliest = likeliest.map(Int32.init)
    others = (0..<M).flatMap { m in
      Self.shares(Array(Z[m * K..<(m + 1) * K]), without: likeliest[m])
    }
  }

  private static func shares(_ z: [Double], without p: Int) -> [Double] {
    let largest = z.indices.reduce(-.infinity) { $1 == p ? $0 : max($0, z[$1]) }
    let e = z.indices.map { $0 == p ? 0 : Double.exp(z[$0] - largest) }
    let sum = e.reduce(0, +)
    return e.map { sum > 0 ? $0 / sum : 0 }
  }
}
