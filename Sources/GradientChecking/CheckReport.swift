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
    parameters.max { rank($0) < rank($1) }
  }

  private func rank(_ comparison: Comparison) -> (Int, Double) {
    let verdicts: [Verdict: Int] = [.right: 0, .cannotTell: 1, .wrong: 2]
    let ratio = comparison.difference == 0 ? 0 : comparison.difference / comparison.bound
    return (verdicts[comparison.verdict] ?? 0, ratio.isNaN ? .infinity : ratio)
  }

  /// The parameters that the check cannot tell anything about.
  public var unknown: [Comparison] { parameters.filter { $0.verdict == .cannotTell } }
}

private func < (a: (Int, Double), b: (Int, Double)) -> Bool {
  a.0 != b.0 ? a.0 < b.0 : a.1 < b.1
}

/// An equation of the notes, at one layer, on its own.
public struct EquationResult: Sendable {
  public enum Equation: String, Sendable, CaseIterable {
    case FP, BP1, BP2, BP3, BP4
  }

  public let equation: Equation
  public let layer: Int
  public let verdict: Verdict
  /// Between the engines, each given the same right side: the largest difference, where it is, and in
  /// units of the last place of the larger value there.
  public let largestDifference: Double
  public let place: Coordinate?
  public let ulps: Double
  /// The name of the engine that is wrong, where one is.
  public let wrongEngine: String?

  public init(
    equation: Equation, layer: Int, verdict: Verdict, largestDifference: Double,
    place: Coordinate?, ulps: Double, wrongEngine: String?
  ) {
    self.equation = equation
    self.layer = layer
    self.verdict = verdict
    self.largestDifference = largestDifference
    self.place = place
    self.ulps = ulps
    self.wrongEngine = wrongEngine
  }
}

/// What the planted error showed.
public struct SelfTest: Sendable {
  /// The size of the error that was planted.
  public let planted: Double
  /// How many plants there were, and how many were caught.
  public let plants: Int
  public let caught: Int
  /// Where one was not caught.
  public let missed: Coordinate?

  public init(planted: Double, plants: Int, caught: Int, missed: Coordinate?) {
    self.planted = planted
    self.plants = plants
    self.caught = caught
    self.missed = missed
  }

  public var passed: Bool { caught == plants }
}
