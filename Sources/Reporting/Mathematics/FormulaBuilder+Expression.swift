// The layout of formulas in index notation.

import Notation

extension FormulaBuilder {
  func layout(_ expression: Expression, in place: Place = .whole) -> FormulaLayout {
    if case .letter(let letter) = expression, var number = bound(letter) {
      number.fence = place.isBase ? .unlessDigits : place.mayBeNegative ? .never : .negative
      return .bound(number)
    }
    return needsParentheses(expression, in: place)
      ? bare(expression, in: .whole).inParentheses : bare(expression, in: place)
  }

  private func needsParentheses(_ expression: Expression, in place: Place) -> Bool {
    switch expression {
    case .sum(let terms) where terms.count == 1: needsParentheses(terms[0], in: place)
    case .product(let factors) where factors.count == 1: needsParentheses(factors[0], in: place)
    case .define: place != .whole
    case .sum, .function(.expMinusOne, _): !place.maySum
    case .negative: !place.mayBeNegative
    case .number(let x) where x < 0: !place.mayBeNegative
    case .product: place.isBase || place == .onlyArgument
    case .summation, .repeatedProduct, .maximum: !place.isTerm
    case .function(.exp, _), .quotient, .partial, .power, .raised: place.isBase
    case .function: !place.isTerm
    case .letter(let letter): place.isBase && hasUpper(letter)
    case .number, .index, .same, .bracket, .call, .max: false
    }
  }

  private func bare(_ expression: Expression, in place: Place) -> FormulaLayout {
    switch expression {
    case .number(let x): return number(x)
    case .letter(let letter): return layout(letter)
    case .index(let index): return name(index)
    case .sum(let terms):
      if terms.count == 1 { return bare(terms[0], in: place) }
      return .row(rows(terms))
    case .negative(let a): return .row([.sign(.negative), layout(a, in: .laterTerm)])
    case .product: return product(expression.factors, in: place)
    case .quotient(let a, let b): return .fraction(layout(a), layout(b))
    case .power(let a, let n):
      return layout(a, in: .base).raised(to: number(Double(n)))
    case .raised(let a, let b):
      return layout(a, in: .base).raised(to: layout(b))
    case .function(let function, let a): return layout(function, of: a)
    case .max(let a, let b, _):
      return applied("max", [layout(a), layout(b)])
    case .bracket(let a, let relation, let b):
      return .fenced(.square, .row([layout(a), sign(relation), layout(b)]))
    case .same(let a, let b):
      return .fenced(.square, .row([name(a), .sign(.equal), name(b)]))
    case .summation(let index, let excluded, let body):
      return large(.sum, index, excluded, body)
    case .repeatedProduct(let index, let body): return large(.product, index, nil, body)
    case .maximum(let index, let excluded, let body):
      return large(.maximum, index, excluded, body)
    case .define(let letter, let value, let body):
      return .row([
        layout(body), .words(" where "), layout(letter), .sign(.equal), layout(value),
      ])
    case .partial(let a, let x): return derivative(of: a, by: x)
    case .call(let name, let primes, let argument):
      return call(name, primes: primes, layout(argument))
    }
  }

  /// The terms of a sum, each with its sign: where a long line may be broken.
  func rows(_ terms: [Expression]) -> [FormulaLayout] {
    signed(terms, negated: \.negated) { layout($0, in: $1) }
  }

  private func product(_ factors: [Expression], in place: Place) -> FormulaLayout {
    var row: [FormulaLayout] = []
    for (position, factor) in factors.enumerated() {
      let next = layout(
        factor,
        in: .factor(
          mayBeNegative: position == 0 && place.mayBeNegative,
          isLast: position == factors.count - 1 && place.isTerm))
      if let previous = row.last {
        row.append(.sign(factors[position - 1].isNumeral ? .dot : times(previous, next)))
      }
      row.append(next)
    }
    return .row(row)
  }

  private func layout(_ function: ElementaryFunction, of a: Expression) -> FormulaLayout {
    switch function {
    case .exp: return .scripts(.identifier("e"), lower: nil, upper: layout(a))
    case .expMinusOne, .logOnePlus:
      return layout(function.definition(of: a)!)
    case .log, .tanh:
      return applied(function.rawValue, layout(a, in: .onlyArgument))
    }
  }

  private func large(
    _ sign: FormulaLayout.Large, _ index: Index, _ excluded: Index?, _ body: Expression
  ) -> FormulaLayout {
    let below: FormulaLayout
    var above: FormulaLayout?
    if let excluded {
      below = .row([name(index), .sign(.notEqual), name(excluded)])
    } else if sign == .maximum {
      below = name(index)
    } else {
      below = .row([name(index), .sign(.equal), .number("\(index.range.first)")])
      above = end(of: index.range)
    }
    return .row([.large(sign, below: below, above: above), binding(index).layout(body, in: .body)])
  }

  /// ∂J/∂h_k, or ∂/∂h_k before what has no letter.
  private func derivative(of a: Expression, by x: Letter) -> FormulaLayout {
    let below = FormulaLayout.row([.sign(.partial), layout(x)])
    if case .letter(let letter) = a {
      return .fraction(.row([.sign(.partial), layout(letter)]), below)
    }
    return .row([.fraction(.sign(.partial), below), layout(a).inParentheses])
  }
}

extension Expression {
  /// What a minus stands before, if one does.
  fileprivate var negated: Expression? {
    switch self {
    case .negative(let a): a
    case .number(let x) where x < 0: .number(-x)
    default: nil
    }
  }

  /// A number that stands where a letter was, or the negative of one.
  fileprivate var isNumeral: Bool {
    switch self {
    case .letter(let letter): letter.isNumeral
    case .negative(let a): a.isNumeral
    default: false
    }
  }

  /// The factors, those of products among them one by one.
  fileprivate var factors: [Expression] {
    if case .product(let factors) = self { factors.flatMap(\.factors) } else { [self] }
  }
}
