// Each equation by itself, fed with somebody's δ for the layer above.

import GradientChecking
import NetworkModel
import Numbers
import WorkedExamples

/// BP1–BP4 of a claim, layer by layer, each fed with the δ that somebody has for the layer above, so that
/// one wrong equation does not colour those below it.
///
/// Somebody's δ is what is claimed for it; where nothing is, what the run holds: the right one, or the
/// wrong one by which the claimed ∇W and ∇b are explained.
struct EquationCheck {
  let equations: NetworkEquations
  private(set) var run: EquationRun
  let numbers: ClaimedNumbers
  /// The layer whose δ neither ∇W nor ∇b agrees with: of what lies below it the claim says nothing.
  let lost: Int?

  init(
    _ equations: NetworkEquations, _ run: EquationRun, _ numbers: ClaimedNumbers,
    lost: Int? = nil
  ) {
    self.equations = equations
    self.run = run
    self.numbers = numbers
    self.lost = lost
  }

  /// BP1 and BP2, then BP3, then BP4, each from the output layer down.
  mutating func results() throws(FormulaEvaluation.Unsupported) -> [EquationResult] {
    var (errors, weights, biases): ([EquationResult], [EquationResult], [EquationResult]) =
      ([], [], [])
    for l in stride(from: run.network.lastLayer, through: 2, by: -1) {
      errors.append(try errorResult(l))
      weights.append(try gradientResult(.BP3, EquationStage(.weights, layer: l)))
      biases.append(try gradientResult(.BP4, EquationStage(.biases, layer: l)))
    }
    return errors + weights + biases
  }

  private mutating func errorResult(
    _ l: Int
  ) throws(FormulaEvaluation.Unsupported) -> EquationResult {
    let stage = EquationStage.error(l, of: run.network).equations(of: equations)
    let left = stage[stage.count - 1].left
    let theirs = run.value(of: left)!.values
    var right = run
    for equation in stage { try right.run(equation) }
    let values = right.value(of: left)!.values
    let claimed = numbers.numbers(ClaimBlock(.error, layer: l)) ?? theirs.map(\.value)
    // The δ by which the claim is explained stays: it is what the claimed digits were rounded from.
    let isKnown = numbers.agreeErrors(claimed, values) || numbers.agreeErrors(claimed, theirs)
    if !isKnown { run.replace(left, by: numbers.bounded(claimed, values)) }
    let equation: EquationResult.Equation = l == run.network.lastLayer ? .BP1 : .BP2
    return result(equation, l, claimed, values, columns: run.table.shape.examples)
  }

  private func gradientResult(
    _ equation: EquationResult.Equation, _ stage: EquationStage
  ) throws(FormulaEvaluation.Unsupported) -> EquationResult {
    let kind: ClaimBlock.Kind = stage.kind == .weights ? .weights : .biases
    let claimed = numbers.numbers(ClaimBlock(kind, layer: stage.layer))!
    let values = try run.value(of: stage.equations(of: equations)[0]).values
    let columns = kind == .weights ? run.network.size(stage.layer - 1) : 1
    return result(equation, stage.layer, claimed, values, columns: columns)
  }

  private func result(
    _ equation: EquationResult.Equation, _ l: Int, _ claimed: [Double], _ right: [Bounded],
    columns: Int
  ) -> EquationResult {
    var largest: (position: Int, difference: Double) = (0, 0)
    for n in claimed.indices {
      let difference = (claimed[n] - right[n].value).magnitude
      if difference > largest.difference { largest = (n, difference) }
    }
    let (n, difference) = largest
    let size = max(claimed[n].magnitude, right[n].value.magnitude)
    let isOfError = equation == .BP1 || equation == .BP2
    let isRight =
      isOfError ? numbers.agreeErrors(claimed, right) : numbers.agree(claimed, right)
    let verdict =
      verdict(equation, l) ?? (isRight ? Verdict.right : .wrong)
    return EquationResult(
      equation: equation, layer: l, verdict: verdict, largestDifference: difference,
      place: difference > 0 ? Self.place(equation, l, n, columns) : nil,
      ulps: difference == 0 ? 0 : difference / size.ulp,
      bound: numbers.claim.precision.allowance(right[n], claimed: claimed[n]), wrongEngine: nil)
  }

  /// What follows from a lost layer alone: its δ is wrong, and nothing can be told of what uses it.
  private func verdict(_ equation: EquationResult.Equation, _ l: Int) -> Verdict? {
    guard let lost, l <= lost else { return nil }
    return l == lost && (equation == .BP1 || equation == .BP2) ? .wrong : .cannotTell
  }

  private static func place(
    _ equation: EquationResult.Equation, _ l: Int, _ position: Int, _ columns: Int
  ) -> Coordinate {
    let (i, j) = position.quotientAndRemainder(dividingBy: columns)
    return switch equation {
    case .FP, .BP1, .BP2: .weightedInput(layer: l, i: i + 1, example: j + 1)
    case .BP3: .weight(layer: l, i: i + 1, j: j + 1)
    case .BP4: .bias(layer: l, i: i + 1)
    }
  }
}
