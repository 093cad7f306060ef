// Formulas of whole matrices as text.

import Notation

extension NotationWriter {
  func written(_ matrix: MatrixExpression) -> WrittenFormula {
    switch matrix {
    case .letter(let letter): return written(letter)
    case .constant(let value, _, _): return written(value)
    case .ones(let rows, let columns): return ones(rows, columns)
    // 1/M A ⊙ B means the same wherever the number is multiplied in.
    case .scaled: return .product(factors(matrix), last: matrix.scaledPart.place)
    case .product: return .product(factors(matrix))
    case .sum(let terms): return .sum(terms.flatMap(\.flatTerms).map { written($0) })
    case .negative(let a): return .negative(written(a))
    case .hadamard, .power(_, 2):
      return .elementwise("⊙", matrix.flatOperands.map { written($0) })
    case .quotient(let a, let b): return .elementwise("⊘", [written(a), written(b)])
    // A² would be the product A A.
    case .power(let a, let n): return written(a).raised("^⊙\(n)")
    case .function(let function, let a): return written(function, of: a)
    case .call(let name, let primes, let a): return .call(primed(name, primes), [written(a)])
    case .max(let a, let b, _): return .call("max", [written(a), written(b)])
    case .bracket(let a, let relation, let b):
      return .bracket(written(a), relation.rawValue, written(b))
    case .transpose(let a): return transposed(written(a))
    case .diagonal(let a): return .call("diag", [written(a)])
    }
  }

  private func written(_ letter: MatrixLetter) -> WrittenFormula {
    written(letter.symbol)
  }

  /// `W^(ℓ)`, `∇_(W^(ℓ)) J`, `∂h/∂z`: one piece each.
  func written(_ symbol: MatrixLetter.Symbol) -> WrittenFormula {
    switch symbol {
    case .letter(let name, let layer, let example):
      let upper = upper(layer, example)
      return WrittenFormula(name + upper, upper.isEmpty ? .atom : .raisedLetter)
    case .gradient(let name, let by):
      let below = written(by).text
      return WrittenFormula("∇_\(below.count > 1 ? "(\(below))" : below) \(name)", .open)
    case .jacobian(let above, let below):
      return WrittenFormula("∂\(written(above).text)/∂\(written(below).text)", .quotient)
    }
  }

  /// 1_M, the row 1_Mᵀ, 1_(K×M): how long they are tells them from the number 1.
  private func ones(_ rows: Index.Range?, _ columns: Index.Range?) -> WrittenFormula {
    switch (rows, columns) {
    case (nil, nil): .number("1")
    case (let rows?, nil): WrittenFormula("1_\(rows.subscript)")
    case (nil, let columns?):
      transposed(WrittenFormula("1_\(columns.subscript)"))
    case (let rows?, let columns?):
      WrittenFormula("1_(\(rows.text)×\(columns.text))")
    }
  }

  private func transposed(_ a: WrittenFormula) -> WrittenFormula {
    a.raised("ᵀ", .atom)
  }

  private func written(_ function: ElementaryFunction, of a: MatrixExpression) -> WrittenFormula {
    func applied(_ name: String, _ x: WrittenFormula) -> WrittenFormula {
      .function(name, x, isLetter: false)
    }
    switch function {
    case .expMinusOne: return .sum([applied("exp", written(a)), .negative(.number("1"))])
    case .logOnePlus: return applied("log", .sum([.number("1"), written(a)]))
    case .exp, .log, .tanh: return applied(function.rawValue, written(a))
    }
  }

  /// The numbers in front, then the matrices.
  private func factors(_ matrix: MatrixExpression) -> [WrittenFormula] {
    switch matrix {
    case .scaled(.product(let numbers), let a): numbers.map { written($0) } + factors(a)
    case .scaled(let number, let a): [written(number)] + factors(a)
    case .product(let matrices): matrices.flatMap { factors($0) }
    default: [written(matrix)]
    }
  }
}

extension MatrixExpression {
  fileprivate var flatTerms: [MatrixExpression] {
    guard case .sum(let terms) = self else { return [self] }
    return terms.flatMap(\.flatTerms)
  }
}

extension MatrixExpression {
  /// The operands of ⊙; a square has its base twice, h ⊙ h.
  var flatOperands: [MatrixExpression] {
    switch self {
    case .hadamard(let operands): operands.flatMap(\.withSquareApart)
    default: withSquareApart
    }
  }

  private var withSquareApart: [MatrixExpression] {
    if case .power(let a, 2) = self { [a, a] } else { [self] }
  }

  /// What the numbers in front multiply.
  fileprivate var scaledPart: MatrixExpression {
    if case .scaled(_, let a) = self { a.scaledPart } else { self }
  }

  /// What it may be behind a number without parentheses.
  fileprivate var place: WrittenFormula.Strength {
    switch self {
    case .hadamard, .quotient, .power(_, 2): .elementwise
    default: .product
    }
  }
}

extension Index.Range {
  /// Its end: K, s_ℓ, s_(ℓ+1), where s_ℓ+1 could be read as a sum.
  var text: String {
    if case .nodes(let layer) = self, "\(self)".count > 3 { return "s_(\(layer))" }
    return "\(self)"
  }

  /// The range's end below a letter: `M`, `(s_ℓ)`.
  fileprivate var `subscript`: String { text.count == 1 ? text : "(\(text))" }
}

extension Shape {
  /// `K × M`, `s_(ℓ+1) × s_ℓ`.
  var text: String {
    switch (rows, columns) {
    case (nil, nil): "1"
    case (let rows?, nil): rows.text
    case (let rows, let columns?): "\(rows?.text ?? "1") × \(columns.text)"
    }
  }
}
