// What each trouble of training usually means and what to try, in words.

import Learning
import NetworkModel

extension TrainingFinding {
  /// When it was noticed, and what it means.
  func words(_ settings: TrainingSettings, _ markup: Markup) -> String {
    "Iteration \(NumberText.count(iteration)): " + trouble.words(settings, markup)
  }
}

extension TrainingTrouble {
  func words(_ settings: TrainingSettings, _ markup: Markup) -> String {
    switch self {
    case .notFinite(let what): Self.notFiniteWords(what, settings)
    case .diverging(let from, let to): Self.divergingWords(from, to, settings)
    case .risesUnderSmallStep(let promised, let measured, let shrink):
      "J changes by \(number(measured)) in a step of \(number(shrink))\u{A0}α against the gradient, "
        + "which promises \(number(promised)). So small a step lowers J where the gradient is right: "
        + "usually it is the gradient that is wrong, not the rate. Run `nabla check`, which names the "
        + "equation."
    case .rateTooLarge(let before, let after):
      "J rose from \(NumberText.pair(before, after).0) to \(NumberText.pair(before, after).1) in one "
        + "step: usually the step is longer than the slope holds. Take a smaller "
        + "rate than α\u{A0}=\u{A0}\(number(settings.rate)), or a schedule that lowers it, linear-decay."
    case .deadRectifiers, .saturated, .vanishingError: hiddenWords(markup)
    case .wrongGradient(let equation, let layer):
      "A gradient check finds \(markup.literal(equation)) at layer \(layer) wrong: the steps did not "
        + "go where J falls fastest, and what was learnt is not what was asked for. Run "
        + "`nabla check`, which shows the derivative and both numbers."
    }
  }

  /// Of troubles of one hidden layer.
  private func hiddenWords(_ markup: Markup) -> String {
    switch self {
    case .deadRectifiers(let layer, let dead, let all):
      "Layer \(layer): \(Self.share(dead, all, "rectifier")) dead, 0 for every example looked "
        + "at: nothing is passed back, and the weights before no longer learn. Usually a step "
        + "too large threw the biases far below 0, or they began there. Try a smaller rate, biases "
        + "that begin above 0, or features scaled to about 1."
    case .saturated(let layer, let nodes, let all):
      "Layer \(layer): \(Self.share(nodes, all, "node")) saturated, with a slope below 1e-4 for "
        + "every example looked at: almost nothing is passed back, and the weights before hardly "
        + "learn. Usually weights or features are too large. Begin with smaller weights, scale the "
        + "features to about 1, or take a penalty."
    case .vanishingError(let layer, let ratio):
      "The errors vanish on the way back: \(Self.size(layer, markup)) is only \(number(ratio)) of the "
        + "output layer's, per node, so the first layers hardly learn. Usually many slopes below 1 are "
        + "multiplied. Begin with larger weights, take tanh or the rectifier, or fewer layers."
    default: preconditionFailure("\(self) belongs to no layer")
    }
  }

  private func number(_ value: Double) -> String { NumberText.text(value, digits: 3) }

  private static func size(_ layer: Int, _ markup: Markup) -> String {
    markup == .plain ? "‖δ^(\(layer))‖" : "‖δ<sup>(\(layer))</sup>‖"
  }

  /// `3 of 5 nodes are`, `1 of 5 nodes is`, `all 5 nodes are`
  private static func share(_ count: Int, _ all: Int, _ noun: String) -> String {
    if count == all, all > 1 { return "all \(counted(all, noun)) are" }
    return "\(NumberText.count(count)) of \(counted(all, noun)) \(count == 1 ? "is" : "are")"
  }

  private static func notFiniteWords(
    _ what: NotFinite, _ settings: TrainingSettings
  ) -> String {
    let smaller =
      "Try a tenth of the rate, α\u{A0}=\u{A0}\(NumberText.text(settings.rate / 10)), and features "
      + "scaled to about 1."
    switch what {
    case .cost:
      return
        "J is no finite number any more. Usually steps were too large, and the parameters grew "
        + "until a number overflowed, or an output is exactly 0 or 1 and the cost takes its "
        + "logarithm. " + smaller
    case .gradient:
      return "An entry of the gradient is no finite number any more, although J is. Usually the "
        + "cost's derivative overflows at an output that is all but 0 or 1, because steps were too "
        + "large. " + smaller
    }
  }

  private static func divergingWords(
    _ from: Double, _ to: Double, _ settings: TrainingSettings
  ) -> String {
    let (from, to) = NumberText.pair(from, to, digits: 3)
    let momentum = settings.momentum > 0 ? ", and a momentum rate further from 1" : ""
    return
      "J has risen from \(from) in the first epoch to \(to). Usually every step overshoots the valley, "
      + "further each time. Try a tenth of the rate, α\u{A0}=\u{A0}\(NumberText.text(settings.rate / 10))"
      + "\(momentum). If J rises under any rate, the gradient is wrong: run `nabla check`."
  }
}
