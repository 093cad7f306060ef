// Formulas of [R], [N] and [V] about training that no other test of this room names.

import Nabla
import NetworkModel
import Testing

@Suite("formulas of training")
struct FormulaTests {
  /// ∇J of a network on some examples, by the scalar engine.
  private func gradient(_ network: Network, _ batch: Batch) -> Parameters<Double> {
    let engine = ScalarPropagation<Double>(network, batch)
    return engine.gradients(engine.forward()).gradient
  }

  @Test("∂C/∂k_j = Σ 2 (p(x_i) − y_i) x_i^j  [R] polynomial regression", arguments: [1, 3, 6])
  func polynomial(degree: Int) throws {
    let points = [(0.5, 1.25), (-1.0, 0.5), (0.25, -2.0), (2.0, 0.75)]
    let k = (0...degree).map { 0.5 - 0.25 * Double($0) }
    let text = """
      {"sizes": [\(degree), 1], "hypothesis": "identity", "cost": "residual-sum-of-squares",
       "weights": [[[\(k.dropFirst().map { "\($0)" }.joined(separator: ","))]]],
       "biases": [[\(k[0])]], "training": {"powers": \(degree)},
       "examples": [\(points.map { "{\"x\": [\($0.0)], \"y\": \($0.1)}" }.joined(separator: ","))]}
      """
    let file = try NetworkFile.read(text: Array(text.utf8), name: "polynomial", directory: ".")
    var g = file.network.parameters.map { _ in 0.0 }
    _ = BlockedDescent(file.network, file.batch).evaluate(
      file.network.parameters, on: MiniBatch(), to: &g)
    func power(_ x: Double, _ j: Int) -> Double {
      (0..<j).reduce(1.0) { product, _ in product * x }
    }
    for j in 0...degree {
      let expected = points.reduce(0.0) { sum, point in
        let p = (0...degree).reduce(0.0) { $0 + k[$1] * power(point.0, $1) }
        return sum + 2 * (p - point.1) * power(point.0, j)
      }
      let found = j == 0 ? g.biases[2][0] : g.weights[2][1, j]
      #expect((found - expected).magnitude <= 1e-12 * max(1, expected.magnitude))
    }
  }

  @Test("W_new = W − α ∂C/∂W and b_new = b − α ∂C/∂b in both layers  [R] digits")
  func descent() {
    var fixture = LearningFixture.classes(activation: .rectifier())
    fixture.network = Network(
      sizes: fixture.network.sizes, activations: fixture.network.activations.elements,
      hypothesis: .softmax, cost: .logLoss, parameters: fixture.network.parameters)
    var trainer = fixture.trainer(.with { $0.rate = 0.1 })
    _ = trainer.propagate()
    trainer.update()
    let g = gradient(fixture.network, fixture.batch)
    for (new, (old, slope)) in zip(
      trainer.parameters.numbers, zip(fixture.network.parameters.numbers, g.numbers))
    {
      #expect((new - (old - 0.1 * slope)).magnitude <= 4 * max(old.magnitude, 0.1).ulp)
    }
  }

  @Test(
    "θ := θ − η/|D^(b)| Σ ∂C/∂θ over the batch's own examples  [N] Types of gradient descent",
    arguments: [1, 4, 60])
  func averaging(size: Int) {
    let fixture = LearningFixture.classes()
    var trainer = fixture.trainer(
      .with {
        $0.batch = .examples(size); $0.rate = 0.5
      })
    let positions = trainer.nextBatch().positions ?? Array(0..<60)
    #expect(positions.count == size)
    _ = trainer.propagate()
    trainer.update()
    // C of one example is J of a batch that has it alone.
    let sums = positions.map { gradient(fixture.network, fixture.batch.examples([$0])).numbers }
    for (n, old) in fixture.network.parameters.numbers.enumerated() {
      let step = 0.5 / Double(size) * sums.reduce(0.0) { $0 + $1[n] }
      #expect((trainer.parameters.numbers[n] - (old - step)).magnitude <= 1e-14)
    }
  }
}

@Suite("predictions")
struct PerformanceTests {
  private func network(_ outputs: Int, _ hypothesis: Hypothesis, _ cost: Cost) -> Network {
    Network(
      sizes: [1, outputs], activations: [], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(first: 2, [Matrix(rows: outputs, columns: 1)]),
        biases: Layers(first: 2, [Array(repeating: 0, count: outputs)])))
  }

  @Test("Accuracy = Σ I(t_i = y_i) / n  [V] (24)")
  func accuracy() {
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 4, entries: [-1, 2, 0, -3]),
      targets: Matrix(rows: 1, columns: 4, entries: [0, 1, 0, 1]))
    var network = network(1, .logistic, .crossEntropy)
    network.parameters.weights[2][1, 1] = 1
    // h is below, above, at and below ½: classes 0, 1, 1, 0.
    let performance = BlockedDescent(network, batch).performance(network.parameters)
    #expect(performance.correct == 2)
    #expect(performance.accuracy == 0.5)
  }

  @Test(
    "K > 1: the largest output, of equal ones the first; a single logistic output: h ≥ ½, σ_Step [N]"
  )
  func reading() throws {
    let several = try #require(ClassReading(network(3, .softmax, .logLoss)))
    #expect(several == .largest)
    let H = Matrix<Double>(
      rows: 3, columns: 3, entries: [0.2, 0.4, 0.3, 0.7, 0.4, 0.3, 0.1, 0.2, 0.4])
    #expect((1...3).map { several.label(H, $0) } == [2, 1, 3])
    let single = try #require(ClassReading(network(1, .logistic, .crossEntropy)))
    let h = Matrix<Double>(rows: 1, columns: 3, entries: [0.5, 0.5.nextDown, 0.9])
    #expect((1...3).map { single.label(h, $0) } == [1, 0, 1])
  }

  @Test("A value is no class: regression has no accuracy, nor have targets that name no class")
  func values() throws {
    #expect(ClassReading(network(1, .identity, .quadratic)) == nil)
    let several = try #require(ClassReading(network(2, .identity, .quadratic)))
    #expect(several.isClass(Matrix(rows: 2, columns: 2, entries: [0, 1, 1, 0])))
    #expect(!several.isClass(Matrix(rows: 2, columns: 2, entries: [0.5, 1, 0.5, 0])))
    #expect(!several.isClass(Matrix(rows: 2, columns: 1, entries: [1, 1])))
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 1, entries: [1]),
      targets: Matrix(rows: 1, columns: 1, entries: [0.25]))
    let network = network(1, .identity, .quadratic)
    #expect(BlockedDescent(network, batch).performance(network.parameters).accuracy == nil)
  }
}
