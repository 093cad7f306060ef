// What numbers show of training that goes wrong: looked for now and then, each thing told once.

public import NetworkModel
import Numbers

/// Looks for troubles of gradient descent: a cost that rises or diverges, rectifiers that are dead,
/// units that are saturated, errors that vanish.
///
/// Costs are looked at in every iteration. What takes passes of its own is looked at before iterations
/// 1, 2, 4, 8, …, which costs little however long training takes.
public struct TrainingWatch {
  /// What was found, in the order in which it was found.
  public private(set) var findings: [TrainingFinding] = []
  /// Makes the engine whose numbers are looked at, for the network as it is; some examples of the
  /// training set are enough.
  private let examine: ((Network) -> any PropagationEngine<Double>)?
  /// J of the first batch, and of the one before.
  private var costs: (first: Double, last: Double)?

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
    let last = costs?.last ?? J
    costs = (costs?.first ?? J, J)
    if J > Self.divergence * max(costs!.first, .leastNormalMagnitude) {
      note(.diverging(from: costs!.first, to: J), iteration)
    }
    let followsWhole = trainer.plan.iterationsPerEpoch == 1 && trainer.settings.dropout == 0
    let rises =
      followsWhole && trainer.settings.momentum == 0
      && J - last > Self.noise * (J.magnitude + last.magnitude)
    if rises { note(.rateTooLarge(before: last, after: J), iteration) }
    guard iteration & (iteration - 1) == 0 else { return }
    lookAtDescent(&trainer, iteration)
    if let examine {
      let network = trainer.engine.network.with(parameters: trainer.parameters)
      for trouble in TrainingTrouble.all(in: examine(network)) { note(trouble, iteration) }
    }
  }

  /// A cost that is so many times what it was at the start diverges.
  private static let divergence = 100.0
  /// Relative differences of costs below this may be rounding.
  private static let noise = 1e-12

  /// Takes small steps along −∇J of the whole training set, without dropout: one of them must lower J.
  ///
  /// J(θ − s ∇J) ≈ J − s ‖∇J‖² for a small s. Steps are tried as long as what they promise is far above
  /// rounding; where J rises in every one of them, the gradient is not that of J.
  private mutating func lookAtDescent<Engine>(_ trainer: inout Trainer<Engine>, _ iteration: Int) {
    let θ = trainer.parameters
    var gradient = trainer.gradient
    let J = trainer.engine.evaluate(θ, on: MiniBatch(), to: &gradient)
    let slope = gradient.sumOfSquares
    var rise: TrainingTrouble?
    for power in stride(from: -4, through: -40, by: -4) {
      let shrink = Double(sign: .plus, exponent: power, significand: 1)
      let step = trainer.rate * shrink
      let promised = -step * slope
      guard -promised > 1e-9 * J.magnitude, promised.isFinite else { break }
      var moved = θ
      var none: Parameters<Double>?
      UpdateRule.update(&moved, velocity: &none, gradient: gradient, rate: step, momentum: 0)
      let measured = trainer.engine.performance(moved).cost - J
      if !(measured >= 0) { return }
      rise = .risesUnderSmallStep(promised: promised, measured: measured, shrink: shrink)
    }
    if let rise { note(rise, iteration) }
  }
}
