// Files that are there whole or not at all.

/// A file that is written beside its place and then moved there, so that whoever reads it finds the
/// old contents or the new, never half of them.
struct WholeFile: Sendable {
  let path: String

  /// - Throws: where it cannot be written; the old contents are then as they were.
  func write(_ text: String) throws(Failure) {
    let error = replace(with: text)
    if error == 0 { return }
    let isThePath = [ENOENT, EACCES, EPERM, ENOTDIR, EISDIR, EROFS, ENAMETOOLONG].contains(error)
    throw Failure(
      message: "\(path.abridged): \(systemMessage(error))",
      status: isThePath ? .noInput : .failure)
  }

  /// The result is 0, or the number of the system's error.
  private func replace(with text: String) -> Int32 {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A pipe, or /dev/stdout: to be written to, not to be replaced.
      return fill(open(path, O_WRONLY), text)
    }
    let place = exists ? resolved : path
    let beside = "\(place).\(getpid()).part"
    let mode = exists ? status.st_mode & 0o777 : 0o666
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL, mode)
    var error = fill(descriptor, text)
    if error == 0, rename(beside, place) != 0 { error = errno }
    if error != 0, descriptor >= 0 { unlink(beside) }
    return error
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
