// What a check and the check of a claim print alike.

import Nabla

/// A report that can show every number, and the warnings of the network file beside its own.
protocol VerboseReport {
  func text(style: TextStyle, verbose: Bool, fileWarnings: [String]) -> String
  func json(verbose: Bool, fileWarnings: [String]) -> String
  func markdown(verbose: Bool, fileWarnings: [String]) -> String
}

extension CheckReport: VerboseReport {}
extension ClaimReport: VerboseReport {}

extension CheckCommand {
  /// Prints a report in the format that was asked for.
  func write(
    _ report: some VerboseReport, _ input: NetworkFile, on console: Console
  ) throws(Failure) {
    let warnings = input.warnings
    let text =
      switch output.format {
      case .text:
        report.text(style: console.textStyle, verbose: isVerbose, fileWarnings: warnings)
      case .json: report.json(verbose: isVerbose, fileWarnings: warnings)
      case .markdown: report.markdown(verbose: isVerbose, fileWarnings: warnings)
      }
    try console.write(text)
  }
}
