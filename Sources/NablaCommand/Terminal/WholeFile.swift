// Files that are there whole or not at all.

/// A file that is written beside its place and then moved there, so that whoever reads it finds the
/// old contents or the new, never half of them.
struct WholeFile: Sendable {
  let path: String

  /// - Throws: where it cannot be written; the old contents are then as they were.
  func write(_ text: String) throws(Failure) { try Self.write([(self, text)]) }

  /// Writes some files: each is written beside its place, and only then are they moved there.
  ///
  /// - Throws: where one cannot be written; all old contents are then as they were.
  static func write(_ files: [(file: WholeFile, text: String)]) throws(Failure) {
    var drafts: [Draft] = []
    for (file, text) in files {
      let draft = file.draft(text)
      if draft.error == 0 {
        drafts.append(draft)
      } else {
        for draft in drafts { draft.drop() }
        throw file.failure(draft.error)
      }
    }
    for (n, draft) in drafts.enumerated() {
      let error = draft.move()
      if error == 0 { continue }
      for rest in drafts[n...] { rest.drop() }
      throw files[n].file.failure(error)
    }
  }

  /// - Throws: where the file could not be written if its contents were there already: before long work,
  ///   not after it.
  func checkPlace() throws(Failure) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return }
    let draft = draft("")
    draft.drop()
    if draft.error != 0 { throw failure(draft.error) }
  }

  /// Removes drafts of this file beside it that killed processes have left.
  func removeLeftDrafts() {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(Self.escapedForGlob(place) + ".*.part", GLOB_NOSORT, nil, &found) == 0 else {
      return
    }
    for n in 0..<Int(found.gl_pathc) {
      guard let name = found.gl_pathv[n].map({ String(cString: $0) }),
        let number = Int32(name.dropFirst(place.count + 1).dropLast(".part".count)),
        kill(number, 0) != 0, errno == ESRCH
      else { continue }
      unlink(name)
    }
  }

  private static func escapedForGlob(_ path: String) -> String {
    path.reduce(into: "") { result, character in
      if "*?[\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// Where the file is, or will be: links followed, as far as there is something.
  var place: String {
    if access(path, F_OK) == 0 { return resolved }
    let slash = path.lastIndex(of: "/")
    let directory = slash.map { String(path[...$0]) } ?? "."
    return
      "\(WholeFile(path: directory).resolved)/\(path[(slash.map(path.index(after:)) ?? path.startIndex)...])"
  }

  private func failure(_ error: Int32) -> Failure {
    let isThePath = [ENOENT, EACCES, EPERM, ENOTDIR, EISDIR, EROFS, ENAMETOOLONG].contains(error)
    return Failure(
      message: "\(path.abridged): \(systemMessage(error))",
      status: isThePath ? .noInput : .failure)
  }

  /// Contents that wait beside their place.
  private struct Draft {
    /// 0, or the number of the system's error.
    var error: Int32
    /// `nil` for what is there already: a pipe.
    var name: String?
    var place = ""

    func move() -> Int32 {
      guard let name else { return 0 }
      return rename(name, place) == 0 ? 0 : errno
    }

    func drop() {
      if let name { unlink(name) }
    }
  }

  private func draft(_ text: String) -> Draft {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A pipe, or /dev/stdout: to be written to, not to be replaced.
      return Draft(error: fill(open(path, O_WRONLY), text))
    }
    let place = exists ? resolved : path
    let beside = "\(place).\(getpid()).part"
    let mode = exists ? status.st_mode & 0o777 : 0o666
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL, mode)
    let draft = Draft(error: fill(descriptor, text), name: beside, place: place)
    if draft.error != 0, descriptor >= 0 { draft.drop() }
    return draft
  }

  private func fill(_ descriptor: Int32, _ text: String) -> Int32 {
    if descriptor < 0 { return errno }
    let error = Descriptor(number: descriptor).write(text)
    // A full disk at the other end of a network is first heard of here.
    return close(descriptor) != 0 && error == 0 ? errno : error
  }

  /// The file that a symbolic link leads to: the link stays.
  private var resolved: String {
    guard let name = realpath(path, nil) else { return path }
    defer { free(name) }
    return String(cString: name)
  }
}
