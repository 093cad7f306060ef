// A scale along an axis of a plot: linear or logarithmic.

import Numbers

/// Where values lie between the two ends of an axis, and the ticks between them.
struct AxisScale {
  let isLogarithmic: Bool
  /// What the ends of the axis stand for: values, or their log₁₀.
  let range: ClosedRange<Double>
  /// Whether powers of ten between 0.001 and 100,000 are written in full.
  var isPlain = false

  /// A mark beside an axis.
  struct Tick {
    let fraction: Double
    /// For a terminal: `1e-3`.
    let label: String
    /// For a picture: 10⁻³.
    let pieces: [SVGPiece]
  }

  static func linear(_ range: ClosedRange<Double>) -> AxisScale {
    AxisScale(isLogarithmic: false, range: range)
  }

  /// - Parameter decades: log₁₀ of the ends.
  static func logarithmic(decades: ClosedRange<Double>) -> AxisScale {
    AxisScale(isLogarithmic: true, range: decades)
  }

  /// 0 at one end, 1 at the other; outside of both for a value that is off the page, not finite for
  /// one that has no place.
  func fraction(_ value: Double) -> Double {
    let place = isLogarithmic ? Self.decades(value) : value
    return (place - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// log₁₀, exact at powers of ten.
  static func decades(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    let logarithm = Double.log(x) / Double.log(10)
    let nearest = logarithm.rounded()
    return (logarithm - nearest).magnitude < 1e-11 ? nearest : logarithm
  }
}

// MARK: - Ticks

extension AxisScale {
  /// Round numbers along the axis, about `count` of them at most.
  func ticks(atMost count: Int) -> [Tick] {
    isLogarithmic
      ? powers(atMost: count)
      : AxisTicks.ticks(range, atMost: count).map { tick($0, NumberText.text($0, digits: 5)) }
  }

  /// Whole numbers along a linear axis.
  func wholeTicks(atMost count: Int) -> [Tick] {
    AxisTicks.ticks(range, atMost: count).filter { $0 == $0.rounded() }.map {
      tick($0, Int(exactly: $0).map(NumberText.count) ?? NumberText.text($0))
    }
  }

  private func tick(_ value: Double, _ label: String) -> Tick {
    Tick(fraction: fraction(value), label: label, pieces: [.normal(label.withMinusSigns)])
  }

  /// Powers of ten along a logarithmic axis, evenly spaced.
  private func powers(atMost count: Int) -> [Tick] {
    let first = Int(range.lowerBound.rounded(.up))
    let last = Int(range.upperBound.rounded(.down))
    guard first <= last else { return [] }
    let span = last - first
    let spacing = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500].first { span / $0 < count } ?? 1000
    return (first...last).filter { $0 % spacing == 0 }.map(power)
  }

  private func power(_ exponent: Int) -> Tick {
    let fraction = (Double(exponent) - range.lowerBound) / (range.upperBound - range.lowerBound)
    if isPlain, -3...5 ~= exponent {
      let zeros = String(repeating: "0", count: abs(exponent))
      let label = exponent < 0 ? "0." + zeros.dropFirst() + "1" : "1" + zeros
      return Tick(fraction: fraction, label: label, pieces: [.normal(label)])
    }
    return Tick(
      fraction: fraction, label: exponent == 0 ? "1" : "1e\(exponent)",
      pieces: [.normal("10"), .upper("\(exponent)")])
  }
}
