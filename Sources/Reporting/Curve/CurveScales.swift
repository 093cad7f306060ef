// The scales of an error curve: both axes logarithmic.

import GradientChecking

/// Where steps and errors lie on the page.
struct CurveScales {
  /// From the smallest to the largest step.
  let steps: AxisScale
  /// Between powers of ten.
  let errors: AxisScale

  /// `nil` where no step has a finite error above 0: there is nothing to draw.
  init?(_ curve: ErrorCurve) {
    let drawn = curve.points.filter(\.isDrawn)
    let logarithms = drawn.map { AxisScale.decades($0.error) }
    let all =
      curve.points.map { AxisScale.decades($0.step) } + [AxisScale.decades(curve.stepUsed)]
    guard let low = logarithms.min(), let high = logarithms.max(),
      let first = all.filter(\.isFinite).min(), let last = all.filter(\.isFinite).max(),
      first < last
    else { return nil }
    steps = .logarithmic(decades: first...last)
    errors = .logarithmic(
      decades: low.rounded(.down)...max(high.rounded(.up), low.rounded(.down) + 1))
  }

  /// 0 at the left, 1 at the right.
  func x(_ step: Double) -> Double { steps.fraction(step) }

  /// 0 at the bottom, 1 at the top; outside of both where an error is off the page.
  func y(_ error: Double) -> Double { errors.fraction(error) }
}

extension ErrorCurve.Point {
  /// Whether the error has a place on a logarithmic scale.
  var isDrawn: Bool { error.isFinite && error > 0 && step > 0 }

  /// Whether what the truncation estimate shows is truncation, and not rounding itself.
  var isTruncated: Bool { truncation.isFinite && truncation > rounding }
}
