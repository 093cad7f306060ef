// The folder Derivations holds what the package derives today, and its index leads to files that exist.

import Foundation
import Nabla
import Testing

@Suite("The folder Derivations") struct DerivationFilesTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("Derivations")
  static let command = "nabla derive --all --output Derivations"

  @Test("Every file is what is derived today, byte for byte, and there is no other")
  func files() throws {
    let checked = try CheckedDerivation.checking(Topic.all)
    #expect(checked.allSatisfy { $0.passed })
    let files = DerivationFolder(zip(Topic.all, checked)).files
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names).subtracting(files.map(\.name)) == [], "too many; rewrite: \(Self.command)")
    for (name, text) in files {
      let url = Self.folder.appendingPathComponent(name)
      let committed = try? String(contentsOf: url, encoding: .utf8)
      if committed == text { continue }
      Issue.record("\(Self.difference(name, committed, text)); rewrite: \(Self.command)")
      return
    }
  }

  /// The first line that differs.
  private static func difference(_ name: String, _ committed: String?, _ text: String) -> String {
    guard let committed else { return "Derivations/\(name) is missing" }
    let (old, new) = (committed.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
    let line = zip(old, new).prefix { $0 == $1 }.count
    func shown(_ lines: [String]) -> String { line < lines.count ? lines[line] : "(end)" }
    return "Derivations/\(name):\(line + 1): is \"\(shown(old))\", should be \"\(shown(new))\""
  }

  @Test("The index leads to every derivation, and each of its links to a file")
  func links() throws {
    let index = try String(
      contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let links = index.matches(of: /\]\(([^)#]+)[^)]*\)/).map { String($0.1) }
    for link in Set(links) {
      let file = Self.folder.appendingPathComponent(link)
      #expect(FileManager.default.fileExists(atPath: file.standardizedFileURL.path), "\(link)")
    }
    for topic in Topic.all { #expect(index.contains("| [\(topic.name)](")) }
    let rows = index.split(separator: "\n").filter { $0.hasPrefix("| [") }
    #expect(rows.count == Topic.all.count)
    for row in rows {
      #expect(row.contains("](../Sources/") && row.contains("](../Tests/"), "\(row)")
      // A bar inside a formula would end the cell.
      #expect(row.count { $0 == "|" } == 8, "\(row)")
    }
  }
}
