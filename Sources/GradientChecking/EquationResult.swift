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
