// Formulas in index notation as text.

import Notation

extension NotationWriter {
  func written(_ expression: Expression) -> WrittenFormula {
    guard !marked.isEmpty, marked.contains(expression) else { return plain(expression) }
    var formula = plain(expression)
    for position in formula.pieces.indices { formula.pieces[position].isMarked = true }
    for position in (formula.closed ?? []).indices { formula.closed?[position].isMarked = true }
    return formula
  }

  private func plain(_ expression: Expression) -> WrittenFormula {
    switch expression {
    case .number(let x): return number(x)
    case .letter(let letter): return written(letter)
    case .index(let index): return WrittenFormula(index.name)
    case .sum: return .sum(expression.flatTerms.map { written($0) })
    case .negative(let a): return .negative(written(a))
    case .product: return .product(expression.flatFactors.map { written($0) })
    case .quotient(let a, let b): return quotient(a, b)
    case .power(let a, let n): return written(a).raised(raised(n))
    case .raised(let a, let b): return written(a).raised(exponent(b))
    case .function(let function, let a): return written(function, of: a)
    case .max(let a, let b, _): return .call("max", [written(a), written(b)])
    case .bracket(let a, let relation, let b):
      return .bracket(written(a), relation.rawValue, written(b))
    case .same(let a, let b): return WrittenFormula("[\(a)=\(b)]")
    case .summation(let index, let excluded, let body):
      return .prefix(over("Σ", index, excluded), binding(index).written(body))
    case .repeatedProduct(let index, let body):
      return .prefix(over("∏", index, nil), binding(index).written(body))
    case .maximum(let index, let excluded, let body):
      return .prefix(over("max", index, excluded), binding(index).written(body))
    case .define(let letter, let value, let body): return clause(letter, value, body)
    case .partial(let a, let x): return derivative(of: a, by: x)
    case .call(let name, let primes, let argument):
      return .call(primed(name, primes), [written(argument)])
    }
  }

  func number(_ x: Double) -> WrittenFormula {
    let magnitude = x.magnitude
    let digits =
      magnitude < 1e15 && magnitude == magnitude.rounded() ? "\(Int(magnitude))" : "\(magnitude)"
    return x < 0 ? .negative(.number(digits)) : .number(digits)
  }

  func primed(_ name: String, _ primes: Int) -> String {
    name + String(repeating: "′", count: primes)
  }

  private func written(_ function: ElementaryFunction, of a: Expression) -> WrittenFormula {
    switch function {
    case .exp: WrittenFormula("e").raised(exponent(a))
    case .log, .tanh: .function(function.rawValue, written(a), isLetter: a.isShort)
    // They have names in programs only.
    case .expMinusOne: written(.sum([.exp(a), -1]))
    case .logOnePlus: written(.log(1 + a))
    }
  }

  /// `²`, `⁻¹`.
  private func raised(_ n: Int) -> String {
    let signs = Dictionary(uniqueKeysWithValues: zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return String("\(n)".compactMap { signs[$0] })
  }

  /// `^z`, `^(−z_k)`: parentheses around all but a bare letter or a digit.
  private func exponent(_ a: Expression) -> String {
    let text = written(a).text
    return text.count == 1 ? "^" + text : "^(\(text))"
  }

  private func quotient(_ a: Expression, _ b: Expression) -> WrittenFormula {
    guard b.isCount else { return .quotient(written(a), written(b)) }
    // 2c/M, λ/(2M): counts and numbers stand close together.
    var result = WrittenFormula.quotient(
      a.isClose ? WrittenFormula(close(a), .application) : written(a),
      WrittenFormula(b.flatFactors.count > 1 ? "(\(close(b)))" : close(b)))
    result.isCoefficient = a.isNumber || a.isBareLetter || a.isClose
    return result
  }

  /// `2λ` for a product of numbers and letters.
  private func close(_ a: Expression) -> String {
    a.flatFactors.map { written($0).text }.joined()
  }

  /// `Σ_k`, `Σ_(k≠i)`; `Σ_(s<t)` where s = 1 … t − 1.
  private func over(_ sign: String, _ index: Index, _ excluded: Index?) -> String {
    if index.range == .steps(before: 1) { return "\(sign)_(\(index)<t)" }
    return excluded.map { "\(sign)_(\(index)≠\($0))" } ?? "\(sign)_\(index)"
  }

  /// ∂J/∂h_k, or ∂/∂z_k (…) of what has no letter.
  private func derivative(of a: Expression, by x: Letter) -> WrittenFormula {
    let below = "∂" + written(x).text
    if case .letter(let letter) = a {
      return WrittenFormula("∂\(written(letter).text)/\(below)", .quotient)
    }
    return .prefix("∂/\(below)", written(a).inParentheses)
  }

  private func clause(
    _ letter: Letter, _ value: Expression, _ body: Expression
  ) -> WrittenFormula {
    WrittenFormula(
      written(body).pieces + [WrittenFormula.Piece(gap: " ", text: "where", level: 0)]
        + written(letter).pieces.following(" ") + [WrittenFormula.Piece(gap: " ", text: "=")]
        + written(value).pieces.following(" "), .clause)
  }
}

extension Expression {
  /// Terms of terms are terms.
  fileprivate var flatTerms: [Expression] {
    guard case .sum(let terms) = self else { return [self] }
    return terms.flatMap(\.flatTerms)
  }

  fileprivate var flatFactors: [Expression] {
    guard case .product(let factors) = self else { return [self] }
    return factors.flatMap(\.flatFactors)
  }

  fileprivate var isNumber: Bool {
    if case .number(let x) = self { return x >= 0 }
    return false
  }

  fileprivate var isBareLetter: Bool {
    if case .letter(let letter) = self { return letter.indices.isEmpty && letter.layer == nil }
    return false
  }

  /// Whether it is a product whose factors need nothing between them: 2λ, M K.
  fileprivate var isClose: Bool {
    let factors = flatFactors
    return factors.count > 1 && (factors[0].isNumber || factors[0].isBareLetter)
      && factors.dropFirst().allSatisfy(\.isBareLetter)
  }

  /// What a function's name may be followed by without parentheses.
  fileprivate var isShort: Bool {
    switch self {
    case .letter, .index: true
    default: isNumber
    }
  }

  /// 2, M or 2M: numbers of things.
  fileprivate var isCount: Bool {
    switch self {
    case .number: isNumber
    case .letter(let letter): isBareLetter && ["M", "K", "N"].contains(letter.name)
    case .product(let factors):
      !factors.isEmpty && factors[0].isCount
        && factors.dropFirst().allSatisfy { $0.isCount && $0.isBareLetter }
    default: false
    }
  }
}
