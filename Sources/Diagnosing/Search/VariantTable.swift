// Every way to work each stage of a network: as it should be, with one mistake, with two.

import Deriving
import NetworkModel
import WorkedExamples

/// The ways to work the stages of one network.
final class VariantTable {
  let network: Network
  let batch: Batch
  let equations: NetworkEquations
  /// Every mistake that can be made, and the equations with it.
  private let mistaken: [(mistake: NetworkMistake, equations: NetworkEquations)]
  private var pairs: [EquationStage: [StageVariant]] = [:]

  /// - Throws: what cannot be derived.
  init(_ network: Network, _ batch: Batch) throws(DerivingError) {
    self.network = network
    self.batch = batch
    let equations = try NetworkEquations(network, batch)
    self.equations = equations
    mistaken = NetworkMistake.all.compactMap { mistake in
      mistake.equations(equations, network, batch).map { (mistake, $0) }
    }
  }

  /// Every mistake that can be made.
  var mistakes: [NetworkMistake] { mistaken.map(\.mistake) }

  /// As it should be.
  func right(_ stage: EquationStage) -> StageVariant {
    StageVariant(stage: stage, mistakes: [], equations: stage.equations(of: equations))
  }

  /// With one mistake, in the order of the catalogue.
  func singles(_ stage: EquationStage) -> [StageVariant] {
    let right = stage.equations(of: equations)
    return mistaken.compactMap { mistake, equations in
      let wrong = stage.equations(of: equations)
      if wrong == right { return nil }
      return StageVariant(stage: stage, mistakes: [mistake], equations: wrong)
    }
  }

  /// With two mistakes, one made in what the other left, each pair of formulas once.
  func pairs(_ stage: EquationStage) -> [StageVariant] {
    if let known = pairs[stage] { return known }
    var seen = Set([stage.equations(of: equations)])
    for single in singles(stage) { seen.insert(single.equations) }
    var result: [StageVariant] = []
    for (first, changed) in mistaken where stage.equations(of: changed) != right(stage).equations {
      for (second, _) in mistaken where second.name != first.name {
        guard let both = second.equations(changed, network, batch) else { continue }
        let wrong = stage.equations(of: both)
        guard wrong != stage.equations(of: changed), seen.insert(wrong).inserted else { continue }
        result.append(
          StageVariant(stage: stage, mistakes: [first, second], equations: wrong))
      }
    }
    pairs[stage] = result
    return result
  }
}
