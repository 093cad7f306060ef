// Lines of derivations as text, for the messages of failed tests.

import Nabla

@testable import Deriving

extension Expression {
  /// On one line, with brackets around everything that is made of parts.
  var plain: String {
    switch self {
    case .number(let x): x == x.rounded() && x.magnitude < 1e6 ? "\(Int(x))" : "\(x)"
    case .letter(let letter): letter.description
    case .sum(let terms):
      terms.enumerated().map { n, term in
        if case .negative(let a) = term { return (n == 0 ? "−" : " − ") + a.factorText }
        return (n == 0 ? "" : " + ") + term.plain
      }.joined()
    case .negative(let a): "−\(a.factorText)"
    case .product(let factors): factors.map(\.factorText).joined(separator: " ")
    case .quotient(let a, let b): "\(a.factorText)/\(b.atomText)"
    case .power(let a, let n): "\(a.atomText)^\(n)"
    case .function(let f, let a): "\(f)(\(a.plain))"
    case .max(let a, let b, _): "max(\(a.plain), \(b.plain))"
    case .bracket(let a, let relation, let b): "[\(a.plain) \(relation.rawValue) \(b.plain)]"
    case .summation(let i, let excluded, let a):
      "Σ_\(i)\(excluded.map { "≠\($0)" } ?? "") \(a.factorText)"
    case .maximum(let i, let excluded, let a):
      "max_\(i)\(excluded.map { "≠\($0)" } ?? "") \(a.factorText)"
    case .define(let letter, let a, let b): "(\(letter) := \(a.plain); \(b.plain))"
    case .same(let a, let b): "[\(a)=\(b)]"
    case .partial(.letter(let a), let x): "∂\(a)/∂\(x)"
    case .partial(let a, let x): "∂/∂\(x)(\(a.plain))"
    case .call(let g, let primes, let a): g + (primes == 0 ? "" : "′") + "(\(a.plain))"
    case .raised(let a, let b): "\(a.atomText)^(\(b.plain))"
    case .index(let i): "\(i)"
    case .repeatedProduct(let i, let a): "∏_\(i) \(a.factorText)"
    }
  }

  private var factorText: String {
    switch self {
    case .sum, .negative: "(\(plain))"
    default: plain
    }
  }

  private var atomText: String {
    switch self {
    case .sum, .negative, .product, .quotient, .power, .summation, .raised: "(\(plain))"
    default: plain
    }
  }
}

extension Formula {
  var plain: String {
    switch self {
    case .scalar(let expression): expression.plain
    case .matrix(let matrix): matrix.text
    }
  }
}

extension Step {
  var plain: String {
    "\(id)  \(equation.left.plain) = \(equation.right.plain)   (\(rule.id): \(reason))"
  }
}
