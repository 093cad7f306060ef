// What stands between the equals signs of a worked line.

public import Notation

extension PrintedNumber {
  /// The number as part of a formula, in the digits that are printed.
  public var numeral: Expression {
    var numeral = Expression.letter(digits)
    if let powerOfTen {
      numeral = .product([numeral, .power(10, powerOfTen)])
    }
    return isNegative ? .negative(numeral) : numeral
  }
}

extension WorkedExample {
  /// A line's formula with the printed numbers in the place of its letters.
  public func substituted(_ line: WorkedLine) -> Expression {
    substituted(line.formula)
  }
}
