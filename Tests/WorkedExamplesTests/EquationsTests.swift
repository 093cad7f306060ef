import Nabla
import Testing

@Suite struct EquationsTests {
  func dump(_ example: WorkedExample) {
    for e in example.lines where e.id.first! != "A" && e.id.first! != "U" {
      print(
        e.id, TextNotation.string(Expression.letter(e.left).onPaper), "=",
        TextNotation.string(e.formula.onPaper), "=", e.printed, e.printedOperandsGive as Any)
    }
    for m in example.markingKey ?? [] {
      print(
        " mistake = ", m.mistake.name, m.mistake.summary,
        m.values.map { "\($0.line) \($0.printed)" }.joined(separator: " "))
    }
  }
  @Test func dump() throws {
    for f in ["/tmp/w.json", "/tmp/w2.json"] {
      let file = try NetworkFile.read(path: f)
      let example = try WorkedExample(file.network, file.batch)
      dump(example)
      for p in example.paths(from: .weight(layer: 2, i: 1, j: 2)).paths {
        print("path =", TextNotation.string(p.product.onPaper), p.value.real)
      }
    }
    let clock = ContinuousClock()
    let search = RoundingProofSearch(
      SheetTemplate(
        sizes: [2, 2, 1], activations: [.logistic], hypothesis: .logistic, cost: .crossEntropy),
      WorkedExampleOptions(), seed: 1)
    let t = try clock.measure {
      let hits = try search.hits(30, tries: 100000);
      print("hits =", hits.count, hits.last?.tries as Any);
      if let h = hits.first { dump(h.example) }
    }
    print("time =", t)
  }
}
