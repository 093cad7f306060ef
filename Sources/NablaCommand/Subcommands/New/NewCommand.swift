// `nabla new`: a package in which somebody writes their own backpropagation.

import Nabla

struct NewCommand: Subcommand {
  let directory: String
  let name: String
  /// A path or a URL; where this command was built if it is not given.
  let dependency: String?
  let output = OutputOptions()

  init(_ invocation: Invocation) throws(UsageError) {
    directory = invocation.arguments[0]
    name = invocation.text(.packageName) ?? ""
    dependency = invocation.text(.dependency)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let package = NewPackage(name: name, dependency: try CheckoutSearch.dependency(dependency))
    try NewDirectory(path: directory).write(package.files)
    try console.write(
      """
      A package is in \(directory.abridged): seven steps to write, and a test for each.

        cd \(directory.forShell)
        swift test

      It is green: every step is not attempted. README.md has the path; step 1 is in
      Sources/\(name)/MyNetwork.swift.

      """)
    return .right
  }
}

// MARK: - The table's part

extension NewCommand {
  static let command = Command(
    name: "new",
    overview: "Write a package for your own backprop, which 'swift test' then checks.",
    arguments: [
      Argument(
        name: "directory", kind: .outputDirectory,
        help: "Where it is written: a new directory, or an empty one.")
    ],
    options: [.packageName, .dependency],
    type: NewCommand.self)
}

extension Option {
  static let packageName = Option(
    name: "name",
    value: OptionValue(placeholder: "name", kind: .moduleName, standard: "MyBackprop"),
    help: "What the package and its module are called.")
  static let dependency = Option(
    name: "dependency",
    value: OptionValue(placeholder: "path-or-url", kind: .inputFile),
    help: """
      Where the package Nabla is: a directory, or the URL of a repository. Without it, the directory \
      that this command was built in.
      """)
}

extension String {
  /// As a shell reads it: in quotation marks where it is more than letters, digits and /._-.
  fileprivate var forShell: String {
    let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
    return isPlain ? self : quotedForShell
  }
}
