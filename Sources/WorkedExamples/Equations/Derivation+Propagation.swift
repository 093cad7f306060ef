// The derivations that equations are taken from, each made once: those of propagation, which are the
// same for every network, and those of its functions.

import Cores
import Deriving
import NetworkModel

extension Derivation {
  /// A derivation that no cost, hypothesis or activation goes into.
  enum Propagation {
    case forward, activationGradient, hiddenError, weight, bias, weightOfExample, biasOfExample
  }

  /// The derivation, made when it is first asked for.
  static func propagation(_ which: Propagation) throws(DerivingError) -> Derivation {
    switch which {
    case .forward: try forward.get()
    case .activationGradient: try activationGradientDerivation.get()
    case .hiddenError: try hiddenErrorDerivation.get()
    case .weight: try weight.get()
    case .bias: try bias.get()
    case .weightOfExample: try weightOfExample.get()
    case .biasOfExample: try biasOfExample.get()
    }
  }

  private typealias Made = Result<Derivation, DerivingError>

  private static let forward = Made { () throws(DerivingError) in
    try Derivation.forward(isBatch: false)
  }
  private static let activationGradientDerivation = Made { () throws(DerivingError) in
    try activationGradient()
  }
  private static let hiddenErrorDerivation = Made { () throws(DerivingError) in
    try hiddenError()
  }
  private static let weight = Made { () throws(DerivingError) in try weightGradient() }
  private static let bias = Made { () throws(DerivingError) in try biasGradient() }
  private static let weightOfExample = Made { () throws(DerivingError) in
    try weightGradient(isBatch: false)
  }
  private static let biasOfExample = Made { () throws(DerivingError) in
    try biasGradient(isBatch: false)
  }
}

extension Derivation {
  private struct Pair: Hashable {
    let cost: Cost
    let hypothesis: Hypothesis
  }

  private static let pairs = Memo<Pair, Made>()
  private static let slopes = Memo<Activation, Made>()
  private static let penaltySlopes = Memo<Penalty, Made>()

  /// The derivation of δ^(L) for a pair, made when it is first asked for.
  static func known(_ cost: Cost, _ hypothesis: Hypothesis) throws(DerivingError) -> Derivation {
    let made = pairs.value(for: Pair(cost: cost, hypothesis: hypothesis)) {
      Made { () throws(DerivingError) in try pair(cost, hypothesis) }
    }
    return try made.get()
  }

  /// The derivation of g′, made when it is first asked for.
  static func knownSlope(of activation: Activation) throws(DerivingError) -> Derivation {
    let made = slopes.value(for: activation) {
      Made { () throws(DerivingError) in try slope(of: activation) }
    }
    return try made.get()
  }

  /// The derivation of ∂Ω/∂w_ij, made when it is first asked for.
  static func knownSlope(of penalty: Penalty) throws(DerivingError) -> Derivation {
    let made = penaltySlopes.value(for: penalty) {
      Made { () throws(DerivingError) in try Derivation.penalty("slope", penalty) }
    }
    return try made.get()
  }
}
