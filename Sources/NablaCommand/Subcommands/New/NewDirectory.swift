// A directory full of files that is there whole or not at all.

/// A directory to be made, or an empty one to be filled.
struct NewDirectory: Sendable {
  let path: String

  /// Writes files into it, by their paths inside: beside its place first, and then all are moved there.
  ///
  /// - Throws: where it holds anything already, or cannot be written; everything is then as it was.
  func write(_ files: [(path: String, text: String)]) throws(Failure) {
    let exists = try isThere()
    let target = exists ? resolved : trimmed
    let draft = "\(target).\(getpid()).part"
    try Signals.withheld { () throws(Failure) in
      do throws(Failure) {
        try fill(draft, files)
        try move(draft, to: target, exists: exists)
      } catch {
        remove(draft, files)
        throw error
      }
    }
  }

  /// Whether there is an empty directory.
  private func isThere() throws(Failure) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let error = errno
      if error != ENOENT { throw failure(error) }
      // A link that leads nowhere is something, too.
      if lstat(path, &status) == 0 { throw failure(EEXIST) }
      return false
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw failure(ENOTDIR) }
    guard let directory = opendir(path) else { throw failure(errno) }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      throw Failure(
        message: "\(path.abridged): the directory is not empty. Give the name of a new one.",
        status: .noInput)
    }
    return true
  }

  private func fill(_ draft: String, _ files: [(path: String, text: String)]) throws(Failure) {
    try make(draft)
    for directory in Self.directories(of: files) { try make("\(draft)/\(directory)") }
    for (name, text) in files {
      do throws(Failure) {
        try WholeFile(path: "\(draft)/\(name)").write(text)
      } catch {
        throw Failure(message: "\(path.abridged): \(systemMessage(errno))", status: error.status)
      }
    }
  }

  private func make(_ directory: String) throws(Failure) {
    if mkdir(directory, 0o777) != 0 { throw failure(errno) }
  }

  /// A new directory is there in one moment; into one that is there already, its parts are moved.
  private func move(_ draft: String, to target: String, exists: Bool) throws(Failure) {
    if !exists {
      if rename(draft, target) != 0 { throw failure(errno) }
      return
    }
    var moved: [String] = []
    for name in Self.tops {
      guard rename("\(draft)/\(name)", "\(target)/\(name)") == 0 else {
        let error = errno
        for name in moved { rename("\(target)/\(name)", "\(draft)/\(name)") }
        throw failure(error)
      }
      moved.append(name)
    }
    rmdir(draft)
  }

  /// What stands directly in the package.
  private static let tops = [".gitignore", "Package.swift", "README.md", "Sources", "Tests"]

  private func remove(_ draft: String, _ files: [(path: String, text: String)]) {
    for (name, _) in files { unlink("\(draft)/\(name)") }
    for directory in Self.directories(of: files).reversed() { rmdir("\(draft)/\(directory)") }
    rmdir(draft)
  }

  /// The directories that the files lie in, each after the one that it lies in.
  private static func directories(of files: [(path: String, text: String)]) -> [String] {
    files.reduce(into: []) { found, file in
      let parts = file.path.split(separator: "/").dropLast()
      for count in parts.indices {
        let directory = parts[...count].joined(separator: "/")
        if !found.contains(directory) { found.append(directory) }
      }
    }
  }

  private func failure(_ error: Int32) -> Failure {
    Failure(message: "\(path.abridged): \(systemMessage(error))", status: .noInput)
  }

  /// Without slashes at its end.
  private var trimmed: String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private var resolved: String {
    guard let name = realpath(path, nil) else { return trimmed }
    defer { free(name) }
    return String(cString: name)
  }
}
