// How exact somebody's numbers can be.

/// The number type that a claim was computed in, or the digits that it was written with.
public enum ClaimPrecision: Hashable, Sendable {
  /// Double precision, all digits.
  case double
  /// Single precision, `float32`.
  case single
  /// Written with at most so many significant digits, and at most so many decimals behind the point:
  /// a number x = d.ddd · 10^e is known to ½ · 10^max(−decimals, e − significant + 1).
  case written(significant: Int, decimals: Int)
}
