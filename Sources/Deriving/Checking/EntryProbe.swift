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
  // It remembers values; but an entry is measured by the thread that evaluates it.
  nonisolated(unsafe) let evaluation: Evaluation<Bounded>
  /// The expression where nothing is moved.
  private let middle: Bounded

  /// - Throws: where the expression has no value.
  init(
    _ quantity: Expression, at place: Assignment, by entry: Instance.Entry,
    on evaluation: Evaluation<Bounded>
  ) throws(EvaluationError) {
    self.quantity = quantity
    self.place = place
    self.entry = entry
    self.evaluation = evaluation
    middle = try evaluation.value(quantity, place)
  }

  /// A probe's coordinates are those of a network; the letter that is nudged is not always one of them,
  /// so they are ignored.
  static let coordinate = Coordinate.bias(layer: 0, i: 0)

  /// Only its size matters, for a step that is not given.
  func value(of coordinate: Coordinate) -> Double { 1 }

  var base: CostSample {
    // Where the value is exact, differences still round.
    CostSample(
      change: 0, roundingBound: middle.error + 0x1p-98 * middle.value.magnitude, nudge: 0)
  }

  /// The expression with the letter moved; NaN, which no measurement believes, where it has no value.
  func evaluate(_ coordinates: [Coordinate], steps: [Double], offsets: [Int]) -> [CostSample] {
    steps.flatMap { step in offsets.map { sample(Double($0) * step) } }
  }

  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    preconditionFailure("\(entry) is measured by itself, not along a direction")
  }

  private func sample(_ h: Double) -> CostSample {
    let nudged = evaluation.nudging(entry, by: Bounded(h))
    let value = (try? nudged.value(quantity, place)) ?? Bounded(.nan)
    let change = value.value - middle.value
    return CostSample(
      change: change,
      roundingBound: value.error + 0x1p-98 * value.value.magnitude + Bounded.halfUnit(change),
      nudge: h)
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
    let slopes = [-sample(-Self.step).change / Self.step, sample(Self.step).change / Self.step]
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
