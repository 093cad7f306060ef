// Every way to work each stage of a network: as it should be, with one mistake, with two.

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
  private let listed = Set(NetworkMistake.all.map(\.identity))
  private var singles: [EquationStage: [StageVariant]] = [:]
  private(set) lazy var rightPath = workedRight()

  init(_ network: Network, _ batch: Batch, _ equations: NetworkEquations) {
    self.network = network
    self.batch = batch
    self.equations = equations
    mistaken = NetworkMistake.cases(examples: batch.count).compactMap { mistake in
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
    if let known = singles[stage] { return known }
    let right = stage.equations(of: equations)
    let result = mistaken.compactMap { mistake, equations -> StageVariant? in
      let wrong = stage.equations(of: equations)
      if wrong == right { return nil }
      return StageVariant(stage: stage, mistakes: [mistake], equations: wrong)
    }
    singles[stage] = result
    return result
  }

  /// With two mistakes, each pair of formulas once: both in this stage, or one in this stage that uses an
  /// equation in which the other is made.
  func pairs(_ stage: EquationStage) -> [StageVariant] {
    if let known = pairs[stage] { return known }
    var seen = Set([stage.equations(of: equations)])
    for single in singles(stage) { seen.insert(single.equations) }
    let own = singles(stage).filter(isListed).map(\.mistakes[0])
    var result: [StageVariant] = []
    for (first, changed) in mistaken where listed.contains(first.identity) {
      let isOwn = own.contains { $0.isSame(as: first) }
      let place = NetworkMistake.Place(network, batch, isOwn ? equations : changed)
      for second in own where second.name != first.name {
        let wrong = right(stage).equations.map {
          NetworkMistake.changed($0, by: isOwn ? [first, second] : [second], in: place) ?? $0
        }
        guard seen.insert(wrong).inserted else { continue }
        result.append(StageVariant(stage: stage, mistakes: [first, second], equations: wrong))
      }
    }
    pairs[stage] = result
    return result
  }

  /// Whether every mistake in a variant is one of the list, not one of an example among many.
  func isListed(_ variant: StageVariant) -> Bool {
    variant.mistakes.allSatisfy { listed.contains($0.identity) }
  }
}

extension NetworkMistake {
  /// What tells it from the others: several may have one name.
  var identity: String { name + ": " + summary }
}
