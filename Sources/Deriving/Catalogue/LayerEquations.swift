// A hidden layer ℓ between its neighbours: letters, definitions, and how it reaches the cost.

import NetworkModel
import Notation

/// The letters of layer ℓ and of the layers beside it.
struct LayerEquations {
  let i = Index.i.over(.nodes(.current))
  let j = Index.j.over(.nodes(.current - 1))
  /// A node of layer ℓ, seen from layer ℓ+1.
  let below = Index.j.over(.nodes(.current))
  let above = Index.i.over(.nodes(.current + 1))

  var weightedInput: Definition { .weightedInput }
  var z: Letter { Definition.weightedInput.letter }
  var error: Definition { .error }

  /// z_j^(ℓ), a_j^(ℓ), δ_j^(ℓ).
  func letter(_ name: String) -> Letter {
    Letter(name, nodes: [below], layer: .current, example: .m)
  }

  /// z_i^(ℓ+1).
  var next: Letter { Letter("z", nodes: [above], layer: .current + 1, example: .m) }

  /// z_i^(ℓ+1) = Σ_j w_ij^(ℓ+1) a_j^(ℓ) + b_i^(ℓ+1), a_j^(ℓ) = g(z_j^(ℓ)).
  var nextDefinition: Definition {
    Definition(
      next, Definition.weightedInput.value(of: next)!, name: "definition of the weighted input")
  }
  var activation: Definition {
    Definition(
      letter("a"), Definition.namedActivation.value(of: letter("a"))!,
      name: "definition of the activation value")
  }

  /// What is known of a layer without looking into the cost.
  func path(on variable: Letter, through: Letter, sumsExamples: Bool = false) -> Path {
    Path(
      of: "J", on: variable, through: through, sumsExamples: sumsExamples)
  }

  let setting: Setting

  /// - Parameter layer: which layers of the sample networks ℓ stands for.
  init(_ layer: Instance.SampleLayer = .hidden) {
    let samples =
      Instance.samples(
        activations: [.tanh, .logistic], hypothesis: .softmax, cost: .logLoss, layer: layer)
      + Instance.samples(
        activations: [.rectifier(), .tanh], hypothesis: .tanh, cost: .quadratic, layer: layer
      ).prefix(2)
    var setting = Setting(instances: samples)
    setting.larger = samples.first { $0.examples > 1 }
    self.setting = setting
  }
}
