// Fixtures/training/two-steps.json: what two updates come to, computed with 60 digits.

import Nabla
import NetworkModel
import Testing

import struct Foundation.Data
import class Foundation.JSONDecoder
import struct Foundation.URL

/// The folder of the networks to be trained.
let trainingFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Fixtures/training")

/// A variant of gradient descent, its settings, and the parameters after some iterations.
struct TwoSteps: Decodable, Sendable, CustomTestStringConvertible {
  let name, network, method, schedule: String
  let batch: Int
  let rate, momentum, l2, l1: Double
  /// By iteration, example and hidden node.
  let masks: [[[Double]]]?
  let states: [State]

  var testDescription: String { network }

  struct State: Decodable, Sendable {
    let iterations, updates: Int
    let weights: [[[Decimal]]]
    let biases: [[Decimal]]
    let velocity: Velocity?

    struct Velocity: Decodable, Sendable {
      let weights: [[[Decimal]]]
      let biases: [[Decimal]]
    }
  }

  /// Thirty digits of the file, rounded once.
  struct Decimal: Decodable, Sendable {
    let value: Double

    init(from decoder: any Decoder) throws {
      value = Double(try decoder.singleValueContainer().decode(String.self))!
    }
  }

  static let all: [TwoSteps] = try! JSONDecoder().decode(
    [TwoSteps].self, from: Data(contentsOf: trainingFolder.appending(path: "two-steps.json")))

  /// The cases of a variant, one for each network.
  static func named(_ name: String) -> [TwoSteps] { all.filter { $0.name == name } }

  /// The examples in the order of the file, two epochs; the penalty is the network's.
  var settings: TrainingSettings {
    var settings = TrainingSettings()
    settings.method = DescentMethod(rawValue: method)!
    settings.schedule = RateSchedule.all.first { $0.name == schedule }!
    settings.batch = .examples(batch)
    settings.order = .given
    settings.rate = rate
    settings.momentum = momentum
    settings.epochs = 2
    return settings
  }

  func file() throws -> NetworkFile {
    var file = try NetworkFile.read(path: trainingFolder.appending(path: "\(network).json").path())
    file.network = file.network.with(penalty: Penalty(l2: l2, l1: l1))
    return file
  }
}

/// An engine whose hidden nodes are dropped as a list says, whatever the trainer draws.
struct MaskedDescent: DescentEngine {
  var engine: any DescentEngine
  /// By iteration, example and hidden node; of a single hidden layer.
  let masks: [[[Double]]]?
  private(set) var iteration = 0

  init(_ engine: any DescentEngine, masks: [[[Double]]]?) {
    self.engine = engine
    self.masks = masks
  }

  var network: Network { engine.network }
  var exampleCount: Int { engine.exampleCount }

  mutating func evaluate(
    _ parameters: Parameters<Double>, on batch: MiniBatch, to gradient: inout Parameters<Double>
  ) -> Double {
    var batch = batch
    if let columns = masks?[iteration] {
      let mask = Matrix<Double>(
        rows: columns[0].count, columns: columns.count,
        entries: columns[0].indices.flatMap { i in columns.map { $0[i] } })
      batch.masks = Layers(first: 2, [mask])
    }
    iteration += 1
    return engine.evaluate(parameters, on: batch, to: &gradient)
  }

  mutating func performance(_ parameters: Parameters<Double>) -> NetworkModel.Performance {
    engine.performance(parameters)
  }
}
