// What the numbers said about a line.

/// One check of one line, on every network of the derivation and for every value of its indices.
public struct LineCheck: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Equal to the line before it.
    case link
    /// Equal to the derivative that differences measure.
    case measured
    /// A condition's counterexample breaks the line.
    case condition
    /// The substeps, replayed rule by rule, give the line.
    case replay
  }
  public let kind: Kind
  public let passed: Bool
  /// The largest difference, relative to the larger side (or to 10⁻³ where both are smaller).
  public let largestDifference: Double
  /// What it may be: 10⁻¹² for a link; for a measurement the bound there, as large as it came.
  public let limit: Double
  /// In how many places the two sides were compared.
  public let places: Int
}

/// A derivation and what the numbers said about each of its lines.
public struct CheckedDerivation: Sendable {
  public let derivation: Derivation
  /// By line.
  public let checks: [String: [LineCheck]]

  public init(_ derivation: Derivation, checks: [String: [LineCheck]]) {
    self.derivation = derivation
    self.checks = checks
  }

  public var passed: Bool { checks.values.joined().allSatisfy(\.passed) }
  public var lineCount: Int { derivation.lines.count }
  public var checkCount: Int { checks.values.reduce(0) { $0 + $1.count } }
}
