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
  public private(set) var parameters: Parameters<Double>
  /// How far training has come.
  public private(set) var state: TrainingState
  /// ∇J of the batch that was propagated last, with the penalty.
  public private(set) var gradient: Parameters<Double>
  /// How the training set is cut into batches.
  public let plan: EpochPlan
  /// How many epochs there will be, for schedules that end with the last one.
  public let plannedEpochs: Int
  /// What computes.
  public var engine: Engine

  /// The order of the epoch that is under way.
  private var order: [Int]?
  private var orderedEpoch = 0
  /// Σ of the gradients of this epoch's batches, for [V] Algorithm 1.
  private var sum: Parameters<Double>?
  private let dropout: Dropout?

  /// - Parameters:
  ///   - parameters: where training starts, or goes on.
  ///   - state: how far an earlier run had come; complete updates only.
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
    plannedEpochs = settings.plannedEpochs(plan)
    let hasHidden = engine.network.lastLayer > 2
    dropout =
      settings.dropout > 0 && hasHidden
      ? Dropout(probability: settings.dropout, seed: settings.seed) : nil
    if settings.momentum > 0, state.velocity == nil { self.state.velocity = gradient }
    if settings.momentum == 0 { self.state.velocity = nil }
  }

  /// The learning rate of the epoch that is under way, or begins.
  public var rate: Double {
    settings.schedule.rate(
      settings.rate, epoch: plan.place(ofIteration: state.iterations + 1).epoch, of: plannedEpochs)
  }

  /// The batch of the next iteration, with the masks of dropout.
  public mutating func nextBatch() -> MiniBatch {
    let (epoch, batch) = plan.place(ofIteration: state.iterations + 1)
    if epoch != orderedEpoch {
      order = plan.order(ofEpoch: epoch)
      orderedEpoch = epoch
    }
    let range = plan.range(ofBatch: batch)
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
    let share = Double(count) / Double(plan.exampleCount)
    let penalty = engine.network.penalty
    return GradientQuestion(
      network: engine.network.with(
        parameters: parameters,
        penalty: Penalty(l2: penalty.l2 * share, l1: penalty.l1 * share)),
      examples: batch, gradient: claimed)
  }

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
    let isLast = plan.place(ofIteration: state.iterations + 1).batch + 1 == plan.iterationsPerEpoch
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
    if isLast { state.epochs += 1 }
    return isLast
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
    state.iterations = state.epochs * plan.iterationsPerEpoch
    return state
  }
}

extension TrainingSettings {
  /// How many epochs the stops allow at most; 1 where they name no number.
  func plannedEpochs(_ plan: EpochPlan) -> Int {
    let byIterations = iterations.map { n in
      n / plan.iterationsPerEpoch + (n % plan.iterationsPerEpoch == 0 ? 0 : 1)
    }
    return max(1, [byIterations, epochs].compactMap { $0 }.min() ?? 1)
  }
}
