// What the equations give for a network: the right numbers, with how far right claims may be from them.

import Deriving
import GradientChecking
import NetworkModel
import Numbers
import WorkedExamples

/// J, δ, ∇W and ∇b of a network and its batch by their equations, with running bounds.
struct ExpectedGradient: Sendable {
  let equations: NetworkEquations
  let run: EquationRun
  let cost: Bounded
  let errors: Layers<[Bounded]>
  let gradient: Parameters<Bounded>

  /// - Throws: what cannot be derived, or has no form that can be run on arrays.
  init(_ network: Network, _ batch: Batch) throws {
    let equations = try NetworkEquations(network, batch)
    var run = EquationRun(network, batch)
    for equation in equations.forward + equations.backward + equations.gradient {
      try run.run(equation)
    }
    let layers = 2...network.lastLayer
    func values(_ stage: EquationStage) -> [Bounded] {
      run.value(of: stage.equations(of: equations).last!.left)!.values
    }
    cost = run.value(of: equations.forward.last!.left)!.values[0]
    errors = Layers(first: 2, layers.map { values(.error($0, of: network)) })
    gradient = Parameters(
      weights: Layers(
        first: 2,
        layers.map {
          Matrix(
            rows: network.size($0), columns: network.size($0 - 1),
            entries: values(EquationStage(.weights, layer: $0)))
        }),
      biases: Layers(first: 2, layers.map { values(EquationStage(.biases, layer: $0)) }))
    self.equations = equations
    self.run = run
  }
}
