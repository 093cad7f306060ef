// What the check of a claim finds.

public import GradientChecking
public import NetworkModel

/// The result of checking somebody's gradients, as values; `Reporting` turns it into text.
public struct ClaimReport: Sendable {
  /// The measurement: both engines' gradients checked, with the self-test.
  public let check: CheckReport
  /// The claim as it was read.
  public let claim: Claim
  /// What `weights` and `biases` of the claim are; δ and the cost do not decide it.
  public let verdict: Verdict
  /// Every measured parameter: what was claimed beside it.
  public let parameters: [Comparison]
  /// The claimed cost beside J, where one is claimed.
  public let cost: ClaimedCost?
  /// Each equation, fed with what was claimed for the layer above where δ is claimed; else as far as
  /// the gradients tell them apart.
  public let equations: [EquationResult]
  /// Where the claim is wrong: which mistakes give it.
  public let diagnosis: Diagnosis?
  public let warnings: [ClaimWarning]

  public init(
    check: CheckReport, claim: Claim, verdict: Verdict, parameters: [Comparison],
    cost: ClaimedCost?, equations: [EquationResult], diagnosis: Diagnosis?,
    warnings: [ClaimWarning]
  ) {
    self.check = check
    self.claim = claim
    self.verdict = verdict
    self.parameters = parameters
    self.cost = cost
    self.equations = equations
    self.diagnosis = diagnosis
    self.warnings = warnings
  }
}

/// A claimed cost beside J.
public struct ClaimedCost: Sendable {
  public let claimed: Double
  /// J, by the written equations.
  public let expected: Double
  public let bound: Double
  public let verdict: Verdict
  /// What explains a wrong one.
  public let explanation: Explanation?
  /// Another cost of the list that has the claimed value here, whatever else explains it.
  public let otherCost: Cost?

  public enum Explanation: Hashable, Sendable {
    /// J times a factor: 2, ½, M, 1/M.
    case factor(Double)
    /// Another cost of the list.
    case otherCost(Cost)
    /// J without the penalty.
    case penaltyMissing
    /// J with every W^(ℓ) transposed, where all are square.
    case weightsTransposed
  }

  public init(
    claimed: Double, expected: Double, bound: Double, verdict: Verdict, explanation: Explanation?,
    otherCost: Cost? = nil
  ) {
    self.claimed = claimed
    self.expected = expected
    self.bound = bound
    self.verdict = verdict
    self.explanation = explanation
    self.otherCost = otherCost
  }
}

/// What somebody should know of a claim that is right all the same, or besides.
public enum ClaimWarning: Hashable, Sendable {
  /// δ is claimed without 1/M, as V, R, N and S write it.
  case errorsNotAveraged(examples: Int)
  /// The numbers are of single precision.
  case singlePrecision(largestBound: Double)
  /// The numbers are written with few digits.
  case fewDigits(significant: Int, decimals: Int, largestBound: Double)
  /// Read in another layout.
  case reading(ClaimReading)
  /// The claim takes other sides at kinks than the network file's convention.
  case otherSides(first: Kink, count: Int)
  /// Some claimed δ are wrong although the gradients are right.
  case errorsWrong(layers: [Int])
  /// The claimed cost is not J although the gradients are right.
  case costWrong
}
