// A step of gradient descent under a penalty: [W] §9.2, §9.3, §10.1.

import NetworkModel
import Notation

/// A step of layer ℓ's weights, its penalty split from the rest of the cost.
private struct PenaltyStep {
  let layer: LayerPenalty
  /// The cost without the penalty Ω of layer ℓ.
  let rest = Letter("J₀")

  var weight: Letter { layer.weight }
  /// The weight after the step.
  var next: Letter { Letter("u", nodes: [layer.i, layer.j], layer: .current) }

  var cost: Definition {
    Definition(
      Letter("J"), .letter(rest) + .letter(layer.letter), name: "the cost with its penalty")
  }

  var update: Definition {
    Definition(
      next, .letter(weight) - .letter("α") * .partial(.letter("J"), by: weight),
      name: "a step of gradient descent")
  }

  /// J₀ depends on the weights, whatever it is.
  var path: Path {
    Path(of: rest.name, on: weight, through: Definition.weightedInput.letter, sumsExamples: true)
  }

  /// The networks of the penalty, with J₀ and Ω in place of J.
  var setting: Setting {
    let instances = layer.setting.instances.map { sample in
      var instance = sample
      let others = (2...sample.sizes.count).filter { $0 != sample.current }.map(Layer.number)
      let plain = Definition.cost(.quadratic, layer.penalty, of: others)
      instance.definitions.removeAll { $0.letter == plain.letter }
      instance.definitions += [Definition(rest, plain.value, name: plain.name), cost, update]
      instance.given[Instance.Entry("α")] = 0.375
      return instance
    }
    return Setting(instances: instances)
  }
}

extension Derivation {
  /// w − α ∂J/∂w with the penalty's slope put in: (1 − α λ/M) w − α ∂J₀/∂w for squares.
  static func decay(_ name: String, _ penalty: Penalty) throws(DerivingError) -> Derivation {
    let step = PenaltyStep(layer: LayerPenalty(penalty: penalty))
    let setting = step.setting
    var draft = Draft(judging: setting.judge)
    let first = draft.define(step.layer.definition)
    let second = draft.define(step.cost)
    let third = draft.define(step.update)
    // ∂J/∂w is ∂J₀/∂w and the penalty's slope.
    var sum = Chain(
      .partial(.letter("J"), by: step.weight),
      context: RuleContext(definitions: [step.cost, step.layer.definition], paths: [step.path]))
    sum.use(.definition, reason: "put \(second) in", uses: [second])
    sum.use(.linearity)
    let fourth = draft.add(sum)
    var slope = Chain(
      .partial(.letter(step.layer.letter), by: step.weight),
      context: RuleContext(definitions: [step.layer.definition]))
    slope.use(.definition, reason: "put \(first) in", uses: [first])
    try slope.differentiate()
    slope.use(.cancelling)
    let fifth = draft.add(slope)
    let total = draft.substitute((slope, fifth), into: &sum, at: fourth)
    // Put into the step.
    var chain = Chain(
      .letter(step.next), from: step.update.value, context: RuleContext(), lineByLine: true)
    chain.context.earlier = [sum.equality(total)]
    chain.use(.substitution, reason: "put \(total) into \(third)", uses: [total])
    // The sign of a weight stays a bracket.
    chain.use(.distributing) { $1.last }
    chain.use(.grouping)
    let last = draft.add(chain, from: third)
    try draft.vectorise(
      chain.left, chain.right, rows: step.layer.i, columns: step.layer.j, from: last, .whole)
    return Derivation(
      name: "decay \(name)",
      title: name == "l2"
        ? "A step with the penalty on squares of weights: they shrink by a factor"
        : "A step with the penalty on magnitudes of weights: they shrink by an amount",
      source: name == "l2" ? "[W] §9.2, §10.1" : "[W] §9.3, §10.1", draft, setting,
      conventions: name == "l2"
        ? [] : ["|w| is ([w > 0] − [w < 0]) w; at w = 0 the sign counts as 0."],
      symbols: [
        .cost, LayerPenalty.symbol,
        Symbol(.scalar(.letter(step.rest)), "cost without Ω"), .weight,
        Symbol(
          .scalar(.letter(step.next)), "the same weight after the step",
          shape: Shape(rows: step.layer.i.range, columns: step.layer.j.range)),
      ],
      remarks: ["A bias has no penalty: its step is b − α ∂J/∂b, as without one."])
  }
}
