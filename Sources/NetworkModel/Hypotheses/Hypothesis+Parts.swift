// How the parts of an output that a cost may use depend on it.

import Notation

extension Hypothesis {
  /// The derivatives of h, log h or log(1 − h); of a logarithm without one of its own by the chain
  /// rule.
  func jacobian(of part: Expression) -> Jacobian {
    if let own = jacobians[part] { return own }
    guard let h = jacobians[.hk] else { preconditionFailure("\(name) has no derivative") }
    let outer = Self.outputSlope(of: part)
    return Jacobian(
      diagonal: outer * h.diagonal,
      offDiagonal: h.offDiagonal.map { outer.replacing([.hk: .hi]) * $0 })
  }

  /// ∂ part_k / ∂ h_k.
  static func outputSlope(of part: Expression) -> Expression {
    switch part {
    case .hk: 1
    case .log(.hk): 1 / .hk
    case .log(1 - .hk): -(1 / (1 - .hk))
    default: preconditionFailure("a cost depends on h, log h and log(1 − h), not on \(part)")
    }
  }
}
