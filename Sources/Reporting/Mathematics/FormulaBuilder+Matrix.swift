// The layout of formulas of whole matrices.

import Notation

extension FormulaBuilder {
  func layout(_ expression: MatrixExpression, in place: Place = .whole) -> FormulaLayout {
    needsParentheses(expression, in: place)
      ? bare(expression, in: .whole).inParentheses : bare(expression, in: place)
  }

  private func needsParentheses(_ expression: MatrixExpression, in place: Place) -> Bool {
    switch expression {
    case .sum(let terms) where terms.count == 1: needsParentheses(terms[0], in: place)
    case .product(let factors) where factors.count == 1: needsParentheses(factors[0], in: place)
    case .hadamard(let factors) where factors.count == 1: needsParentheses(factors[0], in: place)
    case .power(_, 2): place.isTight
    case .sum, .function(.expMinusOne, _): !place.maySum
    case .negative: !place.mayBeNegative
    case .product, .scaled, .hadamard, .quotient: place.isTight
    case .constant(let number, _, _): number.isNegative && !place.mayBeNegative
    case .letter(let letter): place.isBase && letter.symbol.hasUpper(self)
    case .ones(let rows, _): place.isBase && rows == nil
    case .power, .transpose, .function: place.isBase
    case .call, .max, .bracket, .diagonal: false
    }
  }

  private func bare(_ expression: MatrixExpression, in place: Place) -> FormulaLayout {
    switch expression {
    case .letter(let letter):
      return shaped(layout(letter.symbol), letter.shape)
    case .constant(let number, _, _): return layout(number)
    case .ones(let rows, let columns): return ones(Shape(rows: rows, columns: columns))
    case .scaled(let number, let a):
      return scaled(number, a, in: place)
    case .sum(let terms):
      if terms.count == 1 { return bare(terms[0], in: place) }
      return .row(rows(terms))
    case .negative(let a): return .row([.sign(.negative), layout(a, in: .laterTerm)])
    case .product(let factors):
      return .row(
        Array(
          factors.map { [layout($0, in: factors.count == 1 ? place : .matrixFactor)] }
            .joined(separator: [.sign(showsShapes ? .wideTimes : .times)])))
    case .hadamard, .power(_, 2):
      let factors = expression.flatOperands
      return .row(
        Array(
          factors.map { [layout($0, in: factors.count == 1 ? place : .matrixFactor)] }
            .joined(separator: [.sign(.hadamard)])))
    case .quotient(let a, let b):
      return .row([
        layout(a, in: .matrixFactor), .sign(.hadamardQuotient), layout(b, in: .matrixFactor),
      ])
    case .power(let a, let n):
      let exponent = FormulaLayout.row([.sign(.hadamard), number(Double(n))])
      return layout(a, in: .base).raised(to: exponent)
    case .function, .call, .max, .bracket: return entrywise(expression)
    case .transpose(let a): return transpose(a)
    case .diagonal(let a): return applied("diag", [layout(a)])
    }
  }

  /// The terms of a sum, each with its sign.
  func rows(_ terms: [MatrixExpression]) -> [FormulaLayout] {
    signed(terms, negated: \.negated) { layout($0, in: $1) }
  }

  private func scaled(
    _ factor: Expression, _ a: MatrixExpression, in place: Place
  ) -> FormulaLayout {
    let first = layout(
      factor, in: .factor(mayBeNegative: place.mayBeNegative, isLast: false))
    let second: FormulaLayout
    switch a {
    // 1/M A B and 1/M A ⊙ B mean the same wherever the number is multiplied in.
    case .product, .hadamard, .quotient, .power(_, 2): second = layout(a, in: .body)
    default: second = layout(a, in: .matrixFactor)
    }
    return .row([first, .sign(showsShapes ? .wideTimes : times(first, second)), second])
  }

  /// A function of every entry.
  private func entrywise(_ expression: MatrixExpression) -> FormulaLayout {
    switch expression {
    case .function(.expMinusOne, let a):
      .row([entrywise(.function(.exp, a)), .sign(.minus), .number("1")])
    case .function(.logOnePlus, let a):
      applied("log", [.row([.number("1"), .sign(.plus), layout(a, in: .laterTerm)])])
    case .function(let function, let a):
      unit(a) { $0.applied(function.rawValue, [$1]) }
    case .call(let name, let primes, let a):
      unit(a) { $0.call(name, primes: primes, $1) }
    case .max(let a, let b, _): applied("max", [layout(a), layout(b)])
    case .bracket(let a, let relation, let b):
      .fenced(.square, .row([layout(a), sign(relation), layout(b)]))
    default: preconditionFailure("no function of every entry: \(expression)")
    }
  }

  private func transpose(_ a: MatrixExpression) -> FormulaLayout {
    unit(a, isTransposed: true) { builder, _ in
      .scripts(builder.layout(a, in: .base), lower: nil, upper: .transposed)
    }
  }

  /// A function or transpose of a letter has its shape under the whole: Wᵀ with the shape of Wᵀ.
  private func unit(
    _ a: MatrixExpression, isTransposed: Bool = false,
    _ write: (FormulaBuilder, FormulaLayout) -> FormulaLayout
  ) -> FormulaLayout {
    guard showsShapes, case .letter(let letter) = a else { return write(self, layout(a)) }
    var plain = self
    plain.showsShapes = false
    return shaped(
      write(plain, plain.layout(a)), isTransposed ? letter.shape.transposed : letter.shape)
  }

  private func shaped(_ symbol: FormulaLayout, _ shape: Shape) -> FormulaLayout {
    guard showsShapes, shape != Shape(rows: nil, columns: nil) else { return symbol }
    return .shaped(symbol, shape: layout(shape))
  }

  private func ones(_ shape: Shape) -> FormulaLayout {
    let upper: FormulaLayout? = shape.rows == nil && shape.columns != nil ? .transposed : nil
    let length = upper == nil ? shape : shape.transposed
    return .scripts(.ones, lower: layout(length), upper: upper)
  }

  func layout(_ symbol: MatrixLetter.Symbol) -> FormulaLayout {
    switch symbol {
    case .letter(let name, let layer, let example):
      scripted(name, layer: layer, example: example)
    case .gradient(let name, let by):
      .row([
        .scripts(.sign(.nabla), lower: layout(by), upper: nil), .sign(.apply),
        scripted(name, layer: nil, example: nil),
      ])
    case .jacobian(let a, let by):
      .fraction(.row([.sign(.partial), layout(a)]), .row([.sign(.partial), layout(by)]))
    }
  }
}

extension FormulaBuilder.Place {
  /// A factor of matrices: ⊙ beside a product gets parentheses, though the product binds tighter.
  fileprivate static let matrixFactor = Self.factor(mayBeNegative: false, isLast: false)

  /// Whether products need parentheses here.
  fileprivate var isTight: Bool {
    switch self {
    case .factor, .base, .onlyArgument: true
    case .whole, .firstTerm, .laterTerm, .body: false
    }
  }
}

extension Expression {
  fileprivate var isNegative: Bool {
    switch self {
    case .negative: true
    case .number(let x): x < 0
    default: false
    }
  }
}

extension MatrixExpression {
  fileprivate var negated: MatrixExpression? {
    if case .negative(let a) = self { a } else { nil }
  }
}

extension MatrixLetter {
  var shape: Shape { Shape(rows: rows?.range, columns: columns?.range) }
}

extension MatrixLetter.Symbol {
  /// Whether a T beside it would stand on something else, or on a part of it.
  fileprivate func hasUpper(_ builder: FormulaBuilder) -> Bool {
    switch self {
    case .letter(_, let layer, let example):
      layer != nil || example.map(builder.isShown) ?? false
    case .gradient, .jacobian: true
    }
  }
}
