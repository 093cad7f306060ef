// The numbers of worked lines beside those of the engines.

import Nabla
import RandomNetworks
import Testing

@testable import WorkedExamples

@Suite("Worked lines and engines")
struct EngineAgreementTests {
  @Test(
    "Every line's value is the scalar engine's, in both passes",
    arguments: RandomNetwork.handy(12))
  func values(_ random: RandomNetwork) throws {
    let example = try WorkedExample(random.network, random.batch, .full)
    try expectAgreement(example, "\(random)")
  }

  @Test(
    "Saturated, dead, fitted and kinked networks are worked too",
    arguments: RandomNetwork.Trouble.allCases.filter { $0 != .none && $0 != .scales })
  func trouble(_ trouble: RandomNetwork.Trouble) throws {
    for random in RandomNetwork.handy(2, trouble: trouble) {
      let example = try WorkedExample(random.network, random.batch, .full)
      try expectAgreement(example, "\(random)")
    }
  }

  @Test(
    "Every defined pair is worked",
    arguments: Cost.all.flatMap { cost in
      Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 2) }.map { (cost, $0) }
    })
  func pair(_ cost: Cost, _ hypothesis: Hypothesis) throws {
    let network = Network.small(cost, hypothesis)
    for targets in [[1.0, 0, 0, 1], [0.3, 0.2, 0.9, 0.4]] {
      let batch = Batch(
        inputs: Matrix(rows: 2, columns: 2, entries: [0.5, -1, 2, 0.25]),
        targets: Matrix(rows: 2, columns: 2, entries: targets))
      try expectAgreement(WorkedExample(network, batch, .full), "\(cost.name) \(hypothesis.name)")
    }
  }

  @Test("A network with too many lines takes its numbers from an engine, and they are the same")
  func large() throws {
    let parameters = Initialisation(distribution: .gaussian, deviation: 0.2, seed: 3)
    let network = Network(
      sizes: [60, 40, 12], activations: [.tanh], hypothesis: .softmax, cost: .logLoss,
      penalty: Penalty(l2: 0.1, l1: 0.2),
      parameters: parameters.parameters(sizes: [60, 40, 12], examples: 1))
    var inputs = Matrix<Double>(rows: 60, columns: 3)
    for n in 5...60 { for m in 1...3 { inputs[n, m] = Double(1 + (n * m) % 7) / 7 } }
    var targets = Matrix<Double>(rows: 12, columns: 3)
    for m in 1...3 { targets[m, m] = 1 }
    let batch = Batch(inputs: inputs, targets: targets)
    #expect(WorkedExample.termCount(network, batch) > WorkedExample.largestTermCount)
    let example = try WorkedExample(network, batch)
    try expectAgreement(example, "60-40-12")
    // Inputs 1 … 4 are 0 everywhere: 5, 6, 7 and the last are shown.
    let first = try #require(example.lines.first)
    #expect(first.isAbridged)
    #expect(
      first.formula.letters.filter { $0.name == "x" }.map { $0.nodes[0].position } == [5, 6, 7, 60])
    #expect(example.section(.forward).count { $0.quantity == .activation } == 4 * 3)
  }

  /// Compares each line with the engine's passes before and after the update.
  private func expectAgreement(_ example: WorkedExample, _ name: String) throws {
    let before = PassNumbers(ScalarPropagation<Double>(example.network, example.batch))
    var updated = example.network
    for coordinate in updated.parameters.coordinates {
      updated.parameters[coordinate] -=
        example.given.learningRate * before.backward.gradient[coordinate]
    }
    let after = PassNumbers(ScalarPropagation<Double>(updated, example.batch))
    #expect(!example.lines.isEmpty)
    for line in example.lines {
      let pass = line.left.isUpdated ? after : before
      let expected = try #require(pass.value(of: line.left.original), "\(name): \(line.left)")
      let size = max(expected.magnitude, scale(of: line, pass))
      #expect(
        (line.value.real - expected).magnitude <= 1e-11 * size,
        "\(name): \(line.id) \(line.left) is \(line.value.real), the engine has \(expected)")
    }
  }

  /// What an absolute error of a line is measured by: the largest number that goes into its layer.
  private func scale(of line: WorkedLine, _ pass: PassNumbers) -> Double {
    let last = pass.network.lastLayer
    switch line.quantity {
    case .weightedInput, .activation, .output, .slope, .outputSlope:
      return 1 + pass.forward.weightedInput[line.layer ?? last].entries.map(\.magnitude).max()!
    case .exampleCost, .cost, .penalty: return 1 + pass.forward.cost.magnitude
    default:
      return max(
        1e-6,
        pass.backward.error.elements.flatMap(\.entries).map(\.magnitude).max()!
          * (1 + pass.forward.activation.elements.flatMap(\.entries).map(\.magnitude).max()!))
    }
  }
}

extension RandomNetwork {
  /// The first networks that are small enough to be worked line by line in a test.
  static func handy(_ count: Int, trouble: Trouble = .none) -> [RandomNetwork] {
    var found: [RandomNetwork] = []
    for seed in UInt64(0)... {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      if WorkedExample.termCount(random.network, random.batch) <= 120 { found.append(random) }
      if found.count == count { break }
    }
    return found
  }
}

extension WorkedExampleOptions {
  /// Nothing left out.
  static var full: Self {
    var options = WorkedExampleOptions()
    options.limit = .max
    return options
  }
}

extension Network {
  /// 2-3-2 with numbers of one decimal.
  static func small(_ cost: Cost, _ hypothesis: Hypothesis) -> Network {
    Network(
      sizes: [2, 3, 2], activations: [.tanh], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [
            Matrix(rows: 3, columns: 2, entries: [0.4, -0.7, 0.2, 0.9, -0.3, 0.6]),
            Matrix(rows: 2, columns: 3, entries: [0.8, -0.1, 0.3, -0.6, 0.7, 0.2]),
          ]), biases: Layers(first: 2, [[0.1, -0.2, 0.3], [-0.4, 0.6]])))
  }
}
