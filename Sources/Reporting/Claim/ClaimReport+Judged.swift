// A claim's report as a check's, for the words and tables that both have.

import Diagnosing
import GradientChecking

extension ClaimReport {
  /// The check with what was claimed in the place of what the engines gave.
  var judged: CheckReport {
    CheckReport(
      network: check.network, batch: check.batch, verdict: verdict, cost: check.cost,
      scheme: check.scheme, parameters: parameters, errors: check.errors, total: check.total,
      seed: check.seed,
      smallestDetectableError: parameters.filter { $0.verdict == .right }.map(\.detectable).max(),
      equations: equations, warnings: check.warnings, selfTest: check.selfTest)
  }

  /// What the table of equations shows.
  var equationCaption: String {
    claim.hasErrors
      ? "Each equation by itself, fed with the claimed δ of the layer above:"
      : "Each equation by itself, as far as the gradients tell them apart:"
  }

  /// What the file's reader, the claim and the network have to say.
  func allWarnings(_ fileWarnings: [String], _ markup: Markup) -> [String] {
    fileWarnings.map(markup.sentence) + warnings.words(check.network, markup)
      + judged.allWarnings([], markup)
  }
}
