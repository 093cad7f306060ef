// Small networks and training sets for the tests of learning.

import Nabla

/// A network with a training set, drawn from a seed.
struct LearningFixture {
  var network: Network
  var batch: Batch

  /// Classes that a line separates but for some noise, in two features, for a 2-s-K network.
  static func classes(
    _ count: Int = 60, hidden: [Int] = [5], outputs: Int = 3, activation: Activation = .tanh,
    deviation: Double = 0.5, penalty: Penalty = .none, seed: UInt64 = 1
  ) -> LearningFixture {
    var random = SeededGenerator(seed: seed)
    let sizes = [2] + hidden + [outputs]
    var batch = Batch(
      inputs: Matrix(rows: 2, columns: count), targets: Matrix(rows: outputs, columns: count))
    for m in 1...count {
      let label = random.integer(below: outputs)
      batch.inputs[1, m] = Double(label) + 0.3 * random.gaussian()
      batch.inputs[2, m] = 0.5 * Double(label * label) + 0.3 * random.gaussian()
      batch.targets[label + 1, m] = 1
    }
    let network = Network(
      sizes: sizes, activations: hidden.map { _ in activation }, hypothesis: .softmax,
      cost: .logLoss, penalty: penalty,
      parameters: Initialisation(distribution: .gaussian, deviation: .number(deviation), seed: seed)
        .parameters(sizes: sizes, examples: count))
    return LearningFixture(network: network, batch: batch)
  }

  var engine: BlockedDescent { BlockedDescent(network, batch) }

  func trainer(_ settings: TrainingSettings) -> Trainer<BlockedDescent> {
    Trainer(settings, engine: engine, parameters: network.parameters)
  }

  /// A run with a watch that sees the whole training set.
  func run(
    _ settings: TrainingSettings, observer: TrainingObserver = TrainingObserver()
  ) -> TrainingReport {
    let batch = batch
    let watch = TrainingWatch { BatchPropagation<Double>($0, batch) }
    var run = TrainingRun(trainer(settings), watch: watch, observer: observer, now: { 0 })
    return run.run()
  }
}

extension TrainingSettings {
  static func with(_ change: (inout TrainingSettings) -> Void) -> TrainingSettings {
    var settings = TrainingSettings()
    change(&settings)
    return settings
  }

  /// Every variant of the notes, for training sets of 60 examples.
  static let variants: [TrainingSettings] = [
    .with { $0.batch = .all },
    .with { $0.batch = .examples(7) },
    .with {
      $0.batch = .examples(7); $0.order = .given
    },
    .with { $0.batch = .examples(1) },
    .with {
      $0.batch = .examples(16); $0.method = .averagedMiniBatches
    },
    .with {
      $0.batch = .examples(20); $0.momentum = 0.9
    },
    .with {
      $0.batch = .examples(7); $0.dropout = 0.4
    },
    .with {
      $0.dropout = 0.4; $0.momentum = 0.5
    },
    .with {
      $0.batch = .examples(7); $0.schedule = .linearDecay
    },
  ]
}

extension Parameters<Double> {
  /// All numbers, layer by layer.
  var numbers: [Double] {
    weights.range.flatMap { weights[$0].entries + biases[$0] }
  }
}
