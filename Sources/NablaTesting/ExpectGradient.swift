// An expectation of Swift Testing: the gradient of any function is what it is claimed to be.

public import Nabla
public import Testing

/// Expects that a function's gradient at a point is the claimed one.
///
///     expectGradient(of: { x in x[0] * x[0] * x[1] }, is: [12, 4], at: [2, 3])
///
/// Nothing is known of the function but its values: every slope is measured from these, with steps
/// and error bounds of its own. A claim that is wrong fails the test; where the values cannot tell,
/// at a kink say, the test passes with a warning that says why. A function that has state, or a claim
/// that is no list of numbers, fails.
///
/// - Returns: what was measured, entry by entry.
/// - Complexity: about 45 calls of the function for each of its numbers, 400 for each that stands at a
///   kink, and 60 besides.
@discardableResult
public func expectGradient(
  of function: @escaping ([Double]) -> Double, is claimed: [Double], at point: [Double],
  sourceLocation: SourceLocation = #_sourceLocation
) -> FunctionReport {
  let report = FunctionCheck(of: function, is: claimed, at: point).run()
  report.record(sourceLocation)
  return report
}

/// Expects that the derivative of a function of one number is the claimed one.
///
///     expectGradient(of: { x in x * x * x }, is: 12, at: 2)
@discardableResult
public func expectGradient(
  of function: @escaping (Double) -> Double, is claimed: Double, at point: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) -> FunctionReport {
  expectGradient(
    of: { x in function(x[0]) }, is: [claimed], at: [point], sourceLocation: sourceLocation)
}

extension FunctionReport {
  /// Tells Swift Testing of what is not right.
  fileprivate func record(_ sourceLocation: SourceLocation) {
    if !selfTest.passed {
      Issue.record("\(selfTestWords)", sourceLocation: sourceLocation)
    } else if verdict == .wrong || trouble != nil {
      Issue.record("\(text)", sourceLocation: sourceLocation)
    } else if verdict == .cannotTell {
      Issue.record("\(text)", severity: .warning, sourceLocation: sourceLocation)
    }
  }
}
