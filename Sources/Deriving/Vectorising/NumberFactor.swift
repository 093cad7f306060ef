// The numbers in front of a matrix, as one: −1 · λ · 1/M becomes a sign and λ/M.

import Notation

/// A product of numbers as sign, numerator and denominator.
struct NumberFactor {
  private(set) var isNegative = false
  private var above: Double = 1
  private var below: Double = 1
  private var numerator: [Expression] = []
  private var denominator: [Expression] = []

  init(_ factors: [Expression]) {
    for factor in factors { multiply(by: factor, isBelow: false) }
    let (quotient, inverse) = (above / below, below / above)
    if quotient == quotient.rounded() {
      (above, below) = (quotient, 1)
    } else if inverse == inverse.rounded(), inverse <= 100 {
      (above, below) = (1, inverse)
    }
  }

  private mutating func multiply(by factor: Expression, isBelow: Bool) {
    switch factor {
    case .number(let x):
      if x < 0 { isNegative.toggle() }
      if isBelow { below *= x.magnitude } else { above *= x.magnitude }
    case .negative(let a):
      isNegative.toggle()
      multiply(by: a, isBelow: isBelow)
    case .product(let parts): for part in parts { multiply(by: part, isBelow: isBelow) }
    case .quotient(let a, let b):
      multiply(by: a, isBelow: isBelow)
      multiply(by: b, isBelow: !isBelow)
    default: if isBelow { denominator.append(factor) } else { numerator.append(factor) }
    }
  }

  /// The product without its sign: 1, λ, 1/M, 2 λ/M.
  var magnitude: Expression {
    let top = Self.product(above, numerator)
    let bottom = Self.product(below, denominator)
    return bottom == 1 ? top : top / bottom
  }

  private static func product(_ number: Double, _ letters: [Expression]) -> Expression {
    let factors = (number == 1 ? [] : [.number(number)]) + letters
    switch factors.count {
    case 0: return 1
    case 1: return factors[0]
    default: return .product(factors)
    }
  }
}
