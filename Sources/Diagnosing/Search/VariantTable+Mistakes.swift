// What is known of one mistake in a network: where it can be made, which line has it right.

import Notation
import WorkedExamples

extension VariantTable {
  /// Every stage of backpropagation, in the order of the calculation.
  var stages: [EquationStage] {
    let last = network.lastLayer
    let down = Array(stride(from: last, through: 2, by: -1))
    return (2...last).map { EquationStage(.forward, layer: $0) }
      + down.map { .error($0, of: network) }
      + down.flatMap { [EquationStage(.weights, layer: $0), EquationStage(.biases, layer: $0)] }
  }

  /// The stages at which a mistake can be made.
  func stages(of mistake: NetworkMistake) -> [EquationStage] {
    stages.filter { stage in singles(stage).contains { $0.mistakes[0].isSame(as: mistake) } }
  }

  /// The right forward pass.
  var rightForward: [StageVariant] {
    (2...network.lastLayer).map { right(EquationStage(.forward, layer: $0)) }
  }

  /// Forward passes with one mistake: in every layer at which it can be made, and in each alone.
  var wrongForwards: [[StageVariant]] {
    let right = rightForward
    let choices = right.map { singles($0.stage) }
    var made: [NetworkMistake] = []
    for mistake in choices.joined().map(\.mistakes[0])
    where !made.contains(where: { $0.isSame(as: mistake) }) { made.append(mistake) }
    return made.flatMap { mistake -> [[StageVariant]] in
      let wrong = choices.map { $0.first { $0.mistakes[0].isSame(as: mistake) } }
      let places = wrong.indices.filter { wrong[$0] != nil }
      let everywhere = [right.indices.map { wrong[$0] ?? right[$0] }]
      if places.count < 2 { return everywhere }
      return everywhere
        + places.map { place in
          right.indices.map { $0 == place ? wrong[$0]! : right[$0] }
        }
    }
  }

  /// The line of a derivation that has right what a mistake has wrong.
  func reference(_ mistake: NetworkMistake, at stage: EquationStage) -> LineReference? {
    guard
      let wrong = singles(stage).first(where: { $0.mistakes[0].isSame(as: mistake) })?.equations
    else { return right(stage).equations.last?.reference }
    guard let (right, changed) = zip(right(stage).equations, wrong).first(where: { $0 != $1 })
    else { return right(stage).equations.last?.reference }
    // A gradient's last line has no penalty: its term comes from another derivation.
    let terms = right.right.addends.filter { !changed.right.addends.contains($0) }
    if right.quantity == .weightGradient, !terms.isEmpty, terms.allSatisfy(\.hasPenalty) {
      return LineReference.slope(of: network.penalty)
    }
    return right.reference
  }

  func usesLearningRate(_ mistake: NetworkMistake, at stage: EquationStage) -> Bool {
    singles(stage).first { $0.mistakes[0].isSame(as: mistake) }?.usesLearningRate ?? false
  }

  /// The stage that gives a block.
  func stage(_ block: ClaimBlock) -> EquationStage {
    switch block.kind {
    case .error: .error(block.layer, of: network)
    case .weights: EquationStage(.weights, layer: block.layer)
    case .biases: EquationStage(.biases, layer: block.layer)
    }
  }

  /// A whole backpropagation with a mistake at every layer at which it can be made.
  ///
  /// - Throws: where it needs an α that nobody has told.
  func everywhere(_ mistake: NetworkMistake) throws(FormulaEvaluation.Unsupported) -> SearchPath {
    var path = try rightPath.get()
    var changed: [EquationStage] = []
    for stage in stages {
      let wrong = singles(stage).first { $0.mistakes[0].isSame(as: mistake) }
      // What no mistake goes into stays as it is.
      if wrong == nil && !changed.contains(where: stage.uses) { continue }
      let variant = wrong ?? right(stage)
      path.note(variant)
      for equation in variant.equations { try path.run.run(equation) }
      changed.append(stage)
    }
    return path
  }

  /// A whole backpropagation as it should be.
  func workedRight() -> Result<SearchPath, FormulaEvaluation.Unsupported> {
    Result { () throws(FormulaEvaluation.Unsupported) in
      var path = SearchPath(run: EquationRun(network, batch))
      for stage in stages {
        for equation in right(stage).equations { try path.run.run(equation) }
      }
      return path
    }
  }
}

extension Expression {
  fileprivate var hasPenalty: Bool {
    ["λ", "λ₁", "λ₂"].contains { contains(.letter(Letter($0))) }
  }
}
