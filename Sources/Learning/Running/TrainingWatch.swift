// What numbers show of training that goes wrong: looked for now and then, each thing told once.

public import NetworkModel
import Numbers

/// Looks for troubles of gradient descent: a cost that rises or diverges, rectifiers that are dead,
/// units that are saturated, errors that vanish.
///
/// Costs are looked at as they come. What takes passes of its own is looked at where epochs 1, 2, 4,
/// 8, … begin, and on no more than `sampleLimit` examples.
public struct TrainingWatch {
  /// How many examples are enough to look at.
  static let sampleLimit = 1024
  /// A cost that is so many times what it was in the first epoch diverges.
  private static let divergence = 100.0
  /// Relative differences of costs below this may be rounding.
  private static let noise = 1e-12

  /// What was found, in the order in which it was found.
  public private(set) var findings: [TrainingFinding] = []
  private let examine: ((Network) -> any PropagationEngine<Double>)?
  /// J of the batch before.
  private var lastCost: Double?
  /// J of the first epoch that was complete.
  private var firstCost: Double?
  /// The epoch that was looked at last.
  private var lookedAt: Int?

  /// - Parameter examine: makes an engine for the network as it is and some examples of the training
  ///   set; `nil` to look at costs only.
  public init(examine: ((Network) -> any PropagationEngine<Double>)? = nil) {
    self.examine = examine
  }

  /// Notes something, unless something like it is known.
  mutating func note(_ trouble: TrainingTrouble, _ iteration: Int) {
    if findings.contains(where: { $0.trouble.isLike(trouble) }) { return }
    findings.append(TrainingFinding(trouble, iteration: iteration))
  }

  /// Looks at a trainer that has propagated a batch and not yet moved.
  mutating func look<Engine>(_ trainer: inout Trainer<Engine>, cost J: Double) {
    let iteration = trainer.state.iterations + 1
    let last = lastCost ?? J
    lastCost = J
    let followsWhole = trainer.plan.iterationsPerEpoch == 1 && trainer.settings.dropout == 0
    let rises = J - last > Self.noise * (J.magnitude + last.magnitude)
    if followsWhole && trainer.settings.momentum == 0 && rises {
      note(.rateTooLarge(before: last, after: J), iteration)
    }
    let epoch = trainer.state.epochs + 1
    guard epoch & (epoch - 1) == 0, lookedAt != epoch else { return }
    lookedAt = epoch
    if let rise = Self.rise(of: &trainer) { note(rise, iteration) }
    guard let examine else { return }
    let network = trainer.engine.network.with(parameters: trainer.parameters)
    for trouble in TrainingTrouble.all(in: examine(network)) { note(trouble, iteration) }
  }

  /// Looks at J of an epoch, averaged over its batches.
  mutating func lookAtEpoch(cost J: Double, _ iteration: Int) {
    let first = firstCost ?? J
    firstCost = first
    if J > Self.divergence * max(first, .leastNormalMagnitude) {
      note(.diverging(from: first, to: J), iteration)
    }
  }
}

// MARK: - Small steps

extension TrainingWatch {
  /// Takes smaller and smaller steps along −∇J, without dropout: one of them must lower J.
  ///
  /// J(θ − s ∇J) ≈ J − s ‖∇J‖² for a small s. The first step promises no more than J itself; the last is
  /// one whose promise is near the rounding of J. Where J rises in every one, the gradient is not that of
  /// J. Steps that take a penalised weight through 0, where |w| has no derivative, tell nothing.
  private static func rise<Engine>(of trainer: inout Trainer<Engine>) -> TrainingTrouble? {
    let M = trainer.plan.exampleCount
    let sample = MiniBatch(positions: M > sampleLimit ? Array(0..<sampleLimit) : nil)
    let θ = trainer.parameters
    var gradient = trainer.gradient
    let J = trainer.engine.evaluate(θ, on: sample, to: &gradient)
    let slope = gradient.sumOfSquares
    guard slope.isFinite, slope > 0, J != 0 else { return nil }
    var spare = gradient
    var rise: TrainingTrouble?
    var step = min(trainer.rate / 16, J.magnitude / slope)
    while step * slope > 1e-9 * J.magnitude {
      defer { step /= 16 }
      var moved = θ
      var none: Parameters<Double>?
      UpdateRule.update(&moved, velocity: &none, gradient: gradient, rate: step, momentum: 0)
      if trainer.engine.network.penalty.l1 > 0, changesSign(θ, moved) { continue }
      let measured = trainer.engine.evaluate(moved, on: sample, to: &spare) - J
      if !(measured >= 0) { return nil }
      rise = .risesUnderSmallStep(
        promised: -step * slope, measured: measured, shrink: step / trainer.rate)
    }
    return rise
  }

  /// Whether a weight goes through 0, begins or ends there.
  private static func changesSign(_ θ: Parameters<Double>, _ moved: Parameters<Double>) -> Bool {
    θ.weights.range.contains { l in
      zip(θ.weights[l].entries, moved.weights[l].entries).contains { $0 * $1 <= 0 && $0 != $1 }
    }
  }
}
