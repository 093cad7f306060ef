// Trainings that never took place, so that their texts are the same on every processor.

import Nabla
import NetworkModel

/// There is an `Performance` of worked examples, too.
private typealias Performance = NetworkModel.Performance

enum TrainingHandMade {
  /// A network of the fixtures.
  static func network(_ name: String, penalty: Penalty = .none) throws -> Network {
    let network = try NetworkFile.read(path: StepPageSamples.path(name)).network
    return Network(
      name: network.name, sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: network.cost, penalty: penalty,
      parameters: network.parameters)
  }

  static let irisNames = ["setosa", "versicolor", "virginica"]

  /// Costs that halve every `half` epochs; the held-out ones rise again behind `turn`.
  static func curve(epochs: Int, perEpoch: Int, half: Double, turn: Int? = nil) -> LearningCurve {
    var curve = LearningCurve()
    for epoch in 1...epochs {
      let fall = 1 / (1 + Double(epoch) / half)
      let heldOut = turn.map { 0.05 + fall + 0.004 * Double(max(0, epoch - $0)) }
      curve.add(
        LearningCurve.Point(
          epoch: epoch, iterations: epoch * perEpoch, cost: fall, heldOutCost: heldOut))
    }
    return curve
  }

  static func state(epochs: Int, perEpoch: Int, updates: Int? = nil) -> TrainingState {
    TrainingState(
      epochs: epochs, iterations: epochs * perEpoch, updates: updates ?? epochs * perEpoch)
  }

  /// Mini-batches with everything that can be set, 30 of 150 examples held out, overfitting.
  static func iris(
    findings: [TrainingFinding] = [], checks: (made: Int, unsure: Int) = (2, 0),
    stop: StopReason = .epochs
  ) throws -> TrainingReport {
    var settings = TrainingSettings()
    settings.batch = .examples(50)
    settings.schedule = .linearDecay
    settings.momentum = 0.9
    settings.dropout = 0.25
    settings.epochs = 40
    return TrainingReport(
      settings: settings, network: try network("iris", penalty: Penalty(l2: 0.5)),
      state: state(epochs: 40, perEpoch: 3), iterationsPerEpoch: 3,
      start: Performance(cost: 1.1875, dataCost: 1.125, correct: 40, count: 120),
      training: Performance(cost: 0.21875, dataCost: 0.15625, correct: 116, count: 120),
      heldOut: Performance(cost: 0.3125, dataCost: 0.25, correct: 28, count: 30), stop: stop,
      curve: curve(epochs: 40, perEpoch: 3, half: 4, turn: 20), findings: findings, checks: checks,
      seconds: 0.125)
  }

  /// Two examples, one logistic output, all in one batch, nothing held out.
  static func logistic(
    settings: TrainingSettings = TrainingSettings(), stop: StopReason = .iterations,
    cost: Double = 0.03125, epochs: Int = 1000
  ) throws -> TrainingReport {
    TrainingReport(
      settings: settings, network: try network("two-two-one"),
      state: state(epochs: epochs, perEpoch: 1), iterationsPerEpoch: 1,
      start: Performance(cost: 0.75, dataCost: 0.75, correct: 1, count: 2),
      training: Performance(cost: cost, dataCost: cost, correct: 2, count: 2), heldOut: nil,
      stop: stop,
      curve: curve(epochs: epochs, perEpoch: 1, half: 1.5), findings: [], checks: (0, 0),
      seconds: 0.25)
  }

  /// A regression, one example an iteration in their own order.
  static func regression() throws -> TrainingReport {
    var settings = TrainingSettings()
    settings.batch = .examples(1)
    settings.order = .given
    settings.costGoal = 0.125
    return TrainingReport(
      settings: settings, network: try network("linear-regression"),
      state: state(epochs: 3, perEpoch: 4), iterationsPerEpoch: 4,
      start: Performance(cost: 2.5, dataCost: 2.5, correct: nil, count: 4),
      training: Performance(cost: 0.125, dataCost: 0.125, correct: nil, count: 4), heldOut: nil,
      stop: .costGoal(0.125), curve: curve(epochs: 3, perEpoch: 4, half: 4), findings: [],
      checks: (0, 0), seconds: 0.0625)
  }

  /// Every kind of finding.
  static let findings: [TrainingFinding] = [
    TrainingFinding(.deadRectifiers(layer: 2, dead: 3, of: 5), iteration: 1),
    TrainingFinding(.saturated(layer: 2, nodes: 5, of: 5), iteration: 1),
    TrainingFinding(.vanishingError(layer: 2, ratio: 1.5e-7), iteration: 10),
    TrainingFinding(.rateTooLarge(before: 0.5, after: 0.75), iteration: 17),
    TrainingFinding(
      .risesUnderSmallStep(promised: -0.001, measured: 0.002, shrink: 0.001), iteration: 18),
    TrainingFinding(.diverging(from: 1.1875, to: 1250), iteration: 1900),
    TrainingFinding(.notFinite(.cost), iteration: 1901),
    TrainingFinding(.notFinite(.gradient), iteration: 1902),
    TrainingFinding(.wrongGradient(equation: "BP2", layer: 2), iteration: 2000),
  ]

  /// As many outputs as classes, and nothing else of interest.
  static func classes(_ count: Int) -> TrainingReport {
    let performance = Performance(cost: 0.5, dataCost: 0.5, correct: 7145, count: 8000)
    return TrainingReport(
      settings: TrainingSettings(),
      network: Network(
        sizes: [1, count], activations: [], hypothesis: .softmax, cost: .logLoss,
        parameters: Parameters(
          weights: Layers(
            first: 2,
            [Matrix(rows: count, columns: 1, entries: Array(repeating: 0, count: count))]),
          biases: Layers(first: 2, [Array(repeating: 0, count: count)]))),
      state: state(epochs: 1, perEpoch: 1), iterationsPerEpoch: 1, start: performance,
      training: performance, heldOut: nil, stop: .interrupted, curve: LearningCurve(), findings: [],
      checks: (0, 0), seconds: 0.5)
  }

  // MARK: - Sweeps

  /// λ of L2 over values that take a place for 0.
  static func sweep(
    setting: SweptSetting = .l2, values: [Double] = [0, 0.001, 0.01, 0.1, 1, 10],
    costs: [(training: Double, heldOut: Double)] = [
      (0.03125, 0.375), (0.0625, 0.3125), (0.125, 0.25), (0.1875, 0.25), (0.5, 0.53125),
      (1, 1.0625),
    ], hasClasses: Bool = true
  ) throws -> SweepReport {
    let points = zip(values, costs).map { value, costs in
      SweepReport.Point(
        value: value,
        training: performances(costs.training, spread: 0.015625, hasClasses, count: 120),
        heldOut: performances(costs.heldOut, spread: 0.0625, hasClasses, count: 30))
    }
    return SweepReport(
      network: try network(hasClasses ? "iris" : "linear-regression"),
      settings: TrainingSettings(), setting: setting, folds: 5, exampleCount: 150, points: points)
  }

  /// A rate that is too large among others, for a regression.
  static func rates() throws -> SweepReport {
    try sweep(
      setting: .rate, values: [0.5, 0.625, 1],
      costs: [(0.25, 0.375), (0.125, 0.25), (.infinity, .nan)], hasClasses: false)
  }

  /// Of five folds, evenly spread around their mean.
  private static func performances(
    _ cost: Double, spread: Double, _ hasClasses: Bool, count: Int
  ) -> [Performance] {
    (-2...2).map { fold in
      Performance(
        cost: 8, dataCost: cost + Double(fold) * spread, correct: hasClasses ? count - 3 : nil,
        count: count)
    }
  }
}
