// Every typical mistake of a rule, made in every line that the rule gave, has to be caught by numbers;
// and so has every slip that changes a value.

import Foundation
import Nabla
import Testing

@testable import Deriving

@Suite("Planted mistakes") struct PlantedMistakeTests {
  /// All lines, and not a sample of them.
  static let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

  /// Some of many, the same ones for the same seed.
  static func sample<T>(_ all: [T], _ count: Int, seed: UInt64) -> [T] {
    if isLong || all.count <= count { return all }
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in all[random.integer(below: all.count)] }
  }

  /// Plants a sample of each derivation's wrong lines, and counts.
  static func count(
    _ name: String, sample size: Int, mayBeEqual: Bool, of lines: (Derivation) -> [PlantedLine]
  ) -> PlantedCount {
    var total = PlantedCount()
    for (n, derivation) in RuleStructureTests.all.enumerated() {
      total += PlantedChecker(derivation).count(
        sample(lines(derivation), size, seed: UInt64(n)), mayBeEqual: mayBeEqual)
    }
    print("\(name): \(total.text)")
    return total
  }

  @Test("a rule's own mistakes, in every line that it gave, are caught")
  func own() {
    let total = Self.count("rules' own mistakes", sample: 5, mayBeEqual: false) {
      $0.lines.flatMap(\.mistaken)
    }
    #expect(
      total.planted > 100 && total.unnoticed.isEmpty, "\(total.unnoticed.joined(separator: "\n"))")
  }

  @Test("a slip in a line of index notation is caught wherever it changes a value")
  func slips() {
    let total = Self.count("slips in index notation", sample: 8, mayBeEqual: true) {
      $0.lines.filter { if case .scalar = $0.equation.right { true } else { false } }
        .flatMap(\.slips)
    }
    #expect(
      total.planted > 100 && total.unnoticed.isEmpty, "\(total.unnoticed.joined(separator: "\n"))")
  }

  @Test("a slip in a line of matrices is caught wherever it changes a value or a shape")
  func matrixSlips() {
    let total = Self.count("slips in matrices", sample: 8, mayBeEqual: true) {
      $0.lines.filter { if case .matrix = $0.equation.right { true } else { false } }
        .flatMap(\.slips)
    }
    #expect(
      total.planted > 100 && total.unnoticed.isEmpty, "\(total.unnoticed.joined(separator: "\n"))")
  }

  @Test("[i=k] taken for 1 is caught: the diagonal of a Jacobian is not the whole of it")
  func diagonal() {
    var planted = 0
    for derivation in RuleStructureTests.all {
      let checker = PlantedChecker(derivation)
      for step in Self.sample(derivation.lines, 6, seed: 7) {
        guard case .scalar(let right) = step.equation.right else { continue }
        let wrong = right.replacingBrackets(by: 1)
        guard wrong != right, wrong != right.tidied else { continue }
        let line = PlantedLine(step: step, mistake: "[i=k] is 1", right: .scalar(wrong))
        planted += 1
        #expect(
          checker.catches(line) || !checker.changesValue(line), "\(derivation.name): \(line.text)")
      }
    }
    #expect(planted > 10)
  }
}
