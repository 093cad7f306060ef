// Training from the first iteration to the stop.

import NetworkModel
import Numbers

/// A training run: a trainer, the examples that are held out, and somebody who watches.
public struct TrainingRun<Engine: DescentEngine> {
  /// What trains; behind `run()` it stands where training stopped.
  public private(set) var trainer: Trainer<Engine>
  /// An engine that holds the held-out examples.
  private var heldOut: Engine?
  private let observer: TrainingObserver
  private let now: () -> Double
  private var watch: TrainingWatch
  private var curve = LearningCurve()
  private var checks = (made: Int, unsure: Int)(0, 0)
  /// Σ J over the epoch's batches, and how many there were.
  private var epochCost = (sum: 0.0, count: 0)
  private var start = 0.0

  /// - Parameters:
  ///   - heldOut: an engine that holds the held-out examples.
  ///   - watch: looks for troubles.
  ///   - now: seconds of a clock.
  public init(
    _ trainer: Trainer<Engine>, heldOut: Engine? = nil, watch: TrainingWatch = TrainingWatch(),
    observer: TrainingObserver = TrainingObserver(), now: @escaping () -> Double
  ) {
    self.trainer = trainer
    self.heldOut = heldOut
    self.watch = watch
    self.observer = observer
    self.now = now
  }

  /// Trains until something stops it.
  public mutating func run() -> TrainingReport {
    let before = trainer.engine.performance(trainer.parameters)
    start = now()
    var stop: StopReason?
    while stop == nil { stop = iterate() }
    let seconds = now() - start
    let performance = trainer.engine.performance(trainer.parameters)
    if !performance.cost.isFinite, stop != .notFinite {
      stop = .notFinite
      watch.note(.notFinite(.cost), trainer.state.iterations)
    }
    return TrainingReport(
      settings: trainer.settings,
      network: trainer.engine.network.with(parameters: trainer.parameters),
      state: trainer.state, resumable: trainer.resumableState,
      iterationsPerEpoch: trainer.plan.iterationsPerEpoch,
      start: before, training: performance, heldOut: heldOut?.performance(trainer.parameters),
      stop: stop!, curve: curve, findings: watch.findings, checks: checks, seconds: seconds)
  }

  /// One iteration, or why there is none.
  private mutating func iterate() -> StopReason? {
    if let reason = limit { return reason }
    let J = trainer.propagate()
    if let trouble = notFinite(J) {
      watch.note(.notFinite(trouble), trainer.state.iterations + 1)
      return .notFinite
    }
    if let reason = goal(J) ?? check() { return reason }
    watch.look(&trainer, cost: J)
    let rate = trainer.rate
    let isEpoch = trainer.update()
    epochCost = (epochCost.sum + J, epochCost.count + 1)
    if isEpoch { endEpoch(rate: rate) }
    let moment = TrainingMoment(
      iterations: trainer.state.iterations, epoch: trainer.state.epochs, rate: rate, cost: J)
    return observer.iteration(moment) ? nil : .interrupted
  }

  /// Whether the chosen number of iterations or epochs is reached.
  private var limit: StopReason? {
    if let most = trainer.settings.iterations, trainer.state.iterations >= most {
      return .iterations
    }
    if let most = trainer.settings.epochs, trainer.state.epochs >= most { return .epochs }
    return nil
  }

  private func notFinite(_ J: Double) -> TrainingTrouble.NotFinite? {
    if !J.isFinite { return .cost }
    // Where a sum of squares overflows, the numbers are looked at one by one.
    let isFinite = trainer.gradient.sumOfSquares.isFinite || trainer.gradient.isFinite
    return isFinite ? nil : .gradient
  }

  /// Whether J or ‖∇J‖ on the whole training set is small enough. Batch gradient descent has them at
  /// hand; otherwise they are computed where an epoch begins.
  private mutating func goal(_ J: Double) -> StopReason? {
    let settings = trainer.settings
    guard settings.costGoal != nil || settings.gradientGoal != nil else { return nil }
    guard trainer.beginsEpoch else { return nil }
    var (cost, gradient) = (J, trainer.gradient)
    if trainer.plan.iterationsPerEpoch > 1 || settings.dropout > 0 {
      cost = trainer.engine.evaluate(trainer.parameters, on: MiniBatch(), to: &gradient)
    }
    if let goal = settings.costGoal, cost <= goal { return .costGoal(cost) }
    let size = gradient.sumOfSquares.squareRoot()
    if let goal = settings.gradientGoal, size <= goal { return .gradientGoal(size) }
    return nil
  }

  /// Asks whether the gradient is right, where it is time for that.
  private mutating func check() -> StopReason? {
    guard let check = observer.check, trainer.state.iterations % check.every == 0 else {
      return nil
    }
    checks.made += 1
    switch check.of(trainer.question(examples: observer.checkedExamples)) {
    case .right: return nil
    case .cannotTell:
      checks.unsure += 1
      return nil
    case .wrong(let equation, let layer):
      watch.note(
        .wrongGradient(equation: equation, layer: layer), trainer.state.iterations + 1)
      return .wrongGradient
    }
  }

  /// Puts the epoch on the curve, into the log, and saves.
  private mutating func endEpoch(rate: Double) {
    let epoch = trainer.state.epochs
    let cost = epochCost.sum / Double(epochCost.count)
    // An epoch that was begun before this run has left only some of its batches.
    if epochCost.count == trainer.plan.iterationsPerEpoch {
      watch.lookAtEpoch(cost: cost, trainer.state.iterations)
    }
    epochCost = (0, 0)
    var known: Performance?
    if let log = observer.epoch {
      known = heldOut?.performance(trainer.parameters)
      let training = trainer.engine.performance(trainer.parameters)
      log(
        EpochRecord(
          epoch: epoch, iterations: trainer.state.iterations, updates: trainer.state.updates,
          rate: rate, cost: training.cost, trainAccuracy: training.accuracy,
          testCost: known?.dataCost, testAccuracy: known?.accuracy,
          gradientSize: trainer.gradient.sumOfSquares.squareRoot(), seconds: now() - start))
    }
    if curve.keeps(epoch), known == nil { known = heldOut?.performance(trainer.parameters) }
    curve.add(
      LearningCurve.Point(
        epoch: epoch, iterations: trainer.state.iterations, cost: cost,
        heldOutCost: known?.dataCost))
    // What is no number is no network to keep: the one that was saved before is better.
    if let save = observer.save, epoch % save.every == 0, trainer.parameters.isFinite {
      save.to(trainer.parameters, trainer.resumableState)
    }
  }
}
