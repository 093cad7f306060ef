// Matrix formulas as one line of text, for tables of expected ones.

import Nabla

extension MatrixExpression {
  /// `1/M H ⊙ (H − Y)`.
  var text: String { written(.sum) }

  /// How tightly the formula around this one binds.
  private enum Place: Int { case sum, factor, product, atom }

  private func written(_ place: Place) -> String {
    let (text, own) = pieces
    return own.rawValue < place.rawValue ? "(\(text))" : text
  }

  private var pieces: (String, Place) {
    switch self {
    case .letter(let letter): (letter.symbol.text, .atom)
    case .constant(let number, _, _): (number.text, .atom)
    case .ones: ("1", .atom)
    case .scaled(let number, let a): ("\(number.text) \(a.written(.factor))", .factor)
    case .sum(let terms): (Self.sum(terms), .sum)
    case .negative(let a): ("−\(a.written(.factor))", .sum)
    case .product(let factors):
      (factors.map { $0.written(.atom) }.joined(separator: " "), .product)
    case .hadamard(let factors):
      (factors.map { $0.written(.product) }.joined(separator: " ⊙ "), .factor)
    case .quotient(let a, let b): ("\(a.written(.atom)) ⊘ \(b.written(.atom))", .factor)
    case .power(let a, let n): ("\(a.written(.atom))^\(n)", .atom)
    case .function(let function, let a): ("\(function)(\(a.text))", .atom)
    case .call(let name, let primes, let a):
      (name + String(repeating: "′", count: primes) + "(\(a.text))", .atom)
    case .max(let a, let b, _): ("max(\(a.text), \(b.text))", .atom)
    case .bracket(let a, let relation, let b):
      ("[\(a.text) \(relation.rawValue) \(b.text)]", .atom)
    case .transpose(let a): (a.bracketed + "ᵀ", .atom)
    case .diagonal(let a): ("diag(\(a.text))", .atom)
    }
  }

  /// Brackets around a letter with something above or before it: (W^(ℓ))ᵀ.
  private var bracketed: String {
    guard case .letter = self, text.count > 1 else { return written(.atom) }
    return "(\(text))"
  }

  private static func sum(_ terms: [MatrixExpression]) -> String {
    terms.enumerated().map { n, term in
      guard case .negative(let a) = term, n > 0 else {
        return (n == 0 ? "" : " + ") + term.written(.factor)
      }
      return " − \(a.written(.factor))"
    }.joined()
  }
}

extension MatrixLetter.Symbol {
  var text: String {
    switch self {
    case .letter(let name, let layer, let example):
      name + (layer.map { "^(\($0))" } ?? "") + (example.map { "(\($0))" } ?? "")
    case .gradient(let name, let by): "∇_\(by.text) \(name)"
    case .jacobian(let of, let by): "∂\(of.text)/∂\(by.text)"
    }
  }
}

extension Expression {
  /// Numbers in front of matrices, which are simple.
  fileprivate var text: String {
    switch self {
    case .number(let x): x == x.rounded() ? "\(Int(x))" : "\(x)"
    case .letter(let letter): "\(letter)"
    case .quotient(let a, .product(let factors)):
      "\(a.text)/(\(factors.map(\.text).joined(separator: " ")))"
    case .quotient(let a, let b): "\(a.text)/\(b.text)"
    case .product(let factors): factors.map(\.text).joined(separator: " ")
    case .negative(let a): "−\(a.text)"
    default: "\(self)"
    }
  }
}
