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
  private var singles: [EquationStage: [StageVariant]] = [:]

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

  /// With two mistakes, one made in what the other left, each pair of formulas once.
  func pairs(_ stage: EquationStage) -> [StageVariant] {
    if let known = pairs[stage] { return known }
    var seen = Set([stage.equations(of: equations)])
    for single in singles(stage) { seen.insert(single.equations) }
    let result = mistakenTwice.compactMap { mistakes, equations -> StageVariant? in
      let wrong = stage.equations(of: equations)
      guard seen.insert(wrong).inserted else { return nil }
      return StageVariant(stage: stage, mistakes: mistakes, equations: wrong)
    }
    pairs[stage] = result
    return result
  }

  /// The equations with every two mistakes in them, in both orders.
  private lazy var mistakenTwice: [(mistakes: [NetworkMistake], equations: NetworkEquations)] =
    mistaken.flatMap { first, changed in
      mistaken.compactMap { second, _ in
        if first.name == second.name { return nil }
        return second.equations(changed, network, batch).map { ([first, second], $0) }
      }
    }
}
