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
    for term in Self.terms(equation.right, builder, limit: limit) {
      if width > 0, width + term.width > limit {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append(term)
      width += term.width
    }
    self.rows = rows.map { $0.count == 1 ? $0[0] : .row($0) }
  }

  /// The terms of a sum; the factors of anything else that is too wide.
  private static func terms(
    _ formula: Formula, _ builder: FormulaBuilder, limit: Double
  ) -> [FormulaLayout] {
    switch formula {
    case .scalar(.sum(let terms)): builder.rows(terms)
    case .matrix(.sum(let terms)): builder.rows(terms)
    default: factors(builder.layout(formula), limit: limit)
    }
  }

  /// A product, taken apart before its factors; later rows begin with a dot.
  private static func factors(_ layout: FormulaLayout, limit: Double) -> [FormulaLayout] {
    guard case .row(let parts) = layout, layout.width > limit else { return [layout] }
    var factors: [[FormulaLayout]] = [[]]
    for part in parts {
      if part.isTimes {
        factors.append([.sign(.dot)])
      } else {
        factors[factors.count - 1].append(part)
      }
    }
    return factors.map(FormulaLayout.row)
  }

  /// Of the widest row, without the left side.
  var width: Double { rows.map(\.width).max() ?? 0 }
}

extension FormulaLayout {
  fileprivate var isTimes: Bool {
    switch self {
    case .sign(.times), .sign(.wideTimes), .sign(.timesFunction), .sign(.dot): true
    default: false
    }
  }
}
