// How rough a function is: the noise of its values, from differences of high order.
//
// Source: J. J. Moré and S. M. Wild, "Estimating computational noise", SIAM Journal on Scientific
// Computing 33 (2011), algorithm ECNoise.

import NetworkModel

/// Estimates the noise of a function near a point.
///
/// Of values at points a small h apart, the k-th differences of the smooth part fall like h^k, those
/// of the noise don't. With T_k the k-th differences,
///
///     σ_k² = (k!)² / (2k)! · mean(T_k²)
///
/// is the noise's variance for every k that is large enough. The first of three successive σ_k that
/// agree within a factor of 4, with both signs among the differences, is taken.
struct FunctionNoise {
  /// How many values are looked at.
  private static let count = 9
  private static let tries = 8

  /// A bound on the noise near the point: the largest of four random directions along which all
  /// numbers change, two of them by parts of themselves, and two by parts of 1 if that is more.
  static func bound(_ probe: inout FunctionProbe) -> Double {
    var generator = SeededGenerator(seed: 1)
    var largest = 0.0
    for least in [0, 0, 1.0, 1.0] {
      let way = randomWay(probe, least, &generator)
      // Where the differences show none: as much as 64 roundings of the value.
      let fallback = 8 * 0x1p-52 * probe.value.magnitude
      largest = max(largest, deviation(along: way, &probe) ?? fallback)
    }
    for exponent in [-29, -22] {
      let h = Double(sign: .plus, exponent: exponent, significand: 1)
      let way = randomWay(probe, 1, &generator)
      largest = max(largest, coarseDeviation(along: way, h, &probe))
    }
    return deviations * largest
  }

  private static func randomWay(
    _ probe: FunctionProbe, _ least: Double, _ generator: inout SeededGenerator
  ) -> [Double] {
    probe.point.map { x in
      (x == 0 ? 1 : max(x.magnitude, least)) * (generator.uniform() < 0.5 ? -1 : 1)
        * (0.5 + generator.uniform() / 2)
    }
  }

  /// The noise of points that lie farther apart: coarse parts whose steps closer points don't cross.
  /// What is more than 2^−22 of the values is a function that changes fast, and no noise.
  private static func coarseDeviation(
    along way: [Double], _ h: Double, _ probe: inout FunctionProbe
  ) -> Double {
    let values = values(along: way, h, &probe)
    guard case .deviation(let σ) = look(at: values) else { return 0 }
    return σ <= 0x1p-22 * values.reduce(0) { max($0, $1.magnitude) } ? σ : 0
  }

  /// A bound on the noise between the points of a stencil of this step; 0 where the differences there
  /// show none.
  ///
  /// Something coarse inside a fine function, a `Float` in it say, shows only at points so far apart.
  static func bound(of index: Int, within step: Double, _ probe: inout FunctionProbe) -> Double {
    var way = probe.point.map { _ in 0.0 }
    var largest = 0.0
    for sign in [-1.0, 1] {
      way[index] = sign
      let found = look(at: values(along: way, step / 5, &probe))
      if case .deviation(let σ) = found { largest = max(largest, σ) }
    }
    return deviations * largest
  }

  /// How many deviations are taken for a bound.
  private static let deviations = 8.0

  private enum Finding {
    case deviation(Double)
    case tooSmall, tooLarge
  }

  private static func deviation(along way: [Double], _ probe: inout FunctionProbe) -> Double? {
    var h = 0x1p-36
    var last: Finding?
    for _ in 0..<tries {
      let found = look(at: values(along: way, h, &probe))
      switch (found, last) {
      case (.deviation(let σ), _): return σ
      case (.tooSmall, .tooLarge), (.tooLarge, .tooSmall): return nil
      case (.tooSmall, _): h *= 0x1p7
      case (.tooLarge, _): h *= 0x1p-7
      }
      last = found
    }
    // However far apart, the values are equal: there is nothing that could be rough.
    if case .tooSmall = last { return 0 }
    return nil
  }

  /// Values on one side of the point, without that at the point itself: neither a kink nor a jump there
  /// is noise.
  private static func values(
    along way: [Double], _ h: Double, _ probe: inout FunctionProbe
  ) -> [Double] {
    (0..<count).map { k in
      let t = Double(k + 1) * h
      return probe(zip(probe.point, way).map { $0 + t * $1 })
    }
  }

  private static func look(at values: [Double]) -> Finding {
    guard values.allSatisfy(\.isFinite) else { return .tooLarge }
    let levels = levels(of: values)
    if levels[0].zeros >= count / 2 { return .tooSmall }
    for k in 0...(count - 4) where levels[k].hasBothSigns {
      let three = levels[k...k + 2].map(\.σ)
      let (least, most) = (three.min() ?? 0, three.max() ?? 0)
      if most <= 4 * least { return .deviation(most) }
    }
    // Differences that vanish early are those of a polynomial; late, they do so by chance.
    guard let end = levels.firstIndex(where: { $0.σ == 0 }) else { return .tooLarge }
    return .deviation(end < 5 ? 0 : levels[1..<end].map(\.σ).min() ?? 0)
  }

  /// What the differences of one order say.
  private struct Level {
    let σ: Double
    let hasBothSigns: Bool
    let zeros: Int
  }

  private static func levels(of values: [Double]) -> [Level] {
    // The squares of large values would overflow, and those of small ones vanish.
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let unit = largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    var (differences, γ) = (values.map { $0 / unit }, 1.0)
    return (1..<count).map { k in
      differences = zip(differences.dropFirst(), differences).map { $0 - $1 }
      γ *= 0.5 * Double(k) / Double(2 * k - 1)
      let mean = differences.reduce(0) { $0 + $1 * $1 } / Double(differences.count)
      return Level(
        σ: (γ * mean).squareRoot() * unit,
        hasBothSigns: differences.contains { $0 < 0 } && differences.contains { $0 > 0 },
        zeros: differences.count { $0 == 0 })
    }
  }
}
