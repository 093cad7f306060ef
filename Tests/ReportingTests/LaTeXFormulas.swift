// Formulas in LaTeX, to the last character.

import Nabla
import Notation
import Testing

@testable import Deriving

@Suite struct LaTeXFormulas {
  @Test("a formula in LaTeX", arguments: FormulaExamples.scalars)
  func scalar(_ example: FormulaExamples.Scalar) {
    #expect(LaTeXNotation.string(example.formula, understoodExample: .m) == example.latex)
  }
  @Test("a matrix formula in LaTeX", arguments: FormulaExamples.matrices)
  func matrix(_ example: FormulaExamples.Matrix) {
    #expect(LaTeXNotation.string(.matrix(example.formula), understoodExample: .m) == example.latex)
  }
}

enum FormulaExamples {
  typealias Scalar = (formula: Expression, latex: String)
  typealias Matrix = (formula: MatrixExpression, latex: String)
  static let w = Expression.letter("w", .i, .j, layer: .current)
  static let l = Letter("J")
  static let z = Expression.z
  static let a = Expression.letter("a")
  static let b = Expression.letter("b")
  static let c = Expression.letter("c")
  static let jm = Expression.letter("J", example: .m)

  static let scalars: [Scalar] = [
    (.letter("δ", .k, layer: .last), #""#),
    (w, ""),
    (.letter("z", .k, layer: .last, example: Index("r", .examples)), ""),
    (.letter("z", .k, layer: .last, example: .m), ""),
    (.sum(over: .m, jm) / .M, ""),
    (.partial(.letter("J"), by: Letter("h", node: .k)), ""),
    (.partial(.log(.hk) * .yk, by: Letter("z", node: .k)), ""),
    (.partial(.exp(.zk) / .M, by: Letter("z", node: .k)), ""),
    (.sum(over: .k, .yk * .log(.hk)), ""),
    (.sum(over: .i.over(.nodes(.current + 1)), .letter("δ", .i, layer: .current + 1) + 1), ""),
    (.sum(over: .i, excluding: .k, .hi), ""),
    (.repeatedProduct(.k, .raised(.hk, to: .yk)), ""),
    (.same(.i, .k), ""),
    (.bracket(.zk, .greater, 0), ""),
    (.bracket(.zk, .greaterOrEqual, 0), ""),
    (.exp(-.zk), ""),
    (.log(.hk), ""),
    (.log(1 - .hk), ""),
    (.log(a * b) * c, ""),
    (.log(a) * c, ""),
    (c * .log(a), ""),
    (.log(.sum(over: .i, .exp(.zi))), ""),
    (.log(a / b), ""),
    (1 / .M * (.hk - .yk), ""),
    (.max(0, z), ""),
    (.magnitude(.w), ""),
    (.call("g", primes: 0, z), ""),
    (.call("g", primes: 1, .letter("z", .i, layer: .current)), ""),
    (.call("g", primes: 1, a / b), ""),
    (a - (b - c), ""),
    (a - b - c, ""),
    (a * (b + c), ""),
    (a * (b * c), ""),
    (-(a + b), ""),
    (-a * b, ""),
    (a * -b, ""),
    (-(-a), ""),
    (a - -b, ""),
    (a + -3, ""),
    (2 * 3 * a, ""),
    (a * 2, ""),
    (a / b * (b / c), ""),
    (.sum(over: .k, .yk) * .hk, ""),
    (.hk * .sum(over: .k, .yk), ""),
    (.sum(over: .k, .yk) + b, ""),
    (.sum(over: .k, -.yk), ""),
    (.sum(over: .k, .yk + .hk), ""),
    (.product([-(.yk / .hk), .hk, .same(.i, .k) - .hi]), ""),
    (.sum(over: .k, .product([-(.yk / .hk), .hk])), ""),
    (.power(.hk, 2), ""),
    (.power(w, 2), ""),
    (.power(.hk - .yk, 2), ""),
    (.power(-a, 2), ""),
    (.power(.exp(z), 2), ""),
    (.power(.sum(over: .j, .exp(z)), 2), ""),
    (.power(.call("g", primes: 0, z), 2), ""),
    (.power(a, -1), ""),
    (.raised(.letter("x"), to: .index(.j)), ""),
    (.raised(.letter("x"), to: .index(.j) - 1), ""),
    (.tanh(z), ""),
    (1 - .power(.tanh(z), 2), ""),
    (.largest(over: .i, .zi), ""),
    (.expMinusOne(z) * a, ""),
    (.logOnePlus(z), ""),
    (0.5, ""), (-0.25, ""), (1e-12, ""), (2.5e20, ""),
    (.letter("w", Index(10, of: .outputs), Index(7, of: .outputs), layer: .number(2)), ""),
    (.letter("RSS"), ""),
    (.define(Letter("s"), .exp(z), in: .letter("s") / 2), ""),
  ]

  private static func letter(_ name: String, _ layer: Layer? = nil, _ columns: Index? = .m)
    -> MatrixExpression
  {
    .letter(
      MatrixLetter(
        .letter(name, layer: layer, example: nil), entry: 0,
        rows: .i.over(.nodes(layer ?? .last)), columns: columns))
  }
  static let matrices: [Matrix] = [
    (letter("W", .current), ""),
    (.scaled(1 / .M, .sum([letter("H"), .negative(letter("Y"))])), ""),
    (
      .hadamard([
        .product([.transpose(letter("W", .current + 1)), letter("Δ", .current + 1)]),
        .call("g", primes: 1, letter("Z", .current)),
      ]), ""
    ),
    (.product([letter("Δ", .current), .transpose(letter("A"))]), ""),
    (.product([letter("Δ", .current), .ones(rows: .examples, columns: nil)]), ""),
    (.product([letter("b"), .ones(rows: nil, columns: .examples)]), ""),
    (.scaled(1 / .M, .product([letter("A"), letter("B")])), ""),
    (.scaled(1 / .M, .hadamard([letter("A"), letter("B")])), ""),
    (.hadamard([.scaled(1 / .M, letter("A")), letter("B")]), ""),
    (.sum([letter("A"), .hadamard([letter("A"), letter("B")])]), ""),
    (.quotient(letter("Y"), letter("H")), ""),
    (
      .sum([
        .constant(1, rows: .outputs, columns: .examples),
        .negative(.power(letter("A", .current), 2)),
      ]), ""
    ),
    (.negative(.quotient(letter("Y"), .sum([letter("A"), letter("B")]))), ""),
    (.function(.exp, letter("Z")), ""),
    (.max(.constant(0, rows: nil, columns: nil), letter("Z"), tie: .first), ""),
    (.bracket(letter("Z"), .greater, .constant(0, rows: nil, columns: nil)), ""),
    (.transpose(.product([letter("A"), letter("B")])), ""),
    (
      .letter(
        MatrixLetter(
          .gradient("J", by: .letter("W", layer: .current, example: nil)), entry: 0, rows: .i,
          columns: .j)), ""
    ),
    (
      .transpose(
        .letter(
          MatrixLetter(
            .jacobian(
              .letter("h", layer: nil, example: .m), by: .letter("z", layer: nil, example: .m)),
            entry: 0, rows: .i, columns: .k))), ""
    ),
  ]
}
