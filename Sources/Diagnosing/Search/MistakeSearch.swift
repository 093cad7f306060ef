// The search: which mistakes, at which layers, give the claimed numbers.

import Notation
import Numbers
import WorkedExamples

/// Reads a claim from the output layer down, as backpropagation goes.
///
/// At each layer every wrong formula for δ is worked, then every one for ∇W and ∇b with that δ, and only
/// readings that give the claimed numbers go on to the layer below. So mistakes in several layers and
/// several mistakes at once take no more work than one: a formula that does not fit is dropped where it
/// first shows.
struct MistakeSearch {
  let variants: VariantTable
  let claimed: ClaimedNumbers
  /// How many mistakes may first show in one layer.
  var depth = 2
  /// How many readings go on to the next layer.
  static let width = 12

  typealias Unsupported = FormulaEvaluation.Unsupported

  /// The readings of the claim, the most likely first.
  ///
  /// - Parameter forward: how the forward pass is worked, layer by layer.
  func paths(forward: [StageVariant]) throws(Unsupported) -> [SearchPath] {
    var start = SearchPath(run: EquationRun(variants.network, variants.batch))
    for variant in forward {
      start.note(variant)
      for equation in variant.equations { try start.run.run(equation) }
    }
    var paths = [start]
    for l in stride(from: variants.network.lastLayer, through: 2, by: -1) {
      var next: [SearchPath] = []
      for path in paths { next += try extended(path, l) }
      paths = Self.best(next, Self.width)
    }
    return paths
  }

  private static func best(_ paths: [SearchPath], _ count: Int) -> [SearchPath] {
    let ranked = paths.enumerated().sorted {
      $0.element.rank == $1.element.rank
        ? $0.offset < $1.offset : $0.element.rank < $1.element.rank
    }
    return ranked.prefix(count).map(\.element)
  }

  /// A reading carried on through layer ℓ in every way that fits best.
  private func extended(_ path: SearchPath, _ l: Int) throws(Unsupported) -> [SearchPath] {
    let stage = EquationStage.error(l, of: variants.network)
    let isNothing = [ClaimBlock.Kind.weights, .biases].allSatisfy {
      claimed.isNothing(ClaimBlock($0, layer: l))
    }
    let singles = depth > 0 && !isNothing ? variants.singles(stage) : []
    var found = try carry(path, l, [variants.right(stage)] + singles)
    if found.contains(where: { $0.unmatched.count == path.unmatched.count }) {
      return found.filter { $0.unmatched.count == path.unmatched.count }
    }
    if !path.hasLost && depth > 1 && !isNothing {
      found += try carry(path, l, variants.pairs(stage))
    }
    return Self.best(found, 1)
  }

  private func carry(
    _ path: SearchPath, _ l: Int, _ choices: [StageVariant]
  ) throws(Unsupported) -> [SearchPath] {
    var found: [SearchPath] = []
    for choice in choices {
      for var next in try withError(path, l, choice) {
        next.note(choice)
        found += try withGradients(next, l, beside: choice)
      }
    }
    return found
  }

  // MARK: - δ

  /// δ^(ℓ) worked in some way, if what is claimed for it is that; what is claimed, where nothing is that
  /// and the choice is to work it right.
  private func withError(
    _ path: SearchPath, _ l: Int, _ choice: StageVariant
  ) throws(Unsupported) -> [SearchPath] {
    var found: [SearchPath] = []
    for rate in try rates(for: choice, path, l) {
      var next = path
      next.setRate(rate)
      for equation in choice.equations { try next.run.run(equation) }
      if next.meetsError(claimed, choice, l) { found.append(next) }
    }
    return found
  }

  // MARK: - ∇W and ∇b

  /// ∇W and ∇b of layer ℓ in every way that gives the claimed numbers, the simplest only.
  ///
  /// - Parameter choice: how δ was worked.
  private func withGradients(
    _ path: SearchPath, _ l: Int, beside choice: StageVariant
  ) throws(Unsupported) -> [SearchPath] {
    var paths = [path]
    for kind in [EquationStage.Kind.weights, .biases] {
      let stage = EquationStage(kind, layer: l)
      var next: [SearchPath] = []
      for path in paths { next += try matched(path, stage, beside: choice) }
      paths = next
    }
    return paths
  }

  /// A reading with one more block: worked as it should be, if that fits; else with one mistake, else
  /// with two.
  private func matched(
    _ path: SearchPath, _ stage: EquationStage, beside error: StageVariant
  ) throws(Unsupported) -> [SearchPath] {
    let block = ClaimBlock(stage.kind == .weights ? .weights : .biases, layer: stage.layer)
    if var fit = try fitting(path, variants.right(stage), block) {
      fit.right.append(block)
      return [fit]
    }
    // Biases alone may be 0 by a formula: the δ of softmax add up to it.
    let isNothing =
      claimed.isNothing(block)
      && claimed.isNothing(ClaimBlock(.weights, layer: stage.layer))
    let most = isNothing ? 0 : path.hasLost ? 1 : 2
    for count in 1...2 where count <= min(most, depth - error.mistakes.count) {
      var fits: [SearchPath] = []
      for choice in choices(stage, count, beside: error) {
        if var fit = try fitting(path, choice, block) {
          fit.note(choice)
          fits.append(fit)
        }
      }
      if !fits.isEmpty { return fits }
    }
    var lost = path
    lost.unmatched.append(block)
    return [lost]
  }

  /// Ways to work ∇W or ∇b with some mistakes. Those of any one example are looked for where δ is right.
  private func choices(
    _ stage: EquationStage, _ count: Int, beside error: StageVariant
  ) -> [StageVariant] {
    if count == 2 { return variants.pairs(stage) }
    return error.mistakes.isEmpty
      ? variants.singles(stage) : variants.singles(stage).filter(variants.isListed)
  }

  /// The reading in which a variant gives a block's numbers, if it does.
  private func fitting(
    _ path: SearchPath, _ choice: StageVariant, _ block: ClaimBlock
  ) throws(Unsupported) -> SearchPath? {
    for rate in try rates(for: choice, path, block.layer) {
      var next = path
      next.setRate(rate)
      let equation = choice.equations[0]
      let numbers = claimed.numbers(block)!
      if let sample = sample(block, equation.left) {
        let values = try next.run.value(of: equation, only: sample.positions).values
        guard claimed.agree(sample.pick(numbers), values) else { continue }
      }
      let values = try next.run.value(of: equation).values
      guard claimed.agree(numbers, values) else { continue }
      next.residual = max(next.residual, claimed.residual(numbers, values, of: block))
      return next
    }
    return nil
  }

  private func sample(_ block: ClaimBlock, _ left: Letter) -> BlockSample? {
    guard block.kind == .weights else { return nil }
    return BlockSample(of: claimed.claim.gradient.weights[block.layer], left: left)
  }
}

extension SearchPath {
  /// Compares δ^(ℓ) as it was worked with what is claimed for it.
  ///
  /// - Returns: whether the reading goes on: not with a mistake that does not give the claimed numbers.
  ///   Where δ worked as it should be is not what is claimed, that stands in its place for the equations
  ///   below it.
  fileprivate mutating func meetsError(
    _ claimed: ClaimedNumbers, _ choice: StageVariant, _ l: Int
  ) -> Bool {
    let block = ClaimBlock(.error, layer: l)
    let letter = choice.equations[choice.equations.count - 1].left
    let values = run.value(of: letter)!.values
    if let numbers = claimed.numbers(block) {
      if !claimed.agreeErrors(numbers, values) {
        guard choice.mistakes.isEmpty else { return false }
        unmatched.append(block)
        run.replace(letter, by: claimed.bounded(numbers, values))
        return true
      }
      residual = max(residual, claimed.residual(numbers, values, of: block))
    }
    if choice.mistakes.isEmpty { right.append(block) }
    return true
  }

  /// Sets α, where a mistake needs it.
  mutating func setRate(_ rate: Double?) {
    guard let rate else { return }
    run.setLearningRate(rate)
    learningRate = rate
  }
}
