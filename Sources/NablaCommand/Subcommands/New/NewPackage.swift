// The package that `nabla new` writes: its files, as templates with two words filled in.

/// A Swift package in which somebody writes their own backpropagation.
struct NewPackage: Sendable {
  /// Of the package and its module: a Swift name.
  let name: String
  let dependency: Dependency

  /// Where Nabla comes from.
  enum Dependency: Equatable, Sendable {
    /// A directory, from the root of the file system.
    case path(String)
    case url(String)
  }

  /// Every file, by its path in the package.
  var files: [(path: String, text: String)] {
    [
      (".gitignore", ".build/\n"),
      ("Package.swift", manifest),
      ("README.md", filled(Self.readme)),
      ("Sources/\(name)/MyNetwork.swift", filled(Self.network)),
      ("Tests/\(name)Tests/StepTests.swift", filled(Self.tests)),
    ]
  }

  /// A template with the name in it.
  private func filled(_ template: String) -> String { template.replacing("{NAME}", with: name) }
}

extension NewPackage {
  /// `Package.swift`.
  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "\(name)",
      platforms: [.macOS(.v14)],
      dependencies: [
        \(dependency.declaration)
      ],
      targets: [
        // Your backpropagation. It needs nothing but Swift.
        .target(name: "\(name)"),
        // The tests, which compare it with measured slopes.
        .testTarget(
          name: "\(name)Tests",
          dependencies: [
            "\(name)", .product(name: "NablaTesting", package: "\(dependency.identity.escaped)"),
          ]),
      ]
    )

    """
  }
}

extension NewPackage.Dependency {
  /// A path, or a URL where it looks like one: `https://…`, `git@…`.
  init(_ word: String) {
    let isURL = word.contains("://") || word.hasPrefix("git@")
    self = isURL ? .url(word) : .path(word)
  }

  fileprivate var declaration: String {
    switch self {
    case .path(let path): ".package(name: \"Nabla\", path: \"\(path.escaped)\")"
    case .url(let url): ".package(url: \"\(url.escaped)\", branch: \"main\")"
    }
  }

  /// What the package manager calls it: of a URL the last part, without `.git`.
  fileprivate var identity: String {
    switch self {
    case .path: return "Nabla"
    case .url(let url):
      let last = url.split(whereSeparator: { "/:".contains($0) }).last.map(String.init) ?? url
      return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }
  }
}

extension String {
  /// As it stands between quotation marks in Swift.
  fileprivate var escaped: String {
    reduce(into: "") { result, character in
      if character == "\\" || character == "\"" { result.append("\\") }
      result.append(character)
    }
  }
}
