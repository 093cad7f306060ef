// Softmax of a whole batch: BP1 in O(K M) for every cost, without the K × K Jacobian of each example.

import NetworkModel
import Notation
import Numbers

extension OutputArrays {
  /// h, 1 − h, log h, and log(1 − h) where the cost depends on it.
  mutating func setSoftmax(_ Z: Matrix<Number>) {
    var (h, complement, logarithm) = (Z.entries, Z.entries, Z.entries)
    Number.softmax(
      outputs: size.rows, examples: size.columns, Z.entries, &h, &complement, &logarithm)
    letters[OutputProgram.h] = .elements(h)
    if program.complementSlot >= 0 { letters[program.complementSlot] = .elements(complement) }
    if program.logarithmSlot >= 0 { letters[program.logarithmSlot] = .elements(logarithm) }
    guard program.partNames.contains(.log(1 - .hk)) else { return }

    let negative = h.map { -$0 }
    var others = negative
    Number.apply(.logOnePlus, others.count, negative, &others)
    dominant = (0..<size.columns).map { DominantOutput($0, h, Z) }
    for (m, output) in dominant.enumerated() {
      guard let output else { continue }
      others[output.k * size.columns + m] = output.otherLogarithm
    }
    letters[program.otherLogarithmSlot] = .elements(others)
  }

  /// Σ over the parts and outputs i of ∂term/∂part_i ∂part_i/∂Z, with s_i = ∂term/∂part_i:
  ///
  ///     h_i:          δ_k = s_k h_k (1 − h_k) − h_k Σ_{i≠k} s_i h_i
  ///     log h_i:      δ_k = s_k (1 − h_k) − h_k Σ_{i≠k} s_i
  ///     log(1 − h_i): δ_k = h_k Σ_{i≠k} s_i h_i / (1 − h_i) − s_k h_k
  var softmaxError: Matrix<Number>? {
    guard let h = hypothesis, let complement = quantity(program.complementSlot) else { return nil }
    var Δ: Matrix<Number>?
    for (name, part) in zip(program.partNames, program.parts) {
      guard let s = values(part.slope) else { return nil }
      let own: Matrix<Number>
      switch name {
      case .hk: own = s ⊙ h ⊙ complement - h ⊙ sumsOfOthers(s ⊙ h)
      case .log(.hk): own = s ⊙ complement - h ⊙ sumsOfOthers(s)
      case .log(1 - .hk): own = otherLogarithmError(s, h, complement)
      default: return nil
      }
      Δ = Δ.map { $0 + own } ?? own
    }
    return Δ
  }

  /// The part of log(1 − h). Of the output p with h_p > ½, 1 − h_p can be 0:
  ///
  ///     h_k h_p / (1 − h_p) = h_p w_k,   w = softmax of all outputs but p
  private func otherLogarithmError(
    _ s: Matrix<Number>, _ h: Matrix<Number>, _ complement: Matrix<Number>
  ) -> Matrix<Number> {
    let M = size.columns
    var ratios = Matrix.combine(s ⊙ h, complement) { $0 / $1 }
    for (m, output) in dominant.enumerated() {
      if let p = output?.k { ratios[p + 1, m + 1] = .zero }
    }
    var Δ = h ⊙ sumsOfOthers(ratios) - s ⊙ h
    for (m, output) in dominant.enumerated() {
      guard let output else { continue }
      let p = output.k * M + m
      for (k, share) in output.otherShares.enumerated() where k != output.k {
        Δ.entries[k * M + m] = Δ.entries[k * M + m] + s.entries[p] * h.entries[p] * share
      }
    }
    return Δ
  }

  /// Σ_{i≠k} s_i: what comes before k and what comes behind it. All of them less s_k would cancel.
  private func sumsOfOthers(_ s: Matrix<Number>) -> Matrix<Number> {
    let (K, M) = size
    var others = Matrix<Number>(rows: K, columns: M)
    for k in stride(from: K - 1, through: 1, by: -1) {
      for m in 1...M { others[k, m] = others[k + 1, m] + s[k + 1, m] }
    }
    var before = Array(repeating: Number.zero, count: M)
    for k in 1...K {
      for m in 1...M {
        others[k, m] = before[m - 1] + others[k, m]
        before[m - 1] = before[m - 1] + s[k, m]
      }
    }
    return others
  }
}

/// The output k of an example, from 0, with h_k > ½: what 1 − h_k is too small to tell.
struct DominantOutput<Number: KernelNumber> {
  let k: Int
  /// e^(z_i − z_k) / Σ_{j≠k} e^(z_j − z_k); 0 for k itself.
  let otherShares: [Number]
  /// log(1 − h_k) = t − log(1 + e^t),   t = log Σ_{i≠k} e^(z_i − z_k)
  let otherLogarithm: Number

  /// `nil` where no output of example m is above ½, or there is only one.
  init?(_ m: Int, _ h: [Number], _ Z: Matrix<Number>) {
    let (K, M) = (Z.rows, Z.columns)
    guard K > 1, let k = (0..<K).first(where: { h[$0 * M + m].real > 0.5 }) else { return nil }
    self.k = k
    let others = (0..<K).filter { $0 != k }
    func z(_ i: Int) -> Number { Z.entries[i * M + m] }
    // The largest is taken out of the exponents.
    let q = others.max { z($0).real < z($1).real }!
    var shares = Array(repeating: Number.zero, count: K)
    var sum = Number.zero
    for i in others {
      shares[i] = i == q ? .one : .exp(z(i) - z(q))
      sum = sum + shares[i]
    }
    otherShares = shares.map { $0 / sum }
    let t = (z(q) - z(k)) + .log(sum)
    otherLogarithm = t - .logOnePlus(.exp(t))
  }
}
