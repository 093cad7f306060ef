// Gradient descent, one iteration after the other: [W] §10, [V] Algorithm 1, [N] "Types of gradient
// descent".

public import NetworkModel
public import Numbers

/// Gradient descent on a training set that an engine holds.
///
/// An iteration is `propagate()`, which computes J and ∇J of the next batch, and `update()`, which
/// moves the parameters. Everything random is drawn from the seed and the count of epochs or
/// iterations, so a trainer that is made from the state of another goes on as that one would have.
public struct Trainer<Engine: DescentEngine> {
  public let settings: TrainingSettings
  /// W and b as they are now.
  public private(set) var parameters: Parameters<Double>
  /// How far training has come.
  public private(set) var state: TrainingState
  /// ∇J of the batch that was propagated last, with the penalty.
  public private(set) var gradient: Parameters<Double>
  /// How the training set is cut into batches.
  public let plan: EpochPlan
  /// How many epochs there will be as far as the stops allow, for schedules that end with the last one.
  public let plannedEpochs: Int
  /// The learning rate of the epoch that is under way, or begins.
  public private(set) var rate: Double
  /// What computes.
  public var engine: Engine

  /// How many batches of the epoch that is under way have been passed.
  private var passed: Int
  /// The order of that epoch.
  private var order: [Int]?
  /// Σ of the gradients of this epoch's batches, for [V] Algorithm 1.
  private var sum: Parameters<Double>?
  private let dropout: Dropout?

  /// - Parameters:
  ///   - parameters: where training starts, or goes on.
  ///   - state: how far an earlier run had come; complete updates only. Where its counts do not fit the
  ///     size of batches, the epoch that it had begun begins again.
  public init(
    _ settings: TrainingSettings, engine: Engine, parameters: Parameters<Double>,
    state: TrainingState = TrainingState()
  ) {
    self.settings = settings
    self.engine = engine
    self.parameters = parameters
    self.state = state
    gradient = parameters.map { _ in 0 }
    plan = EpochPlan(settings, examples: engine.exampleCount)
    let (done, overflow) = state.epochs.multipliedReportingOverflow(by: plan.iterationsPerEpoch)
    let rest = state.iterations - done
    passed = !overflow && 0..<plan.iterationsPerEpoch ~= rest ? rest : 0
    plannedEpochs = settings.plannedEpochs(plan, state, passed: passed)
    order = plan.order(ofEpoch: state.epochs + 1)
    rate = settings.schedule.rate(settings.rate, epoch: state.epochs + 1, of: plannedEpochs)
    let hasHidden = engine.network.lastLayer > 2
    dropout =
      settings.dropout > 0 && hasHidden
      ? Dropout(probability: settings.dropout, seed: settings.seed) : nil
    if settings.momentum > 0, state.velocity == nil { self.state.velocity = gradient }
    if settings.momentum == 0 { self.state.velocity = nil }
  }

  /// The batch of the next iteration, with the masks of dropout.
  public func nextBatch() -> MiniBatch {
    let range = plan.range(ofBatch: passed)
    return MiniBatch(
      positions: order.map { Array($0[range]) },
      masks: dropout?.masks(
        sizes: engine.network.sizes, examples: range.count, iteration: state.iterations + 1))
  }

  /// What is to be asked of a checker before the next update: about the first examples of the batch,
  /// whose gradient the engine gives as it gives that of the whole batch.
  mutating func question(examples limit: Int) -> GradientQuestion {
    var batch = nextBatch()
    let count = min(limit, batch.positions?.count ?? plan.exampleCount)
    batch.positions = batch.positions.map { Array($0.prefix(count)) } ?? Array(0..<count)
    batch.masks = batch.masks?.map { $0.columns(0..<count) }
    var claimed = gradient
    _ = engine.evaluate(parameters, on: batch, to: &claimed)
    let penalty = engine.network.penalty.share(count, of: plan.exampleCount)
    return GradientQuestion(
      network: engine.network.with(parameters: parameters, penalty: penalty), examples: batch,
      gradient: claimed)
  }

  /// Whether the next batch is the first of its epoch.
  var beginsEpoch: Bool { passed == 0 }

  /// Passes the next batch forward and backward; nothing moves yet.
  ///
  /// - Returns: J of the batch, with the penalty.
  public mutating func propagate() -> Double {
    let batch = nextBatch()
    return engine.evaluate(parameters, on: batch, to: &gradient)
  }

  /// Ends the iteration: moves the parameters along −∇J of the batch, or, for [V] Algorithm 1, behind
  /// the last batch of an epoch along the average.
  ///
  /// - Precondition: `propagate()` was called for this iteration.
  /// - Returns: whether an epoch is complete.
  @discardableResult
  public mutating func update() -> Bool {
    let isLast = passed + 1 == plan.iterationsPerEpoch
    switch settings.method {
    case .gradientDescent: step(along: gradient)
    case .averagedMiniBatches:
      if sum == nil { sum = gradient } else { sum!.add(gradient) }
      if isLast, let total = sum {
        let share = 1 / Double(plan.iterationsPerEpoch)
        step(along: total.map { share * $0 })
        sum = nil
      }
    }
    state.iterations += 1
    passed += 1
    if isLast { endEpoch() }
    return isLast
  }

  private mutating func endEpoch() {
    state.epochs += 1
    passed = 0
    order = plan.order(ofEpoch: state.epochs + 1)
    rate = settings.schedule.rate(settings.rate, epoch: state.epochs + 1, of: plannedEpochs)
  }

  private mutating func step(along gradient: Parameters<Double>) {
    UpdateRule.update(
      &parameters, velocity: &state.velocity, gradient: gradient, rate: rate,
      momentum: settings.momentum)
    state.updates += 1
  }

  /// The state to go on from: for [V] Algorithm 1 that of the last complete epoch, since the gradients
  /// summed up since then are no part of it.
  public var resumableState: TrainingState {
    guard settings.method == .averagedMiniBatches else { return state }
    var state = state
    state.iterations -= passed
    return state
  }
}

extension TrainingSettings {
  /// How many epochs the stops allow at most, those that are complete among them; where they name no
  /// number, none behind the one that is under way.
  func plannedEpochs(_ plan: EpochPlan, _ state: TrainingState, passed: Int) -> Int {
    let byIterations = iterations.map { limit in
      let rest = max(0, limit - state.iterations)
      let (epochs, batches) = rest.quotientAndRemainder(dividingBy: plan.iterationsPerEpoch)
      // What is left of this epoch, and whole ones.
      let more = batches + passed
      return state.epochs + epochs + (more + plan.iterationsPerEpoch - 1) / plan.iterationsPerEpoch
    }
    return max(state.epochs + 1, [byIterations, epochs].compactMap { $0 }.min() ?? 1)
  }
}
