// Measuring the derivative of any expression by any letter of an instance, with differences.

import GradientChecking
import NetworkModel
public import Notation
import Numbers

/// An expression at one place, as a function of one letter: what a difference scheme samples.
struct EntryProbe: CostProbe {
  let quantity: Expression
  let place: Assignment
  let entry: Instance.Entry
  let evaluation: Evaluation<Bounded>
  let base: CostSample

  /// - Throws: where the expression has no value.
  init(
    _ quantity: Expression, at place: Assignment, by entry: Instance.Entry,
    on evaluation: Evaluation<Bounded>
  ) throws(EvaluationError) {
    self.quantity = quantity
    self.place = place
    self.entry = entry
    self.evaluation = evaluation
    base = Self.sample(try evaluation.value(quantity, place), nudge: 0)
  }

  /// A probe's coordinates are those of a network; the letter that is nudged is not always one of them,
  /// so they are ignored.
  static let coordinate = Coordinate.bias(layer: 0, i: 0)

  /// Only its size matters, for a step that is not given.
  func value(of coordinate: Coordinate) -> Double { 1 }

  /// The expression with the letter moved; NaN, which no measurement believes, where it has no value.
  func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    let nudged = evaluation.nudging(entry, by: Bounded(h))
    return Self.sample((try? nudged.value(quantity, place)) ?? Bounded(.nan), nudge: h)
  }

  func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    preconditionFailure("\(entry) is measured by itself, not along a direction")
  }

  private static func sample(_ value: Bounded, nudge: Double) -> CostSample {
    // Where the value is exact, differences still round as double-double numbers do.
    CostSample(
      cost: DoubleDouble(value.value),
      roundingBound: value.error + 0x1p-98 * value.value.magnitude, nudge: DoubleDouble(nudge))
  }
}

/// A derivative that differences measured, and what it can be off by.
public struct MeasuredDerivative: Hashable, Sendable {
  public let value: Double
  /// Infinite, or far too large, where the expression has a kink within the steps.
  public let bound: Double

  /// Whether the bound is small enough to tell right from wrong.
  public var isUseful: Bool {
    value.isFinite && bound <= 1e-8 * Swift.max(1, value.magnitude)
  }
}

extension EntryProbe {
  /// Five-point differences with h = 2^−12, in units of which they look up to 4 steps far.
  ///
  /// Samples have parameters and slopes of about 1: there the truncation is about h³ f⁗ = 10^−11, by
  /// way of the even differences that bound it, and the rounding about 10^−16/h < 10^−12. Seven points
  /// are no better and need ten values instead of six.
  static let step = 0x1p-12

  var derivative: MeasuredDerivative {
    var probe = self
    let measurement = measure(Self.coordinate, .fivePoint, step: Self.step, &probe)
    let first = MeasuredDerivative(value: measurement.derivative, bound: measurement.bound)
    if first.isUseful { return first }
    // Near the edge of a logarithm, say: extrapolation finds its own step.
    let other = measureByExtrapolation(Self.coordinate, step: 4 * Self.step, &probe)
    return MeasuredDerivative(value: other.derivative, bound: other.bound)
  }

  /// Whether the slopes to the left and to the right are two: then there is no derivative.
  ///
  /// Where there is one they differ by about h f″, 10^−4 of a slope.
  var isKink: Bool {
    let (left, right) = (
      evaluate(Self.coordinate, nudgedBy: -Self.step).cost,
      evaluate(Self.coordinate, nudgedBy: Self.step).cost
    )
    let slopes = [
      (base.cost - left).real / Self.step, (right - base.cost).real / Self.step,
    ]
    let size = max(slopes[0].magnitude, slopes[1].magnitude, 1e-3)
    return (slopes[0] - slopes[1]).magnitude > 1e-2 * size
  }
}

/// Measures the derivative of an expression by a letter, by nothing but values of the expression.
///
/// - Throws: where the expression has no value.
/// - Complexity: six values of the expression.
public func measuredDerivative(
  of quantity: Expression, at place: Assignment, by entry: Instance.Entry, on instance: Instance
) throws(EvaluationError) -> MeasuredDerivative {
  try EntryProbe(quantity, at: place, by: entry, on: Evaluation<Bounded>(instance)).derivative
}
