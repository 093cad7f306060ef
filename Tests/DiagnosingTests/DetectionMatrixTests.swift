// Every mistake on every probe: caught, located, named; and the table of it in the README.

import Foundation
import Nabla
import Testing

@Suite struct DetectionMatrixTests {
  @Test("Every mistake is caught and named on every probe on which it changes a number")
  func matrix() throws {
    let probes = DiagnosisProbe.all
    var seen: Set<String> = []
    let mistakes = NetworkMistake.all.filter { seen.insert($0.name).inserted }
    let columns = try concurrentMap(count: probes.count) { n in
      Result { try column(mistakes.map(\.name), probes[n]) }
    }.map { try $0.get() }
    let rows = mistakes.enumerated().map { n, mistake in
      let cells = columns.map { $0[n] }
      #expect(cells.contains { $0 == "✓" || $0.hasPrefix("=") }, "\(mistake.name) is never seen")
      #expect(!cells.contains("✗"), "\(mistake.name): \(cells)")
      return "| `\(mistake.name)` | \(mistake.equation) | \(cells.joined(separator: " | ")) |"
    }
    #expect(rows.count >= 30)
    let table =
      ([
        "| mistake | equation | \(probes.map(\.name).joined(separator: " | ")) |",
        "|---|---|\(probes.map { _ in ":-:|" }.joined())",
      ] + rows).joined(separator: "\n")
    try ReadmeTable(after: "<!-- The table that DetectionMatrixTests compares. -->").expect(table)
  }

  /// ✓ where a mistake of a name is found first, = and the name of the first that gives the same
  /// numbers, · where nothing changes, – where it cannot be made; ✗ where it is missed.
  private func column(_ names: [String], _ probe: DiagnosisProbe) throws -> [String] {
    let check = probe.check
    return try names.map { name in
      let cells = try NetworkMistake.all.filter { $0.name == name }.compactMap { mistake in
        try probe.claim([PlantedMistake(mistake)]).map { try cell(mistake, $0, probe, check) }
      }
      if cells.isEmpty { return "–" }
      return cells.first { $0 == "✗" } ?? cells.first { $0 == "✓" }
        ?? cells.first { $0 != "·" } ?? "·"
    }
  }

  private func cell(
    _ mistake: NetworkMistake, _ claim: Claim, _ probe: DiagnosisProbe, _ check: ClaimCheck
  ) throws -> String {
    if probe.isRight(claim) { return "·" }
    let report = check.run(claim)
    let explanations = report.explanations
    guard report.verdict == .wrong, explanations.contains([mistake.name]),
      try probe.isExplained(claim, by: mistake, report)
    else { return "✗" }
    if explanations[0] == [mistake.name] { return "✓" }
    return "= `\(explanations[0].sorted().joined(separator: "`, `"))`"
  }

  @Test("Any two mistakes that can be made on one probe give different numbers on one of them")
  func pairsAreApart() throws {
    let mistakes = NetworkMistake.all
    let claims = try DiagnosisProbe.all.map { probe in
      try mistakes.map { try probe.claim([PlantedMistake($0)]) }
    }
    for a in mistakes.indices {
      for b in mistakes.indices where a < b && mistakes[a].name != mistakes[b].name {
        let both = claims.compactMap { claims -> (Claim, Claim)? in
          guard let first = claims[a], let second = claims[b] else { return nil }
          return (first, second)
        }
        let areApart = both.isEmpty || both.contains { !$0.0.isNear($0.1.gradient) }
        #expect(areApart, "\(mistakes[a].name): \(mistakes[b].name), \(mistakes[b].summary)")
      }
    }
  }

  @Test("A mistake at one layer alone is found at that layer", arguments: DiagnosisProbe.all)
  func singleLayers(_ probe: DiagnosisProbe) throws {
    let check = probe.check
    for mistake in NetworkMistake.all where isLong || mistake.isMadeOnPaper {
      for layer in 2...probe.network.lastLayer {
        guard let claim = try probe.claim([PlantedMistake(mistake, layer: layer)]),
          !probe.isRight(claim)
        else { continue }
        let report = check.run(claim)
        #expect(report.verdict == .wrong, "\(mistake.name) at \(layer)")
        #expect(
          report.explanations.contains([mistake.name]),
          "\(mistake.name) at \(layer): \(report.explanations)")
        let found = report.diagnosis?.found
        if found?.map(\.mistake.name) == [mistake.name] {
          #expect(found?[0].layers == [layer], "\(mistake.name) at \(layer)")
        }
      }
    }
  }
}

/// Whether the long form of the tests is run: `NABLA_LONG=1`.
let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

/// A table of the README that a test computes; `REWRITE_README=1` puts in what was computed.
struct ReadmeTable {
  let marker: String

  init(after marker: String) { self.marker = marker }

  func expect(_ table: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: marker + "\n\n")
    try #require(parts.count == 2, "the README has no \(marker)")
    let lines = parts[1].split(separator: "\n", omittingEmptySubsequences: false)
    let old = lines.prefix { $0.hasPrefix("|") }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["REWRITE_README"] == "1" {
      let new = parts[0] + marker + "\n\n" + table + parts[1].dropFirst(old.count)
      try new.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(old == table, "the README's table is another; REWRITE_README=1 writes it")
    }
  }
}
