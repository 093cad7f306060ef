// A network file that is written again reads back as the same network.

import Foundation
import Nabla
import RandomNetworks
import Testing

/// The file as it would be written after training that changed nothing.
func rewritten(_ file: NetworkFile, movingTo directory: String? = nil) -> String {
  file.text(
    parameters: file.network.parameters, penalty: file.network.penalty, settings: file.training,
    state: file.state, movingTo: directory)
}

/// Expects everything that a file says to be the same, to the last bit of each number.
func expectSame(
  _ file: NetworkFile, _ other: NetworkFile, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  func bits(_ parameters: Parameters<Double>?) -> [UInt64]? {
    parameters.map { parameters in
      parameters.weights.elements.flatMap { $0.entries.map(\.bitPattern) }
        + parameters.biases.elements.flatMap { $0.map(\.bitPattern) }
    }
  }
  let (a, b) = (file.network, other.network)
  let sameFunctions =
    a.name == b.name && a.sizes == b.sizes && a.activations == b.activations
    && a.hypothesis == b.hypothesis && a.cost == b.cost && a.penalty == b.penalty
  #expect(sameFunctions, "\(name)", sourceLocation: sourceLocation)
  #expect(
    bits(a.parameters) == bits(b.parameters), "parameters of \(name)",
    sourceLocation: sourceLocation)
  let sameExamples =
    file.batch.inputs == other.batch.inputs && file.batch.targets == other.batch.targets
    && file.classNames == other.classNames && file.warnings == other.warnings
  #expect(sameExamples, "examples of \(name)", sourceLocation: sourceLocation)
  #expect(file.training == other.training, "\(name)", sourceLocation: sourceLocation)
  #expect(
    file.state == other.state && bits(file.state?.velocity) == bits(other.state?.velocity),
    "state of \(name)", sourceLocation: sourceLocation)
  #expect(file.powers == other.powers, "\(name)", sourceLocation: sourceLocation)
}

@Suite("A network file that is written again is the same network")
struct WritingTests {
  private static let networks = packageRoot.appendingPathComponent("Fixtures/networks").path

  private func read(_ text: String, directory: String = ".") throws -> NetworkFile {
    try NetworkFile.read(text: Array(text.utf8), name: "net.json", directory: directory)
  }

  @Test("the committed networks; and what is written is written the same again")
  func fixtures() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.networks)
      .filter { $0.hasSuffix(".json") }
    #expect(names.count > 20)
    for name in names {
      let file = try NetworkFile.read(path: "\(Self.networks)/\(name)")
      let text = rewritten(file)
      let again = try read(text, directory: Self.networks)
      expectSame(file, again, name)
      #expect(rewritten(again) == text, "\(name)")
    }
  }

  @Test("random networks that were read from nowhere", arguments: RandomNetwork.Trouble.allCases)
  func random(trouble: RandomNetwork.Trouble) throws {
    for seed in 0..<40 as Range<UInt64> {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      var file = NetworkFile(network: random.network, batch: random.batch)
      file.state = TrainingState(
        epochs: 1, iterations: 2, updates: 1,
        velocity: seed % 2 == 0 ? random.network.parameters.map { -$0 / 3 } : nil)
      let again = try read(rewritten(file))
      // What is seldom meant is said of a file that was read only.
      file.warnings = again.warnings
      expectSame(file, again, "\(random)")
    }
  }

  @Test("numbers of every size: the shortest decimals that read back as the same bits")
  func numbers() throws {
    var generator = SeededGenerator(seed: 31)
    var numbers: [Double] = [
      0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e17, 1e20, -1e20, 1e22, 1e23, 1e300,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
      .greatestFiniteMagnitude, .leastNormalMagnitude, 123_456_789_012_345_680, 1 / 3.0,
    ]
    while numbers.count < 5000 {
      let number = Double(bitPattern: generator.next())
      if number.isFinite { numbers.append(number) }
    }
    let network = Network(
      sizes: [numbers.count, 1], activations: [], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(first: 2, [Matrix(rows: 1, columns: numbers.count, entries: numbers)]),
        biases: Layers(first: 2, [[-0.0]])))
    let batch = Batch(
      inputs: Matrix(rows: numbers.count, columns: 1, entries: numbers),
      targets: Matrix(rows: 1, columns: 1, entries: [.leastNonzeroMagnitude]))
    let file = NetworkFile(network: network, batch: batch)
    let text = rewritten(file)
    expectSame(file, try read(text), "numbers")
    #expect(text.contains("[0, -0, 1, -1, 0.1, 1000000000000000, 1e+16, 1e+17, 1e+20, -1e+20,"))
  }

  @Test("every setting and the state, powers among them")
  func training() throws {
    let text = NetworkText.valid.with([
      "name": "\"Größe \\u2028\\n\\\"日本\\\" 😀\"",
      "training": """
      {"method": "averaged-mini-batches", "batch": 1, "order": "given", "rate": 1e-300,
       "schedule": "linear-decay", "momentum": 0.9, "dropout": 0.5, "seed": 9007199254740992,
       "test": 1, "iterations": 9, "epochs": 9007199254740992, "until-cost": 1e-3,
       "until-gradient": 0, "powers": 2,
       "state": {"epochs": 1, "iterations": 2, "updates": 1, "velocity":
         {"weights": [[[1, -0], [3, 4e-9], [5, 6]], [[7, 8, 9]]], "biases": [[1, 2, 3], [4]]}}}
      """,
      "examples": "[{\"x\": [0.5], \"y\": [1]}, {\"x\": [0.9], \"y\": [0]}]",
    ]).text
    let file = try read(text)
    let again = try read(rewritten(file))
    expectSame(file, again, "training")
    #expect(again.powers == 2 && again.network.name == "Größe \u{2028}\n\"日本\" 😀")
  }

  @Test("what training changed is there, what it did not is in the file's own words")
  func words() throws {
    let text = NetworkText.valid.with([
      "name": "\"\\u0058OR\"", "activation": "{ \"name\":\"relu\" }", "weights": nil, "biases": nil,
      "initialise": "{\"distribution\": \"gaussian\", \"deviation\": \"he\", \"seed\": 7}",
      "examples": "[ {\"y\":1.0, \"x\":[5e-1,-1]} ,\n\n{\"x\":[0.9,-0.4],\"class\":1}  ]",
    ]).text
    let parameters = Parameters(
      weights: Layers(
        first: 2,
        [
          Matrix(rows: 3, columns: 2, entries: [1, 2, 3, 4, 5, 0.5]),
          Matrix(rows: 1, columns: 3, entries: [-0.25, 1e20, 0]),
        ]), biases: Layers(first: 2, [[1, 2, 3], [-4]]))
    var settings = TrainingSettings()
    settings.batch = .examples(1)
    settings.momentum = 0.5
    let written = try read(text).text(
      parameters: parameters, penalty: Penalty(l2: 0.5), settings: settings,
      state: TrainingState(epochs: 2, iterations: 4, updates: 4, velocity: parameters))
    #expect(written == Self.golden)
    let again = try read(written)
    #expect(again.network.parameters == parameters && again.network.penalty == Penalty(l2: 0.5))
    #expect(again.training == settings && again.state?.velocity == parameters)
  }

  private static let golden = """
    {
      "name": "\\u0058OR",
      "sizes": [2, 3, 1],
      "activation": { "name":"relu" },
      "hypothesis": "logistic",
      "cost": "cross-entropy",
      "penalty": { "l2": 0.5, "l1": 0 },
      "weights": [
        [
          [1, 2],
          [3, 4],
          [5, 0.5]
        ],
        [
          [-0.25, 1e+20, 0]
        ]
      ],
      "biases": [
        [1, 2, 3],
        [-4]
      ],
      "examples": [ {"y":1.0, "x":[5e-1,-1]} ,

    {"x":[0.9,-0.4],"class":1}  ],
      "training": {
        "batch": 1,
        "momentum": 0.5,
        "seed": 1,
        "state": {
          "epochs": 2,
          "iterations": 4,
          "updates": 4,
          "velocity": {
            "weights": [
              [
                [1, 2],
                [3, 4],
                [5, 0.5]
              ],
              [
                [-0.25, 1e+20, 0]
              ]
            ],
            "biases": [
              [1, 2, 3],
              [-4]
            ]
          }
        }
      }
    }

    """

  @Test(
    "values of every kind keep their text, whatever stands around them",
    arguments: [
      "\"relu\"", " [ \"relu\" ] ", "{\"name\":\"linear\",\"k\":-2.50e0}",
      "[{ \"k\" : 1 ,\n\"name\":\"li\\u006eear\" }\t]", "[ { \"name\" : \"linear\" } ]",
    ])
  func texts(value: String) throws {
    let written = rewritten(try read(.valid.with(["activation": value])))
    let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(written.contains("\"activation\": \(trimmed),\n"))
  }

  @Test("an empty list of activations is kept")
  func emptyList() throws {
    let written = rewritten(try NetworkModelTests.read(.classes.with(["activation": "[ ]"])))
    #expect(written.contains("\"activation\": [ ],\n"))
  }

  private func read(_ text: NetworkText) throws -> NetworkFile {
    try NetworkModelTests.read(text)
  }
}
