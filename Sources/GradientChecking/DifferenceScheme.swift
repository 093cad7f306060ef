// Difference schemes as data: offsets; weights and order follow from them, exactly.
//
// Source: B. Fornberg, "Generation of finite difference formulas on arbitrarily spaced grids",
// Mathematics of Computation 51 (1988).

/// A formula for a derivative from values at multiples of a step h.
///
///     f′(θ) = 1/h Σ_k weight_k f(θ + offset_k h) + O(h^order)
public struct DifferenceScheme: Hashable, Sendable {
  public let name: String
  /// The multiples of h at which the cost is evaluated.
  public let offsets: [Int]
  /// The weights of these values: the derivative at 0 of the polynomial through them.
  public let weights: [Rational]
  /// The power of h in the leading error.
  public let order: Int
  public let summary: String

  /// - Precondition: the offsets differ from each other; there are at least two.
  public init(name: String, offsets: [Int], summary: String) {
    precondition(offsets.count > 1 && Set(offsets).count == offsets.count, "offsets \(offsets)")
    self.name = name
    self.offsets = offsets
    self.summary = summary
    weights = offsets.map { Self.weight(of: $0, in: offsets) }
    var order = 1
    while Self.moment(order + 1, offsets, weights).numerator == 0 { order += 1 }
    self.order = order
  }

  /// The derivative at 0 of Lagrange's basis polynomial Π_{q≠p} (x − q) / (p − q).
  private static func weight(of p: Int, in offsets: [Int]) -> Rational {
    let others = offsets.filter { $0 != p }
    let denominator = others.reduce(1) { $0 * (p - $1) }
    var sum = Rational(0)
    for left in others {
      let product = others.filter { $0 != left }.reduce(1) { $0 * -$1 }
      sum = sum + Rational(product, denominator)
    }
    return sum
  }

  /// Σ_k weight_k offset_k^n: 1 for n = 1, and 0 for every other n up to the order.
  static func moment(_ n: Int, _ offsets: [Int], _ weights: [Rational]) -> Rational {
    zip(offsets, weights).reduce(Rational(0)) { sum, pair in
      var power = Rational(1)
      for _ in 0..<n { power = power * Rational(pair.0) }
      return sum + pair.1 * power
    }
  }

  /// The step that balances rounding and truncation for a function of order 1: ε^(1/(order+1)), as a
  /// power of two.
  public var defaultStep: Double {
    let exponent = -52 / (order + 1)
    return Double(sign: .plus, exponent: exponent, significand: 1)
  }
}

extension DifferenceScheme {
  public static let forward = DifferenceScheme(
    name: "forward", offsets: [0, 1], summary: "(J(θ+h) − J(θ)) / h")
  public static let central = DifferenceScheme(
    name: "central", offsets: [-1, 1], summary: "(J(θ+h) − J(θ−h)) / 2h")
  public static let fivePoint = DifferenceScheme(
    name: "five-point", offsets: [-2, -1, 1, 2], summary: "central differences at h and 2h combined"
  )
  public static let sevenPoint = DifferenceScheme(
    name: "seven-point", offsets: [-3, -2, -1, 1, 2, 3],
    summary: "central differences at h, 2h and 3h combined")

  /// The schemes with a fixed set of offsets.
  public static let all = [forward, central, fivePoint, sevenPoint]
}
