// Where the package Nabla is, on which a new package depends.

/// Finds the package that a new one depends on.
enum CheckoutSearch {
  /// What was asked for, or the package that this command was built in.
  ///
  /// - Throws: where a path leads to no package of Nabla; where nothing is asked for and the command does
  ///   not lie in the package's `.build`.
  static func dependency(_ word: String?) throws(Failure) -> NewPackage.Dependency {
    guard let word else {
      if let root = packageRoot(above: executable) { return .path(root) }
      throw Failure(
        message: "This command does not lie in the directory of its package. "
          + "Say where Nabla is with '--dependency <path-or-url>'.", status: .usage)
    }
    guard case .path(let path) = NewPackage.Dependency(word) else { return .url(word) }
    guard let directory = resolved(path) else {
      throw Failure(message: "\(word.abridged): \(systemMessage(errno))", status: .noInput)
    }
    if isNabla(directory) { return .path(directory) }
    throw Failure(
      message: "\(word.abridged): there is no Package.swift of Nabla in this directory.",
      status: .noInput)
  }

  /// The nearest directory above a file that is the package Nabla.
  static func packageRoot(above path: String) -> String? {
    var directory = path
    while let slash = directory.lastIndex(of: "/"), slash > directory.startIndex {
      directory = String(directory[..<slash])
      if isNabla(directory) { return directory }
    }
    return nil
  }

  /// Whether a directory has a `Package.swift` with the library that new packages use.
  private static func isNabla(_ directory: String) -> Bool {
    let descriptor = systemOpen(directory + "/Package.swift", O_RDONLY)
    if descriptor < 0 { return false }
    defer { systemClose(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0
      && String(decoding: bytes[..<count], as: UTF8.self).contains(
        ".library(name: \"NablaTesting\"")
  }

  /// The file of this process, links followed.
  private static var executable: String {
    #if canImport(Darwin)
      var size = UInt32(4096)
      var name = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&name, &size) == 0 else { return "" }
      return name.withUnsafeBufferPointer { resolved(String(cString: $0.baseAddress!)) } ?? ""
    #else
      return resolved("/proc/self/exe") ?? ""
    #endif
  }

  private static func resolved(_ path: String) -> String? {
    guard let name = realpath(path, nil) else { return nil }
    defer { free(name) }
    return String(cString: name)
  }
}
