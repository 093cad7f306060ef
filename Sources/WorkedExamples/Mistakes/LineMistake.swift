// The mistakes that can be made at one line of a worked example.

public import Notation
import Numbers

/// A mistake at one line: the wrong formula there, and what it prints beside right numbers elsewhere.
public struct LineMistake: Sendable {
  public let mistake: NetworkMistake
  public let formula: Expression
  public let printed: PrintedNumber
}

extension WorkedExample {
  /// What somebody writes at a line who makes a mistake in its equation; none where terms are left out.
  public func mistakes(at line: WorkedLine) -> [LineMistake] {
    if line.isAbridged { return [] }
    let writing = Writing(sizes: network.sizes, examples: batch.count)
    return NetworkMistake.all.compactMap { mistake in
      guard let changed = mistake.equations(equations, network, batch),
        let wrong = changed.all.first(where: { $0.isOf(line) && !equations.all.contains($0) }),
        let entry = writing.lines(of: [wrong]).first(where: { $0.left == line.left }),
        let value = value(of: entry.formula)
      else { return nil }
      let printed = PrintedNumber(rounding: value, digits: options.digits)
      if printed == line.printed { return nil }
      return LineMistake(mistake: mistake, formula: entry.formula, printed: printed)
    }
  }

  /// The value of a formula whose letters are known.
  func value(of formula: Expression) -> DoubleDouble? {
    let letters = formula.letters
    let values = letters.compactMap { value(of: $0) }
    guard values.count == letters.count else { return nil }
    let slots = Dictionary(uniqueKeysWithValues: zip(letters, letters.indices))
    return LineProgram(formula, slots).value(values)
  }

  /// A formula's value as it is printed; `nil` where a letter is not known or terms are left out.
  public func printed(_ formula: Expression) -> PrintedNumber? {
    if formula.contains(.ellipsis) { return nil }
    return value(of: formula).map { PrintedNumber(rounding: $0, digits: options.digits) }
  }

  /// A formula with the printed numbers in the place of its letters.
  public func substituted(_ formula: Expression) -> Expression {
    var table: [Expression: Expression] = [:]
    for letter in formula.letters where letter != Letter("…") {
      if let printed = printed(letter) { table[.letter(letter)] = printed.numeral }
    }
    return formula.replacing(table)
  }
}

extension WorkedEquation {
  fileprivate func isOf(_ line: WorkedLine) -> Bool {
    quantity == line.quantity && layer == line.layer
  }
}
