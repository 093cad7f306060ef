// The scales of an error curve: both axes logarithmic.

import GradientChecking
import Numbers

/// Where steps and errors lie on the page, as fractions of the axes.
struct CurveScales {
  /// log₁₀ of the smallest and the largest step.
  let steps: ClosedRange<Double>
  /// Powers of ten between which the errors lie.
  let errors: ClosedRange<Double>

  /// `nil` where no step has a finite error above 0: there is nothing to draw.
  init?(_ curve: ErrorCurve) {
    let drawn = curve.points.filter(\.isDrawn)
    let logarithms = drawn.map { decades($0.error) }
    let all = curve.points.map { decades($0.step) } + [decades(curve.stepUsed)]
    guard let low = logarithms.min(), let high = logarithms.max(),
      let first = all.filter(\.isFinite).min(), let last = all.filter(\.isFinite).max(),
      first < last
    else { return nil }
    steps = first...last
    errors = low.rounded(.down)...max(high.rounded(.up), low.rounded(.down) + 1)
  }

  /// 0 at the left, 1 at the right.
  func x(_ step: Double) -> Double { x(decade: decades(step)) }

  func x(decade: Double) -> Double {
    (decade - steps.lowerBound) / (steps.upperBound - steps.lowerBound)
  }

  /// 0 at the bottom, 1 at the top; outside of both where an error is off the page.
  func y(_ error: Double) -> Double { y(decade: decades(error)) }

  func y(decade: Double) -> Double {
    (decade - errors.lowerBound) / (errors.upperBound - errors.lowerBound)
  }

  /// Powers of ten along an axis, at most `count` of them, evenly spaced.
  static func ticks(_ range: ClosedRange<Double>, atMost count: Int) -> [Int] {
    let first = Int(range.lowerBound.rounded(.up))
    let last = Int(range.upperBound.rounded(.down))
    guard first <= last else { return [] }
    let span = last - first
    let spacing = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500].first { span / $0 < count } ?? 1000
    return (first...last).filter { $0 % spacing == 0 }
  }
}

/// log₁₀, exact at powers of ten.
private func decades(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  let logarithm = Double.log(x) / Double.log(10)
  let nearest = logarithm.rounded()
  return (logarithm - nearest).magnitude < 1e-11 ? nearest : logarithm
}

extension ErrorCurve.Point {
  /// Whether the error has a place on a logarithmic scale.
  var isDrawn: Bool { error.isFinite && error > 0 && step > 0 }

  /// Whether what the truncation estimate shows is truncation, and not rounding itself.
  var isTruncated: Bool { truncation.isFinite && truncation > rounding }
}
