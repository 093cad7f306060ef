// Indices of expressions: substitution that captures nothing, equality up to bound names.

import Nabla
import Testing

@Suite("Indices") struct IndexTests {
  private static let softmax: Expression = .exp(.zk) / .sum(over: .i, .exp(.zi))

  @Test("substituting an index that a sum uses renames the sum")
  func capture() {
    let other = Self.softmax.substituting(.k, by: .i)
    #expect(other.freeIndices == [.i])
    #expect(other.isSame(as: .exp(.zi) / .sum(over: .j, .exp(.letter("z", .j)))))
    #expect(!other.isSame(as: .exp(.zi) / .sum(over: .j, .exp(.zi))))
  }

  @Test("a definition in every layer gives its value in one, its indices put in")
  func definition() throws {
    let (i, j) = (Index("i", .nodes(.current)), Index("j", .nodes(.current - 1)))
    let z = Definition(
      Letter("z", nodes: [i], layer: .current),
      .sum(over: j, .letter("w", i, j, layer: .current) * .letter("a", j, layer: .current - 1)),
      name: "weighted input")
    let k = Index("j", .nodes(.last))
    let value = try #require(z.value(of: Letter("z", nodes: [k], layer: .last)))
    let p = Index("p", .nodes(.last - 1))
    #expect(
      value.isSame(
        as: .sum(
          over: p, .letter("w", k, p, layer: .last) * .letter("a", p, layer: .last - 1))))
  }
}
