// A 2-2-1 sheet whose numbers were found with decimal arithmetic elsewhere, and its marking key.

import Nabla
import Testing

@testable import WorkedExamples

@Suite("A sheet that is known")
struct KnownSheetTests {
  static let network = Network(
    sizes: [2, 2, 1], activations: [.logistic], hypothesis: .logistic, cost: .crossEntropy,
    parameters: Parameters(
      weights: Layers(
        first: 2,
        [
          Matrix(rows: 2, columns: 2, entries: [0.4, 0.7, -0.8, 0.3]),
          Matrix(rows: 1, columns: 2, entries: [-0.4, -0.2]),
        ]), biases: Layers(first: 2, [[-0.4, 0.2], [-0.5]])))
  static let batch = Batch(
    inputs: Matrix(rows: 2, columns: 1, entries: [-1, 2]),
    targets: Matrix(rows: 1, columns: 1, entries: [1]))

  static func example() throws -> WorkedExample {
    var options = WorkedExampleOptions()
    options.learningRate = 0.2
    return try WorkedExample(network, batch, options)
  }

  @Test("Its printed numbers, line by line")
  func numbers() throws {
    let example = try Self.example()
    func printed(_ kind: WorkedSection.Kind) -> [String] {
      example.section(kind).map(\.printed.description)
    }
    #expect(
      printed(.forward) == ["0.6000", "1.6000", "0.6457", "0.8320", "-0.9247", "0.2840", "1.2588"])
    #expect(
      printed(.backward).dropFirst(2)
        == ["-0.7160", "0.2864", "0.1432", "0.2288", "0.1398", "0.0655", "0.0200"])
    #expect(
      printed(.gradient) == [
        "-0.4623", "-0.5957", "-0.7160", "-0.0655", "0.1310", "-0.0200", "0.0400", "0.0655",
        "0.0200",
      ])
    #expect(
      printed(.update) == [
        "0.4131", "0.6738", "-0.7960", "0.2920", "-0.4131", "0.1960", "-0.3075", "-0.0809",
        "-0.3568",
      ])
    #expect(
      printed(.again) == ["0.5214", "1.5760", "0.6275", "0.8286", "-0.6168", "0.3505", "1.0484"])
    #expect(PrintedNumber(rounding: example.outcome.fall, digits: 4).description == "0.2104")
    #expect(PrintedNumber(rounding: example.outcome.forecast, digits: 4).description == "0.2219")
  }

  @Test(
    "What each mistake prints: δ^(3), ∂J/∂w of layer 3, δ^(2), two of ∂J/∂w of layer 2",
    arguments: [
      ("sign", ["0.7160", "0.4623", "0.5957", "-0.0655", "-0.0200", "-0.1310", "0.0200"]),
      (
        "extra-hypothesis-derivative",
        ["-0.1456", "-0.0940", "-0.1211", "0.0133", "0.0041", "0.0266", "-0.0041"]
      ),
      (
        "weighted-input-for-activation",
        ["-0.7160", "-0.4296", "-1.1456", "0.0655", "0.0200", "0.1310", "-0.0200"]
      ),
      (
        "updated-weights",
        ["-0.7160", "-0.4623", "-0.5957", "0.0504", "0.0081", "0.1008", "-0.0081"]
      ),
      (
        "missing-activation-derivative",
        ["-0.7160", "-0.4623", "-0.5957", "0.2864", "0.1432", "0.5728", "-0.1432"]
      ),
      (
        "activation-derivative-at-activation",
        ["-0.7160", "-0.4623", "-0.5957", "0.0646", "0.0303", "0.1293", "-0.0303"]
      ),
      (
        "activation-derivative-in-weighted-input",
        ["-0.7160", "-0.4623", "-0.5957", "0.0687", "-0.1375", "0.1375", "0.1375"]
      ),
    ])
  func mistakes(_ name: String, _ expected: [String]) throws {
    let example = try Self.example()
    let key = try #require(example.markingKey)
    let marked = try #require(key.first { $0.mistake.name == name })
    let letters = [
      "δ_1^(3)", "∂J/∂w_11^(3)", "∂J/∂w_12^(3)", "δ_1^(2)", "δ_2^(2)", "∂J/∂w_12^(2)",
      "∂J/∂w_21^(2)",
    ]
    let printed = try letters.map { letter in
      let line = try #require(example.lines.first { "\($0.left)" == letter }, "\(letter)")
      return (marked.values.first { $0.line == line.id }?.printed ?? line.printed).description
    }
    #expect(printed == expected)
  }

  @Test("The catalogue has every name that reports use, and no mistake leaves a sheet as it is")
  func catalogue() throws {
    let names = Set(NetworkMistake.all.map(\.name))
    let needed: Set = [
      "missing-average", "double-average", "doubled", "halved", "sign",
      "missing-hypothesis-derivative", "extra-hypothesis-derivative", "softmax-elementwise",
      "other-cost", "missing-activation-derivative", "activation-derivative-at-activation",
      "transposed-weights", "wrong-layer-weights", "updated-weights", "penalty-missing",
      "penalty-not-averaged", "penalty-on-biases", "bias-not-summed",
    ]
    #expect(needed.subtracting(names).isEmpty)
    var seen: Set<String> = []
    for (cost, hypothesis) in [
      (Cost.quadratic, Hypothesis.tanh), (.logLoss, .softmax), (.crossEntropy, .logistic),
    ] {
      var network = Network.square(cost, hypothesis)
      for penalty in [Penalty.none, Penalty(l2: 0.3, l1: 0.2)] {
        network = Network(
          sizes: network.sizes, activations: network.activations.elements,
          hypothesis: hypothesis, cost: cost, penalty: penalty, parameters: network.parameters)
        let batch = Batch(
          inputs: Matrix(rows: 2, columns: 3, entries: [0.5, -1, 2, 0.25, 1, -0.5]),
          targets: Matrix(rows: 2, columns: 3, entries: [1, 0, 0, 0, 1, 1]))
        for marked in try #require(WorkedExample(network, batch, .full).markingKey) {
          seen.insert(marked.mistake.name)
          #expect(!marked.values.isEmpty, "\(marked.mistake.name)")
        }
      }
    }
    #expect(needed.subtracting(seen).isEmpty, "never made: \(needed.subtracting(seen))")
  }
}

extension Network {
  /// 2-2-2-2, in which weights can be transposed and taken from another layer.
  static func square(_ cost: Cost, _ hypothesis: Hypothesis) -> Network {
    func matrix(_ entries: [Double]) -> Matrix<Double> {
      Matrix(rows: 2, columns: 2, entries: entries)
    }
    return Network(
      sizes: [2, 2, 2, 2], activations: [.logistic, .tanh], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [
            matrix([0.4, 0.7, -0.8, 0.3]), matrix([-0.2, 0.9, 0.6, 0.1]),
            matrix([0.7, -0.4, 0.3, 0.8]),
          ]), biases: Layers(first: 2, [[-0.4, 0.2], [0.1, 0.3], [-0.6, 0.2]])))
  }
}
