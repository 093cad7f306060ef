// The names that the module of a new package can have.

extension String {
  /// Whether the module of a new package can have this name.
  var isModuleName: Bool {
    guard let first, first.isASCII, first.isLetter, count <= 60 else { return false }
    return allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      && !Self.taken.contains(lowercased()) && !Self.keywords.contains(self)
  }

  /// Modules that are there already, in small letters: on many disks two names that differ in their
  /// capitals are one. First those of Swift and of the new package, then the targets of the package
  /// Nabla: the package manager takes no two of one name.
  private static let taken: Set<String> = [
    "foundation", "mynetwork", "steps", "swift", "testing", "xctest",
    "batchengine", "benchmarks", "commandtests", "cores", "deriving", "derivingtests",
    "diagnosing", "diagnosingtests", "enginetests", "gradientchecking", "gradientcheckingtests",
    "kernels", "kernelstests", "kernelversions", "learning", "learningtests", "nabla",
    "nablacommand", "nablatesting", "nablatestingtests", "networkmodel", "networkmodeltests",
    "notation", "notationtests", "numbers", "numberstests", "randomnetworks", "reporting",
    "reportingtests", "scalarengine", "stepping", "steppingtests", "workedexamples",
    "workedexamplestests",
  ]

  /// The words of Swift that a name in front of which no quotation marks stand cannot be.
  private static let keywords: Set<String> = [
    "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
    "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
    "where", "while",
  ]
}
