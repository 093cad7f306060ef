// Identities between functions: networks with other functions and parameters that are the same network.

import Nabla
import RandomNetworks
import Testing

@Suite("Identities of networks")
struct NetworkIdentityTests {
  @Test(
    "tanh z = 2σ(2z) − 1 and tanh′ z = 4σ′(2z)", arguments: FunctionTests.moderate + [20, -40, 300])
  func tanhIsLogistic(z: Double) {
    let (tanh, logistic) = (ActivationProgram(.tanh), ActivationProgram(.logistic))
    var (left, right) = (
      tanh.frame(over: DoubleDouble.self), logistic.frame(over: DoubleDouble.self)
    )
    let (one, two) = (DoubleDouble.one, DoubleDouble(2))
    let (a, σ) = (tanh.value(DoubleDouble(z), &left), logistic.value(DoubleDouble(2 * z), &right))
    #expect((a - (two * σ - one)).magnitude.real <= 1e-30, "z = \(z): \(a), σ(2z) = \(σ)")
    let slope = tanh.slope(DoubleDouble(z), a, &left)
    let expected = DoubleDouble(4) * logistic.slope(DoubleDouble(2 * z), σ, &right)
    #expect(
      (slope - expected).magnitude.real <= 1e-28 * expected.real, "z = \(z): \(slope), \(expected)")
  }

  /// The layer ℓ with tanh is one with the logistic function of 2z, its values doubled and less 1:
  /// W^(ℓ), b^(ℓ) and W^(ℓ+1) times 2, b^(ℓ+1) less the sums of W^(ℓ+1)'s rows.
  @Test(
    "a layer of tanh is a layer of logistic nodes with other parameters: J the same, δ^(ℓ) halved",
    arguments: Identities.subjects.filter { $0.network.lastLayer > 2 })
  func tanhLayer(subject: Subject) {
    var activations = subject.network.activations.elements
    activations[0] = .tanh
    let tanh = subject.with(activations: activations, parameters: eighths(subject))
    activations[0] = .logistic
    var parameters = tanh.network.parameters
    let W = parameters.weights[3]
    for i in 1...W.rows {
      parameters.biases[3][i - 1] -= (1...W.columns).reduce(0) { $0 + W[i, $1] }
    }
    parameters.weights[2] = parameters.weights[2].map { 2 * $0 }
    parameters.biases[2] = parameters.biases[2].map { 2 * $0 }
    parameters.weights[3] = W.map { 2 * $0 }
    let logistic = subject.with(activations: activations, parameters: parameters)
    for ((engine, left), (_, right)) in zip(Identities.passes(logistic), Identities.passes(tanh)) {
      let name = "\(engine); \(subject.description)"
      let costs = (left.forward.cost, right.forward.cost)
      #expect(
        (costs.0 - costs.1).magnitude.real <= 1e-26 * costs.1.real,
        "J: \(costs.0), \(costs.1), \(name)")
      for l in 3...subject.network.lastLayer {
        expectEqual(
          left.backward.error[l].entries, right.backward.error[l].entries, within: 1e-25,
          "δ^(\(l)), \(name)")
      }
      let halves = right.backward.error[2].entries.map { $0 * DoubleDouble(0.5) }
      expectEqual(left.backward.error[2].entries, halves, within: 1e-25, "δ^(2), \(name)")
    }
  }

  /// Parameters rounded to eighths: doubling and summing them is exact.
  private func eighths(_ subject: Subject) -> Parameters<Double> {
    subject.network.parameters.map { ($0 * 8).rounded() / 8 }
  }

  @Test(
    "two-class softmax is the logistic function of z_1 − z_2: J and every gradient",
    arguments: Identities.subjects.filter { $0.network.outputs == 2 })
  func twoClasses(subject: Subject) {
    let last = subject.network.lastLayer
    let y = Identities.oneHot(2, subject.batch.count)
    let softmax = subject.with(hypothesis: .softmax, cost: .logLoss, targets: y)
      .with(parameters: eighths(subject))
    var parameters = softmax.network.parameters
    let (W, b) = (parameters.weights[last], parameters.biases[last])
    parameters.weights[last] = Matrix(
      rows: 1, columns: W.columns, entries: (1...W.columns).map { W[1, $0] - W[2, $0] })
    parameters.biases[last] = [b[0] - b[1]]
    let first = Matrix(
      rows: 1, columns: y.columns, entries: Array(y.entries[y.range(ofRow: 1)]))
    let sizes = subject.network.sizes.dropLast() + [1]
    let single = Network(
      sizes: Array(sizes), activations: subject.network.activations.elements, hypothesis: .logistic,
      cost: .crossEntropy, parameters: parameters)
    let logistic = Subject(
      description: subject.description, single, Batch(inputs: subject.batch.inputs, targets: first))
    for ((engine, left), (_, right)) in zip(Identities.passes(softmax), Identities.passes(logistic))
    {
      let name = "\(engine); \(subject.description)"
      expectEqual([left.forward.cost], [right.forward.cost], within: 1e-26, "J, \(name)")
      let opposite = right.backward.error[last].entries
      expectEqual(
        left.backward.error[last].entries, opposite + opposite.map { -$0 }, within: 1e-26,
        "δ, \(name)")
      let h = right.forward.activation[last].entries
      expectEqual(
        left.forward.activation[last].entries, h + h.map { .one - $0 }, within: 1e-26, "h, \(name)")
      let row = right.backward.gradient.weights[last].entries
      expectEqual(
        left.backward.gradient.weights[last].entries, row + row.map { -$0 }, within: 1e-25,
        "∇W, \(name)")
      for l in 2..<last {
        expectEqual(
          left.backward.gradient.weights[l].entries, right.backward.gradient.weights[l].entries,
          within: 1e-25, summedFrom: right.backward.error[last].entries.map(\.real).largest,
          "∇W^(\(l)), \(name)")
      }
    }
  }

  /// W = W^(3) W^(2) and b = W^(3) b^(2) + b^(3), so by the chain rule ∇_W^(2) = (W^(3))ᵀ ∇_W and
  /// ∇_W^(3) = ∇_W (W^(2))ᵀ + ∇_b (b^(2))ᵀ.
  @Test(
    "a hidden layer of identity collapses: one affine map, the same J, gradients by the chain rule",
    arguments: [Hypothesis.identity, .logistic, .softmax, .tanh])
  func collapse(hypothesis: Hypothesis) {
    for seed in UInt64(0)..<5 {
      let (deep, flat) = collapsing(hypothesis, seed: seed)
      let (W3, W2) = (deep.network.parameters.weights[3], deep.network.parameters.weights[2])
      let b2 = deep.network.parameters.biases[2]
      for ((engine, left), (_, right)) in zip(Identities.passes(deep), Identities.passes(flat)) {
        let name = "\(engine), \(hypothesis.name), seed \(seed)"
        expectEqual([left.forward.cost], [right.forward.cost], within: 1e-27, "J, \(name)")
        expectEqual(
          left.backward.error[3].entries, right.backward.error[2].entries, within: 1e-27,
          "δ, \(name)")
        let (G, g) = (right.backward.gradient.weights[2], right.backward.gradient.biases[2])
        for i in 1...W2.rows {
          for n in 1...W2.columns {
            let expected = (1...W3.rows).map { DoubleDouble(W3[$0, i]) * G[$0, n] }.reduce(.zero, +)
            let error = (left.backward.gradient.weights[2][i, n] - expected).magnitude.real
            #expect(error <= 1e-27, "∇W^(2), \(name)")
          }
          for k in 1...W3.rows {
            let expected = (1...W2.columns).map { G[k, $0] * DoubleDouble(W2[i, $0]) }
              .reduce(g[k - 1] * DoubleDouble(b2[i - 1]), +)
            let error = (left.backward.gradient.weights[3][k, i] - expected).magnitude.real
            #expect(error <= 1e-27, "∇W^(3), \(name)")
          }
        }
      }
    }
  }

  /// A 3-4-2 network with a hidden layer of identity, and the 3-2 network that it is; parameters are
  /// eighths, so that their products are exact.
  private func collapsing(_ hypothesis: Hypothesis, seed: UInt64) -> (deep: Subject, flat: Subject)
  {
    var random = SeededGenerator(seed: seed)
    func matrix(_ rows: Int, _ columns: Int) -> Matrix<Double> {
      Matrix(
        rows: rows, columns: columns,
        entries: (0..<rows * columns).map { _ in Double(random.integer(-16...16)) / 8 })
    }
    let (W2, W3, b2, b3) = (matrix(4, 3), matrix(2, 4), matrix(4, 1), matrix(2, 1))
    var (W, b) = (Matrix<Double>(rows: 2, columns: 3), b3)
    for k in 1...2 {
      for i in 1...4 {
        b[k, 1] += W3[k, i] * b2[i, 1]
        for n in 1...3 { W[k, n] += W3[k, i] * W2[i, n] }
      }
    }
    let isLog = hypothesis == .logistic || hypothesis == .softmax
    let cost = isLog ? Cost.crossEntropy : .quadratic
    let batch = Batch(inputs: matrix(3, 4), targets: Identities.oneHot(2, 4, seed: seed))
    let deep = Network(
      sizes: [3, 4, 2], activations: [.identity], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(first: 2, [W2, W3]), biases: Layers(first: 2, [b2.entries, b3.entries])))
    let flat = Network(
      sizes: [3, 2], activations: [], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(weights: Layers(first: 2, [W]), biases: Layers(first: 2, [b.entries])))
    return (Subject(description: "deep", deep, batch), Subject(description: "flat", flat, batch))
  }
}
