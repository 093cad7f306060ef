// The update rules as loops, beside their formulas.

import Nabla
import Testing

@testable import Learning

@Suite("update rules")
struct UpdateRuleTests {
  @Test(
    "w := w − α ∂J/∂w  [W] §10.1; v := μ v − α ∂J/∂w, w := w + v  [W] §10.4: the loops are the formulas, bit by bit",
    arguments: [0.0, 0.9])
  func formulas(μ: Double) {
    var random = SeededGenerator(seed: 3)
    let sizes = [3, 4, 2]
    func drawn() -> Parameters<Double> {
      Initialisation(distribution: .gaussian, deviation: 1.0, seed: random.next() >> 12)
        .parameters(sizes: sizes, examples: 1)
    }
    let (start, gradient) = (drawn(), drawn())
    var (w, v): (Parameters<Double>, Parameters<Double>?) = (start, μ > 0 ? drawn() : nil)
    let before = v
    let rule = μ > 0 ? UpdateRule.momentum : .gradientDescent
    UpdateRule.update(&w, velocity: &v, gradient: gradient, rate: 0.3, momentum: μ)
    for n in start.numbers.indices {
      var values: [Letter: Double] = [
        Letter("w"): start.numbers[n], Letter("v"): before?.numbers[n] ?? 0, Letter("α"): 0.3,
        Letter("μ"): μ, Letter("G"): gradient.numbers[n],
      ]
      for line in rule.lines {
        let letters = Array(values.keys)
        var frame = Frame<Double>(letters: letters.map { [values[$0]!] })
        values[line.letter] = Program(line.value, letters: letters.map(\.name)).run(&frame)
      }
      #expect(w.numbers[n] == values[Letter("w")])
      if let v { #expect(v.numbers[n] == values[Letter("v")]) }
    }
  }

  @Test("v^(t) = −α Σ μ^(t−s) ∇J^(s): the velocity is a sum of all gradients so far")
  func unrolled() {
    let (α, μ) = (0.25, 0.5)
    let shape = LearningFixture.classes().network.parameters
    var (w, v): (Parameters<Double>, Parameters<Double>?) = (shape, shape.map { _ in 0 })
    let gradients = (1...6).map { s in shape.map { Double(s) * $0 } }
    for gradient in gradients {
      UpdateRule.update(&w, velocity: &v, gradient: gradient, rate: α, momentum: μ)
    }
    for (n, g) in shape.numbers.enumerated() {
      let sum = (1...6).reduce(0.0) { sum, s in
        sum + (0..<6 - s).reduce(1.0) { power, _ in power * μ } * Double(s) * g
      }
      #expect((v!.numbers[n] + α * sum).magnitude <= 8 * (α * sum).ulp)
    }
  }
}
