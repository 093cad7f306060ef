// Worked examples for the tests of sheets: every pair of cost and hypothesis, and seeded shapes.

import Nabla

/// What a worked example of the tests is made of.
struct SheetExample: Sendable, CustomStringConvertible {
  let seed: UInt64
  let network: Network
  let batch: Batch

  var description: String {
    let functions = network.activations.elements.map(\.name) + [network.hypothesis.name]
    return "seed \(seed): \(network.sizes) \(functions) \(network.cost.name) \(network.penalty) "
      + "M=\(batch.count)"
  }

  /// A network of a shape with numbers of one or two decimals.
  init(
    seed: UInt64, sizes: [Int], activations: [Activation], hypothesis: Hypothesis, cost: Cost,
    penalty: Penalty = .none, examples: Int = 1, name: String? = nil
  ) {
    var generator = SeededGenerator(seed: seed)
    func decimal(_ range: ClosedRange<Int>) -> Double {
      Double(Int.random(in: range, using: &generator)) / 10
    }
    let layers = 1..<sizes.count
    let weights = layers.map { l in
      Matrix(
        rows: sizes[l], columns: sizes[l - 1],
        entries: (0..<sizes[l] * sizes[l - 1]).map { _ in decimal(-9...9) })
    }
    let biases = layers.map { l in (0..<sizes[l]).map { _ in decimal(-9...9) } }
    network = Network(
      name: name, sizes: sizes, activations: activations, hypothesis: hypothesis, cost: cost,
      penalty: penalty,
      parameters: Parameters(
        weights: Layers(first: 2, weights), biases: Layers(first: 2, biases)))
    let outputs = sizes[sizes.count - 1]
    var targets = Matrix<Double>(rows: outputs, columns: examples)
    for m in 1...examples {
      let c = Int.random(in: 1...outputs, using: &generator)
      for k in 1...outputs {
        targets[k, m] = hypothesis.isElementwise ? decimal(0...10) : k == c ? 1 : 0
      }
    }
    batch = Batch(
      inputs: Matrix(
        rows: sizes[0], columns: examples,
        entries: (0..<sizes[0] * examples).map { _ in decimal(-20...20) }),
      targets: targets)
    self.seed = seed
  }

  /// Every cost with every hypothesis that it is defined for.
  static let pairs: [SheetExample] = Cost.all.flatMap { cost in
    Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 2) }.map { hypothesis in
      SheetExample(
        seed: 7, sizes: [2, 2, 2], activations: [.logistic], hypothesis: hypothesis, cost: cost)
    }
  }

  /// Shapes of two to five layers with any mix of functions, of one to three examples.
  static let shapes: [SheetExample] = (1...50).map { seed in
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func element<T>(_ list: [T]) -> T { list[draw(0...list.count - 1)] }
    let hypothesis = element(Hypothesis.all)
    var sizes = (0..<draw(2...5)).map { _ in draw(1...3) }
    if !hypothesis.isElementwise { sizes[sizes.count - 1] = draw(2...3) }
    let cost = element(Cost.all.filter { $0.isDefined(for: hypothesis, outputs: sizes.last!) })
    let activations = (0..<sizes.count - 2).map { _ in
      element(Activation.all + [.rectifier(slopeAtZero: 1), .linear(k: 2), .step(k: 0.5)])
    }
    let penalties = [Penalty.none, Penalty(l2: 0.3), Penalty(l1: 0.2), Penalty(l2: 0.01, l1: 1)]
    return SheetExample(
      seed: UInt64(seed), sizes: sizes, activations: activations, hypothesis: hypothesis,
      cost: cost, penalty: element(penalties), examples: draw(1...3))
  }

  func worked(digits: Int = 4) throws -> WorkedExample {
    var options = WorkedExampleOptions()
    options.digits = digits
    return try WorkedExample(network, batch, options)
  }

  func sheet(
    _ kind: Sheet.Kind, digits: Int = 4, fading: Int? = nil, isChecked: Bool = false,
    hasPaths: Bool = false
  ) throws -> Sheet {
    let worked = try worked(digits: digits)
    return Sheet(
      worked, kind, name: network.name ?? "seed \(seed)", fading: fading,
      check: isChecked ? GradientCheck(network, batch).run() : nil,
      paths: hasPaths ? [worked.paths(from: .weight(layer: 2, i: 1, j: 1))] : [])
  }
}

extension SheetExample {
  static let small = SheetExample(
    seed: 3, sizes: [2, 2, 1], activations: [.logistic], hypothesis: .logistic, cost: .crossEntropy)
  static let large = SheetExample(
    seed: 3, sizes: [3, 4, 4, 2], activations: [.tanh, .rectifier()], hypothesis: .softmax,
    cost: .logLoss, penalty: Penalty(l2: 0.1), examples: 3)
  static let deep = SheetExample(
    seed: 5, sizes: [2, 3, 3, 3, 3, 2],
    activations: [.logistic, .tanh, .rectifier(), .linear(k: 2)],
    hypothesis: .identity, cost: .quadratic, penalty: Penalty(l2: 0.01, l1: 1))
}
