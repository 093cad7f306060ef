// Formulas as text, to the last character.

import Nabla
import Testing

private typealias E = Nabla.Expression

private let i = Index.i
private let k = Index.k
private let m = Index.m
private let x: E = .letter("x")
private let a: E = .letter("a")
private let b: E = .letter("b")
private let c: E = .letter("c")
private let M: E = .letter("M")
private let J: E = .letter("J")
private let hk: E = .letter("h", k)
private let yk: E = .letter("y", k)
private let zk: E = .letter("z", k)
private let zi: E = .letter("z", i)
private let logistic: E = 1 / (1 + .exp(-zk))

private func partial(_ a: E, _ name: String, _ nodes: Index...) -> E {
  .partial(a, by: Letter(name, nodes: nodes))
}

/// A formula, its text and, where it is not the same, its text in ASCII.
private let table: [(formula: E, text: String, ascii: String)] = [
  // Letters and numbers.
  (.letter("δ", k, layer: .last), "δ_k^(L)", "delta_k^(L)"),
  (
    .letter("w", i.over(.nodes(.current)), .j, layer: .current), "w_ij^(ℓ)", "w_ij^(l)"
  ),
  (.letter("a", .j, layer: .current - 1), "a_j^(ℓ−1)", "a_j^(l-1)"),
  (.letter("y", k, example: m), "y_k^(m)", "y_k^(m)"),
  (.letter("z", k, layer: .last, example: m), "z_k^(L)(m)", "z_k^(L)(m)"),
  (.letter("w", Index(1, of: .outputs), Index(11, of: .outputs)), "w_1,11", "w_1,11"),
  (.letter("s", layer: .current), "s_ℓ", "s_l"),
  (a * .letter("s", layer: .last - 1), "a s_(L−1)", "a s_(L-1)"),
  (.power(.letter("s", layer: .current - 1), 2), "s_(ℓ−1)²", "s_(l-1)^2"),
  (3, "3", "3"), (0.25, "0.25", "0.25"), (-2, "−2", "-2"), (.index(.j), "j", "j"),
  // Sums and signs.
  (a - b, "a − b", "a - b"), (a + b - c, "a + b − c", "a + b - c"),
  (a - (b - c), "a − (b − c)", "a - (b - c)"), (-a + b, "−a + b", "-a + b"),
  (a + -2, "a − 2", "a - 2"), (-(a + b), "−(a + b)", "-(a + b)"), (-(-a), "−(−a)", "-(-a)"),
  (a - -b, "a − (−b)", "a - (-b)"),
  // Products.
  (a * b * c, "a b c", "a b c"), (a * (b + c), "a (b + c)", "a (b + c)"),
  ((a + b) * c, "(a + b) c", "(a + b) c"), (a * -b, "a (−b)", "a (-b)"),
  ((-a) * b, "(−a) b", "(-a) b"), (-(a * b), "−a b", "-a b"), (2 * 3, "2 · 3", "2 * 3"),
  (a * 2, "a · 2", "a * 2"), (2 * a, "2 a", "2 a"),
  (hk * (1 - hk), "h_k (1 − h_k)", "h_k (1 - h_k)"),
  // Quotients.
  (yk / hk, "y_k/h_k", "y_k/h_k"),
  ((1 - yk) / (1 - hk), "(1 − y_k)/(1 − h_k)", "(1 - y_k)/(1 - h_k)"),
  (a * b / c, "(a b)/c", "(a b)/c"), (a / (b * c), "a/(b c)", "a/(b c)"),
  (a / (b / c), "a/(b/c)", "a/(b/c)"), (-(yk / hk), "−y_k/h_k", "-y_k/h_k"),
  (-yk / hk, "(−y_k)/h_k", "(-y_k)/h_k"), (yk / hk * hk, "y_k/h_k · h_k", "y_k/h_k * h_k"),
  (hk * (yk / hk), "h_k · y_k/h_k", "h_k * y_k/h_k"),
  (1 / M * (hk - yk), "1/M (h_k − y_k)", "1/M (h_k - y_k)"),
  (1 / (2 * M) * .power(hk - yk, 2), "1/(2M) (h_k − y_k)²", "1/(2M) (h_k - y_k)^2"),
  (2 * c / M * a, "2c/M a", "2c/M a"), (M * .letter("K") / M * .log(x), "MK/M log x", "MK/M log x"),
  (2 * .letter("λ") / (2 * M) * a, "2λ/(2M) a", "2lambda/(2M) a"),
  (yk * a / M, "(y_k a)/M", "(y_k a)/M"),
  (.letter("λ") / M * a, "λ/M a", "lambda/M a"),
  (1 / M * (yk / hk), "1/M · y_k/h_k", "1/M * y_k/h_k"),
  (a * (1 / M) * b, "a · 1/M · b", "a * 1/M * b"),
  (-(1 / M) * a, "−1/M a", "-1/M a"), (b + -(1 / M) * a, "b − 1/M a", "b - 1/M a"),
  // Powers and exponentials.
  (.power(hk - yk, 2), "(h_k − y_k)²", "(h_k - y_k)^2"), (.power(hk, 3), "h_k³", "h_k^3"),
  (.power(a, -1), "a⁻¹", "a^-1"), (.power(a, 12), "a¹²", "a^12"),
  (.power(.letter("w", i, layer: .current), 2), "(w_i^(ℓ))²", "(w_i^(l))^2"),
  (.power(.exp(zk), 2), "(e^(z_k))²", "(e^(z_k))^2"),
  (.power(.log(hk), 2), "(log h_k)²", "(log h_k)^2"),
  (.exp(-zk), "e^(−z_k)", "e^(-z_k)"), (.exp(x), "e^x", "e^x"),
  (.raised(x, to: .index(.j)), "x^j", "x^j"), (.raised(hk, to: yk), "h_k^(y_k)", "h_k^(y_k)"),
  (logistic, "1/(1 + e^(−z_k))", "1/(1 + e^(-z_k))"),
  // Functions.
  (.log(hk), "log h_k", "log h_k"), (.log(1 - hk), "log(1 − h_k)", "log(1 - h_k)"),
  (yk * .log(hk), "y_k log h_k", "y_k log h_k"), (.log(hk) * yk, "log(h_k) y_k", "log(h_k) y_k"),
  (.log(hk) / M, "log(h_k)/M", "log(h_k)/M"), (.tanh(x), "tanh x", "tanh x"),
  (.max(0, .letter("z")), "max(0, z)", "max(0, z)"),
  (.call("g", primes: 0, .letter("z", i, layer: .current)), "g(z_i^(ℓ))", "g(z_i^(l))"),
  (.call("g", primes: 1, .letter("z")), "g′(z)", "g'(z)"),
  (.expMinusOne(x), "e^x − 1", "e^x - 1"), (.logOnePlus(x), "log(1 + x)", "log(1 + x)"),
  // Brackets.
  (.same(i, k), "[i=k]", "[i=k]"), (.bracket(zk, .greater, 0), "[z_k > 0]", "[z_k > 0]"),
  (.bracket(zk, .greaterOrEqual, 0), "[z_k ≥ 0]", "[z_k >= 0]"),
  (.same(i, k) * hk, "[i=k] h_k", "[i=k] h_k"),
  // Sums over an index.
  (.sum(over: k, yk * .log(hk)), "Σ_k y_k log h_k", "sum_k y_k log h_k"),
  (.sum(over: k, yk - hk), "Σ_k (y_k − h_k)", "sum_k (y_k - h_k)"),
  (.sum(over: k, -yk), "Σ_k (−y_k)", "sum_k (-y_k)"),
  (-.sum(over: k, yk), "−Σ_k y_k", "-sum_k y_k"),
  (.sum(over: k, yk) + a, "Σ_k y_k + a", "sum_k y_k + a"),
  (.sum(over: k, yk) * a, "(Σ_k y_k) a", "(sum_k y_k) a"),
  (a * .sum(over: k, yk), "a Σ_k y_k", "a sum_k y_k"),
  (.exp(zk) / .sum(over: i, .exp(zi)), "e^(z_k)/(Σ_i e^(z_i))", "e^(z_k)/(sum_i e^(z_i))"),
  (.sum(over: k, excluding: i, yk), "Σ_(k≠i) y_k", "sum_(k!=i) y_k"),
  (
    -(1 / M) * .sum(over: m, .sum(over: k, .letter("y", k, example: m))),
    "−1/M Σ_m Σ_k y_k^(m)", "-1/M sum_m sum_k y_k^(m)"
  ),
  (.repeatedProduct(k, .raised(hk, to: yk)), "∏_k h_k^(y_k)", "prod_k h_k^(y_k)"),
  (zk - .largest(over: i, zi), "z_k − max_i z_i", "z_k - max_i z_i"),
  // Derivatives.
  (partial(J, "h", k), "∂J/∂h_k", "dJ/dh_k"),
  (
    .sum(over: k, partial(J, "h", k) * partial(hk, "z", i)), "Σ_k ∂J/∂h_k · ∂h_k/∂z_i",
    "sum_k dJ/dh_k * dh_k/dz_i"
  ),
  (partial(logistic, "z", k), "∂/∂z_k (1/(1 + e^(−z_k)))", "d/dz_k (1/(1 + e^(-z_k)))"),
  (partial(.log(hk), "h", k) * a, "(∂/∂h_k (log h_k)) a", "(d/dh_k (log h_k)) a"),
  (a * partial(.log(hk), "h", k), "a ∂/∂h_k (log h_k)", "a d/dh_k (log h_k)"),
  (
    .define(Letter("S"), .sum(over: i, .exp(zi)), in: .exp(zk) / .letter("S")),
    "e^(z_k)/S where S = Σ_i e^(z_i)", "e^(z_k)/S where S = sum_i e^(z_i)"
  ),
]

@Suite struct NotationTexts {
  @Test("Formulas in index notation", arguments: table.indices)
  func expression(_ row: Int) {
    let (formula, text, ascii) = table[row]
    #expect(TextNotation.string(formula) == text)
    #expect(TextNotation.string(formula, charset: .ascii) == ascii)
  }

  @Test("An understood example is left out, except below a Σ over it")
  func understood() {
    let y: E = .letter("y", k, example: m)
    let z = Letter("z", nodes: [k], layer: .last, example: m)
    func text(_ formula: E) -> String { TextNotation.string(formula, understoodExample: m) }
    #expect(text(y) == "y_k")
    #expect(text(.letter(z)) == "z_k^(L)")
    #expect(text(.partial(J, by: z)) == "∂J/∂z_k^(L)")
    #expect(text(.sum(over: m, y)) == "Σ_m y_k^(m)")
    #expect(text(a * .sum(over: k, y)) == "a Σ_k y_k")
    #expect(text(y - .sum(over: m, y)) == "y_k − Σ_m y_k^(m)")
  }

  @Test("Formulas of matrices", arguments: HandMadeMatrix.table.indices)
  func matrix(_ row: Int) {
    let (formula, text, ascii) = HandMadeMatrix.table[row]
    #expect(TextNotation.string(formula) == text)
    #expect(TextNotation.string(formula, charset: .ascii) == ascii)
  }

  @Test("Whole lines and conditions")
  func equations() {
    #expect(TextNotation.string(Equation(.letter("δ", k), hk - yk)) == "δ_k = h_k − y_k")
    #expect(
      TextNotation.string(
        Equation(.letter("δ", k), partial(J, "z", k), relation: .defined), charset: .ascii)
        == "delta_k := dJ/dz_k")
    #expect(
      TextNotation.string(Condition.Statement.equal(.sum(over: k, yk), 1)) == "Σ_k y_k = 1")
    #expect(TextNotation.string(Condition.Statement.different(zk, 0)) == "z_k ≠ 0")
    #expect(TextNotation.string(Condition.Statement.positive(hk)) == "h_k > 0")
    #expect(TextNotation.string(Condition.Statement.count(.outputs, 2)) == "K = 2")
  }
}
