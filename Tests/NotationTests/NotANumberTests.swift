// What is no number stays no number: a branch must not make it one.

import Nabla
import Testing

@Suite("No number") struct NotANumber {
  private static let x = Expression.letter(Letter("x"))

  @Test(
    "max, a bracket and the largest of several pass on what is no number",
    arguments: [
      .max(0, x), .max(x, 0), .max(x, 0, tie: .second), .bracket(x, .greater, 0),
      .bracket(0, .greaterOrEqual, x), .largest(over: .i, x), .largest(over: .i, x * 0),
    ] as [Expression])
  func branches(_ expression: Expression) {
    let program = Program(expression, letters: ["x"], indices: [], sided: false)
    var frame = Frame(letters: [[Double.nan]], indices: [], count: 2)
    #expect(program.run(&frame).isNaN)
  }

  @Test("A weighted input that overflows makes the cost no number, and the check cannot tell")
  func overflow() {
    let network = Network(
      sizes: [2, 1, 1], activations: [.rectifier()], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [
            Matrix(rows: 1, columns: 2, entries: [1e308, -1e308]),
            Matrix(rows: 1, columns: 1, entries: [1]),
          ]),
        biases: Layers(first: 2, [[0], [0]])))
    let batch = Batch(
      inputs: Matrix(rows: 2, columns: 1, entries: [10, 10]),
      targets: Matrix(rows: 1, columns: 1, entries: [0]))
    #expect(ScalarPropagation<Double>(network, batch).forward().cost.isNaN)
    #expect(GradientCheck(network, batch).run().verdict == .cannotTell)
  }
}
