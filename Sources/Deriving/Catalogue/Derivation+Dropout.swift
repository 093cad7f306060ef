// Dropout under a fixed mask: [W] §9.4 leaves it open; Srivastava et al. 2014, with the values that stay
// scaled while learning ("inverted").

import NetworkModel
import Notation

/// A hidden layer whose activation values are multiplied by a mask.
private struct MaskedLayer {
  let equations = LayerEquations()

  /// 0, or 1/(1 − p).
  var mask: Letter { equations.letter("d") }
  /// The same for node i, as the list of letters shows it.
  var symbol: Letter { Letter("d", nodes: [equations.i], layer: .current, example: .m) }
  /// The probability that a value is dropped.
  var rate: Letter { Letter("p") }
  /// The mean of an activation value over all masks.
  var mean: Letter { equations.letter("r") }

  var activation: Definition {
    let value = equations.activation
    return Definition(
      value.letter, .letter(mask) * value.value, name: "definition of the activation value")
  }

  /// 0 with probability p, and with probability 1 − p the value scaled up.
  var average: Definition {
    let value = equations.activation.value
    return Definition(
      mean,
      .sum([
        .product([.letter(rate), 0, value]),
        .product([1 - .letter(rate), .quotient(1, 1 - .letter(rate)), value]),
      ]), name: "mean over all masks: p times 0, and 1 − p times a value that stays")
  }

  /// The networks with a mask for every hidden layer and example.
  var setting: Setting {
    var setting = Setting(instances: equations.setting.instances.enumerated().map(masked))
    setting.ranges["p"] = (
      ValueRange(0, 1, includesLower: false, includesUpper: false), "p lies between 0 and 1"
    )
    return setting
  }

  private func masked(_ n: Int, _ network: Instance) -> Instance {
    var instance = network
    var random = SeededGenerator(seed: UInt64(n + 1))
    let p = 0.25
    instance.given[Instance.Entry("p")] = p
    for l in 2..<network.sizes.count {
      for m in 1...network.examples {
        // One node is dropped and the others stay: the error of either kind is looked at.
        let dropped = random.integer(below: network.sizes[l - 1]) + 1
        for j in 1...network.sizes[l - 1] {
          instance.given[Instance.Entry("d", nodes: [j], layer: l, example: m)] =
            j == dropped ? 0 : 1 / (1 - p)
        }
      }
    }
    instance.definitions = network.definitions.map { definition in
      guard definition.letter.name == "a", let layer = definition.letter.layer,
        (2..<network.sizes.count).contains(layer.offset), layer.base == .zero
      else { return definition }
      let mask = Letter("d", nodes: definition.letter.nodes, layer: layer, example: .m)
      return Definition(
        definition.letter, .letter(mask) * definition.value, name: definition.name)
    }
    instance.definitions.append(average)
    return instance
  }
}

extension Derivation {
  /// δ^(ℓ) where a = d g(z): BP2 with the mask as one more factor.
  static func dropout() throws(DerivingError) -> Derivation {
    let masked = MaskedLayer()
    let (equations, setting) = (masked.equations, masked.setting)
    var draft = Draft(judging: setting.judge)
    let next = draft.define(equations.nextDefinition)
    let value = draft.define(masked.activation)
    try draft.vectorise(
      .letter(masked.activation.letter), masked.activation.value, rows: equations.below,
      columns: .m, from: value, .batch)
    // Its mean over the masks.
    let start = draft.define(masked.average)
    var mean = Chain(
      .letter(masked.mean), from: masked.average.value.tidied, context: RuleContext())
    mean.use(.cancelling)
    draft.add(mean, from: start)
    try draft.deriveHiddenError(equations, masked.activation, using: next, value)
    return Derivation(
      name: "dropout", title: "The error of a hidden layer with dropout",
      source: "[W] §9.4, (BP2.1), (BP2.2); Srivastava et al. 2014", draft, setting,
      symbols: [
        .cost, .weightedInput, .activation,
        Symbol(
          .scalar(.letter(masked.symbol)),
          "mask: 0 where the value is dropped, 1/(1 − p) where it stays",
          shape: Shape(rows: equations.i.range, columns: .examples)),
        Symbol(.scalar(.letter(masked.rate)), "probability that a value is dropped"),
        Symbol(.scalar(.letter(masked.mean)), "mean of the activation value over all masks"),
        .error, .weight, .bias,
      ], understood: .m,
      remarks: [
        "The mask is drawn before the forward pass and stays as it is on the way back, so J is a function of the "
          + "weights like any other.",
        "After learning nothing is dropped and nothing scaled: the value is then the mean that it had.",
      ])
  }
}
