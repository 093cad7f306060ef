// A file that grows by whole lines.

/// A log: every line is written at once, so that whoever follows it reads whole lines.
final class LogFile: Sendable {
  let path: String
  nonisolated(unsafe) private var descriptor: Int32 = -1

  init(path: String) { self.path = path }

  /// - Parameter appending: whether the lines that are there stay.
  func open(appending: Bool) throws(Failure) {
    let mode = O_WRONLY | O_CREAT | O_APPEND | (appending ? 0 : O_TRUNC)
    descriptor = systemOpen(path, mode)
    if descriptor < 0 { throw failure(errno, status: .noInput) }
  }

  func add(_ line: String) throws(Failure) {
    let error = Descriptor(number: descriptor).write(line)
    if error != 0 { throw failure(error, status: .failure) }
  }

  func close() {
    if descriptor >= 0 { systemClose(descriptor) }
    descriptor = -1
  }

  private func failure(_ error: Int32, status: ExitStatus) -> Failure {
    Failure(message: "\(path.abridged): \(systemMessage(error))", status: status)
  }
}
