// A line of a derivation in rows that fit on paper: broken before + and −.

import Deriving
import Notation

/// An equation's left side, and its right side in one row or several.
struct EquationRows {
  let left: FormulaLayout
  let relation: FormulaLayout
  /// The first stands behind the relation, the others begin with their sign.
  let rows: [FormulaLayout]

  /// - Parameter limit: how wide a row may be, in letters (`FormulaLayout.width`); one term alone
  ///   may be wider.
  init(_ equation: Equation, _ builder: FormulaBuilder, limit: Double) {
    left = builder.layout(equation.left)
    relation = builder.sign(equation.relation)
    var rows: [[FormulaLayout]] = [[]]
    var width = 0.0
    for term in Self.terms(equation.right, builder) {
      if width > 0, width + term.width > limit {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append(term)
      width += term.width
    }
    self.rows = rows.map { $0.count == 1 ? $0[0] : .row($0) }
  }

  private static func terms(_ formula: Formula, _ builder: FormulaBuilder) -> [FormulaLayout] {
    switch formula {
    case .scalar(.sum(let terms)): builder.rows(terms)
    case .matrix(.sum(let terms)): builder.rows(terms)
    default: [builder.layout(formula)]
    }
  }

  /// Of the widest row, without the left side.
  var width: Double { rows.map(\.width).max() ?? 0 }
}
