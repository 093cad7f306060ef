// The expectation of a step: not attempted, right, or wrong with hints in stages.

import Nabla
public import Testing

/// Expects that a step of an own backpropagation is right, where it is written.
///
/// A step that gives `nil` is "not attempted": a warning says so, and the test passes. A step is checked
/// by itself, fed with right numbers; so the steps can be written in any order but the sixth, which puts
/// the first five together.
///
/// - Parameters:
///   - step: which of the seven.
///   - type: the student's steps.
///   - hint: how far a failure helps; what `NABLA_HINT` says if it is not given.
///   - sourceLocation: where the issue is recorded.
public func expectStep<Steps: BackpropSteps>(
  _ step: BackpropStep, of type: Steps.Type, hint: Hint = .asked,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for probe in step.probes {
    let finding = StepCheck(step, type, probe).run()
    guard let (text, severity) = StepText(step: step, probe: probe, hint: hint).text(finding)
    else { continue }
    Issue.record(Comment(rawValue: text.text), severity: severity, sourceLocation: sourceLocation)
    return
  }
}

extension BackpropStep {
  /// Square networks first, on which a wrong value is no wrong shape; then others.
  var probes: [Probe] {
    let set = Probe.standardSet
    return self == .penalty
      ? set.filter { !$0.network.penalty.isNone } : set.filter(\.network.penalty.isNone)
  }
}
