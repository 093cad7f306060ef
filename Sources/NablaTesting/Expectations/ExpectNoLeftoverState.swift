// The expectation: nothing is left over from one call to the next.

import Nabla
public import Testing

/// Expects that a second call with the same numbers gives the same, that a call for another network in
/// between changes nothing, and that the numbers that are handed over are left as they are.
///
/// The network in between has the probe's functions and more nodes. What is thrown for it is not looked
/// at: somebody's code may be for networks of one shape only.
///
/// Sums that are kept in a variable outside the function and not set back to 0 are the usual reason.
public func expectNoLeftoverState(
  in student: some BackpropUnderTest, at probe: Probe = .standard, reveal: Reveal = .worstEntry,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let finding = LeftoverCheck(student: student, probe: probe).run(),
    let text = FindingText(probe: probe, reveal: reveal).text(finding)
  else { return }
  Issue.record(
    Comment(rawValue: text.text), severity: finding.severity ?? .error,
    sourceLocation: sourceLocation)
}
