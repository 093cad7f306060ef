// What is known of one mistake in a network: where it can be made, which line has it right.

import Notation
import WorkedExamples

extension VariantTable {
  /// Every stage of backpropagation, in the order of the calculation.
  var stages: [EquationStage] {
    let last = network.lastLayer
    let down = Array(stride(from: last, through: 2, by: -1))
    return [EquationStage(.forward, layer: last)] + down.map { .error($0, of: network) }
      + down.flatMap { [EquationStage(.weights, layer: $0), EquationStage(.biases, layer: $0)] }
  }

  /// The stages at which a mistake can be made.
  func stages(of mistake: NetworkMistake) -> [EquationStage] {
    stages.filter { stage in singles(stage).contains { $0.mistakes[0].isSame(as: mistake) } }
  }

  /// The line of a derivation that has right what a mistake has wrong.
  func reference(_ mistake: NetworkMistake, at stage: EquationStage) -> LineReference? {
    guard
      let wrong = singles(stage).first(where: { $0.mistakes[0].isSame(as: mistake) })?.equations
    else { return right(stage).equations.last?.reference }
    let changed = zip(right(stage).equations, wrong).first { $0 != $1 }
    return changed?.0.reference ?? right(stage).equations.last?.reference
  }

  func usesLearningRate(_ mistake: NetworkMistake, at stage: EquationStage) -> Bool {
    singles(stage).first { $0.mistakes[0].isSame(as: mistake) }?.usesLearningRate ?? false
  }

  /// A whole backpropagation with a mistake at every layer at which it can be made.
  ///
  /// - Throws: where it needs an α that nobody has told.
  func everywhere(_ mistake: NetworkMistake) throws(FormulaEvaluation.Unsupported) -> SearchPath {
    var path = SearchPath(run: EquationRun(network, batch))
    for stage in stages {
      let wrong = singles(stage).first { $0.mistakes[0].isSame(as: mistake) }
      let variant = wrong ?? right(stage)
      path.note(variant)
      for equation in variant.equations { try path.run.run(equation) }
    }
    return path
  }
}
