// Formulas of a worked example in numbers: what stands between the equals signs of a line.

public import Notation
import Numbers

extension WorkedExample {
  /// A formula with the printed numbers in the place of its letters; what has no number stays.
  public func substituted(_ formula: Expression) -> Expression {
    var table: [Expression: Expression] = [:]
    for letter in formula.letters where letter != Letter("…") {
      if let printed = printed(letter) { table[.letter(letter)] = printed.numeral }
    }
    return formula.replacing(table)
  }

  /// A formula's value, computed with all digits, as it is printed; `nil` where a letter is not known or
  /// terms are left out.
  public func printed(_ formula: Expression) -> PrintedNumber? {
    value(of: formula).map { PrintedNumber(rounding: $0, digits: options.digits) }
  }

  /// What a reader gets who puts the printed numbers into a formula; `nil` where terms are left out, and
  /// where a number is too large to be one: the textbook's form of a saturated output overflows.
  package func printedOperandsGive(_ formula: Expression) -> PrintedNumber? {
    formula.printedOperandsGive(digits: options.digits) { printed($0) }
  }

  /// The value of a formula with all digits; `nil` where a letter is not known or terms are left out.
  func value(of formula: Expression) -> DoubleDouble? { formula.value { value(of: $0) } }
}

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

extension Expression {
  /// The value of a formula whose letters are known; `nil` where one is not, or terms are left out.
  func value(_ number: (Letter) -> DoubleDouble?) -> DoubleDouble? {
    let letters = letters
    let values = letters.compactMap(number)
    guard values.count == letters.count else { return nil }
    let slots = Dictionary(uniqueKeysWithValues: zip(letters, letters.indices))
    return LineProgram(self, slots).value(values)
  }

  /// What printed numbers give, as it is printed.
  func printedOperandsGive(digits: Int, _ printed: (Letter) -> PrintedNumber?) -> PrintedNumber? {
    guard let value = value({ printed($0)?.value }), value.real.isFinite else { return nil }
    return PrintedNumber(rounding: value, digits: digits)
  }
}
