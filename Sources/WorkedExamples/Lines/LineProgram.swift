// One line's formula as a program over a list of values.

import Deriving
import Notation
import Numbers

/// The formula of one line, its letters bound to places in the list of values.
struct LineProgram: Sendable {
  private let program: Program
  let slots: [Int]
  private let names: [String]
  /// The terms of a sum: a difference of decimal numbers that is 0 leaves the last bits of binary ones.
  private let terms: [Expression]

  init(_ formula: Expression, _ slots: [Letter: Int]) {
    let letters = formula.letters.filter { slots[$0] != nil }
    let names = letters.indices.map { "value \($0)" }
    let table = Dictionary(
      uniqueKeysWithValues: zip(letters, names).map {
        (Expression.letter($0), Expression.letter(Letter($1)))
      })
    let bound = formula.replacing(table)
    program = Program(bound, letters: names, sided: false)
    self.names = names
    terms = if case .sum(let terms) = bound { terms } else { [] }
    self.slots = letters.map { slots[$0]! }
  }

  func value(_ values: [DoubleDouble]) -> DoubleDouble {
    var frame = Frame(letters: slots.map { [values[$0]] })
    let value = program.run(&frame)
    // Rare, so that the terms are made ready only here.
    guard !terms.isEmpty, value.real.magnitude < 1e-20, value.real != 0 else { return value }
    let largest = terms.reduce(0) { largest, term in
      let term = Program(term, letters: names, sided: false).run(&frame)
      return max(largest, term.real.magnitude)
    }
    return value.real.magnitude < 1e-28 * largest ? .zero : value
  }
}
