// What the equations give for a network: the right numbers, with how far right claims may be from them.

import Deriving
import GradientChecking
import NetworkModel
import Notation
import Numbers
import WorkedExamples

/// J, δ, ∇W and ∇b of a network and its batch, twice.
///
/// An engine's bounds are close: they know the forms in which nothing cancels. The bounds of the
/// equations as they are derived are wide: they hold for somebody who computes in the textbook's forms,
/// from numbers that were rounded before.
struct ExpectedGradient: Sendable {
  let equations: NetworkEquations
  /// The equations worked; δ is the engine's where an equation gives no finite number.
  let run: EquationRun
  let cost: Bounded
  /// δ by the equations.
  let errors: Layers<[Bounded]>
  /// The gradient by the equations.
  let gradient: Parameters<Bounded>
  /// The gradient of the reference engine.
  let close: Parameters<Bounded>

  /// - Throws: what has no form that can be run on arrays.
  init(
    _ subject: CheckSubject, _ equations: NetworkEquations
  ) throws(FormulaEvaluation.Unsupported) {
    let (network, engine) = (subject.network, subject.engines[0].bounding)
    let engines = engine.gradients(engine.forward(holding: nil))
    var run = EquationRun(network, subject.batch)
    for equation in equations.forward { try run.run(equation) }
    for l in stride(from: network.lastLayer, through: 2, by: -1) {
      let stage = EquationStage.error(l, of: network).equations(of: equations)
      for equation in stage { try run.run(equation) }
      run.replaceUndefined(stage[stage.count - 1].left, by: engines.error[l].entries)
    }
    for equation in equations.gradient { try run.run(equation) }
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
    close = engines.gradient
  }
}

extension ExpectedGradient {
  /// The largest right number of every block.
  var scales: [ClaimBlock: Double] {
    func largest(_ numbers: [Bounded]) -> Double {
      numbers.reduce(0) { max($0, $1.value.magnitude) }
    }
    var scales: [ClaimBlock: Double] = [:]
    for l in errors.range {
      scales[ClaimBlock(.error, layer: l)] = largest(errors[l])
      scales[ClaimBlock(.weights, layer: l)] = largest(gradient.weights[l].entries)
      scales[ClaimBlock(.biases, layer: l)] = largest(gradient.biases[l])
    }
    return scales
  }
}

extension EquationRun {
  /// Puts other numbers where what an equation gave is not finite, or is known to no digit.
  fileprivate mutating func replaceUndefined(_ letter: Letter, by others: [Bounded]) {
    let values = value(of: letter)!.values
    replace(
      letter,
      by: zip(values, others).map { own, other in
        own.value.isFinite && own.error.isFinite ? own : other
      })
  }
}
