// `nabla check FILE --claim GRADIENTS`: are these gradients right?

import Nabla

extension CheckCommand {
  /// Somebody's gradients, beside what is measured.
  func check(
    _ path: String, of subject: CheckSubject, _ input: NetworkFile, on console: Console
  ) throws(Failure) -> ExitStatus {
    let readings: [Claim]
    do throws(ClaimFileError) {
      readings = try ClaimFile.read(path: path, for: subject.network, batch: subject.batch)
    } catch {
      throw Failure(
        message: error.message, status: ExitStatus(rawValue: error.exitStatus) ?? .malformed)
    }
    let report = measuring { ClaimCheck(subject, $0).run(readings) }
    try write(report, input, on: console)
    return report.check.selfTest.passed ? ExitStatus(report.verdict) : .failure
  }
}
