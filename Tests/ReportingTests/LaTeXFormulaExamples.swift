// Formulas of every kind, and how they are written in LaTeX: m is the example that is left out.

import Nabla
import Notation

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
    (.letter("δ", .k, layer: .last), #"\delta_k^{(L)}"#),
    (w, #"w_{ij}^{(\ell)}"#),
    (.letter("z", .k, layer: .last, example: Index("r", .examples)), #"z_k^{(L)(r)}"#),
    (.letter("z", .k, layer: .last, example: .m), #"z_k^{(L)}"#),
    (.sum(over: .m, jm) / .M, #"\frac{\sum_{m=1}^{M} J^{(m)}}{M}"#),
    (.partial(.letter("J"), by: Letter("h", node: .k)), #"\frac{\partial J}{\partial h_k}"#),
    (
      .partial(.log(.hk) * .yk, by: Letter("z", node: .k)),
      #"\frac{\partial}{\partial z_k}((\log h_k) y_k)"#
    ),
    (
      .partial(.exp(.zk) / .M, by: Letter("z", node: .k)),
      #"\frac{\partial}{\partial z_k}\left( \frac{e^{z_k}}{M} \right)"#
    ),
    (.sum(over: .k, .yk * .log(.hk)), #"\sum_{k=1}^{K} y_k \log h_k"#),
    (
      .sum(over: .i.over(.nodes(.current + 1)), .letter("δ", .i, layer: .current + 1) + 1),
      #"\sum_{i=1}^{s_{\ell+1}} (\delta_i^{(\ell+1)} + 1)"#
    ),
    (.letter("s", layer: .current - 1), #"s_{\ell-1}"#),
    (.power(.letter("s", layer: .last), 2), #"K^{2}"#),
    (.sum(over: .i, excluding: .k, .hi), #"\sum_{i \ne k} h_i"#),
    (.repeatedProduct(.k, .raised(.hk, to: .yk)), #"\prod_{k=1}^{K} h_k^{y_k}"#),
    (.same(.i, .k), #"[i = k]"#),
    (.bracket(.zk, .greater, 0), #"[z_k > 0]"#),
    (.bracket(.zk, .greaterOrEqual, 0), #"[z_k \ge 0]"#),
    (.exp(-.zk), #"e^{-z_k}"#),
    (.log(.hk), #"\log h_k"#),
    (.log(1 - .hk), #"\log(1 - h_k)"#),
    (.log(a * b) * c, #"(\log(a b)) c"#),
    (.log(a) * c, #"(\log a) c"#),
    (c * .log(a), #"c \log a"#),
    (.log(.sum(over: .i, .exp(.zi))), #"\log\left( \sum_{i=1}^{K} e^{z_i} \right)"#),
    (.log(a / b), #"\log \frac{a}{b}"#),
    (1 / .M * (.hk - .yk), #"\frac{1}{M} \, (h_k - y_k)"#),
    (.max(0, z), #"\max(0, z)"#),
    (.magnitude(.w), #"\max(w, -w)"#),
    (.call("g", primes: 0, z), #"g(z)"#),
    (.call("g", primes: 1, .letter("z", .i, layer: .current)), #"g'(z_i^{(\ell)})"#),
    (.call("g", primes: 1, a / b), #"g'\left( \frac{a}{b} \right)"#),
    (a - (b - c), #"a - (b - c)"#),
    (a - b - c, #"a - b - c"#),
    (a * (b + c), #"a \, (b + c)"#),
    (a * (b * c), #"a b c"#),
    (-(a + b), #"-(a + b)"#),
    (-a * b, #"-a b"#),
    (a * -b, #"a \, (-b)"#),
    (-(-a), #"-(-a)"#),
    (a - -b, #"a - (-b)"#),
    (a + -3, #"a - 3"#),
    (2 * 3 * a, #"2 \cdot 3 a"#),
    (a * 2, #"a \cdot 2"#),
    (a / b * (b / c), #"\frac{a}{b} \, \frac{b}{c}"#),
    (.sum(over: .k, .yk) * .hk, #"\left( \sum_{k=1}^{K} y_k \right) h_k"#),
    (.hk * .sum(over: .k, .yk), #"h_k \sum_{k=1}^{K} y_k"#),
    (.sum(over: .k, .yk) + b, #"\sum_{k=1}^{K} y_k + b"#),
    (.sum(over: .k, -.yk), #"\sum_{k=1}^{K} (-y_k)"#),
    (.sum(over: .k, .yk + .hk), #"\sum_{k=1}^{K} (y_k + h_k)"#),
    (
      .product([-(.yk / .hk), .hk, .same(.i, .k) - .hi]),
      #"-\frac{y_k}{h_k} h_k \, ([i = k] - h_i)"#
    ),
    (
      .sum(over: .k, .product([-(.yk / .hk), .hk])),
      #"\sum_{k=1}^{K} \left( -\frac{y_k}{h_k} \right) h_k"#
    ),
    (.power(.hk, 2), #"h_k^{2}"#),
    (.power(w, 2), #"(w_{ij}^{(\ell)})^{2}"#),
    (.power(.hk - .yk, 2), #"(h_k - y_k)^{2}"#),
    (.power(-a, 2), #"(-a)^{2}"#),
    (.power(.exp(z), 2), #"(e^{z})^{2}"#),
    (.power(.sum(over: .j, .exp(z)), 2), #"\left( \sum_{j=1}^{K} e^{z} \right)^{2}"#),
    (.power(.call("g", primes: 0, z), 2), #"g(z)^{2}"#),
    (.power(a, -1), #"a^{-1}"#),
    (.raised(.letter("x"), to: .index(.j)), #"x^{j}"#),
    (.raised(.letter("x"), to: .index(.j) - 1), #"x^{j-1}"#),
    (.tanh(z), #"\tanh z"#),
    (1 - .power(.tanh(z), 2), #"1 - (\tanh z)^{2}"#),
    (.largest(over: .i, .zi), #"\max_{i} z_i"#),
    (.expMinusOne(z) * a, #"(e^{z} - 1) a"#),
    (.logOnePlus(z), #"\log(1 + z)"#),
    (0.5, #"0.5"#), (-0.25, #"-0.25"#), (1e-12, #"10^{-12}"#), (2.5e20, #"2.5 \cdot 10^{20}"#),
    (
      .letter("w", Index(10, of: .outputs), Index(7, of: .outputs), layer: .number(2)),
      #"w_{10,7}^{(2)}"#
    ),
    (.letter("RSS"), #"\mathit{RSS}"#),
    (.define(Letter("s"), .exp(z), in: .letter("s") / 2), #"\frac{s}{2}\text{ where } s = e^{z}"#),
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
    (letter("W", .current), #"W^{(\ell)}"#),
    (.scaled(1 / .M, .sum([letter("H"), .negative(letter("Y"))])), #"\frac{1}{M} \, (H - Y)"#),
    (
      .hadamard([
        .product([.transpose(letter("W", .current + 1)), letter("Δ", .current + 1)]),
        .call("g", primes: 1, letter("Z", .current)),
      ]), #"((W^{(\ell+1)})^{\mathsf{T}} \Delta^{(\ell+1)}) \odot g'(Z^{(\ell)})"#
    ),
    (
      .product([letter("Δ", .current), .transpose(letter("A"))]), #"\Delta^{(\ell)} A^{\mathsf{T}}"#
    ),
    (
      .product([letter("Δ", .current), .ones(rows: .examples, columns: nil)]),
      #"\Delta^{(\ell)} \mathbf{1}_M"#
    ),
    (
      .product([letter("b"), .ones(rows: nil, columns: .examples)]), #"b \mathbf{1}_M^{\mathsf{T}}"#
    ),
    (.scaled(1 / .M, .product([letter("A"), letter("B")])), #"\frac{1}{M} A B"#),
    (.scaled(1 / .M, .hadamard([letter("A"), letter("B")])), #"\frac{1}{M} A \odot B"#),
    (
      .hadamard([.scaled(1 / .M, letter("A")), letter("B")]),
      #"\left( \frac{1}{M} A \right) \odot B"#
    ),
    (.sum([letter("A"), .hadamard([letter("A"), letter("B")])]), #"A + A \odot B"#),
    (.quotient(letter("Y"), letter("H")), #"Y \oslash H"#),
    (
      .sum([
        .constant(1, rows: .outputs, columns: .examples),
        .negative(.power(letter("A", .current), 2)),
      ]), #"1 - A^{(\ell)} \odot A^{(\ell)}"#
    ),
    (.negative(.quotient(letter("Y"), .sum([letter("A"), letter("B")]))), #"-Y \oslash (A + B)"#),
    (.power(letter("A", .current), 3), #"(A^{(\ell)})^{\odot 3}"#),
    (
      .scaled(-(1 / .M), .quotient(letter("Y"), letter("H"))), #"-\frac{1}{M} Y \oslash H"#
    ),
    (.function(.exp, letter("Z")), #"\exp(Z)"#),
    (.max(.constant(0, rows: nil, columns: nil), letter("Z"), tie: .first), #"\max(0, Z)"#),
    (.bracket(letter("Z"), .greater, .constant(0, rows: nil, columns: nil)), #"[Z > 0]"#),
    (.transpose(.product([letter("A"), letter("B")])), #"(A B)^{\mathsf{T}}"#),
    (
      .letter(
        MatrixLetter(
          .gradient("J", by: .letter("W", layer: .current, example: nil)), entry: 0, rows: .i,
          columns: .j)), #"\nabla_{W^{(\ell)}} J"#
    ),
    (
      .transpose(
        .letter(
          MatrixLetter(
            .jacobian(
              .letter("h", layer: nil, example: .m), by: .letter("z", layer: nil, example: .m)),
            entry: 0, rows: .i, columns: .k))),
      #"\left( \frac{\partial h}{\partial z} \right)^{\mathsf{T}}"#
    ),
  ]
}
