// The laws of logarithms.

import Notation

extension Rule {
  public static let logarithmLaws = Rule(
    id: "logarithm-laws", name: "laws of logarithms",
    statement: Equation(
      .log(.product([u, v])), .sum([.log(u), .log(v)])),
    sentence:
      "log turns products into sums, quotients into differences, powers into factors, and undoes e^u.",
    hint: "There is a product, a quotient or a power inside the logarithm.",
    question: "What does log make of it?",
    example: .log(.quotient(.product([.power(vOfX, 2), .exp(x)]), .power(x, 2) + 1)),
    mistakes: [
      Mistake(
        name: "the logarithm of a sum is split",
        advice: "Only products become sums: log(u + v) stays as it is."
      ) { _, after, _ in
        for term in after.terms {
          var inner = term
          if case .negative(let a) = term { inner = a }
          guard case .function(.log, let argument) = inner else { continue }
          let split: Expression
          switch argument {
          case .sum(let terms): split = .sum(of: terms.map { .log($0) })
          case .summation(let index, nil, let body):
            split = .summation(index, excluding: nil, .log(body))
          default: continue
          }
          return after.replacing([inner: split])
        }
        return nil
      },
      .dropping("a factor is forgotten", "Every factor gives a term.", term: 1),
      .wrongSign,
    ],
    needs: { before, _ in
      guard case .function(.log, let u) = before else { return [] }
      return Factors(u).list.compactMap { factor in
        switch factor.base {
        case .function(.exp, _), .repeatedProduct: nil
        case .raised(let base, to: _): .positive(base)
        case let base: base.isConstant ? nil : .positive(base)
        }
      }
    }
  ) { expression, _ in
    guard case .function(.log, let argument) = expression else { return [] }
    if case .repeatedProduct(let index, let body) = argument {
      return [.summation(index, excluding: nil, .log(body))]
    }
    if case .raised(let u, to: let n) = argument { return [.product(of: [n, .log(u)])] }
    if case .function(.exp, let u) = argument { return [u] }
    let factors = Factors(argument)
    guard !factors.isNegative, factors.list.count > 1 || factors.list.first?.exponent ?? 1 != 1
    else {
      return []
    }
    var terms = factors.list.map { factor -> Expression in
      let own = factor.base.logarithm
      return .product(of: [.number(Double(factor.exponent)), own])
    }
    if factors.above != 1 { terms.append(.log(.number(factors.above))) }
    if factors.below != 1 { terms.append(.negative(.log(.number(factors.below)))) }
    return [.sum(of: terms)]
  }
}

extension Expression {
  /// log x, where what log undoes is undone.
  fileprivate var logarithm: Expression {
    switch self {
    case .function(.exp, let u): u
    case .raised(let u, to: let n): .product(of: [n, .log(u)])
    default: .log(self)
    }
  }
}
