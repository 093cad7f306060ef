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
    let (at0, at1) = (try blocks(choice, path, l, rate: 0), try blocks(choice, path, l, rate: 1))
    var found: [Double] = []
    for (block, start) in at0 {
      let numbers = claimed.numbers(block)!
      let rate = Self.rate(of: numbers, from: start, to: at1[block]!)
      if let rate, !found.contains(rate) { found.append(rate) }
    }
    return found.sorted().map { $0 }
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

  /// What a variant of δ makes of ∇W and ∇b, these as they should be; or what one of them is itself.
  private func blocks(
    _ choice: StageVariant, _ path: SearchPath, _ l: Int, rate: Double
  ) throws(Unsupported) -> [ClaimBlock: [Bounded]] {
    var run = path.run
    run.setLearningRate(rate)
    var result: [ClaimBlock: [Bounded]] = [:]
    switch choice.stage.kind {
    case .weights, .biases:
      let kind: ClaimBlock.Kind = choice.stage.kind == .weights ? .weights : .biases
      result[ClaimBlock(kind, layer: l)] = try run.value(of: choice.equations[0]).values
    case .forward, .outputError, .hiddenError:
      for equation in choice.equations { try run.run(equation) }
      for (kind, stage) in [
        (ClaimBlock.Kind.weights, EquationStage.Kind.weights), (.biases, .biases),
      ] {
        let equation = variants.right(EquationStage(stage, layer: l)).equations[0]
        result[ClaimBlock(kind, layer: l)] = try run.value(of: equation).values
      }
    }
    return result
  }
}
