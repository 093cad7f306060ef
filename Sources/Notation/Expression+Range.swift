// Between which bounds an expression's values lie: which hypothesis a cost is defined for.

/// The values between two bounds, each of which may belong to them or not.
public struct ValueRange: Hashable, Sendable, CustomStringConvertible {
  public var lower: Double
  public var upper: Double
  public var includesLower: Bool
  public var includesUpper: Bool

  public init(_ lower: Double, _ upper: Double, includesLower: Bool, includesUpper: Bool) {
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  public static let all = ValueRange(
    -.infinity, .infinity, includesLower: false, includesUpper: false)
  public static func value(_ x: Double) -> ValueRange {
    ValueRange(x, x, includesLower: true, includesUpper: true)
  }

  /// Whether every value is greater than 0.
  public var isPositive: Bool { lower > 0 || lower == 0 && !includesLower }

  /// Whether 0 is not among the values.
  var isNonzero: Bool { isPositive || (-self).isPositive }

  public var description: String {
    "\(includesLower ? "[" : "(")\(lower), \(upper)\(includesUpper ? "]" : ")")"
  }
}

extension Expression {
  /// A range that holds the expression's values (it may be larger than need be), or `nil` where a
  /// logarithm of something that can be 0 or negative, or a quotient by 0, leaves it undefined.
  ///
  /// One rule goes beyond the arithmetic of intervals: a positive term divided by a sum that it is
  /// a term of lies in (0, 1). That is how the range of the logistic function and of softmax comes
  /// out of their definitions.
  public func range(where known: [Letter: ValueRange]) -> ValueRange? {
    switch self {
    case .number(let x): return .value(x)
    case .letter(let letter): return known[letter] ?? .all
    case .negative(let a): return a.range(where: known).map { -$0 }
    case .sum(let terms): return combined(terms, where: known, from: .value(0), +)
    case .product(let factors): return combined(factors, where: known, from: .value(1), *)
    case .quotient(let a, let b):
      guard let p = a.range(where: known), let q = b.range(where: known) else { return nil }
      if p.isPositive, b.isSum(with: a, where: known) {
        return ValueRange(0, 1, includesLower: false, includesUpper: false)
      }
      guard q.isNonzero else { return nil }
      return p * q.reciprocal
    case .power(let a, let n):
      guard let a = a.range(where: known), n >= 0 || a.isNonzero else { return nil }
      return n == 2 ? a.squared : (n == 1 ? a : .all)
    case .function(let function, let a):
      guard let a = a.range(where: known) else { return nil }
      return function.range(over: a)
    case .max(let a, let b, _):
      guard let a = a.range(where: known), let b = b.range(where: known) else { return nil }
      return a.lower > b.lower || a.lower == b.lower && !a.includesLower
        ? a.raised(to: b) : b.raised(to: a)
    case .bracket: return ValueRange(0, 1, includesLower: true, includesUpper: true)
    case .summation(_, let excluded, let a):
      guard let a = a.range(where: known) else { return nil }
      // Without the excluded index's value, the sum may have no term.
      return a.isPositive && excluded == nil
        ? ValueRange(a.lower, .infinity, includesLower: a.includesLower, includesUpper: false)
        : .all
    case .maximum(_, _, let a): return a.range(where: known)
    case .same: return ValueRange(0, 1, includesLower: true, includesUpper: true)
    case .partial, .call, .raised, .index, .repeatedProduct: return .all
    case .define(let letter, let definition, let body):
      guard let range = definition.range(where: known) else { return nil }
      return body.range(where: known.merging([letter: range]) { $1 })
    }
  }

  private func combined(
    _ parts: [Expression], where known: [Letter: ValueRange], from empty: ValueRange,
    _ combine: (ValueRange, ValueRange) -> ValueRange
  ) -> ValueRange? {
    var result: ValueRange?
    for part in parts {
      guard let next = part.range(where: known) else { return nil }
      result = result.map { combine($0, next) } ?? next
    }
    return result ?? empty
  }

  /// Whether this is a sum of positive terms, the positive `term` being one of them.
  private func isSum(with term: Expression, where known: [Letter: ValueRange]) -> Bool {
    func isPositive(_ other: Expression) -> Bool { other.range(where: known)?.isPositive ?? false }
    return switch self {
    case .sum(let terms): terms.contains(term) && terms.allSatisfy(isPositive)
    case .summation(let index, nil, let body):
      // e^(z_k) is the term i = k of Σ_i e^(z_i).
      body.substituting(index, by: Index.k) == term && isPositive(body)
    default: false
    }
  }
}

extension ElementaryFunction {
  fileprivate func range(over x: ValueRange) -> ValueRange? {
    func image(_ f: (Double) -> Double) -> ValueRange {
      ValueRange(
        f(x.lower), f(x.upper), includesLower: x.includesLower, includesUpper: x.includesUpper)
    }
    switch self {
    case .exp: return image { Double.exp($0) }
    case .expMinusOne: return image { Double.expMinusOne($0) }
    case .tanh: return image { Double.tanh($0) }
    case .log: return x.isPositive ? image { Double.log($0) } : nil
    case .logOnePlus:
      let onePlus = x + .value(1)
      return onePlus.isPositive ? image { Double.logOnePlus($0) } : nil
    }
  }
}

extension ValueRange {
  fileprivate static prefix func - (a: ValueRange) -> ValueRange {
    ValueRange(-a.upper, -a.lower, includesLower: a.includesUpper, includesUpper: a.includesLower)
  }

  fileprivate static func + (a: ValueRange, b: ValueRange) -> ValueRange {
    ValueRange(
      a.lower + b.lower, a.upper + b.upper, includesLower: a.includesLower && b.includesLower,
      includesUpper: a.includesUpper && b.includesUpper)
  }

  /// The products of the bounds, 0 × ∞ being 0; a bound belongs to it where both its factors do, and
  /// 0 where one factor can be 0.
  fileprivate static func * (a: ValueRange, b: ValueRange) -> ValueRange {
    var corners: [(value: Double, included: Bool)] = []
    for (x, xIncluded) in [(a.lower, a.includesLower), (a.upper, a.includesUpper)] {
      for (y, yIncluded) in [(b.lower, b.includesLower), (b.upper, b.includesUpper)] {
        let isZero = x == 0 && xIncluded || y == 0 && yIncluded
        corners.append((x == 0 || y == 0 ? 0 : x * y, isZero || xIncluded && yIncluded))
      }
    }
    let lower = corners.map(\.value).min()!
    let upper = corners.map(\.value).max()!
    return ValueRange(
      lower, upper, includesLower: corners.contains { $0.value == lower && $0.included },
      includesUpper: corners.contains { $0.value == upper && $0.included })
  }

  /// 1/x where 0 is not among the values; towards 0 from below it goes to −∞.
  fileprivate var reciprocal: ValueRange {
    ValueRange(
      upper == 0 ? -.infinity : 1 / upper, lower == 0 ? .infinity : 1 / lower,
      includesLower: includesUpper, includesUpper: includesLower)
  }

  fileprivate var squared: ValueRange {
    if lower >= 0 || upper <= 0 { return self * self }
    let largest = Swift.max(lower * lower, upper * upper)
    return ValueRange(0, largest, includesLower: true, includesUpper: largest.isFinite)
  }

  /// max(a, b) where a has the larger lower bound.
  fileprivate func raised(to b: ValueRange) -> ValueRange {
    ValueRange(
      lower, Swift.max(upper, b.upper), includesLower: includesLower,
      includesUpper: upper == b.upper
        ? includesUpper || b.includesUpper : (upper > b.upper ? includesUpper : b.includesUpper))
  }
}
