// What the test of one equation finds.

public import NetworkModel

/// An equation of the notes, at one layer, on its own.
public struct EquationResult: Sendable {
  public enum Equation: String, Sendable, CaseIterable {
    case FP, BP1, BP2, BP3, BP4
  }

  public let equation: Equation
  public let layer: Int
  public let verdict: Verdict
  /// Between the engines, or a claim and what the equation gives, each given the same right side: the largest difference, where it is, and in
  /// units of the last place of the larger value there.
  public let largestDifference: Double
  public let place: Coordinate?
  public let ulps: Double
  /// Of somebody's claim: how far a right number of its precision may be off there.
  public let bound: Double?
  /// The name of the engine that is wrong, where one is.
  public let wrongEngine: String?

  public init(
    equation: Equation, layer: Int, verdict: Verdict, largestDifference: Double,
    place: Coordinate?, ulps: Double, bound: Double? = nil, wrongEngine: String?
  ) {
    self.equation = equation
    self.layer = layer
    self.verdict = verdict
    self.largestDifference = largestDifference
    self.place = place
    self.ulps = ulps
    self.bound = bound
    self.wrongEngine = wrongEngine
  }
}
