// A network to step through: every line of a worked example a stop.

import Deriving
public import GradientChecking
import NetworkModel
import Notation
import Reporting
public import WorkedExamples

extension Walk {
  /// The walk through forward and backward propagation, the update, and the pass after it.
  ///
  /// - Parameter check: what differences measure, shown beside δ and the gradient.
  public init(_ example: WorkedExample, check: CheckReport?, name: String) {
    let lines = NetworkLines(example, check)
    let network = example.network
    var conventions = [network.summary(examples: example.batch.count).joined(separator: "; ") + "."]
    conventions.append(
      example.batch.count == 1
        ? "One example: M = 1, and 1/M is left out." : "1/M is inside δ, and δ is ∂J/∂z.")
    if example.abridgement != nil {
      conventions.append("Of large layers the first three nodes and the last are shown.")
    }
    self.init(
      title: "\(name): forward and backward propagation, line by line", conventions: conventions,
      stops: example.sections.flatMap(\.lines).map(lines.stop), numbers: ["this network"],
      remarks: [lines.outcome])
  }
}

/// The lines of a worked example, and what is shown about each.
struct NetworkLines: Sendable {
  let example: WorkedExample
  /// The derivations that lines point at, by their names.
  private let derivations: [String: Derivation]
  /// What was measured, by its letter.
  private let measured: [Letter: Comparison]

  init(_ example: WorkedExample, _ check: CheckReport?) {
    self.example = example
    let names = Set(example.lines.compactMap(\.reference?.derivation))
    derivations = names.reduce(into: [:]) { found, name in
      let words = name.split(separator: " ").map(String.init)
      found[name] = try? Topic.named(words).derivation()
    }
    let isSingle = example.batch.count == 1
    measured = Dictionary(
      ((check?.parameters ?? []) + (check?.errors ?? [])).map {
        ($0.coordinate.slopeLetter(isSingle: isSingle), $0)
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

extension Coordinate {
  /// ∂J/∂w, ∂J/∂b or δ as the lines of a worked example write it.
  fileprivate func slopeLetter(isSingle: Bool) -> Letter {
    func fixed(_ n: Int) -> Index { Index(n, of: .outputs) }
    return switch self {
    case .weight(let l, let i, let j):
      Letter("∂J/∂w", nodes: [fixed(i), fixed(j)], layer: .number(l))
    case .bias(let l, let i): Letter("∂J/∂b", nodes: [fixed(i)], layer: .number(l))
    case .weightedInput(let l, let i, let m):
      Letter(
        "δ", nodes: [fixed(i)], layer: .number(l),
        example: isSingle ? nil : Index(m, of: .examples))
    }
  }
}
