// From a formula to its layout: precedence, parentheses, and the example that is left out.

import Deriving
import Notation

/// Lays formulas out.
///
/// Parentheses stand where leaving them out would say something else, and where a reader could
/// stumble: around a Σ before another factor, a sum under a Σ, a product beside ⊙.
struct FormulaBuilder {
  /// An example index that is left out, because it is the same everywhere; a Σ over it shows it.
  let understoodExample: Index?
  /// Whether shapes stand under the symbols of matrix formulas.
  var showsShapes = false
  /// The numbers that are written for letters, where they are.
  var bound: @Sendable (Letter) -> BoundNumber? = { _ in nil }
  private var boundIndices: Set<Index> = []

  init(understoodExample: Index?, showsShapes: Bool = false) {
    self.understoodExample = understoodExample
    self.showsShapes = showsShapes
  }

  /// What surrounds a formula.
  enum Place: Equatable {
    /// A line of its own, or inside fences, fractions and exponents.
    case whole
    case firstTerm, laterTerm
    case body
    case onlyArgument
    case base
    /// One of several factors: whether a minus may begin it, whether nothing comes behind it.
    case factor(mayBeNegative: Bool, isLast: Bool)

    var isTerm: Bool {
      switch self {
      case .whole, .firstTerm, .laterTerm, .body: true
      case .factor(_, let isLast): isLast
      case .onlyArgument, .base: false
      }
    }

    var mayBeNegative: Bool {
      switch self {
      case .whole, .firstTerm: true
      case .factor(let mayBeNegative, _): mayBeNegative
      case .laterTerm, .body, .onlyArgument, .base: false
      }
    }

    var maySum: Bool { self == .whole || self == .firstTerm }
    var isBase: Bool { self == .base }
  }

  func layout(_ formula: Formula) -> FormulaLayout {
    switch formula {
    case .scalar(let expression): layout(expression)
    case .matrix(let expression): layout(expression)
    }
  }

  func layout(_ equation: Equation) -> FormulaLayout {
    .row([layout(equation.left), sign(equation.relation), layout(equation.right)])
  }

  func layout(_ statement: Condition.Statement) -> FormulaLayout {
    switch statement {
    case .equal(let a, let b): .row([layout(a), .sign(.equal), layout(b)])
    case .different(let a, let b): .row([layout(a), .sign(.notEqual), layout(b)])
    case .positive(let a): .row([layout(a), .sign(.greater), .number("0")])
    case .count(let range, let count):
      .row([end(of: range), .sign(.equal), .number("\(count)")])
    case .alone(let letter, let other):
      .row([layout(letter), .words(" to depend on "), layout(other), .words(" alone")])
    }
  }

  func sign(_ relation: Equation.Relation) -> FormulaLayout {
    switch relation {
    case .equal: .sign(.equal)
    case .defined: .sign(.defined)
    }
  }

  /// The same, inside a Σ over an index.
  func binding(_ index: Index) -> FormulaBuilder {
    var inner = self
    inner.boundIndices.insert(index)
    return inner
  }

  func isShown(_ example: Index) -> Bool {
    example != understoodExample || boundIndices.contains(example)
  }

  /// Terms with their signs: the first with a minus where it has one, the others with + or −.
  func signed<Term>(
    _ terms: [Term], negated: (Term) -> Term?, _ layout: (Term, Place) -> FormulaLayout
  ) -> [FormulaLayout] {
    terms.enumerated().map { position, term in
      if let positive = negated(term) {
        let sign = FormulaLayout.sign(position == 0 ? .negative : .minus)
        return .row([sign, layout(positive, .laterTerm)])
      }
      if position == 0 { return layout(term, .firstTerm) }
      return .row([.sign(.plus), layout(term, .laterTerm)])
    }
  }
}
