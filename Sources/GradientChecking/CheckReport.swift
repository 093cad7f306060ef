// What a check finds.

public import NetworkModel

/// The result of a check, as values; `Reporting` turns it into text.
public struct CheckReport: Sendable {
  public let network: Network
  public let batch: Batch
  public let verdict: Verdict
  /// J.
  public let cost: Double
  /// The name of the scheme that was asked for.
  public let scheme: String
  /// Every measured parameter.
  public let parameters: [Comparison]
  /// Every measured weighted input: δ.
  public let errors: [Comparison]
  /// How many parameters the network has.
  public let total: Int
  /// The seed of the sample, where only some parameters were measured.
  public let seed: UInt64?
  /// An additive error of this size in any one parameter that is called right would have been found;
  /// `nil` where none is.
  public let smallestDetectableError: Double?
  public let equations: [EquationResult]
  public let warnings: [Warning]
  public let selfTest: SelfTest

  public init(
    network: Network, batch: Batch, verdict: Verdict, cost: Double, scheme: String,
    parameters: [Comparison], errors: [Comparison], total: Int, seed: UInt64?,
    smallestDetectableError: Double?, equations: [EquationResult], warnings: [Warning],
    selfTest: SelfTest
  ) {
    self.network = network
    self.batch = batch
    self.verdict = verdict
    self.cost = cost
    self.scheme = scheme
    self.parameters = parameters
    self.errors = errors
    self.total = total
    self.seed = seed
    self.smallestDetectableError = smallestDetectableError
    self.equations = equations
    self.warnings = warnings
    self.selfTest = selfTest
  }

  /// The comparison that is nearest to its bound, or beyond it.
  public var worst: Comparison? {
    var worst: (position: Int, rank: (Int, Double))?
    for position in parameters.indices {
      let rank = rank(parameters[position])
      if worst.map({ $0.rank < rank }) ?? true { worst = (position, rank) }
    }
    return worst.map { parameters[$0.position] }
  }

  private func rank(_ comparison: Comparison) -> (Int, Double) {
    let verdict =
      switch comparison.verdict {
      case .right: 0
      case .cannotTell: 1
      case .wrong: 2
      }
    let ratio = comparison.difference == 0 ? 0 : comparison.difference / comparison.bound
    return (verdict, ratio.isNaN ? .infinity : ratio)
  }

  /// The parameters that the check cannot tell anything about.
  public var unknown: [Comparison] { parameters.filter { $0.verdict == .cannotTell } }
}
