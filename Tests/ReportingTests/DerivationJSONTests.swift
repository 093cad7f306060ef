// Derivations as JSON, and what all formats have in common.

import Foundation
import Nabla
import Testing

private struct Report: Decodable {
  let name: String
  let symbols: [Symbol]
  let lines: [Line]
  let lineCount: Int
  let checkCount: Int
  let passed: Bool

  struct Symbol: Decodable {
    let symbol: String
    let meaning: String
    let shape: String?
    let wholes: [Whole]
  }

  struct Whole: Decodable {
    let entries: String
    let symbol: String
    let shape: String
  }

  struct Line: Decodable {
    let id: String
    let previous: String?
    let rule: String
    let reason: String
    let uses: [String]
    let left: String
    let relation: String
    let right: String
    let latex: String
    let sentence: String
    let hint: String
    let question: String
    let conditions: [Condition]
    let checks: [Check]
    let substeps: [Line]

    var ids: [String] { substeps.flatMap(\.ids) + [id] }
  }

  struct Condition: Decodable, Equatable {
    let statement: String
    let status: String
    let because: String?
    let counterexample: String?
  }

  struct Check: Decodable {
    let kind: String
    let passed: Bool
    let limit: Double
    let places: Int
    let largestDifference: Double
  }
}

@Suite struct DerivationJSON {
  private func report(_ derivation: CheckedDerivation) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(derivation.json().utf8))
  }

  @Test("A derivation as JSON")
  func lines() throws {
    let report = try report(HandMadeDerivation.wrong)
    #expect(report.name == "log-loss softmax")
    #expect(report.lineCount == 12)
    #expect(report.checkCount == 16)
    #expect(!report.passed)
    #expect(report.symbols.map(\.symbol) == ["z_k", "h_k", "δ_i"])
    #expect(report.symbols.map(\.shape) == [nil, nil, nil])
    #expect(report.symbols.map { $0.wholes.map(\.symbol) } == [[], ["H"], []])
    #expect(report.symbols[1].wholes.map(\.entries) == ["all k and examples"])
    #expect(report.symbols[1].wholes.map(\.shape) == ["K × M"])
    let line = report.lines[7]
    #expect(line.id == "8" && line.previous == "7" && line.rule == "known-sum")
    #expect([line.left, line.relation, line.right] == ["δ_i", "=", "h_i − y_i"])
    #expect(line.sentence == "What known sum says.")
    #expect(line.hint == "Look for known sum." && line.question == "Where is known sum?")
    #expect(
      line.conditions == [
        Report.Condition(
          statement: "Σ_k y_k = 1", status: "needed", because: nil,
          counterexample: "targets that sum to 1.1")
      ])
    #expect(line.checks.map(\.kind) == ["link", "measured", "condition"])
    #expect(line.checks.map(\.passed) == [false, false, true])
    #expect(line.checks[0].limit == 1e-12 && line.checks[0].largestDifference == 0.25)
    #expect(line.checks[0].places == 12)
    #expect(report.lines[5].uses == ["1", "5"])
    #expect(report.lines[6].conditions[0].because == "a softmax output is positive")
  }

  @Test("All formats have the same lines in the same order")
  func order() throws {
    for derivation in HandMadeDerivation.all {
      let ids = derivation.derivation.lines.map(\.id)
      #expect(try report(derivation).lines.flatMap(\.ids) == ids)
      let anchors = derivation.markdown().matches(of: /<a id="s(\w+)"><\/a>/).map { String($0.1) }
      #expect(anchors == ids)
      for width in [60, 200] {
        let text = derivation.text(style: TextStyle(width: width))
        let numbers = text.matches(of: /\n {2,3}(\d+[a-z]?) +\S/).map { String($0.1) }
        #expect(numbers == ids)
      }
    }
  }
}
