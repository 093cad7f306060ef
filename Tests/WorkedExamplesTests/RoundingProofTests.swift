// The search for networks whose printed numbers never contradict each other.

import Nabla
import Testing

@testable import WorkedExamples

@Suite("Rounding-proof sheets")
struct RoundingProofTests {
  static let template = SheetTemplate(
    sizes: [2, 1], activations: [], hypothesis: .logistic, cost: .crossEntropy)

  private func hits(_ template: SheetTemplate, _ count: Int, seed: UInt64) throws
    -> [RoundingProofSearch.Hit]
  {
    try RoundingProofSearch(template, WorkedExampleOptions(), seed: seed)
      .hits(count, triesForEach: 60_000)
  }

  @Test("Whoever carries the printed numbers prints the same, with halves up or to even")
  func carrying() throws {
    let hits =
      try hits(Self.template, 4, seed: 2)
      + hits(
        SheetTemplate(
          sizes: [2, 2, 1], activations: [.logistic], hypothesis: .logistic, cost: .crossEntropy),
        1,
        seed: 7)
    #expect(hits.count == 5)
    for hit in hits {
      let example = hit.example
      #expect(example.isRoundingProof)
      var carried: [Letter: DoubleDouble] = [:]
      for line in example.lines {
        let letters = line.formula.letters
        let operands = letters.map { letter in
          carried[letter] ?? DoubleDouble(decimal: example.given.value(of: letter)!)
        }
        let slots = Dictionary(uniqueKeysWithValues: zip(letters, letters.indices))
        let value = LineProgram(line.formula, slots).value(operands)
        let printed = PrintedNumber(rounding: value, digits: 4)
        #expect(printed == line.printed, "\(line.id) of \(hit.tries)")
        #expect(PrintedNumber.distanceFromTie(value, printed) > 1e-9)
        carried[line.left] = printed.value
      }
    }
  }

  @Test("The same seed leads to the same networks, whatever else is asked for")
  func seeds() throws {
    let three = try hits(Self.template, 3, seed: 11)
    let one = try hits(Self.template, 1, seed: 11)
    #expect(three.count == 3)
    #expect(one[0].tries == three[0].tries)
    #expect(
      one[0].example.lines.map(\.printed) == three[0].example.lines.map(\.printed))
    let other = try hits(Self.template, 1, seed: 12)
    #expect(other[0].example.lines.map(\.printed) != one[0].example.lines.map(\.printed))
  }

  @Test("Where nothing is found, nothing is claimed")
  func nothing() throws {
    let template = SheetTemplate(
      sizes: [4, 5, 4], activations: [.tanh], hypothesis: .softmax, cost: .logLoss)
    let search = RoundingProofSearch(template, WorkedExampleOptions(), seed: 1)
    #expect(try search.hits(1, triesForEach: 50).isEmpty)
  }

  @Test("A sheet with a last digit that the printed numbers do not give is not rounding-proof")
  func contradiction() throws {
    let example = try KnownSheetTests.example()
    let marked = example.lines.filter { $0.printedOperandsGive != nil }
    #expect(marked.map(\.id) == ["B1"])
    #expect(!example.isRoundingProof)
  }
}
