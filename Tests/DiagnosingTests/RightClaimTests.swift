// Right claims are never called wrong: in double and in single precision, and with few digits.

import Foundation
import Nabla
import RandomNetworks
import Testing

/// How many networks of each trouble are checked; the long run has more than 1,000 in all.
private let networksPerTrouble: UInt64 =
  ProcessInfo.processInfo.environment["NABLA_LONG"] == "1" ? 150 : 2

@Suite struct RightClaims {
  @Test(
    "A gradient in single precision is not called wrong",
    arguments: RandomNetwork.Trouble.allCases)
  func single(_ trouble: RandomNetwork.Trouble) {
    var judged = 0
    for seed in 0..<networksPerTrouble {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      let engine = BatchPropagation<Float>(random.network, random.batch)
      let gradients = engine.gradients(engine.forward())
      let gradient = gradients.gradient.map { Double($0) }
      let claim = Claim(
        gradient: gradient, errors: gradients.error.map { $0.map { Double($0) } },
        precision: .single)
      guard gradient.isFinite else { continue }
      let report = ClaimCheck(random.network, random.batch).run(claim)
      #expect(report.verdict != .wrong, "\(random): \(worst(report))")
      judged += report.verdict == .right ? 1 : 0
    }
    // Where h − y, or 1 − h, is nearly nothing, single precision has no digit of it left to judge.
    if trouble == .saturated || trouble == .fitted { return }
    #expect(judged * 2 >= Int(networksPerTrouble), "\(judged) of \(networksPerTrouble) are right")
  }

  @Test(
    "A gradient in double precision is right, with δ as it is or without 1/M",
    arguments: RandomNetwork.Trouble.allCases)
  func double(_ trouble: RandomNetwork.Trouble) {
    for seed in 0..<networksPerTrouble {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      let engine = ScalarPropagation<Double>(random.network, random.batch)
      let pass = engine.forward()
      let gradients = engine.gradients(pass)
      for factor in [1, Double(random.batch.count)] {
        let claim = Claim(
          gradient: gradients.gradient, errors: gradients.error.map { $0.map { factor * $0 } },
          cost: pass.cost)
        let report = ClaimCheck(random.network, random.batch).run(claim)
        #expect(report.verdict == report.check.verdict, "\(random): \(worst(report))")
        #expect(report.cost?.verdict == .right, "\(random)")
        #expect(report.equations.allSatisfy { $0.verdict == .right }, "\(random)")
      }
    }
  }

  @Test(
    "A gradient written with 3 … 12 digits is not called wrong", arguments: [3, 5, 7, 8, 9, 12])
  func digits(_ digits: Int) {
    for seed in 0..<networksPerTrouble {
      let random = RandomNetwork(seed: seed)
      let engine = BatchPropagation<Double>(random.network, random.batch)
      let exact = engine.gradients(engine.forward()).gradient
      for (format, significant, decimals) in [
        ("%.\(digits - 1)e", digits, 400), ("%.\(digits)f", 400, digits),
      ] {
        let written = exact.map { Double(String(format: format, $0))! }
        let claim = Claim(
          gradient: written,
          precision: .written(significant: significant, decimals: decimals))
        let report = ClaimCheck(random.network, random.batch).run(claim)
        #expect(report.verdict != .wrong, "\(random) as \(format): \(worst(report))")
      }
    }
  }

  private func worst(_ report: ClaimReport) -> String {
    let worst = report.parameters.max {
      $0.difference / $0.bound < $1.difference / $1.bound
    }
    return worst.map {
      "\($0.coordinate) claimed \($0.claimed) measured \($0.measured) bound \($0.bound)"
    } ?? "nothing measured"
  }
}
