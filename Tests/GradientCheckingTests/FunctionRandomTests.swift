// The check of any function on random compositions, against dual numbers.

import Nabla
import Testing

@Suite struct FunctionRandomTests {
  /// Compositions whose value and gradient are ordinary numbers.
  private static let functions: [(seed: UInt64, f: RandomFunction, gradient: [Double])] = {
    var found: [(UInt64, RandomFunction, [Double])] = []
    var seed: UInt64 = 0
    while found.count < 1_000 {
      seed += 1
      let f = RandomFunction(seed: seed)
      let gradient = f.gradient
      guard (gradient + [f(f.point)]).allSatisfy({ $0.magnitude < 1e150 }) else { continue }
      if gradient.contains(where: { $0 != 0 }) { found.append((seed, f, gradient)) }
    }
    return found
  }()

  @Test("No right gradient of 1,000 random functions is called wrong, and nearly all are right")
  func right() {
    var unsure = 0
    for (seed, f, gradient) in Self.functions {
      let report = FunctionCheck(of: { f($0) }, is: gradient, at: f.point).run()
      #expect(report.verdict != .wrong, "seed \(seed): \(report.entries)")
      #expect(report.selfTest.passed, "seed \(seed): \(report.selfTest)")
      if report.verdict == .cannotTell { unsure += 1 }
    }
    #expect(unsure <= 20, "\(unsure) of 1,000 cannot be told")
  }

  @Test("An error of 10^−5 of the largest slope, in any one entry, is never called right")
  func planted() {
    var found = 0
    for (seed, f, gradient) in Self.functions {
      var claim = gradient
      let n = Int(seed % UInt64(claim.count))
      claim[n] += 1e-5 * (claim.map(\.magnitude).max() ?? 0)
      let report = FunctionCheck(of: { f($0) }, is: claim, at: f.point).run()
      #expect(report.entries[n].verdict != .right, "seed \(seed): \(report.entries[n])")
      if report.entries[n].verdict == .wrong { found += 1 }
    }
    #expect(found >= 960, "\(found) of 1,000 are found")
  }
}
