// What a check of any function's gradient finds.

/// The verdict on a claimed gradient of a function, entry by entry.
public struct FunctionReport: Sendable {
  /// Where the function was differentiated.
  public let point: [Double]
  /// The function there.
  public let value: Double
  public let verdict: Verdict
  /// One for each entry of the point, in its order; none where something keeps the check from
  /// measuring.
  public let entries: [FunctionEntry]
  /// What keeps the check from measuring.
  public let trouble: FunctionTrouble?
  /// A bound on how far a value of the function is from the smooth function that it computes:
  /// roundings, or whatever else makes it rough.
  public let noise: Double
  /// What planted errors showed of the check itself.
  public let selfTest: SelfTest
  /// How often the function was called.
  public let calls: Int

  public init(
    point: [Double], value: Double, verdict: Verdict, entries: [FunctionEntry] = [],
    trouble: FunctionTrouble? = nil, noise: Double = 0,
    selfTest: SelfTest = SelfTest(planted: 0, plants: 0, caught: 0, missed: nil), calls: Int = 0
  ) {
    self.point = point
    self.value = value
    self.verdict = verdict
    self.entries = entries
    self.trouble = trouble
    self.noise = noise
    self.selfTest = selfTest
    self.calls = calls
  }

  /// An additive error of this size in any one entry that is right would have been found.
  public var smallestDetectableError: Double? {
    entries.lazy.filter { $0.verdict == .right }.map(\.detectable).max()
  }
}

/// One entry of a claimed gradient beside the measured slope.
public struct FunctionEntry: Sendable {
  /// Which number of the point, counted from 0 as arrays are.
  public let index: Int
  public let comparison: Comparison
  /// An additive error of this size would have been found.
  public let detectable: Double
  /// The slopes on both sides, where they differ: there is no derivative.
  public let kink: FunctionKink?
  /// The only side on which the function is defined, where it is the edge of its domain.
  public let side: FunctionSide?

  public var verdict: Verdict { comparison.verdict }

  public init(
    index: Int, comparison: Comparison, detectable: Double? = nil, kink: FunctionKink? = nil,
    side: FunctionSide? = nil
  ) {
    self.index = index
    self.comparison = comparison
    self.detectable = detectable ?? comparison.detectable
    self.kink = kink
    self.side = side
  }
}

/// A point at which the slopes to the left and to the right differ.
public struct FunctionKink: Hashable, Sendable {
  /// D⁻ and D⁺.
  public let left: Double
  public let right: Double

  public init(left: Double, right: Double) {
    self.left = left
    self.right = right
  }

  /// Whether a claim is a slope that lies between both, as a subgradient does.
  public func admits(_ claimed: Double) -> Bool {
    min(left, right) <= claimed && claimed <= max(left, right)
  }
}

/// A side of a number.
public enum FunctionSide: String, Sendable {
  case left, right

  /// −1 and 1.
  var sign: Double { self == .left ? -1 : 1 }
}

/// What keeps a check from measuring a function.
public enum FunctionTrouble: Hashable, Sendable {
  /// The claim has not as many numbers as the point.
  case counts(claimed: Int, point: Int)
  case claimNotFinite(index: Int, value: Double)
  case pointNotFinite(index: Int, value: Double)
  case valueNotFinite(Double)
  /// Two calls with the same numbers gave different values.
  case notRepeatable(first: Double, second: Double)

  /// A claim with too few or too many numbers is wrong; about the rest, nothing is known.
  var verdict: Verdict {
    if case .counts = self { return .wrong }
    return .cannotTell
  }
}
