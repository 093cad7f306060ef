// The expectation of a function's gradient: what fails, what warns, and what is said.

import Foundation
import Nabla
import NablaTesting
import Testing

@Suite struct ExpectGradientTests {
  private let f: ([Double]) -> Double = { x in x[0] * x[0] * x[1] + x[2] }

  @Test("A right gradient passes, and says what could have been seen")
  func right() {
    let report = expectGradient(of: f, is: [12, 4, 1], at: [2, 3, 5])
    #expect(report.verdict == .right && report.selfTest.plants == 2)
    #expect(report.text.hasPrefix("✓ the claimed gradient is right in all of 3 entries\n"))
    expectGradient(of: { x in x * x * x }, is: 12, at: 2)
  }

  @Test(
    "A wrong one fails: the worst entry, both numbers, their ratio, scheme and step, all counted")
  func wrong() {
    withKnownIssue {
      expectGradient(of: f, is: [24, 8, 1], at: [2, 3, 5])
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return [
        "wrong in 2 of 3 entries", "worst entry   x[0]   claimed 24   measured 12 ± ", "ratio 2",
        "five-point differences, h = ", "every wrong entry is 2 times its slope", "x[0], x[1]",
        "would have been found",
      ].allSatisfy(text.contains)
    }
  }

  @Test("A kink is a warning that names both slopes")
  func kink() {
    let report = FunctionCheck(of: { abs($0[0]) }, is: [0.5], at: [0]).run()
    #expect(report.text.contains("? 1 of 1 entries cannot be told right or wrong"))
    #expect(report.text.contains("the slope is -1 to the left and 1 to the right of it"))
    for (claim, place) in [
      (0.5, "lies between"), (-1, "is one of them"), (1, "is one of them"), (2, "lies outside"),
    ] {
      let text = FunctionCheck(of: { abs($0[0]) }, is: [claim], at: [0]).run().text
      #expect(text.contains(", and the claim \(place)"), "\(text)")
    }
    withKnownIssue {
      expectGradient(of: { x in abs(x) }, is: 0.5, at: 0)
    } matching: {
      $0.severity == .warning && $0.text.contains("a kink")
    }
  }

  @Test("The function is called as often as the documentation says", arguments: [1, 4, 16, 64])
  func calls(_ size: Int) {
    let point = (0..<size).map { 0.3 + Double($0) / 7 }
    let smooth = expectGradient(
      of: { x in x.reduce(0) { $0 + sin($1) * $1 } }, is: point.map { sin($0) + $0 * cos($0) },
      at: point)
    #expect((smooth.calls - 45 * size - 60).magnitude <= size)
    let rough = FunctionCheck(
      of: { x in x.reduce(0) { $0 + abs($1) } }, is: point.map { _ in 1 }, at: point.map { _ in 0 }
    ).run()
    #expect((rough.calls - 400 * size - 60).magnitude <= 5 * size)
  }

  @Test("Troubles fail in one line that says what was found and what is needed")
  func trouble() {
    withKnownIssue {
      expectGradient(of: f, is: [1, 2], at: [2, 3, 5])
    } matching: {
      $0.comments.map(\.rawValue)
        == ["✘ the claim has 2 numbers, and the point has 3: one slope for each is needed"]
    }
    var calls = 0.0
    withKnownIssue {
      expectGradient(
        of: { x in
          calls += 1; return x + calls
        }, is: 1, at: 2)
    } matching: {
      $0.comments.map(\.rawValue).joined().hasPrefix(
        "✘ the function gives 3.0, and for the same numbers 4.0: its slope cannot be measured")
    }
  }
}
