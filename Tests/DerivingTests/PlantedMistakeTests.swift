// Every typical mistake of a rule, made in every line that the rule gave, has to be caught by numbers.

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

  @Test("a rule's own mistakes, in every line that it gave")
  func own() throws {
    var total = PlantedCount()
    for (n, topic) in Topic.all.enumerated() {
      let derivation = try topic.derivation()
      let lines = derivation.lines.flatMap(\.mistaken)
      total += PlantedChecker(derivation).count(
        Self.sample(lines, 12, seed: UInt64(n)), mayBeEqual: false)
    }
    print("rules' own mistakes: \(total.text)")
    #expect(total.planted > 0 && total.unnoticed.isEmpty, "\(total.unnoticed.joined(separator: "\n"))")
  }
}
