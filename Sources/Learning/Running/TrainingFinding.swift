// What can go wrong in training, as it is noticed.

/// Something that was noticed while training, and when.
public struct TrainingFinding: Sendable, Equatable {
  public var trouble: TrainingTrouble
  /// The iteration before which it was noticed, from 1.
  public var iteration: Int

  public init(_ trouble: TrainingTrouble, iteration: Int) {
    self.trouble = trouble
    self.iteration = iteration
  }
}

/// Troubles of gradient descent that numbers show. What they usually mean is said where they are
/// printed.
public enum TrainingTrouble: Sendable, Equatable {
  /// J is NaN or infinite, or an entry of the gradient is.
  case notFinite(NotFinite)
  /// J, averaged over an epoch, has risen to so many times its value in the first epoch of the run.
  case diverging(from: Double, to: Double)
  /// J rises in every step along −∇J, down to one of rate · `shrink` for which the gradient promises
  /// `promised` < 0: the gradient, and not the rate, is wrong.
  case risesUnderSmallStep(promised: Double, measured: Double, shrink: Double)
  /// J of the whole training set rose in a step: usually the rate is too large.
  case rateTooLarge(before: Double, after: Double)
  /// Rectifiers of a layer that are 0 for every example looked at.
  case deadRectifiers(layer: Int, dead: Int, of: Int)
  /// Nodes of a layer whose slope is below 10^-4 for every example looked at.
  case saturated(layer: Int, nodes: Int, of: Int)
  /// ‖δ^(ℓ)‖ is that much smaller than ‖δ^(L)‖, per node.
  case vanishingError(layer: Int, ratio: Double)
  /// A gradient check that called the gradient wrong: the first wrong equation and layer.
  case wrongGradient(equation: String, layer: Int)

  /// What is no finite number.
  public enum NotFinite: String, Sendable, Equatable { case cost, gradient }

  /// Whether two findings are of one kind and in one place, so that one of them is enough.
  public func isLike(_ other: TrainingTrouble) -> Bool {
    switch (self, other) {
    case (.notFinite, .notFinite), (.diverging, .diverging), (.rateTooLarge, .rateTooLarge),
      (.risesUnderSmallStep, .risesUnderSmallStep):
      true
    case (.deadRectifiers(let l, _, _), .deadRectifiers(let m, _, _)),
      (.saturated(let l, _, _), .saturated(let m, _, _)),
      (.vanishingError(let l, _), .vanishingError(let m, _)),
      (.wrongGradient(_, let l), .wrongGradient(_, let m)):
      l == m
    default: false
    }
  }
}
