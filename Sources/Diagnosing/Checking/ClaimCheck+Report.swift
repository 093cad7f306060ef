// A judged claim's report: the cost first, then every equation, the diagnosis, what else to know.

import Deriving
import GradientChecking
import NetworkModel
import Numbers
import WorkedExamples

extension ClaimCheck {
  /// - Parameter finding: looks for the mistakes that give a wrong claim.
  func report(
    _ judged: JudgedClaim, _ check: CheckReport, _ expected: ExpectedGradient,
    finding: (Claim, ClaimedCost?) throws -> Finding
  ) throws -> ClaimReport {
    let claim = judged.claim
    let cost = claim.cost.map {
      ClaimedCost($0, claim.costPrecision, expected.cost, subject.network, subject.batch)
    }
    var (verdict, sides): (Verdict, ClaimWarning?) = (judged.verdict, nil)
    if verdict == .wrong, let other = otherSides(claim, expected) {
      (verdict, sides) = (.right, other)
    }
    let factor = errorFactor(claim, expected, isRight: verdict == .right)
    let finding = verdict == .wrong ? try finding(claim, cost) : nil
    var own = EquationCheck(
      expected.equations, expected.run, ClaimedNumbers(claim: claim, errorFactor: factor))
    let equations = try finding.map { try $0.results() } ?? own.results()
    // What was measured on one side of a kink says nothing of a claim that takes the other.
    let isElsewhere = sides != nil
    return ClaimReport(
      check: check, claim: claim, verdict: verdict,
      parameters: judged.parameters.filter { !isElsewhere || $0.verdict != .wrong },
      cost: cost, equations: equations.filter { !isElsewhere || $0.verdict != .wrong },
      diagnosis: finding?.diagnosis,
      warnings: warnings(judged, expected, factor, verdict, cost) + (sides.map { [$0] } ?? []))
  }

  /// M, where δ is claimed without 1/M beside right gradients; else 1.
  private func errorFactor(
    _ claim: Claim, _ expected: ExpectedGradient, isRight: Bool
  ) -> Double {
    let M = Double(subject.batch.count)
    guard isRight, claim.hasErrors, M > 1 else { return 1 }
    let numbers = ClaimedNumbers(claim: claim, errorFactor: M)
    let agrees = claim.errors.range.allSatisfy { l in
      numbers.numbers(ClaimBlock(.error, layer: l)).map {
        numbers.agreeErrors($0, expected.errors[l])
      } ?? true
    }
    let isZero = claim.errors.elements.allSatisfy { $0?.entries.allSatisfy { $0 == 0 } ?? true }
    return agrees && !isZero ? M : 1
  }

  private func warnings(
    _ judged: JudgedClaim, _ expected: ExpectedGradient, _ factor: Double, _ verdict: Verdict,
    _ cost: ClaimedCost?
  ) -> [ClaimWarning] {
    let claim = judged.claim
    var warnings = claim.readings.map(ClaimWarning.reading)
    let largest = judged.parameters.lazy.map(\.bound).filter(\.isFinite).max() ?? 0
    let isExact = judged.parameters.allSatisfy { $0.bound <= Comparison.useful * $0.scale }
    switch claim.precision {
    case .single where !isExact: warnings.append(.singlePrecision(largestBound: largest))
    case .written(let significant, let decimals) where !isExact:
      warnings.append(
        .fewDigits(significant: significant, decimals: decimals, largestBound: largest))
    default: break
    }
    if factor != 1 { warnings.append(.errorsNotAveraged(examples: subject.batch.count)) }
    guard verdict == .right else { return warnings }
    let numbers = ClaimedNumbers(claim: claim, errorFactor: factor)
    let wrong = claim.errors.range.reversed().filter { l in
      numbers.numbers(ClaimBlock(.error, layer: l)).map {
        !numbers.agreeErrors($0, expected.errors[l])
      } ?? false
    }
    if !wrong.isEmpty { warnings.append(.errorsWrong(layers: wrong)) }
    if cost?.verdict == .wrong { warnings.append(.costWrong) }
    return warnings
  }
}
