// Paths of files as the system resolves them.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum FilePath {
  /// Whether two paths are the same directory; no, where one of them is none.
  static func isSame(_ a: String, _ b: String) -> Bool {
    guard let a = resolved(a), let b = resolved(b) else { return false }
    return a == b
  }

  /// The path of a file, wherever it is used from.
  ///
  /// The directory is resolved, and not the file: a link to data goes on leading to whatever it is
  /// made to lead to.
  static func absolute(_ path: String, in directory: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    let whole = "\(directory)/\(path)"
    let slash = whole.lastIndex(of: "/")!
    guard let parent = resolved(String(whole[...slash])) else { return whole }
    return (parent == "/" ? "" : parent) + whole[slash...]
  }

  /// The path without links, `.` and `..`; `nil` where nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
