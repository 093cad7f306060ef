// Mistakes in BP1 with the slope of the hypothesis, and with the cost.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let missingHypothesisDerivative = NetworkMistake(
    "missing-hypothesis-derivative", "BP1", "h′ left out where it belongs",
    formula: "∂J/∂h for δ^(L)",
    lesson:
      "δ^(L) is ∂J/∂z, not ∂J/∂h: the chain rule brings in ∂h/∂z. Only a cost that belongs to its "
      + "hypothesis cancels it, and then ∂J/∂h is gone with it.", onPaper: true
  ) { equation, place in
    guard equation.quantity == .outputError else { return nil }
    if equation.right.usesSlope {
      return equation.right.replacingLetters { $0.name == "h′" ? 1 : nil }.tidied
    }
    // h′ is a number c in the formula, or has been cancelled.
    let withoutFactor = equation.right.replacingLetters { $0.name == "c" ? 1 : nil }.tidied
    if withoutFactor != equation.right { return withoutFactor }
    guard
      let slope = place.network.hypothesis.isElementwise
        ? place.equation(.outputSlope, place.lastLayer)?.right : .letter("h′"), slope != 1,
      slope != 0
    else { return nil }
    return place.isRight(equation)
      ? place.equation(.outputGradient, place.lastLayer).map { .letter($0.left) } : nil
  }

  static let extraHypothesisDerivative = NetworkMistake(
    "extra-hypothesis-derivative", "BP1", "times h (1 − h) where that has cancelled",
    formula: "δ^(L) ⊙ h (1 − h)",
    lesson:
      "With logarithms in the cost h′ stands above and below the line and cancels: δ^(L) has no "
      + "h (1 − h) left.", onPaper: true, reach: .around
  ) { equation, place in
    place.isCancelled(equation) ? equation.right * .outputSpread : nil
  }

  static let extraJacobian = NetworkMistake(
    "extra-hypothesis-derivative", "BP1", "times the Jacobian of softmax where that has cancelled",
    formula: "Σ_i δ_i^(L) h_i ([i = k] − h_k)",
    lesson:
      "With logarithms in the cost the Jacobian of softmax is part of δ^(L) already; it must not be "
      + "applied once more.", reach: .around
  ) { equation, place in
    guard place.isCancelled(equation), !place.network.hypothesis.isElementwise,
      let k = equation.left.node
    else { return nil }
    let i = Index.i
    let spread: Expression = .hi.ofExample * (.same(i, k) - .letter("h", k, example: .m))
    return .sum(over: i, equation.right.substituting(k, by: i) * spread)
  }

  static let softmaxElementwise = NetworkMistake(
    "softmax-elementwise", "BP1", "∂J/∂h ⊙ h (1 − h) instead of the Jacobian",
    formula: "∂J/∂h ⊙ h (1 − h)",
    lesson: "Every output of softmax depends on every z, so δ_k is a sum over all outputs, "
      + "Σ_i ∂J/∂h_i ∂h_i/∂z_k, and not one product.", onPaper: true, reach: .whole
  ) { equation, place in
    guard equation.quantity == .outputError, !place.network.hypothesis.isElementwise
    else { return nil }
    return place.outputError(for: place.network.cost)[0].right * .outputSpread
  }

  /// The right gradient of another cost, one mistake for each cost.
  static let otherCosts = Cost.all.map { cost in
    NetworkMistake(
      "other-cost", "BP1", "the error of the output layer for the cost \(cost.name)",
      formula: "δ^(L) of another cost",
      lesson:
        "It is the right error for the cost \(cost.name), but that is not the cost of this network.",
      onPaper: true, reach: .whole
    ) { equation, place in
      guard equation.quantity == .outputError, cost != place.network.cost,
        cost.isDefined(for: place.network.hypothesis, outputs: place.network.outputs)
      else { return nil }
      let equations = place.outputError(for: cost)
      // Written in h and y alone: ∂J/∂h of the sheet is that of the network's own cost.
      return equations.dropLast().reduce(equations[equations.count - 1].right) {
        $0.replacing([$1.left.onPaper: $1.right, .letter($1.left): $1.right])
      }
    }
  }

  static let hypothesisDerivativeAtOutput = NetworkMistake(
    "hypothesis-derivative-at-output", "BP1", "h′(h) instead of h′(z)", formula: "∂J/∂h ⊙ h′(h)",
    lesson:
      "h′ is taken at the weighted input z. A function that expects z must not be given the output; "
      + "a formula in h, as h (1 − h), is the slope at z already.", reach: .whole
  ) { equation, place in
    guard place.isUsedSlope(equation) else { return nil }
    let l = equation.layer!
    let valueAtOutput = Definition.hypothesis(place.network.hypothesis).value
      .replacing([.zk.ofExample: .hk.ofExample, .c: .letter("c", layer: .number(l))])
    return equation.right.replacing([
      .zk.ofExample: .hk.ofExample, .hk.ofExample: valueAtOutput,
    ])
  }

  static let squaredHypothesisDerivative = NetworkMistake(
    "squared-hypothesis-derivative", "BP1", "h′ twice", formula: "∂J/∂h ⊙ h′(z) ⊙ h′(z)",
    lesson:
      "h′ is one link of the chain and stands there once: in the loss's own derivative or in the "
      + "output layer's, not in both.", reach: .around
  ) { equation, place in
    guard equation.quantity == .outputError,
      let slope = equation.right.letters.first(where: { $0.name == "h′" })
    else { return nil }
    return .product([equation.right, .letter(slope)])
  }

  /// The slope of another function at the output, one mistake for each.
  static let otherHypotheses = [Activation.logistic, .tanh].map { other in
    NetworkMistake(
      "derivative-of-another-hypothesis", "BP1", "the slope of \(other.name) for h′",
      formula: "∂J/∂h ⊙ h′(z) of another function",
      lesson:
        "\(other.slopeWords("h")) is the slope of \(other.name); the output layer has another "
        + "function, and h′ is the slope of that one.", reach: .whole
    ) { equation, place in
      guard place.isUsedSlope(equation), place.network.hypothesis.name != other.name
      else { return nil }
      return other.slope.replacing([.a: .hk.ofExample])
    }
  }
}

extension NetworkMistake.Place {
  /// Whether an equation has no mistake in it yet.
  fileprivate func isRight(_ equation: WorkedEquation) -> Bool {
    self.equation(equation.quantity, equation.layer!)?.right == equation.right
  }

  /// Whether an equation is BP1 of a pair in which h′ cancels. A cost of logarithms is where it does:
  /// (log h)′ is h′/h.
  fileprivate func isCancelled(_ equation: WorkedEquation) -> Bool {
    equation.quantity == .outputError && !equation.right.usesSlope
      && network.cost.slopes[.hk] == nil
  }

  /// Whether an equation is that of h′, and BP1 uses it.
  fileprivate func isUsedSlope(_ equation: WorkedEquation) -> Bool {
    equation.quantity == .outputSlope
      && self.equation(.outputError, lastLayer)?.right.usesSlope == true
  }

  /// ∂J/∂h_k, h′(z_k) where there is one, and δ_k^(L), of the network with this cost.
  ///
  /// - Precondition: the cost has a value at the hypothesis.
  fileprivate func outputError(for cost: Cost) -> [WorkedEquation] {
    let other = Network(
      sizes: network.sizes, activations: network.activations.elements,
      hypothesis: network.hypothesis, cost: cost, penalty: network.penalty,
      parameters: network.parameters)
    do throws(DerivingError) {
      return try EquationSource(other, batch).outputError()
    } catch {
      preconditionFailure("\(cost.name) at \(network.hypothesis.name): \(error)")
    }
  }
}

extension Expression {
  /// h_k (1 − h_k).
  fileprivate static var outputSpread: Expression { Expression.hk.ofExample * (1 - .hk.ofExample) }

  /// Whether h′ is a factor.
  fileprivate var usesSlope: Bool { letters.contains { $0.name == "h′" } }
}
