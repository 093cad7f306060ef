// What `nabla new` writes, as the compiler reads it: quickly, against the modules that are built.

import Foundation
import Testing

@testable import NablaCommand
@testable import NablaTesting

@Suite("nabla new")
struct NewPackageTests {
  /// A directory with a package in it that was just written.
  private func withPackage(
    _ options: [String] = [], _ body: (URL) throws -> Void
  ) throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("nabla-new-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let run = try ToolRun(
      BuiltProducts.nabla,
      ["new", directory.path, "--dependency", BuiltProducts.package.path] + options)
    #expect(run.status == 0, "\(run.text)")
    try body(directory)
  }

  /// Compiles the module and type-checks its tests, as the package manager would.
  private func compile(_ package: URL, _ module: String, network: URL) throws {
    let built = package.appendingPathComponent("built")
    try FileManager.default.createDirectory(at: built, withIntermediateDirectories: true)
    let common = ["-parse-as-library", "-swift-version", "6", "-package-name", "new"]
    let compiled = try ToolRun(
      "swiftc",
      common + [
        "-emit-module", "-enable-testing", "-module-name", module, network.path,
        "-emit-module-path", built.appendingPathComponent("\(module).swiftmodule").path,
      ])
    #expect(compiled.status == 0 && compiled.text.isEmpty, "\(compiled.text)")
    let kernels = BuiltProducts.directory.appendingPathComponent("Kernels.build/module.modulemap")
    let checked = try ToolRun(
      "swiftc",
      common + [
        "-typecheck", "-I", built.path,
        "-I", BuiltProducts.directory.appendingPathComponent("Modules").path,
        "-Xcc", "-fmodule-map-file=\(kernels.path)",
        package.appendingPathComponent("Tests/\(module)Tests/StepTests.swift").path,
      ])
    #expect(checked.status == 0 && checked.text.isEmpty, "\(checked.text)")
  }

  @Test("Its files compile without a warning, as they are and with the answers filled in")
  func compiles() throws {
    try withPackage(["--name", "Homework"]) { package in
      let own = package.appendingPathComponent("Sources/Homework/MyNetwork.swift")
      for network in [own, BuiltProducts.answers] {
        try compile(package, "Homework", network: network)
      }
    }
  }

  @Test("The package manager reads its manifest")
  func manifest() throws {
    try withPackage { package in
      let run = try ToolRun("swift", ["package", "describe", "--type", "json"], in: package)
      #expect(run.status == 0, "\(run.text)")
      #expect(run.text.contains("\"MyBackpropTests\""))
    }
  }

  @Test("Every file is there and ends with a newline; README names every step's function")
  func files() throws {
    try withPackage { package in
      let names = try #require(FileManager.default.enumerator(atPath: package.path))
        .compactMap { $0 as? String }.filter {
          !package.appendingPathComponent($0).hasDirectoryPath
        }
      #expect(
        Set(names).isSuperset(of: [
          ".gitignore", "Package.swift", "README.md", "Sources/MyBackprop/MyNetwork.swift",
          "Tests/MyBackpropTests/StepTests.swift",
        ]))
      let readme = try String(
        contentsOf: package.appendingPathComponent("README.md"), encoding: .utf8)
      let network = try String(
        contentsOf: package.appendingPathComponent("Sources/MyBackprop/MyNetwork.swift"),
        encoding: .utf8)
      for function in [
        "forward", "outputError", "hiddenError", "weightGradient", "biasGradient", "gradients",
        "addingPenalty",
      ] {
        #expect(readme.contains("`\(function)`") && network.contains("func \(function)("))
      }
      #expect(!(readme + network).contains("{NAME}") && readme.hasSuffix("\n"))
    }
  }

  @Test("A directory that holds something is left alone; an empty one is filled")
  func directories() throws {
    try withPackage { package in
      let again = try ToolRun(BuiltProducts.nabla, ["new", package.path])
      #expect(again.status == 66)
      #expect(again.text.contains("the directory is not empty") && again.text.hasSuffix(".\n"))
      let empty = package.appendingPathComponent("empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      // The package that this `nabla` was built in is the dependency, where no other is named.
      let filled = try ToolRun(BuiltProducts.nabla, ["new", "."], in: empty)
      #expect(filled.status == 0, "\(filled.text)")
      let manifest = try String(
        contentsOf: empty.appendingPathComponent("Package.swift"), encoding: .utf8)
      #expect(
        manifest.contains("path: \"\(BuiltProducts.package.resolvingSymlinksInPath().path)\""))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: package.path)
          .allSatisfy { !$0.hasSuffix(".part") })
    }
  }

  @Test("A link that leads nowhere is not written over")
  func danglingLink() throws {
    try withPackage { package in
      let link = package.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "nowhere")
      let run = try ToolRun(
        BuiltProducts.nabla, ["new", link.path, "--dependency", BuiltProducts.package.path])
      #expect(run.status == 66 && run.text.contains("File exists"), "\(run.text)")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "nowhere")
    }
  }

  @Test("README shows the failure that its step gives")
  func failure() throws {
    let text = try MyNetwork.$mistake.withValue("no slope") {
      let finding = StepCheck(.hiddenError, MyNetwork.self, .standard).run()
      return try #require(
        StepText(step: .hiddenError, probe: .standard, hint: .pattern).text(finding)
      ).text.text
    }
    #expect(NewPackage.readme.contains("```\n" + text + "\n```"), "\(text)")
  }

  @Test("A URL is a dependency on its main branch; what is no package of Nabla is refused")
  func dependencies() throws {
    try withPackage { package in
      let target = package.appendingPathComponent("other").path
      let url = "https://example.org/notes/nabla.git"
      #expect(try ToolRun(BuiltProducts.nabla, ["new", target, "--dependency", url]).status == 0)
      let manifest = try String(contentsOfFile: target + "/Package.swift", encoding: .utf8)
      #expect(manifest.contains(".package(url: \"\(url)\", branch: \"main\")"))
      #expect(manifest.contains("package: \"nabla\""))
      for wrong in [package.path, package.path + "/nothing"] {
        let run = try ToolRun(
          BuiltProducts.nabla, ["new", package.path + "/third", "--dependency", wrong])
        #expect(run.status == 66)
        #expect(run.text.split(separator: "\n").count == 1)
      }
      #expect(!FileManager.default.fileExists(atPath: package.path + "/third"))
    }
  }

  @Test(
    "A name that no module can have is a usage error",
    arguments: ["1a", "a-b", "class", "Nabla", "Learning", "numbers", "XCTest"])
  func names(_ name: String) throws {
    let run = try ToolRun(BuiltProducts.nabla, ["new", "/nonexistent", "--name", name])
    #expect(run.status == 64 && run.text.contains("'--name <name>'"))
  }

  @Test("No package has the name of a target of Nabla, which the package manager would refuse")
  func targets() throws {
    let manifest = try String(
      contentsOf: BuiltProducts.package.appendingPathComponent("Package.swift"), encoding: .utf8)
    let names = manifest.matches(of: /[tT]arget\(\s*name: "(\w+)"/).map { String($0.1) }
    #expect(names.count == manifest.matches(of: /[tT]arget\(/).count && names.count > 30)
    for name in names { #expect(!name.isModuleName, "\(name)") }
    #expect("MyBackprop".isModuleName && "Learning2".isModuleName)
  }
}
