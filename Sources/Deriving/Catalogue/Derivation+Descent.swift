// Why a step against the gradient lowers the cost: [W] §10.1; [R]; [N] "Gradient descent".

import NetworkModel
import Notation

/// All weights and biases of a network as θ_1 … θ_P, moved along a step of length α.
private struct Descent {
  let p = Index("p", .parameters)

  /// θ_p, where the step has led.
  var parameter: Letter { Letter("θ", node: p) }
  /// φ_p, where it began.
  var start: Letter { Letter("φ", node: p) }
  /// γ_p, the slope there.
  var slope: Letter { Letter("γ", node: p) }
  var rate: Letter { Letter("α") }

  var update: Definition {
    Definition(
      parameter, .letter(start) - .letter(rate) * .letter(slope),
      name: "a step against the gradient")
  }

  /// At the beginning of the step α is 0; further on it is not.
  var setting: Setting {
    let networks = Instance.samples(
      activations: [.tanh, .logistic], hypothesis: .softmax, cost: .logLoss, layer: .output)
    var setting = Setting(instances: networks.map { moving($0, by: 0) })
    setting.unassuming = moving(networks[0], by: 0.25)
    return setting
  }

  /// The network with its weights and biases defined by the step, α long, and its gradient given as it
  /// is where the step begins.
  private func moving(_ network: Instance, by α: Double) -> Instance {
    var instance = network
    instance.given[Instance.Entry("α")] = α
    instance.definitions.append(update)
    let evaluation = Evaluation<Double>(network)
    let place = Assignment(current: network.current)
    var number = 0
    for letter in network.parameters {
      number += 1
      guard let entry = try? evaluation.entry(letter, place),
        let gradient = try? evaluation.value(.partial(.letter("J"), by: letter), place)
      else { preconditionFailure("\(network.name) has no slope by \(letter)") }
      instance.given[Instance.Entry("φ", nodes: [number])] = network.given[entry]
      instance.given[Instance.Entry("γ", nodes: [number])] = gradient
      instance.given[entry] = nil
      instance.definitions.append(
        Definition(
          letter, .letter("θ", Index(number, of: .parameters)), name: "one of the parameters"))
    }
    instance.name += α == 0 ? "" : ", after a step"
    return instance
  }
}

extension Instance {
  /// The letters of all weights and biases, layer by layer.
  fileprivate var parameters: [Letter] {
    (2...sizes.count).flatMap { l -> [Letter] in
      let layer = Layer.number(l)
      let rows = (1...sizes[l - 1]).map { Index($0, of: .nodes(layer)) }
      let columns = (1...sizes[l - 2]).map { Index($0, of: .nodes(layer - 1)) }
      return rows.flatMap { i in columns.map { Letter("w", nodes: [i, $0], layer: layer) } }
        + rows.map { Letter("b", nodes: [$0], layer: layer) }
    }
  }
}

extension Derivation {
  /// ∂J/∂α is −Σ_p γ_p², γ_p = ∂J/∂θ_p, at the beginning of a step against the gradient.
  static func descent() throws(DerivingError) -> Derivation {
    let step = Descent()
    let setting = step.setting
    var draft = Draft(judging: setting.judge)
    let first = draft.define(step.update)
    let slope = Expression.partial(.letter("J"), by: step.parameter)
    let second = draft.state(
      slope, .letter(step.slope), rule: .assumption,
      reason: "γ_p is the slope where the step begins", needing: [.equal(.letter(step.rate), 0)])
    var chain = Chain(
      .partial(.letter("J"), by: step.rate),
      context: RuleContext(
        definitions: [step.update],
        paths: [Path(of: "J", on: step.rate, through: step.parameter)]))
    chain.use(.paths)
    let third = draft.add(chain)
    let inner = try draft.derivative(
      of: step.parameter, by: step.rate, definitions: [step.update], using: first)
    chain.endLine()
    let fourth = draft.substitute(inner, into: &chain, at: third)
    chain.isLineByLine = true
    chain.use(.constantOut)
    chain.context.earlier = [Equality(slope, .letter(step.slope), name: second)]
    chain.use(
      .substitution, reason: "put \(second) in", uses: [second],
      needing: [.equal(.letter(step.rate), 0)])
    draft.add(chain, from: fourth)
    return Derivation(
      name: "descent", title: "A step against the gradient lowers the cost",
      source: "[W] §10.1; [R] Worked Example; [N] Gradient descent", draft, setting,
      symbols: [
        .cost,
        Symbol(.scalar(.letter(step.parameter)), "weight or bias number p of all P, after a step"),
        Symbol(.scalar(.letter(step.start)), "the same before the step"),
        Symbol(.scalar(.letter(step.slope)), "∂J/∂θ_p before the step"),
      ],
      remarks: [
        "A sum of squares is 0 only where every slope is; everywhere else a step that is short enough lowers the cost.",
        "How short is enough the line does not say: it is the slope at α = 0, and further on the cost may rise again.",
      ])
  }
}
