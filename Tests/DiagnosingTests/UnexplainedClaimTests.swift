// Claims that no formula gives: where they are wrong is said, and no more than the numbers show.

import Nabla
import Testing

@Suite struct UnexplainedClaimTests {
  private static let probe = DiagnosisProbe.all[2]

  /// The right gradient with a block changed, entry by entry.
  private func claim(
    _ kind: ClaimBlock.Kind, layers: [Int], _ change: (Int, Double) -> Double
  ) -> Claim {
    let engine = BatchPropagation<Double>(Self.probe.network, Self.probe.batch)
    var gradient = engine.gradients(engine.forward()).gradient
    for l in layers {
      if kind == .biases {
        gradient.biases[l] = gradient.biases[l].enumerated().map { change($0, $1) }
      } else {
        let w = gradient.weights[l]
        gradient.weights[l] = Matrix(
          rows: w.rows, columns: w.columns,
          entries: w.entries.enumerated().map { change($0, $1) })
      }
    }
    return Claim(gradient: gradient)
  }

  @Test(
    "Where all of ∇W is right, or all of ∇b, the equation of the other is wrong and not δ",
    arguments: [ClaimBlock.Kind.weights, .biases], [[2, 3, 4], [3]])
  func gradientAlone(_ kind: ClaimBlock.Kind, _ layers: [Int]) throws {
    let odd = claim(kind, layers: layers) { n, x in x + 0.1 * Double(n + 1) }
    let report = Self.probe.check.run(odd)
    #expect(report.verdict == .wrong)
    #expect(report.diagnosis?.found.isEmpty == true)
    #expect(report.diagnosis?.firstWrong == ClaimBlock(kind, layer: layers.max()!))
    let wrong = report.equations.filter { $0.verdict == .wrong }
    #expect(wrong.map(\.layer) == layers.sorted(by: >))
    #expect(wrong.allSatisfy { $0.equation == (kind == .weights ? .BP3 : .BP4) })
    #expect(report.equations.allSatisfy { $0.verdict != .cannotTell })
    // δ of such a layer is known by its sums alone: it is not called right.
    let right = try #require(report.diagnosis?.right)
    #expect(!right.contains { $0.kind == .error && layers.contains($0.layer) })
  }

  @Test("δ that is claimed and right is not what is wrong")
  func knownError() {
    let engine = BatchPropagation<Double>(Self.probe.network, Self.probe.batch)
    var odd = claim(.weights, layers: [3]) { n, x in x + 0.1 * Double(n + 1) }
    odd.gradient.biases[3] = odd.gradient.biases[3].enumerated().map { $1 + Double($0 + 1) }
    #expect(Self.probe.check.run(odd).diagnosis?.firstWrong == ClaimBlock(.error, layer: 3))
    odd.errors = engine.gradients(engine.forward()).error.map { $0 }
    let report = Self.probe.check.run(odd)
    #expect(report.diagnosis?.firstWrong == ClaimBlock(.weights, layer: 3))
    #expect(report.diagnosis?.right.contains(ClaimBlock(.error, layer: 3)) == true)
    let wrong = report.equations.filter { $0.verdict != .right }
    #expect(wrong.map(\.equation) == [.BP3, .BP4] && wrong.map(\.layer) == [3, 3])
  }

  @Test(
    "Zeros are nobody's formula: said, and not explained", arguments: [2, 3, 4],
    [[ClaimBlock.Kind.weights], [.weights, .biases]])
  func zeros(_ layer: Int, _ kinds: [ClaimBlock.Kind]) {
    var zero = claim(.weights, layers: [layer]) { _, _ in 0 }
    if kinds.count > 1 { zero.gradient.biases[layer] = zero.gradient.biases[layer].map { _ in 0 } }
    let report = Self.probe.check.run(zero)
    #expect(report.verdict == .wrong)
    #expect(report.diagnosis?.found.isEmpty == true)
    let words = report.text(style: TextStyle(width: 200))
    #expect(words.contains("every number is 0, as if nothing had been written there"), "\(words)")
  }

  @Test("A wrong number is wrong whether or not a sample measures it")
  func sample() {
    let wrong = claim(.biases, layers: [4]) { n, x in n == 1 ? 2 * x : x }
    for seed in UInt64(0)..<4 {
      let check = ClaimCheck(
        Self.probe.network, Self.probe.batch, CheckOptions(sample: 2, seed: seed))
      #expect(check.run(wrong).verdict == .wrong)
      #expect(check.run(claim(.biases, layers: []) { $1 }).verdict == .right)
    }
  }

  @Test("δ of few digits: the equations below are fed with what it was rounded from")
  func fewDigits() throws {
    let probe = DiagnosisProbe.all[1]
    let mistake = try #require(NetworkMistake.all.first { $0.name == "sign" })
    var rounded = try #require(
      try Claim.planting([PlantedMistake(mistake)], in: probe.network, probe.batch))
    func round(_ x: Double) -> Double { (x * 1e4).rounded() / 1e4 }
    rounded.gradient = rounded.gradient.map(round)
    rounded.errors = rounded.errors.map { $0.map { $0.map(round) } }
    rounded.precision = .written(significant: 4, decimals: 4)
    let report = probe.check.run(rounded)
    #expect(report.diagnosis?.found.map(\.mistake.name) == ["sign"])
    #expect(report.equations.filter { $0.verdict != .right }.map(\.equation) == [.BP1])
  }
}
