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

  /// The terms of a sum; the parts of anything else that is too wide.
  private static func terms(
    _ formula: Formula, _ builder: FormulaBuilder, limit: Double
  ) -> [FormulaLayout] {
    switch formula {
    case .scalar(.sum(let terms)): builder.rows(terms).flatMap { $0.parts(limit: limit) }
    case .matrix(.sum(let terms)): builder.rows(terms).flatMap { $0.parts(limit: limit) }
    default: builder.layout(formula).parts(limit: limit)
    }
  }

  /// Of the widest row, without the left side.
  var width: Double { rows.map(\.width).max() ?? 0 }
}

extension FormulaLayout {
  /// The formula in parts between which a row may end, if it is too wide for one: the terms of a sum, in
  /// parentheses too; the factors of a product, later ones beginning with a dot.
  fileprivate func parts(limit: Double) -> [FormulaLayout] {
    if width <= limit { return [self] }
    switch self {
    case .fenced(.round, let inner):
      let parts = inner.parts(limit: limit)
      if parts.count == 1 { return [self] }
      return [.row([.sign(.opening), parts[0]])] + parts.dropFirst().dropLast()
        + [.row([parts[parts.count - 1], .sign(.closing)])]
    case .row(let parts) where parts.dropFirst().contains(where: \.isSignedTerm):
      return parts.flatMap { $0.parts(limit: limit) }
    case .row(let parts): return Self.factors(parts, limit: limit)
    default: return [self]
    }
  }

  private static func factors(_ parts: [FormulaLayout], limit: Double) -> [FormulaLayout] {
    var factors: [[FormulaLayout]] = [[]]
    for part in parts {
      if part.isTimes {
        factors.append([.sign(.dot)])
        continue
      }
      let pieces = part.parts(limit: limit)
      factors[factors.count - 1].append(pieces[0])
      factors += pieces.dropFirst().map { [$0] }
    }
    return factors.map { $0.count == 1 ? $0[0] : .row($0) }
  }

  /// A later term of a sum, with its sign.
  private var isSignedTerm: Bool {
    if case .row(let parts) = self {
      return parts.first == .sign(.plus) || parts.first == .sign(.minus)
    }
    return false
  }

  private var isTimes: Bool {
    switch self {
    case .sign(.times), .sign(.wideTimes), .sign(.timesFunction), .sign(.dot): true
    default: false
    }
  }
}
