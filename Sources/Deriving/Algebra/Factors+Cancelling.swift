// What stands above and below the line goes.

import Notation

extension Factors {
  /// The product with what stands above and below the line gone, and what went.
  var cancelled: (rest: Factors, bases: [Expression])? {
    var rest = self
    var bases: [Expression] = []
    var position = 0
    while position < rest.list.count {
      let factor = rest.list[position]
      guard factor.exponent > 0, !factor.base.isBracket,
        let other = rest.list.firstIndex(where: {
          $0.exponent < 0 && $0.base.isSame(as: factor.base)
        })
      else {
        position += 1
        continue
      }
      let exponent = factor.exponent + rest.list[other].exponent
      bases.append(factor.base)
      rest.setExponent(Swift.max(0, exponent), at: position)
      rest.setExponent(Swift.min(0, exponent), at: other)
      for place in [position, other].sorted(by: >) where rest.list[place].exponent == 0 {
        rest.remove(at: place)
      }
      position = 0
    }
    let divisor = Self.greatestCommonDivisor(above, below)
    if divisor > 1 {
      rest.above /= divisor
      rest.below /= divisor
    } else if bases.isEmpty {
      return nil
    }
    return (rest, bases.filter { !$0.isConstant })
  }

  /// The largest whole number that divides both; 1 where one is not whole.
  static func greatestCommonDivisor(_ a: Double, _ b: Double) -> Double {
    guard a == a.rounded(), b == b.rounded(), a >= 0, b >= 0, a + b > 0, a < 0x1p50, b < 0x1p50
    else { return 1 }
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    return a
  }
}

extension Expression {
  /// Whether it is 0 or 1, and so often 0 that it never cancels.
  fileprivate var isBracket: Bool {
    switch self {
    case .same, .bracket: true
    default: false
    }
  }
}
