// What is said of a step: a hint, then the line, then the derivation.

import Nabla
import Testing

/// The words for what is found of a step.
struct StepText {
  let step: BackpropStep
  let probe: Probe
  let hint: Hint

  /// The text of the issue and how serious it is; `nil` where the step is right.
  func text(_ finding: StepFinding) -> (text: FailureText, severity: Issue.Severity)? {
    var text: FailureText
    let severity: Issue.Severity
    switch finding {
    case .right: return nil
    case .notAttempted:
      return (
        FailureText("\(step): not attempted. Write `\(step.function)` in MyNetwork.swift."),
        .warning
      )
    case .forward(let finding):
      text = forward(finding)
      severity = .error
    case .finding(let finding):
      let words = FindingText(
        probe: probe, reveal: hint == .pattern ? .pattern : .worstEntry, hint: hint,
        isOfError: step == .outputError || step == .hiddenError)
      guard let found = words.text(finding), let own = finding.severity else { return nil }
      text = FailureText("\(step)")
      for line in found.lines { text.add(line: line) }
      severity = own
      if severity == .error { addReading(finding, to: &text) }
    }
    if severity == .error, let next = hint.next {
      text.add("more help", "NABLA_HINT=\(next.rawValue) swift test --filter step\(step.rawValue)")
    }
    return (text, severity)
  }

  private func forward(_ finding: ForwardFinding) -> FailureText {
    let name = "\(finding.letter)^(\(finding.layer))"
    var text = FailureText("\(step)")
    text.add(
      line: "\(name) is wrong in \(finding.wrong) of \(finding.total) entries  (\(probe.name))")
    let below = finding.letter == "a" ? "z^(\(finding.layer))" : "a^(\(finding.layer - 1))"
    text.add("right so far", "everything up to \(below)")
    if hint > .pattern {
      let (node, example, yours, expected) = finding.worst
      let (a, b) = NumberText.pair(yours, expected)
      text.add(
        "worst entry",
        "node \(node), example \(example)   yours \(a)   expected \(b)")
    }
    text.add(
      "looks like",
      finding.mistakes.isEmpty ? ["no mistake that is known here"] : finding.mistakes)
    let reference = LineReference(derivation: "FP1", line: finding.letter == "z" ? "1" : "2")
    addStages([reference], to: &text)
    return text
  }

  /// The lines to read where a diagnosis names none: those of the step's own equation.
  private func addReading(_ finding: Finding, to text: inout FailureText) {
    var references = [LineReference]()
    if case .wrong(let report) = finding { references = report.diagnosis?.references ?? [] }
    if references.isEmpty { references = step.references } else if hint == .line { return }
    addStages(references, to: &text)
  }

  private func addStages(_ references: [LineReference], to text: inout FailureText) {
    if hint >= .line {
      for reference in references
      where !text.text.contains("`nabla derive \(reference.derivation)`") {
        text.add(reference)
      }
    }
    guard hint == .derivation else { return }
    for name in Set(references.map(\.derivation)).sorted() {
      guard let page = LineReference(derivation: name, line: "1").page else { continue }
      text.add(line: "")
      for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
        text.add(line: String(line))
      }
    }
  }
}

extension BackpropStep {
  /// The derivation of what the step computes, at the line to go on from: its chain rule, or where it
  /// begins. The last line would be the answer.
  var references: [LineReference] {
    let name =
      switch self {
      case .forward: "FP1"
      case .outputError: "quadratic logistic"
      case .hiddenError: "BP2"
      case .weightGradient: "BP3.1"
      case .biasGradient: "BP4.1"
      case .batch: "BP3"
      case .penalty: "penalty l2"
      }
    guard let derivation = LineReference.derivation(named: name) else { return [] }
    let chain = derivation.steps.first { [Rule.chain.id, Rule.paths.id].contains($0.rule.id) }
    return [LineReference(derivation: name, line: (chain ?? derivation.steps[0]).id)]
  }
}
