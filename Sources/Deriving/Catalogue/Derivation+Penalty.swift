// The penalty's term of BP3: [W] §9.2, §9.3; and where penalties come from, [W] §9.1.

public import NetworkModel
import Notation

/// The penalty of one layer's weights.
struct LayerPenalty {
  let penalty: Penalty
  let i = Index.i.over(.nodes(.current))
  let j = Index.j.over(.nodes(.current - 1))

  var weight: Letter { Letter("w", nodes: [i, j], layer: .current) }
  /// The cost of large weights, here of layer ℓ.
  let letter = Letter("Ω")
  var definition: Definition {
    let term = penalty.generalTerm.replacing([.w: .letter(weight)]).tidied
    // The constants in front of the sums, as the notes write them.
    let factors = Factors(term)
    let sum = Expression.sum(over: i, .sum(over: j, factors.only { !$0.isConstant }.expression))
    var value = factors.only(where: \.isConstant)
    (value.above, value.below) = (factors.above, factors.below)
    value.multiply(by: sum)
    return Definition(letter, value.expression, name: "the penalty on the weights of layer ℓ")
  }

  var setting: Setting {
    let samples = Instance.samples(
      activations: [.tanh], hypothesis: .identity, cost: .quadratic, penalty: penalty, layer: .any)
    return Setting(
      instances: samples.map {
        var instance = $0
        instance.definitions.append(definition)
        return instance
      })
  }

  static let symbol = Derivation.Symbol(
    .scalar(.letter("Ω")), "penalty on the weights, added to the cost")
}

extension Derivation {
  /// ∂Ω/∂w_ij: λ/M w for squares, λ/M sign(w) for magnitudes.
  public static func penalty(_ name: String, _ penalty: Penalty) throws(DerivingError) -> Derivation
  {
    let layer = LayerPenalty(penalty: penalty)
    var draft = Draft(judging: layer.setting.judge)
    let first = draft.define(layer.definition)
    var chain = Chain(
      .partial(.letter(layer.letter), by: layer.weight),
      context: RuleContext(definitions: [layer.definition]), lineByLine: true)
    chain.use(.definition, reason: "put \(first) in", uses: [first])
    try chain.differentiate()
    chain.use(.cancelling)
    let last = draft.add(chain)
    try draft.vectorise(
      chain.left, chain.right, rows: layer.i, columns: layer.j, from: last, .whole)
    return Derivation(
      name: "penalty \(name)",
      title: name == "l2"
        ? "The penalty on squares of weights" : "The penalty on magnitudes of weights",
      source: name == "l2" ? "[W] §9.2" : "[W] §9.3", draft, layer.setting,
      conventions: name == "l2"
        ? [] : ["|w| is ([w > 0] − [w < 0]) w; at w = 0 the sign counts as 0."],
      symbols: [LayerPenalty.symbol, .weight])
  }
}

extension Derivation {
  /// Where a penalty comes from: the prior that the weights are drawn from.
  static func prior(
    _ name: String, _ penalty: Penalty, density: String
  ) throws(DerivingError) -> Derivation {
    let layer = LayerPenalty(penalty: penalty)
    let w = Expression.letter(layer.weight)
    let exponent: Expression =
      penalty.l1 == 0
      ? .quotient(.product([.letter("λ"), .power(w, 2)]), 2)
      : .product([
        .letter("λ"), .sum([.bracket(w, .greater, 0), .negative(.bracket(w, .less, 0))]), w,
      ])
    return try Derivation.likelihood(
      name: "prior \(name)",
      title: "Where the penalty comes from: a \(density) prior on the weights",
      source: "[W] §9.1", of: .quotient(.exp(.negative(exponent)), .letter("τ")),
      over: [layer.i, layer.j], is: layer.definition, by: layer.weight, layer.setting,
      role: "prior density of the weights", symbols: [LayerPenalty.symbol, .weight],
      remarks: [
        "The weights that maximise likelihood times prior minimise cost plus penalty: τ does not depend on w.",
        penalty.l1 == 0
          ? "λ is 1 over the variance of the weights." : "λ is 1 over the scale of the weights.",
      ])
  }
}
