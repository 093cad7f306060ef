// Checks of claims made by hand, so that their texts are the same on every processor.

import Nabla

extension HandMade {
  static func claim(_ report: CheckReport, precision: ClaimPrecision = .double) -> Claim {
    var gradient = report.network.parameters
    for comparison in report.parameters { gradient[comparison.coordinate] = comparison.claimed }
    return Claim(gradient: gradient, precision: precision)
  }

  static func found(
    _ name: String, _ layers: [Int], everywhere: Bool = false, _ derivation: String, _ line: String,
    rate: Double? = nil
  ) -> FoundMistake {
    FoundMistake(
      mistake: NetworkMistake.all.first { $0.name == name }!, layers: layers,
      isEverywhere: everywhere,
      reference: LineReference(derivation: derivation, line: line), learningRate: rate)
  }

  /// A report whose comparisons and equations are those of a check.
  static func claimReport(
    _ check: CheckReport, precision: ClaimPrecision = .double, cost: ClaimedCost? = nil,
    _ diagnosis: Diagnosis? = nil, warnings: [ClaimWarning] = []
  ) -> ClaimReport {
    ClaimReport(
      check: check, claim: claim(check, precision: precision), verdict: check.verdict,
      parameters: check.parameters, cost: cost,
      equations: check.equations.filter { $0.equation != .FP }.map {
        EquationResult(
          equation: $0.equation, layer: $0.layer, verdict: $0.verdict,
          largestDifference: $0.largestDifference, place: $0.place, ulps: $0.ulps,
          bound: 0x1p-45, wrongEngine: nil)
      }, diagnosis: diagnosis, warnings: warnings)
  }

  /// Wrong by one mistake, with another cost.
  static var diagnosedClaim: ClaimReport {
    claimReport(
      wrongCheck,
      cost: ClaimedCost(
        claimed: 1.5, expected: 0.75, bound: 0x1p-50, verdict: .wrong, explanation: .factor(2)),
      Diagnosis(
        found: [found("missing-activation-derivative", [2], "BP2", "8")], residual: 0x1p-53,
        alternatives: [], runnerUp: ([found("transposed-weights", [2], "BP2", "8")], 0.1875),
        right: [
          ClaimBlock(.error, layer: 3), ClaimBlock(.weights, layer: 3),
          ClaimBlock(.biases, layer: 3),
        ], firstWrong: nil, fingerprints: []))
  }

  /// Wrong by two mistakes, one of which other mistakes come to.
  static var pairClaim: ClaimReport {
    let sum = found("bias-not-summed", [3, 2], everywhere: true, "BP4", "8")
    return claimReport(
      wrongCheck, precision: .written(significant: 6, decimals: 4),
      Diagnosis(
        found: [found("updated-weights", [2], "BP2", "8", rate: 0.5), sum], residual: 0x1p-16,
        alternatives: [[found("wrong-layer-weights", [2], "BP2", "8"), sum]], runnerUp: nil,
        right: [ClaimBlock(.error, layer: 3)], firstWrong: nil, fingerprints: []),
      warnings: [.fewDigits(significant: 6, decimals: 4, largestBound: 0x1p-14)])
  }

  /// Wrong in a way that nobody knows.
  static var unknownClaim: ClaimReport {
    let (W, b) = (ClaimBlock(.weights, layer: 2), ClaimBlock(.biases, layer: 2))
    return claimReport(
      wrongCheck, precision: .single,
      Diagnosis(
        found: [], residual: .nan, alternatives: [],
        runnerUp: ([found("sign", [3], "cross-entropy logistic", "8")], 0.75), right: [],
        firstWrong: W,
        fingerprints: [
          Fingerprint(block: W, relation: .ratio(-2.5)),
          Fingerprint(block: b, relation: .entries(wrong: 1, of: 2)),
          Fingerprint(block: b, relation: .proportionalToParameters(0.25)),
          Fingerprint(block: b, relation: .ratioOfRows),
          Fingerprint(block: b, relation: .ratioOfColumns),
          Fingerprint(block: b, relation: .none),
        ]))
  }

  /// Right, with every kind of warning.
  static var warnedClaim: ClaimReport {
    claimReport(
      check(), precision: .single,
      cost: ClaimedCost(
        claimed: 0.75, expected: 0.75, bound: 0x1p-20, verdict: .right, explanation: nil),
      warnings: ClaimLayout.allCases.map {
        .reading(ClaimReading(name: "W2", layer: 2, layout: $0))
      } + [
        .errorsNotAveraged(examples: 2), .singlePrecision(largestBound: 0x1p-20),
        .fewDigits(significant: 3, decimals: 8, largestBound: 0x1p-10),
        .otherSides(first: .node(layer: 2, i: 1, example: 2), count: 3),
        .errorsWrong(layers: [3, 2]), .costWrong,
      ])
  }
}
