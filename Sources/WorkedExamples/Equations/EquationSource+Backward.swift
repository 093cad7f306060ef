// Where the equations of backward propagation and of the update come from.

import Deriving
import NetworkModel
import Notation

extension EquationSource {
  // MARK: - The output layer

  /// ∂J/∂h_k; h′(z_k) where each output depends on its own z alone; δ_k^(L).
  ///
  /// Where ∂J/∂h and h′ cancel, as they do for the pairs that belong together, δ is found without them;
  /// else it is their product, or the sum over the Jacobian with everything put in.
  func outputError() throws(DerivingError) -> [WorkedEquation] {
    let outer = pair.line { $0.left.isPartial(of: "J", by: "h") }!
    let inner = pair.line { $0.left.isPartial(of: "h", by: "z") }!
    let error = pair.lastLine(holdingFor: batch)
    let gradient = equation(.outputGradient, last, outer, of: pair, "slope of the cost")
    guard network.hypothesis.isElementwise else {
      return [gradient, equation(.outputError, last, error, of: pair, "BP1")]
    }
    let slope = outputSlope(inner, of: pair)
    let shortest = equation(.outputError, last, error, of: pair, "BP1")
    let isCancelled =
      error.right.letterCount < outer.right.letterCount + inner.right.letterCount
    if isCancelled || inner.right.freeIndices.isEmpty { return [gradient, slope, shortest] }
    let chain = pair.line { $0.right.isProduct(ofPartials: "J", "h") } ?? error
    let factors: [Expression: Expression] = [inner.left: .letter(slope.left)]
    return [
      gradient, slope,
      WorkedEquation(
        .outputError, layer: last, shortest.left,
        formula(chain.right.replacing(factors), last), reason: "BP1",
        reference: LineReference(pair, chain.step)),
    ]
  }

  /// h′(z_k).
  private func outputSlope(_ line: ScalarLine, of pair: Derivation) -> WorkedEquation {
    WorkedEquation(
      .outputSlope, layer: last,
      WorkedLetter.slope("h", at: Letter("z", nodes: [.k], layer: .number(last), example: .m)),
      formula(line.right, last).replacing(parameter(last)), reason: "slope of the hypothesis",
      reference: LineReference(pair, line.step))
  }

  // MARK: - Hidden layers

  /// ∂J/∂a, g′(z) and δ of a hidden layer.
  func hiddenError(_ l: Int) throws(DerivingError) -> [WorkedEquation] {
    let hidden = try Derivation.propagation(.activationGradient)
    let sum = hidden.lastScalarLine
    let bp2 = try Derivation.propagation(.hiddenError)
    let error = bp2.lastScalarLine
    let slope = try slope(l)
    // (Σ_i δ_i w_ij) g′(z_j), in which the sum is ∂J/∂a_j.
    let factored = WorkedEquation(
      .error, layer: l, letter(error.left, l),
      formula(error.right.replacing([sum.right: sum.left]), l), reason: "BP2",
      reference: LineReference(bp2, error.step))
    return [
      equation(.activationGradient, l, sum, of: hidden, "back through the weights"), slope,
      factored,
    ]
  }

  /// g′(z_i^(ℓ)), the derivation's line of one z for any node.
  private func slope(_ l: Int) throws(DerivingError) -> WorkedEquation {
    let function = network.activations[l]
    let derivation = try Derivation.knownSlope(of: function)
    let line = derivation.lastScalarLine
    let place: [Expression: Expression] = [
      .z: .letter(letter("z", l)), .a: .letter(letter("a", l)),
    ]
    return WorkedEquation(
      .slope, layer: l, WorkedLetter.slope("g", at: letter("z", l)),
      formula(line.right.replacing(place), l).replacing(parameter(l)),
      reason: "slope of \(function.name)", reference: LineReference(derivation, line.step))
  }

  // MARK: - Parameters

  /// ∂J/∂w_ij^(ℓ), with the penalty's term, and ∂J/∂b_i^(ℓ).
  func gradient(_ l: Int) throws(DerivingError) -> [WorkedEquation] {
    let weights = try Derivation.propagation(isSingle ? .weightOfExample : .weight)
    let biases = try Derivation.propagation(isSingle ? .biasOfExample : .bias)
    let data = equation(.weightGradient, l, weights.lastScalarLine, of: weights, "BP3")
    let penalty = try penaltySlope(l)
    let whole = data.replacingRight(
      by: penalty.map { .sum(data.right.addends + $0.addends) } ?? data.right)
    return [whole, equation(.biasGradient, l, biases.lastScalarLine, of: biases, "BP4")]
  }

  /// ∂Ω/∂w_ij^(ℓ).
  private func penaltySlope(_ l: Int) throws(DerivingError) -> Expression? {
    guard !network.penalty.isNone else { return nil }
    let line = try Derivation.knownSlope(of: network.penalty).lastScalarLine
    return formula(line.right, l)
  }

  /// w_ij^(ℓ) − α ∂J/∂w_ij^(ℓ), b_i^(ℓ) − α ∂J/∂b_i^(ℓ)                             [W] §9
  func update(_ l: Int) -> [WorkedEquation] {
    let (i, j) = (index("i", l), index("j", l - 1))
    let parameters: [(WorkedQuantity, Letter)] = [
      (.weightUpdate, Letter("w", nodes: [i, j], layer: .number(l))),
      (.biasUpdate, Letter("b", nodes: [i], layer: .number(l))),
    ]
    return parameters.map { quantity, letter in
      WorkedEquation(
        quantity, layer: l, letter.updated,
        .letter(letter) - .letter("α") * .partial(.letter("J"), by: letter),
        reason: "gradient descent")
    }
  }

  private func equation(
    _ quantity: WorkedQuantity, _ l: Int, _ line: ScalarLine, of derivation: Derivation,
    _ reason: String
  ) -> WorkedEquation {
    // A Jacobian's line names the output i, the sheet names outputs k.
    let line = line.renamingFirstNode(to: quantity.isOfOutput ? "k" : nil)
    return WorkedEquation(
      quantity, layer: l, letter(line.left, l),
      formula(line.right, l).replacing(parameter(l)), reason: reason,
      reference: LineReference(derivation, line.step))
  }

  /// The letter of a left side: a letter, or ∂J/∂x.
  private func letter(_ left: Expression, _ l: Int) -> Letter {
    switch left.settingLayer(to: .number(l)) {
    case .letter(let letter): letter
    case .partial(_, by: let x): WorkedLetter.slopeOfCost(by: x)
    default: preconditionFailure("\(left) is no quantity")
    }
  }
}

extension WorkedQuantity {
  fileprivate var isOfOutput: Bool {
    self == .outputGradient || self == .outputSlope || self == .outputError
  }
}

extension Expression {
  /// How many letters are written, each as often as it occurs.
  fileprivate var letterCount: Int {
    if case .letter = self { return 1 }
    return parts.reduce(0) { $0 + $1.letterCount }
  }

  /// The terms of a sum, or the one expression.
  package var addends: [Expression] {
    if case .sum(let terms) = self { return terms }
    return [self]
  }
}
