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
/// - Complexity: a fraction of a second for the standard probes, and two calls of each function.
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
    let full = FindingText(probe: probe, reveal: .values).text(finding)?.text ?? ""
    Attachment.record(
      full + "\n\n" + trace.pages + "\n\nThe network, as a file for `nabla work`:\n\n"
        + probe.fileText, named: trace.name, sourceLocation: sourceLocation)
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
