// What the mistakes of BP2 to BP4 do, beside the right formula's parts computed from a pass.

import Nabla
import Testing

@testable import WorkedExamples

@Suite("Formulas of mistakes")
struct MistakeFormulaTests {
  /// 2-2-2-2 with three examples and a penalty.
  private static let worked: WorkedExample = {
    let plain = Network.square(.quadratic, .tanh)
    let network = Network(
      sizes: plain.sizes, activations: plain.activations.elements, hypothesis: plain.hypothesis,
      cost: plain.cost, penalty: Penalty(l2: 0.3), parameters: plain.parameters)
    let batch = Batch(
      inputs: Matrix(rows: 2, columns: 3, entries: [0.5, -1, 2, 0.25, 1, -0.5]),
      targets: Matrix(rows: 2, columns: 3, entries: [1, 0, 0, 0, 1, 1]))
    do {
      return try WorkedExample(network, batch, .full)
    } catch {
      fatalError("\(error)")
    }
  }()

  /// The value of a letter where a mistake is made; the mistake by its name and its summary.
  private func wrong(_ name: String, _ letter: Letter, _ summary: String = "") throws -> Double {
    let example = Self.worked
    let mistake = try #require(
      NetworkMistake.all.first {
        $0.name == name && (summary.isEmpty || $0.summary.contains(summary))
      })
    let equations = try #require(
      mistake.equations(example.equations, example.network, example.batch))
    let calculation = Calculation(
      [equations.forward, equations.backward, equations.gradient], example.network, examples: 3)
    let values = calculation.values(calculation.given.map(example.given.exactValue))
    return values[try #require(calculation.slot(of: letter))].real
  }

  private func right(_ letter: Letter) throws -> Double {
    try #require(Self.worked.value(of: letter)).real
  }

  private func expect(_ a: Double, _ b: Double, _ name: String) {
    #expect((a - b).magnitude <= 1e-14 * max(1, b.magnitude), "\(name): \(a), not \(b)")
  }

  @Test("∂J/∂b from one example is δ of the first, or of the last, and of no other")
  func bias() throws {
    let gradient = Letter("∂J/∂b", at: 2, layer: 3)
    for (which, m) in [("first", 1), ("last", 3)] {
      expect(
        try wrong("bias-not-summed", gradient, which),
        try right(Letter("δ", at: 2, layer: 3, example: m)), which)
    }
  }

  @Test("The penalty not averaged is λ w, on biases it is λ b / M, and missing it is nothing")
  func penalty() throws {
    let gradient = Letter("∂J/∂w", at: 2, 1, layer: 2)
    let w = try right(Letter("w", at: 2, 1, layer: 2))
    let data = try right(gradient) - 0.3 * w / 3
    expect(try wrong("penalty-missing", gradient), data, "missing")
    expect(try wrong("penalty-not-averaged", gradient), data + 0.3 * w, "not averaged")
    let bias = Letter("∂J/∂b", at: 1, layer: 2)
    expect(
      try wrong("penalty-on-biases", bias),
      try right(bias) + 0.3 * right(Letter("b", at: 1, layer: 2)) / 3, "on biases")
  }

  @Test("The average taken twice divides the examples' part by M once more, and not the penalty")
  func average() throws {
    let gradient = Letter("∂J/∂w", at: 1, 2, layer: 3)
    let penalty = 0.3 * (try right(Letter("w", at: 1, 2, layer: 3))) / 3
    expect(
      try wrong("double-average", gradient), (try right(gradient) - penalty) / 3 + penalty, "weight"
    )
    let bias = Letter("∂J/∂b", at: 1, layer: 3)
    expect(try wrong("double-average", bias), try right(bias) / 3, "bias")
  }

  @Test("Transposed weights are w_ji^(ℓ+1), weights of the wrong layer are w_ij^(ℓ)")
  func weights() throws {
    let slope = Letter("∂J/∂a", at: 1, layer: 3, example: 2)
    func sum(_ weight: (Int) -> Letter) throws -> Double {
      try (1...2).reduce(0) {
        $0 + (try right(Letter("δ", at: $1, layer: 4, example: 2))) * (try right(weight($1)))
      }
    }
    expect(try right(slope), try sum { Letter("w", at: $0, 1, layer: 4) }, "right")
    expect(
      try wrong("transposed-weights", slope), try sum { Letter("w", at: 1, $0, layer: 4) },
      "transposed")
    expect(
      try wrong("wrong-layer-weights", slope), try sum { Letter("w", at: $0, 1, layer: 3) },
      "wrong layer")
  }
}
