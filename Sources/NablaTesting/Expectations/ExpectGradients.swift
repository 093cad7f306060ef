// The expectation: a student's gradients are the slope of the cost.

import Nabla
public import Testing

/// Expects that a student's gradients are right at a probe.
///
/// Nothing is recorded where they are. Where `gradients` gives `nil`, a warning says "not attempted" and
/// the test passes. Else one issue says the first thing that is wrong: a shape, a number that is not
/// finite, a cost that is not the probe's, a second call that gives something else, or gradients that are
/// not the slope of the cost, with the mistake that they look like.
///
/// - Parameters:
///   - student: the student's network.
///   - probe: the network and the batch at which it is asked.
///   - cost: whether the student's cost has to be the probe's, or may be any.
///   - reveal: how much of the right answer the text may show. Without numbers, no trace is attached.
///   - sourceLocation: where the issue is recorded.
/// - Complexity: a fraction of a second for the standard probes; two calls of `cost` and `gradients`, one
///   of `intermediates`. Where the student's own cost is measured, which is with `.own` and where it is
///   not the probe's, 18 more of `cost` for each weight and bias.
public func expectGradients(
  of student: some BackpropUnderTest, at probe: Probe = .standard, cost: CostUnderTest = .ofProbe,
  reveal: Reveal = .worstEntry, sourceLocation: SourceLocation = #_sourceLocation
) {
  let finding = BackpropCheck(student: student, probe: probe, cost: cost).run()
  record(finding, at: probe, reveal: reveal, sourceLocation)
}

/// Records what there is to say, and attaches the derivations of the lines that are wrong.
private func record(
  _ finding: Finding, at probe: Probe, reveal: Reveal, _ sourceLocation: SourceLocation
) {
  guard let severity = finding.severity else { return }
  let trace = reveal == .pattern ? nil : finding.trace
  let words = FindingText(probe: probe, reveal: reveal, attachment: trace?.name)
  guard let text = words.text(finding) else { return }
  Issue.record(Comment(rawValue: text.text), severity: severity, sourceLocation: sourceLocation)
  if let trace {
    Attachment.record(
      FindingText(probe: probe, reveal: reveal).attached(finding, trace.pages), named: trace.name,
      sourceLocation: sourceLocation)
  }
}

extension FindingText {
  /// What is attached: the text, which reveals no more than the issue's, the derivations, the network.
  func attached(_ finding: Finding, _ pages: String) -> String {
    (text(finding)?.text ?? "") + "\n\n" + pages
      + "\n\nThe network, as a file for `nabla work`:\n\n" + probe.fileText
  }
}

extension Finding {
  /// The derivations that a diagnosis points at, under a name for the file.
  var trace: (name: String, pages: String)? {
    guard case .wrong(let report) = self, let references = report.diagnosis?.references,
      let first = references.first
    else { return nil }
    let names = references.map(\.derivation).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let pages = names.compactMap { LineReference(derivation: $0, line: "1").page }
    let slug = first.derivation.split(separator: " ").joined(separator: "-")
    return ("\(slug).txt", pages.joined(separator: "\n\n"))
  }
}
