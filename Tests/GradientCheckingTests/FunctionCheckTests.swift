// The check of any function: known answers, kinks, edges, noise, state, and the traps of others.

import Foundation
import Nabla
import Testing

/// A function of one number whose derivative somebody has published.
struct KnownDerivative: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let x: Double
  let derivative: Double
  let f: @Sendable (Double) -> Double

  init(
    _ name: String, at x: Double, _ derivative: Double, _ f: @escaping @Sendable (Double) -> Double
  ) {
    (testDescription, self.x, self.derivative, self.f) = ("\(name) at \(x)", x, derivative, f)
  }

  private static func cubes(_ x: Double) -> Double { pow(sin(x), 3) + pow(cos(x), 3) }

  /// Squire and Trapp 1998; Martins, Sturdza and Alonso 2003; the documentation of Ceres; and
  /// elementary ones at large and small numbers.
  static let all: [KnownDerivative] = [
    .init("x^4.5", at: 1.5, 18.6008127342597587) { pow($0, 4.5) },
    .init("e^x/(sin³x+cos³x)", at: 1.5, 3.62203370071632604) { exp($0) / cubes($0) },
    .init("e^x/√(sin³x+cos³x)", at: 1.5, 4.05342789389862066) { exp($0) / cubes($0).squareRoot() },
    .init("e^x/√(sin³x+cos³x)", at: .pi / 4, 2.60826424153117704) {
      exp($0) / cubes($0).squareRoot()
    },
    .init("e^x/(sin x−x²)", at: 1, 140.73773557129660339) { exp($0) / (sin($0) - $0 * $0) },
    .init("log", at: 0.001, 1000) { log($0) },
    .init("log", at: 1e-8, 1e8) { log($0) },
    .init("log", at: 1e-100, 1e100) { log($0) },
    .init("√", at: 1e-20, 5e9) { $0.squareRoot() },
    .init("1/x", at: 1e-8, -1e16) { 1 / $0 },
    .init("x²", at: 1e-8, 2e-8) { $0 * $0 },
    .init("1+x", at: 1e-8, 1) { 1 + $0 },
    .init("1+x", at: 1e-12, 1) { 1 + $0 },
    .init("sin", at: 1e5, cos(1e5)) { sin($0) },
    .init("sin 1000x", at: 3, 1000 * cos(3000)) { sin(1000 * $0) },
    .init("exp", at: 700, exp(700)) { exp($0) },
    .init("exp(10^8 x)", at: 0, 1e8) { exp(1e8 * $0) },
    .init("10^6 + sin", at: 1, cos(1)) { 1e6 + sin($0) },
    .init("10^8 sin", at: 1, 1e8 * cos(1)) { 1e8 * sin($0) },
    .init("10^−20 sin", at: 1, 1e-20 * cos(1)) { 1e-20 * sin($0) },
    .init("x²", at: 0, 0) { $0 * $0 },
    .init("constant", at: 3, 0) { _ in 5 },
    .init("|x|", at: 1e-5, 1) { abs($0) },
    .init("arccos", at: 0.999999, -1 / (1 - 0.999999 * 0.999999).squareRoot()) { acos($0) },
  ]
}

@Suite struct FunctionCheckTests {
  private func check(
    _ claimed: Double, at x: Double, _ f: @escaping (Double) -> Double
  ) -> FunctionReport {
    FunctionCheck(of: { f($0[0]) }, is: [claimed], at: [x]).run()
  }

  @Test("A published derivative is right", arguments: KnownDerivative.all)
  func known(_ known: KnownDerivative) {
    let report = check(known.derivative, at: known.x, known.f)
    #expect(report.verdict == .right, "\(report)")
    #expect(report.selfTest.passed)
  }

  @Test("An error of 10^−5 in it is wrong", arguments: KnownDerivative.all)
  func offByLittle(_ known: KnownDerivative) {
    let claim = known.derivative == 0 ? 1e-5 : known.derivative * (1 + 1e-5)
    // Of 1 + x at 10^−12, changes as small as x are known to 10^−4 only.
    let expected: Verdict = known.x == 1e-12 ? .cannotTell : .wrong
    #expect(check(claim, at: known.x, known.f).verdict == expected)
  }

  // MARK: - Traps that checkers in use fall into

  @Test(
    "A wrong sign is wrong at any size: no absolute tolerance", arguments: [1e-7, 1e-9, 1, 1e9])
  func signAtAnySize(_ size: Double) {
    let f: ([Double]) -> Double = { x in size * (sin(x[0]) + x[0] * x[1]) }
    let right = [size * (cos(0.5) + 2), size * 0.5]
    #expect(FunctionCheck(of: f, is: right, at: [0.5, 2]).run().verdict == .right)
    let wrong = FunctionCheck(of: f, is: right.map { -$0 }, at: [0.5, 2]).run()
    #expect(wrong.entries.map(\.verdict) == [.wrong, .wrong])
  }

  @Test("One wrong sign among 999 entries is found: no tolerance grows with their number")
  func oneAmongMany() {
    let point = (0..<999).map { 0.001 * Double($0 + 1) }
    var claim = point.map { cos($0) }
    claim[500] *= -1
    let report = FunctionCheck(of: { $0.reduce(0) { $0 + sin($1) } }, is: claim, at: point).run()
    #expect(report.entries.filter { $0.verdict == .wrong }.map(\.index) == [500])
    #expect(report.entries.count { $0.verdict == .right } == 998)
  }

  @Test("Equal and opposite errors do not cancel: every entry is measured")
  func opposite() {
    let report = FunctionCheck(of: { $0[0] + $0[1] }, is: [1.1, 0.9], at: [1, 1]).run()
    #expect(report.entries.map(\.verdict) == [.wrong, .wrong])
  }

  @Test("A pullback that forgets the cotangent is wrong where it is not 1")
  func cotangent() {
    // d(3√x) with √'s pullback ignoring its cotangent 3: 1/(2√x); with it doubled: 2√x · 3.
    let f: (Double) -> Double = { 3 * $0.squareRoot() }
    #expect(check(3 / (2 * 2.0.squareRoot()), at: 2, f).verdict == .right)
    #expect(check(1 / (2 * 2.0.squareRoot()), at: 2, f).verdict == .wrong)
    #expect(check(6 * 2.0.squareRoot(), at: 2, f).verdict == .wrong)
  }

  @Test("A right gradient with one tiny entry is right: no elementwise relative tolerance")
  func tinyEntry() {
    let f: ([Double]) -> Double = { x in exp(x[0]) + 1e-9 * sin(x[1]) }
    let report = FunctionCheck(of: f, is: [exp(1), 1e-9 * cos(0.3)], at: [1, 0.3]).run()
    #expect(report.verdict == .right, "\(report)")
  }

  // MARK: - Kinks and edges

  @Test("At |x|'s kink a claim cannot be told, and the slopes of both sides are named")
  func kink() throws {
    for claim in [-1, -0.3, 0, 1, 7] {
      let report = check(claim, at: 0) { abs($0) }
      #expect(report.verdict == .cannotTell)
      let kink = try #require(report.entries[0].kink)
      #expect((kink.left + 1).magnitude < 1e-9 && (kink.right - 1).magnitude < 1e-9)
      #expect(kink.admits(claim) == (claim.magnitude <= 1))
    }
  }

  @Test("Where two numbers tie for a max, both are at a kink; the third is judged")
  func tie() {
    let f: ([Double]) -> Double = { x in max(x[0], x[1]) + x[2] * x[2] }
    let report = FunctionCheck(of: f, is: [1, 0, 6], at: [2, 2, 3]).run()
    #expect(report.entries.map(\.verdict) == [.cannotTell, .cannotTell, .right])
    #expect(report.entries.map { $0.kink != nil } == [true, true, false])
    let wrong = FunctionCheck(of: f, is: [1, 0, 5], at: [2, 2, 3]).run()
    #expect(wrong.verdict == .wrong)
  }

  @Test(
    "A kink beside the point, and too near for any step, is not called wrong",
    arguments: [1e-13, -1e-14])
  func besideAKink(_ distance: Double) {
    let slope: Double = distance > 0 ? 1 : -1
    let verdict = check(slope, at: 1) { abs($0 - (1 - distance)) }.verdict
    #expect(verdict != .wrong)
  }

  @Test("At a jump the claim cannot be told")
  func jump() {
    for claim in [0.0, 1e6] {
      #expect(check(claim, at: 0) { $0 >= 0 ? 1 + $0 : 0 }.verdict == .cannotTell)
    }
  }

  @Test("At the edge of its domain, a function is measured on the side where it is defined")
  func edge() throws {
    let report = check(1.5, at: 0) { 1.5 * $0 + pow($0, 2.5) + 0 * $0.squareRoot() }
    #expect(report.entries[0].side == .right)
    #expect(report.verdict != .wrong)
    let left = check(-2, at: 1) { (1 - $0).squareRoot() * 0 - 2 * $0 }
    #expect(left.entries[0].side == .left && left.verdict == .right, "\(left)")
    #expect(check(-2.1, at: 1) { (1 - $0).squareRoot() * 0 - 2 * $0 }.verdict == .wrong)
  }

  @Test("An infinite slope cannot be told")
  func infiniteSlope() { #expect(check(1e9, at: 0) { $0.squareRoot() }.verdict == .cannotTell) }

  // MARK: - Rough functions

  @Test(
    "Noise widens the bound: right stays right, or cannot be told", arguments: [1e-12, 1e-8, 1e-4])
  func noise(_ size: Double) {
    let f: (Double) -> Double = { x in
      // Looks random, and is the same for the same number.
      var generator = SeededGenerator(seed: x.bitPattern)
      return exp(x) + size * (2 * generator.uniform() - 1)
    }
    for x in [0.3, 1, 2.7] {
      let report = check(exp(x), at: x, f)
      #expect(report.verdict != .wrong, "\(report)")
      #expect(report.noise > 0.3 * size && report.noise < 30 * size, "\(report.noise)")
      #expect(check(1.5 * exp(x), at: x, f).verdict == .wrong)
    }
  }

  @Test("Beside 10^8 a slope of ½ is known to a few millionths: not wrong, and 10^−4 off is")
  func largeValue() {
    let f: (Double) -> Double = { 1e8 + sin($0) }
    #expect(check(cos(1), at: 1, f).verdict != .wrong)
    #expect(check(cos(1) + 1e-4, at: 1, f).verdict == .wrong)
  }

  @Test("A function that computes in Float is known as rough, not as wrong")
  func singlePrecision() {
    for x in [0.1, 0.7, 3] {
      let whole = check(cos(x), at: x) { Double(sin(Float($0))) }
      let part = check(cos(x) + 1, at: x) { Double(sin(Float($0))) + $0 }
      #expect(whole.verdict != .wrong && part.verdict != .wrong, "\(whole) \(part)")
      #expect(check(2 * cos(x), at: x) { Double(sin(Float($0))) }.verdict == .wrong)
    }
  }

  // MARK: - What keeps a check from measuring

  @Test("State is found before anything is measured, and while it is")
  func state() {
    var calls = 0.0
    let counting = check(1, at: 1) {
      calls += 1e-9; return $0 + calls
    }
    guard case .notRepeatable = counting.trouble else {
      Issue.record("\(counting)"); return
    }
    var count = 0
    let late = check(1, at: 1) {
      count += 1; return $0 + (count > 20 ? 1e-6 : 0)
    }
    guard case .notRepeatable = late.trouble else { Issue.record("\(late)"); return }
    #expect(counting.verdict == .cannotTell && late.verdict == .cannotTell)
  }

  @Test("Counts that differ are wrong; what is no number cannot be told")
  func malformed() {
    let f: ([Double]) -> Double = { $0[0] }
    let short = FunctionCheck(of: f, is: [1], at: [1, 2]).run()
    #expect(short.trouble == .counts(claimed: 1, point: 2) && short.verdict == .wrong)
    let nan = FunctionCheck(of: f, is: [1, .infinity], at: [1, 2]).run()
    #expect(nan.trouble == .claimNotFinite(index: 1, value: .infinity))
    let point = FunctionCheck(of: f, is: [1], at: [.infinity]).run()
    #expect(point.trouble == .pointNotFinite(index: 0, value: .infinity))
    let value = check(1, at: 0) { log($0) }
    #expect(value.trouble == .valueNotFinite(-.infinity) && value.verdict == .cannotTell)
    #expect(FunctionCheck(of: { _ in 1 }, is: [], at: []).run().verdict == .right)
  }
}
