// Error bounds of the kernels' values.

import NetworkModel
import Notation
import Numbers

extension Bounded: KernelNumber {
  static func write(_ product: MatrixProduct<Bounded>, to result: inout Matrix<Bounded>) {
    result = product.bounded()
  }

  static func apply(
    _ function: ElementaryFunction, _ count: Int, _ x: UnsafePointer<Bounded>,
    _ y: UnsafeMutablePointer<Bounded>
  ) {
    var values = (0..<count).map { x[$0].value }
    values.withUnsafeMutableBufferPointer { values in
      guard let first = values.baseAddress else { return }
      Double.apply(function, count, first, first)
    }
    for (position, value) in values.enumerated() {
      y[position] =
        switch function {
        case .exp: .exp(x[position], computed: value)
        case .log: .log(x[position], computed: value)
        case .expMinusOne: .expMinusOne(x[position], computed: value)
        case .logOnePlus: .logOnePlus(x[position], computed: value)
        case .tanh: .tanh(x[position], computed: value)
        }
    }
  }

  /// The values of the kernel, and its three units in the last place with what the errors of z do:
  ///
  ///     d log h_k = (1 − h_k) dz_k − Σ_{i≠k} h_i dz_i
  ///     dh_k = h_k d log h_k
  static func softmax(
    outputs: Int, examples: Int, _ z: UnsafePointer<Bounded>, _ h: UnsafeMutablePointer<Bounded>,
    _ complement: UnsafeMutablePointer<Bounded>, _ logarithm: UnsafeMutablePointer<Bounded>
  ) {
    let count = outputs * examples
    let values = (0..<count).map { z[$0].value }
    var (p, q, r) = (values, values, values)
    Double.softmax(outputs: outputs, examples: examples, values, &p, &q, &r)
    for m in 0..<examples {
      let column = (0..<outputs).map { $0 * examples + m }
      for k in column {
        var moved = q[k] * z[k].error
        for i in column where i != k { moved += p[i] * z[i].error }
        h[k] = Bounded(p[k], error: p[k] * moved + 1.5 * twoUnits(p[k]))
        complement[k] = Bounded(q[k], error: p[k] * moved + 1.5 * twoUnits(q[k]))
        logarithm[k] = Bounded(r[k], error: moved + 1.5 * twoUnits(r[k]))
      }
    }
  }
}
