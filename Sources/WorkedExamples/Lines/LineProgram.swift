// One line's formula as a program over a list of values.

import Deriving
import Notation
import Numbers

/// The formula of one line, its letters bound to places in the list of values.
struct LineProgram: Sendable {
  private let program: Program
  let slots: [Int]

  init(_ formula: Expression, _ slots: [Letter: Int]) {
    let letters = formula.letters.filter { slots[$0] != nil }
    let names = letters.indices.map { "value \($0)" }
    let table = Dictionary(
      uniqueKeysWithValues: zip(letters, names).map {
        (Expression.letter($0), Expression.letter(Letter($1)))
      })
    program = Program(formula.replacing(table), letters: names, sided: false)
    self.slots = letters.map { slots[$0]! }
  }

  func value(_ values: [DoubleDouble]) -> DoubleDouble {
    var frame = Frame(letters: slots.map { [values[$0]] })
    return program.run(&frame)
  }
}
