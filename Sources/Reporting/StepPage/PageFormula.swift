// The formulas of a step: in general, in its letters, in its numbers.

import Deriving
import Notation
import WorkedExamples

/// Writes the formulas of a page that steps.
struct PageFormula {
  let example: WorkedExample
  let quantities: PageQuantities

  /// How wide a row may be, in letters.
  private static let limit = 42.0

  private let letters = FormulaBuilder(understoodExample: nil)

  /// A builder that writes numbers for letters.
  private var numbers: FormulaBuilder {
    var builder = letters
    builder.bound = { letter in bound(letter) }
    return builder
  }

  init(_ example: WorkedExample, _ quantities: PageQuantities) {
    (self.example, self.quantities) = (example, quantities)
  }

  /// The number of a letter, where the page finds it.
  func bound(_ letter: Letter) -> BoundNumber? {
    guard let place = quantities.place(of: letter), let number = example.printed(letter) else {
      return nil
    }
    return BoundNumber(number: number, place: place.text, isGiven: isGiven(letter))
  }

  private func isGiven(_ letter: Letter) -> Bool { example.given.value(of: letter) != nil }

  // MARK: - Rows

  /// Left side, `=`, right side in as many rows as it takes.
  ///
  /// An update gives a letter a new number: that is no equality.
  func equation(_ left: Letter, _ right: Expression, _ style: String) -> String {
    let isUpdate = right.contains(.letter(left.original)) && left.isUpdated
    let equation = Equation(
      Expression.letter(left).onPaper, right.onPaper, relation: isUpdate ? .defined : .equal)
    let rows = EquationRows(equation, letters, limit: Self.limit)
    return row(rows.left, rows.relation, rows.rows, style)
  }

  /// The same with numbers; its left side is that of the row above it.
  func withNumbers(_ right: Expression) -> String {
    let rows = EquationRows(
      Equation(.scalar(.letter("=")), .scalar(right)), numbers, limit: Self.limit)
    return row(nil, rows.relation, rows.rows, "numbers-row", hasLaTeX: false)
  }

  func value(of line: WorkedLine) -> String {
    row(nil, .sign(.equal), [numbers.layout(.letter(line.left))], "value-row", hasLaTeX: false)
  }

  /// - Parameter hasLaTeX: numbers change, and their LaTeX would not.
  private func row(
    _ left: FormulaLayout?, _ relation: FormulaLayout, _ rows: [FormulaLayout], _ style: String,
    hasLaTeX: Bool = true
  ) -> String {
    let formulas = rows.enumerated().map { position, row in
      let layout = position == 0 ? FormulaLayout.row([relation, row]) : row
      return hasLaTeX
        ? MathMLNotation.element(layout, isBlock: true)
        : "<math display=\"block\">\(MathMLNotation.string(layout))</math>"
    }
    let side = left.map { MathMLNotation.element($0, isBlock: true) } ?? ""
    return "<div class=\"row \(style)\"><div class=\"left\">\(side)</div>"
      + "<div class=\"right\">\(formulas.joined())</div></div>"
  }

  // MARK: - In sentences

  /// A letter among words.
  func inline(_ letter: Letter) -> String {
    "<math>\(MathMLNotation.string(letters.layout(.letter(letter).onPaper)))</math>"
  }

  func inline(_ expression: Expression) -> String {
    "<math>\(MathMLNotation.string(letters.layout(expression.onPaper)))</math>"
  }

  /// A line of a derivation among words.
  func inline(_ equation: Equation) -> String {
    "<math>\(MathMLNotation.string(letters.layout(equation)))</math>"
  }

  /// A number among words, kept up to date by the script.
  func number(_ letter: Letter) -> String {
    "<math>\(MathMLNotation.string(numbers.layout(.letter(letter))))</math>"
  }
}
