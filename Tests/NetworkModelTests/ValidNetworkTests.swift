// What a network file may say, in all its ways of saying it.

import Foundation
import Nabla
import Testing

@Suite("A network file is read as it stands")
struct ValidNetworkTests {
  @Test("every number goes where the notes count it")
  func numbers() throws {
    let file = try read(.valid.with(["name": "\"xor\"", "penalty": "{\"l1\": 0.5}"]))
    let network = file.network
    #expect(network.name == "xor" && network.sizes == [2, 3, 1])
    #expect(network.activations.elements == [.logistic])
    #expect(network.hypothesis == .logistic && network.cost == .crossEntropy)
    #expect(network.penalty == Penalty(l2: 0, l1: 0.5))
    let weights = network.parameters.weights
    #expect(weights[2][3, 1] == 0.5 && weights[2][1, 2] == 0.2 && weights[3][1, 3] == 0.9)
    #expect(network.parameters.biases.elements == [[0.1, 0.2, 0.3], [0.4]])
    #expect(file.batch.inputs == Matrix(rows: 2, columns: 2, entries: [0.5, 0.9, -1, -0.4]))
    #expect(file.batch.targets == Matrix(rows: 1, columns: 2, entries: [1, 0]))
    #expect(file.warnings.isEmpty && file.classNames == nil)
  }

  @Test(
    "every activation and hypothesis has its name, its aliases and its object",
    arguments: Activation.all)
  func functionNames(activation: Activation) throws {
    for name in [activation.name] + activation.aliases {
      for value in [
        "\"\(name)\"", "[\"\(name)\"]", "{\"name\": \"\(name)\"}", "[{\"name\": \"\(name)\"}]",
      ] {
        #expect(try read(.valid.with(["activation": value])).network.activations[2] == activation)
      }
      for value in ["\"\(name)\"", "{\"name\": \"\(name)\"}"] {
        let text = NetworkText.valid.with(["hypothesis": value, "cost": "\"quadratic\""])
        #expect(try read(text).network.hypothesis.definition == Hypothesis(activation).definition)
      }
    }
  }

  @Test("every cost has its name and its aliases", arguments: Cost.all)
  func costNames(cost: Cost) throws {
    for name in [cost.name] + cost.aliases {
      #expect(try read(.valid.with(["cost": "\"\(name)\""])).network.cost == cost)
    }
  }

  @Test(
    "an object gives its function's parameter",
    arguments: [
      ("{\"name\": \"linear\", \"k\": 2}", Activation.linear(k: 2)),
      ("{\"k\": -0.5, \"name\": \"step\"}", .step(k: -0.5)),
      ("{\"name\": \"relu\", \"slope-at-zero\": 1}", .rectifier(slopeAtZero: 1)),
      ("{\"name\": \"rectifier\", \"slope-at-zero\": 0}", .rectifier()),
    ])
  func functionParameters(value: String, activation: Activation) throws {
    let text = NetworkText.valid.with(
      ["activation": value, "hypothesis": value, "cost": "\"quadratic\""])
    let network = try read(text).network
    #expect(network.activations[2] == activation)
    #expect(network.hypothesis == Hypothesis(activation))
  }

  @Test("a pair of cost and hypothesis is read exactly where it is defined")
  func pairs() throws {
    for cost in Cost.all {
      for hypothesis in Hypothesis.all {
        let text = NetworkText.classes.with(
          ["cost": "\"\(cost.name)\"", "hypothesis": "\"\(hypothesis.name)\""])
        let isRead = (try? read(text)) != nil
        #expect(
          isRead == cost.isDefined(for: hypothesis, outputs: 3), "\(cost.name), \(hypothesis.name)")
      }
    }
  }

  @Test(
    "without hidden layers an activation may be left out, or is one valid name, or none of a list",
    arguments: ["\"tanh\"", "[]", nil])
  func noHiddenLayer(activation: String?) throws {
    #expect(
      try read(.classes.with(["activation": activation])).network.activations.elements.isEmpty)
  }

  @Test("one name is every hidden layer's, a list has one for each")
  func hiddenLayers() throws {
    let deep = NetworkText.valid.with([
      "sizes": "[2, 1.0, 1e0, 1]", "weights": "[[[1, 2]], [[3]], [[4]]]",
      "biases": "[[1], [2], [3]]",
    ])
    #expect(try read(deep).network.activations.elements == [.logistic, .logistic])
    let list = deep.with(["activation": "[\"tanh\", {\"name\": \"linear\", \"k\": 3}]"])
    #expect(try read(list).network.activations.elements == [.tanh, .linear(k: 3)])
  }

  @Test("y is K numbers, or one number with K = 1, or a class from 1")
  func targets() throws {
    #expect(
      try read(.valid.with(["examples": "[{\"y\": 0.5, \"x\": [1, 2]}]"])).batch.targets[1, 1]
        == 0.5)
    let classes = try read(
      .classes.with(["examples": "[{\"x\": [1, 2], \"class\": 3}, {\"class\": 1.0, \"x\": [1, 2]}]"]
      ))
    #expect(classes.batch.targets == Matrix(rows: 3, columns: 2, entries: [0, 1, 0, 0, 1, 0]))
  }

  struct Warned: Sendable {
    var hypothesis = "softmax"
    let cost: String
    let outputs: Int
    var secondTarget = 0.0
    let words: String
  }

  @Test(
    "what is seldom meant is said",
    arguments: [
      Warned(cost: "cross-entropy", outputs: 3, words: "softmax with cross-entropy adds"),
      Warned(cost: "cross-entropy", outputs: 2, words: "the gradient is twice that of log-loss"),
      Warned(cost: "log-loss", outputs: 1, words: "softmax of one output is always 1"),
      Warned(
        hypothesis: "logistic", cost: "log-loss", outputs: 1, words: "log-loss with one output"),
      Warned(
        cost: "log-loss", outputs: 3, secondTarget: 0.5,
        words: "the targets of example 2 sum to 1.5, not to 1"),
    ])
  func warnings(case warned: Warned) throws {
    func list(_ first: String, _ others: String) -> String {
      "[" + ([first] + Array(repeating: others, count: warned.outputs - 1)).joined(separator: ", ")
        + "]"
    }
    let second = warned.outputs == 3 ? "[1, \(warned.secondTarget), 0]" : list("1", "0")
    let text = NetworkText.classes.with([
      "sizes": "[2, \(warned.outputs)]", "weights": "[\(list("[1, 2]", "[1, 2]"))]",
      "biases": "[\(list("1", "1"))]", "cost": "\"\(warned.cost)\"",
      "hypothesis": "\"\(warned.hypothesis)\"",
      "examples": "[{\"x\": [1, 2], \"y\": \(list("1", "0"))}, {\"x\": [1, 2], \"y\": \(second)}]",
    ])
    let warnings = try read(text).warnings
    #expect(warnings.count == 1 && warnings[0].contains(warned.words), "\(warnings)")
    #expect(warnings.allSatisfy { !$0.contains("\n") })
  }

  @Test("\"-\" is standard input, whose paths are relative to the current directory")
  func standardInput() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(NetworkText.valid.text.utf8))
    try pipe.fileHandleForWriting.close()
    let saved = dup(0)
    dup2(pipe.fileHandleForReading.fileDescriptor, 0)
    defer {
      dup2(saved, 0)
      close(saved)
    }
    #expect(try NetworkFile.read(path: "-").network.sizes == [2, 3, 1])
  }

  @Test("the committed networks are read")
  func fixtures() throws {
    let directory = packageRoot.appendingPathComponent("Fixtures/networks")
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
      .filter { $0.hasSuffix(".json") }
    #expect(!names.isEmpty)
    for name in names {
      let file = try NetworkFile.read(path: directory.appendingPathComponent(name).path)
      #expect(file.batch.count >= 1, "\(name)")
    }
  }
}

@Suite("Drawn parameters")
struct InitialisationTests {
  private func text(_ value: String) -> NetworkText {
    .valid.with(["weights": nil, "biases": nil, "initialise": value])
  }

  @Test("the same seed draws the same numbers, another seed others")
  func reproducible() throws {
    func weights(_ seed: Int) throws -> Layers<Matrix<Double>> {
      try read(text("{\"distribution\": \"gaussian\", \"deviation\": 0.1, \"seed\": \(seed)}"))
        .network.parameters.weights
    }
    #expect(try weights(7) == weights(7))
    #expect(try weights(7) != weights(8))
  }

  @Test("the order is: layer by layer, the weights row by row, then the biases")
  func order() throws {
    let parameters = try read(
      text("{\"distribution\": \"uniform\", \"deviation\": 2, \"seed\": 9007199254740992}")
    ).network.parameters
    var generator = SeededGenerator(seed: 1 << 53)
    for coordinate in parameters.coordinates {
      #expect(parameters[coordinate] == 2 * (2 * generator.uniform() - 1), "\(coordinate)")
    }
  }

  @Test("\"biases\" is every bias, and nothing is drawn for them")
  func fixedBiases() throws {
    let parameters = try read(
      text("{\"distribution\": \"gaussian\", \"deviation\": 1, \"seed\": 0, \"biases\": -0.5}")
    ).network.parameters
    #expect(parameters.biases.elements == [[-0.5, -0.5, -0.5], [-0.5]])
    var generator = SeededGenerator(seed: 0)
    #expect(parameters.weights[2].entries == (0..<6).map { _ in generator.gaussian() })
    #expect(parameters.weights[3].entries == (0..<3).map { _ in generator.gaussian() })
  }

  @Test("the first Gaussian numbers of seed 7 are these, to the last bit, on every platform")
  func knownNumbers() {
    var generator = SeededGenerator(seed: 7)
    #expect(
      (0..<4).map { _ in generator.gaussian().bitPattern } == [
        4_606_861_418_906_446_347, 13_830_841_574_531_207_134, 13_822_518_775_143_033_889,
        13_831_000_173_851_975_992,
      ])
  }
}
