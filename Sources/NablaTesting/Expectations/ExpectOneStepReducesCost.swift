// The expectation: a step against the gradient makes the cost smaller.

import Nabla
public import Testing

/// Expects that one step of gradient descent, θ − α ∇J, makes the student's own cost smaller.
///
/// It is a weak test: half of a right gradient passes, and so does one of the right sign in most entries.
///
/// - Parameters:
///   - student: the student's network.
///   - probe: the network and the batch at which it is asked.
///   - rate: α. The cost falls for every rate that is small enough.
///   - sourceLocation: where the issue is recorded.
public func expectOneStepReducesCost(
  of student: some BackpropUnderTest, at probe: Probe = .standard, rate: Double = 0.1,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  func report(_ text: FailureText, _ severity: Issue.Severity = .error) {
    Issue.record(Comment(rawValue: text.text), severity: severity, sourceLocation: sourceLocation)
  }
  let words = FindingText(probe: probe, reveal: .worstEntry)
  do throws(FindingError) {
    let step = try DescentStep(student, probe, rate: rate)
    if step.after < step.before { return }
    let (before, after) = NumberText.pair(step.before, step.after)
    var text = FailureText("A step against the gradient does not make J smaller  (\(probe.name))")
    text.add("J", "before \(before)   after \(after)   with α = \(NumberText.text(rate))")
    text.add("forecast", "J falls by about α ‖∇J‖² = \(NumberText.text(step.forecast, digits: 3))")
    text.add(
      "look for",
      step.after > step.before ? "the sign of δ^(L), or too large a rate" : "gradients that are 0")
    report(text)
  } catch {
    guard let text = words.text(error.finding) else { return }
    report(text, error.finding.severity ?? .error)
  }
}

/// J before and after one step.
private struct DescentStep {
  let before: Double
  let after: Double
  /// α ‖∇J‖²: by how much J falls, to first order in α.
  let forecast: Double

  init(
    _ student: some BackpropUnderTest, _ probe: Probe, rate: Double
  ) throws(FindingError) {
    let (network, batch) = (probe.network, probe.batch)
    let answer = try called(.gradients) { try student.gradients(network, batch) }
    guard let gradient = answer else { throw FindingError(.notAttempted) }
    try ClaimShapes(network, batch).check(gradient)
    var parameters = network.parameters
    for coordinate in parameters.coordinates {
      parameters[coordinate] -= rate * gradient[coordinate]
    }
    let moved = network.with(parameters: parameters)
    before = try called(.cost) { try student.cost(network, batch) }
    if !before.isFinite { throw FindingError(.costNotFinite(before)) }
    after = try called(.cost) { try student.cost(moved, batch) }
    if !after.isFinite { throw FindingError(.costNotFinite(after, isAfterStep: true)) }
    forecast = rate * gradient.sumOfSquares
  }
}
