// A directory that files are written into.

/// A directory, which is made where there is none.
struct Directory: Sendable {
  let path: String

  /// Writes files into it, whole files or none; others that are there stay.
  ///
  /// An interrupt takes effect when all are written, a moment later.
  ///
  /// - Throws: where they cannot be written; a directory that was made for them is then gone again.
  func write(_ files: [(name: String, text: String)]) throws(Failure) {
    try Signals.withheld { () throws(Failure) in try writeAll(files) }
  }

  private func writeAll(_ files: [(name: String, text: String)]) throws(Failure) {
    let isNew = mkdir(path, 0o777) == 0
    if !isNew, errno != EEXIST {
      throw Failure(message: "\(path.abridged): \(systemMessage(errno))", status: .noInput)
    }
    do throws(Failure) {
      try WholeFile.write(files.map { (WholeFile(path: "\(path)/\($0.name)"), $0.text) })
    } catch {
      if isNew { rmdir(path) }
      throw error
    }
  }
}
