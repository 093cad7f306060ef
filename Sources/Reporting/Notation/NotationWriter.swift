// From a formula to its text: letters, equations, and the example that is left out.

import Deriving
import Notation

/// Writes formulas as text.
struct NotationWriter: Sendable {
  /// An example index that is the same everywhere and so is left out, except under a Σ over it.
  let understoodExample: Index?
  private var bound: Set<Index> = []
  /// Expressions that are pointed at, wherever they stand.
  private(set) var marked: Set<Expression> = []

  init(understoodExample: Index? = nil) {
    self.understoodExample = understoodExample
  }

  /// The same under a Σ over an index.
  func binding(_ index: Index) -> NotationWriter {
    var inner = self
    inner.bound.insert(index)
    return inner
  }

  /// The same, pointing at some expressions.
  func marking(_ expressions: Set<Expression>) -> NotationWriter {
    var writer = self
    writer.marked = expressions
    return writer
  }

  func written(_ formula: Formula) -> WrittenFormula {
    switch formula {
    case .scalar(let expression): written(expression)
    case .matrix(let expression): written(expression)
    }
  }

  /// A whole line: it is better broken before its relation than anywhere else.
  ///
  /// - Parameter marks: what is pointed at on the right side.
  func written(_ equation: Equation, marking marks: Set<Expression> = []) -> WrittenFormula {
    related(
      written(equation.left), equation.relation.sign, marking(marks).written(equation.right))
  }

  func written(_ statement: Condition.Statement) -> WrittenFormula {
    switch statement {
    case .equal(let a, let b): related(written(a), "=", written(b))
    case .different(let a, let b): related(written(a), "≠", written(b))
    case .positive(let a): related(written(a), ">", WrittenFormula("0"))
    case .count(let range, let count):
      related(WrittenFormula(range.text), "=", WrittenFormula("\(count)"))
    case .alone(let a, let b):
      WrittenFormula("\(written(a).text) depends on \(written(b).text) alone")
    }
  }

  private func related(
    _ left: WrittenFormula, _ sign: String, _ right: WrittenFormula
  ) -> WrittenFormula {
    let relation = WrittenFormula.Piece(gap: " ", text: sign, level: WrittenFormula.atSign - 1)
    return WrittenFormula(left.pieces + [relation] + right.pieces.following(" "), .clause)
  }
}

// MARK: - Letters

extension NotationWriter {
  func written(_ letter: Letter) -> WrittenFormula {
    if let size = letter.size { return WrittenFormula(size.text) }
    if letter.isNumeral {
      var number = WrittenFormula.number(letter.name)
      number.isNumeral = true
      return number
    }
    let upper = upper(letter.layer, letter.example)
    return WrittenFormula(
      letter.name + lower(letter.nodes) + upper, upper.isEmpty ? .atom : .raisedLetter)
  }

  /// `_ij`; `_1,11` where an index has more than one character.
  private func lower(_ nodes: [Index]) -> String {
    if nodes.isEmpty { return "" }
    if nodes.count == 1, nodes[0].stepsBefore ?? 0 > 0 { return "_(\(nodes[0]))" }
    return "_" + nodes.map(\.name).joined(separator: nodes.allSatisfy(\.isShort) ? "" : ",")
  }

  /// `^(ℓ)(m)`, without the example that is understood.
  func upper(_ layer: Layer?, _ example: Index?) -> String {
    let shown = example.flatMap { $0 == understoodExample && !bound.contains($0) ? nil : $0 }
    let parts = [layer.map { "(\($0))" }, shown.map { "(\($0))" }].compactMap { $0 }
    return parts.isEmpty ? "" : "^" + parts.joined()
  }
}

extension Letter {
  /// The range whose end the letter is: s_ℓ, the number of nodes of a layer, is no value of the layer.
  var size: Index.Range? {
    guard name == "s", indices.isEmpty, let layer else { return nil }
    return .nodes(layer)
  }
}

extension Index {
  fileprivate var isShort: Bool { name.count == 1 }
}

extension Equation.Relation {
  /// `=`, or `:=` where the left side is a name for the right one.
  var sign: String {
    switch self {
    case .equal: "="
    case .defined: ":="
    }
  }
}
