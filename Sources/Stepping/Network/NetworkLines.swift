// The lines of a worked example as stops, and the terms of their sums as smaller steps.

import Deriving
import GradientChecking
import NetworkModel
import Notation
import Reporting
import WorkedExamples

/// The lines of a worked example, and what is shown about each.
struct NetworkLines: LineLayout, Sendable {
  let example: WorkedExample
  /// "B12", "F3a".
  let digits = 4
  /// The derivations that lines point at, by their names.
  private let derivations: [String: Derivation]
  /// The mistakes that can be made in this network.
  let mistaken: [MistakenEquations]
  /// What was measured, by its letter.
  private let measured: [Letter: Comparison]

  init(_ example: WorkedExample, _ check: CheckReport?) {
    self.example = example
    mistaken = example.mistakenEquations
    let names = Set(example.lines.compactMap(\.reference?.derivation))
    derivations = names.reduce(into: [:]) { found, name in
      found[name] = LineReference.derivation(named: name)
    }
    measured = Dictionary(
      ((check?.parameters ?? []) + (check?.errors ?? [])).map {
        ($0.coordinate.slopeLetter(examples: example.batch.count), $0)
      }, uniquingKeysWith: { a, _ in a })
  }

  func stop(_ line: WorkedLine) -> Stop {
    let equation = Equation(Expression.letter(line.left).onPaper, line.formula.onPaper)
    return Stop(
      id: line.id, name: line.reason,
      searched: [
        TextNotation.string(equation), TextNotation.string(equation, charset: .ascii),
        line.reference?.derivation ?? "",
      ],
      substeps: terms(line)
    ) { aspect, style in
      switch aspect {
      case .line: card(line, equation, style)
      case .question: question(line, style)
      case .numbers: numbers(line, style)
      case .why: step(line).map { $0.lines.why($0.step, style) } ?? []
      case .conditions: step(line).map { $0.lines.conditions($0.step, style) } ?? []
      case .mistake: mistakes(line, style)
      case .hint(let stage): hint(line, stage, style)
      case .picture: NetworkDiagram(example, line).rows(style)
      }
    }
  }

  /// The line of a derivation that a line points at.
  func step(_ line: WorkedLine) -> (lines: DerivationLines, step: Step)? {
    guard let reference = line.reference, let derivation = derivations[reference.derivation],
      let step = derivation.line(reference.line)
    else { return nil }
    // Its checks are those of `nabla derive`; here its words are wanted.
    return (DerivationLines(CheckedDerivation(derivation, checks: [:])), step)
  }

  func measurement(_ line: WorkedLine) -> Comparison? { measured[line.left] }

  /// By how much the cost fell.
  var outcome: String {
    let digits = example.options.digits
    let fall = PrintedNumber(rounding: example.outcome.fall, digits: digits).onPaper
    let forecast = PrintedNumber(rounding: example.outcome.forecast, digits: digits).onPaper
    return "J falls by \(fall); the first-order forecast α Σ (∂J/∂θ)² is \(forecast)."
  }

  // MARK: - Smaller steps

  /// The terms of a sum, each with its value.
  private func terms(_ line: WorkedLine) -> [Stop] {
    guard case .sum(let terms) = line.formula, !line.isAbridged else { return [] }
    let products = terms.filter { if case .product = $0 { true } else { false } }
    if products.count < 2 || products.count > 26 { return [] }
    return products.enumerated().map { position, term in
      let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(position)))
      return Stop(
        id: "\(line.id)\(letter)", name: "a term of \(line.id)",
        searched: [TextNotation.string(term.onPaper)]
      ) { aspect, style in
        switch aspect {
        case .line: self.term(term, of: line, "\(line.id)\(letter)", style)
        case .picture: NetworkDiagram(example, line, term: term).rows(style)
        case .hint(1): labelled("look", "Put the two numbers in, with their signs.", style)
        case .hint: labelled("look", "Line \(line.id) says where the letters stand.", style)
        default: []
        }
      }
    }
  }

  private func term(
    _ term: Expression, of line: WorkedLine, _ id: String, _ style: TextStyle
  ) -> [String] {
    let value = example.printed(term)?.numeral ?? term
    return equationRows(Equation(term.onPaper, example.substituted(term)), id: id, style)
      + equationRows(
        Equation(example.substituted(term), value), id: "", style)
  }
}
