// The derivations of propagation, which are the same for every network: each is made once.

import Deriving

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
