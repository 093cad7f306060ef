// α of mistakes that mix an update into the gradient: nobody has told it, the numbers do.

import Numbers
import WorkedExamples

extension MistakeSearch {
  /// The values of α to work a variant with: `[nil]` where it needs none, the reading's own where it has
  /// one, else those that bring the formula next to the claimed numbers.
  func rates(
    for choice: StageVariant, _ path: SearchPath, _ l: Int
  ) throws(Unsupported) -> [Double?] {
    guard choice.usesLearningRate else { return [nil] }
    if let known = path.learningRate { return [known] }
    // Beside a constant factor, some α fits every other factor.
    if !choice.stage.isOfError && path.made.contains(where: \.mistake.isFactor) { return [] }
    // Who takes an update for the gradient does so with ∇W: ∇b alone, often one number, fits any α.
    if choice.stage.kind == .biases { return [] }
    let (start, end) = (try run(choice, path, rate: 0), try run(choice, path, rate: 1))
    var found: [Double] = []
    for (block, equation) in gradients(below: choice, l) {
      let numbers = claimed.numbers(block)!
      let (at0, at1) = (try start.value(of: equation).values, try end.value(of: equation).values)
      guard let rate = Self.rate(of: numbers, from: at0, to: at1),
        choice.stage.isOfError || rate < 0.99
      else { continue }
      let fit = zip(at0, at1).map { $0 + Bounded(rate) * ($1 - $0) }
      if claimed.agree(numbers, fit) { found.append(rate) }
    }
    return Self.distinct(found.sorted())
  }

  /// Least squares in two blocks differ by roundings.
  private static func distinct(_ rates: [Double]) -> [Double?] {
    var result: [Double] = []
    for rate in rates where result.last.map({ rate > $0 * (1 + 1e-6) }) ?? true {
      result.append(rate)
    }
    return result
  }

  /// The α at which numbers that are linear in it come nearest to claimed ones, by least squares; `nil`
  /// where that is no learning rate. One number alone fits some α whatever it is.
  private static func rate(
    of claimed: [Double], from start: [Bounded], to end: [Bounded]
  ) -> Double? {
    var (product, square, moving) = (0.0, 0.0, 0)
    for n in claimed.indices {
      let slope = end[n].value - start[n].value
      product += slope * (claimed[n] - start[n].value)
      square += slope * slope
      if slope != 0 { moving += 1 }
    }
    let rate = product / square
    return moving > 1 && rate > 1e-9 && rate <= 10 ? rate : nil
  }

  /// What was worked with some α, δ of a variant with it.
  private func run(
    _ choice: StageVariant, _ path: SearchPath, rate: Double
  ) throws(Unsupported) -> EquationRun {
    var run = path.run
    run.setLearningRate(rate)
    if choice.stage.isOfError {
      for equation in choice.equations { try run.run(equation) }
    }
    return run
  }

  /// The equations whose claimed values can tell α: the variant's own; of one of δ those of ∇W and ∇b,
  /// right or with one mistake that needs no α itself.
  private func gradients(
    below choice: StageVariant, _ l: Int
  ) -> [(block: ClaimBlock, equation: WorkedEquation)] {
    let kinds = [(ClaimBlock.Kind.weights, EquationStage.Kind.weights), (.biases, .biases)]
    return kinds.flatMap { kind, stageKind -> [(ClaimBlock, WorkedEquation)] in
      let stage = EquationStage(stageKind, layer: l)
      if !choice.stage.isOfError {
        return stage == choice.stage ? [(ClaimBlock(kind, layer: l), choice.equations[0])] : []
      }
      // Beside a second mistake in δ, ∇W and ∇b are taken to be right.
      let others =
        choice.mistakes.count > 1
        ? []
        : variants.singles(stage).filter { !$0.usesLearningRate && variants.isListed($0) }
      return ([variants.right(stage)] + others).map {
        (ClaimBlock(kind, layer: l), $0.equations[0])
      }
    }
  }
}

extension NetworkMistake {
  /// Whether all that it does to the gradient is a constant factor.
  fileprivate var isFactor: Bool {
    [
      "missing-average", "double-average", "doubled", "halved", "sign", "averaged-over-outputs",
      "averaged-over-one-less", "other-cost",
    ]
    .contains(name)
  }
}
