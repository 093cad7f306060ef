// Formulas in index notation and the matrices that they are to become.

import Nabla
import Testing

/// An expression in index notation, which of its indices count rows and columns, and its matrix form.
struct VectorisedForm: Sendable, CustomTestStringConvertible {
  let name: String
  let expression: Expression
  let rows: Index?
  let columns: Index?
  let text: String

  init(
    _ name: String, _ expression: Expression, _ rows: Index?, _ columns: Index?, _ text: String
  ) {
    self.name = name
    self.expression = expression
    self.rows = rows
    self.columns = columns
    self.text = text
  }

  var testDescription: String { "\(name): \(text)" }
}

/// Letters of the notes, each an expression.
enum Notes {
  static let i = Index("i", .nodes(.current))
  static let j = Index("j", .nodes(.current - 1))
  static let p = Index("p", .nodes(.current + 1))
  static let (k, c, m) = (Index.k, Index.i, Index.m)

  static let (M, λ): (Expression, Expression) = (.letter("M"), .letter("λ"))
  static func h(_ k: Index) -> Expression { .letter("h", k, example: m) }
  static func y(_ k: Index) -> Expression { .letter("y", k, example: m) }
  static func z(_ i: Index, layer: Layer = .current) -> Expression {
    .letter("z", i, layer: layer, example: m)
  }
  static func a(_ i: Index, layer: Layer = .current) -> Expression {
    .letter("a", i, layer: layer, example: m)
  }
  static func δ(_ i: Index, layer: Layer = .current) -> Expression {
    .letter("δ", i, layer: layer, example: m)
  }
  static func w(_ i: Index, _ j: Index, layer: Layer = .current) -> Expression {
    .letter("w", i, j, layer: layer)
  }
  static let b = Expression.letter("b", i, layer: .current)
  static let J = Expression.letter("J")

  // Without a layer: the functions of the output layer.
  static func zk(_ k: Index) -> Expression { .letter("z", k, example: m) }
  static func partial(_ a: Expression, by b: Expression) -> Expression {
    guard case .letter(let letter) = b else { return a }
    return .partial(a, by: letter)
  }
}

extension VectorisedForm {
  static let all = propagation + output + activations + sums

  /// FP1, FP2, BP2–BP4, for a batch and for one example.
  private static let propagation: [VectorisedForm] = {
    let (i, j, p, m) = (Notes.i, Notes.j, Notes.p, Notes.m)
    let input = Expression.sum(over: j, Notes.w(i, j) * Notes.a(j, layer: .current - 1)) + Notes.b
    let back = Expression.sum(
      over: p, Notes.w(p, i, layer: .current + 1) * Notes.δ(p, layer: .current + 1))
    let slope = Expression.call("g", primes: 1, Notes.z(i))
    let outer = Notes.δ(i) * Notes.a(j, layer: .current - 1)
    return [
      VectorisedForm("FP1.1", input, i, nil, "W^(ℓ) a^(ℓ−1)(m) + b^(ℓ)"),
      VectorisedForm("FP1.2", input, i, m, "W^(ℓ) A^(ℓ−1) + B^(ℓ)"),
      VectorisedForm(
        "FP1.2 with the bias first",
        .sum([
          Notes.b,
          Expression.sum(
            over: j, Notes.w(i, j) * Notes.a(j, layer: .current - 1)),
        ]), i, m,
        "B^(ℓ) + W^(ℓ) A^(ℓ−1)"),
      VectorisedForm("FP2.1", .call("g", primes: 0, Notes.z(i)), i, nil, "g(z^(ℓ)(m))"),
      VectorisedForm("FP2.2", .call("g", primes: 0, Notes.z(i)), i, m, "g(Z^(ℓ))"),
      VectorisedForm(
        "BP2.1", back * slope, i, nil, "(W^(ℓ+1))ᵀ δ^(ℓ+1)(m) ⊙ g′(z^(ℓ)(m))"),
      VectorisedForm("BP2.2", back * slope, i, m, "(W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))"),
      VectorisedForm("BP3.1", outer, i, j, "δ^(ℓ)(m) (a^(ℓ−1)(m))ᵀ"),
      VectorisedForm("BP3.2", .sum(over: m, outer), i, j, "Δ^(ℓ) (A^(ℓ−1))ᵀ"),
      VectorisedForm(
        "BP3.2 with the penalty", .sum(over: m, outer) + Notes.λ / Notes.M * Notes.w(i, j), i, j,
        "Δ^(ℓ) (A^(ℓ−1))ᵀ + λ/M W^(ℓ)"),
      VectorisedForm("BP3.2 transposed", .sum(over: m, outer), j, i, "A^(ℓ−1) (Δ^(ℓ))ᵀ"),
      VectorisedForm("BP4.1", Notes.δ(i), i, nil, "δ^(ℓ)(m)"),
      VectorisedForm("BP4.2", .sum(over: m, Notes.δ(i)), i, nil, "Δ^(ℓ) 1"),
      VectorisedForm("b", Notes.b * Notes.a(i), i, m, "b^(ℓ) 1ᵀ ⊙ A^(ℓ)"),
      VectorisedForm(
        "∇_W J", Notes.partial(Notes.J, by: Notes.w(i, j)), i, j, "∇_W^(ℓ) J"),
      VectorisedForm(
        "(∇_W J)ᵀ", Notes.partial(Notes.J, by: Notes.w(i, j)), j, i, "(∇_W^(ℓ) J)ᵀ"),
      VectorisedForm("∇_b J", Notes.partial(Notes.J, by: Notes.b), i, nil, "∇_b^(ℓ) J"),
    ]
  }()

  /// The error of the output layer.
  private static let output: [VectorisedForm] = {
    let (k, c, m) = (Notes.k, Notes.c, Notes.m)
    let error = Notes.h(k) - Notes.y(k)
    let average = Expression.quotient(1, Notes.M)
    let inner = Expression.sum(over: c, Notes.h(c) * (Notes.h(c) - Notes.y(c)))
    let softmax = average * Notes.h(k) * (error - inner)
    let exponential = Expression.exp(Notes.zk(k)) / .sum(over: c, .exp(Notes.zk(c)))
    let h = Expression.letter("h", k)
    let jacobian = Expression.letter("h", c) * (.same(c, k) - h)
    let chain = Expression.sum(
      over: c,
      Notes.partial(Notes.J, by: Notes.h(c))
        * Notes.partial(Notes.h(c), by: Notes.zk(k)))
    let written = Expression.sum(
      over: c,
      Notes.partial(Notes.J, by: Notes.h(c)) * Notes.h(c) * (.same(c, k) - Notes.h(k)))
    return [
      VectorisedForm("BP1.1", average * error, k, nil, "1/M (h(m) − y(m))"),
      VectorisedForm("BP1.2", average * error, k, m, "1/M (H − Y)"),
      VectorisedForm("BP1.2 as a quotient", error / Notes.M, k, m, "1/M (H − Y)"),
      VectorisedForm(
        "quadratic, logistic", average * error * Notes.h(k) * (1 - Notes.h(k)), k, m,
        "1/M (H − Y) ⊙ H ⊙ (1 − H)"),
      VectorisedForm(
        "quadratic, softmax", softmax, k, m, "1/M H ⊙ ((H − Y) − 1 1ᵀ (H ⊙ (H − Y)))"),
      VectorisedForm(
        "quadratic, softmax, one example", softmax, k, nil,
        "1/M h(m) ⊙ ((h(m) − y(m)) − 1 (h(m))ᵀ (h(m) − y(m)))"),
      VectorisedForm("a row", inner, nil, m, "1ᵀ (H ⊙ (H − Y))"),
      VectorisedForm("a repeated row", Notes.h(k) * inner, k, m, "H ⊙ 1 1ᵀ (H ⊙ (H − Y))"),
      VectorisedForm(
        "log loss, softmax", average * (Notes.h(k) * .sum(over: c, Notes.y(c)) - Notes.y(k)), k, m,
        "1/M (H ⊙ 1 1ᵀ Y − Y)"),
      VectorisedForm("softmax", exponential, k, m, "exp(Z) ⊘ (1 1ᵀ exp(Z))"),
      VectorisedForm("Jacobian of softmax", jacobian, c, k, "diag(h) − h hᵀ"),
      VectorisedForm("identity", .same(c, k), c, k, "I"),
      VectorisedForm(
        "log loss by h", -(1 / Notes.M) * (Notes.y(k) / Notes.h(k)), k, m, "−1/M Y ⊘ H"),
      VectorisedForm(
        "∇_H J ⊙ ∂H/∂Z",
        Notes.partial(Notes.J, by: Notes.h(k)) * Notes.partial(Notes.h(k), by: Notes.zk(k)), k, m,
        "∇_H J ⊙ ∂H/∂Z"),
      VectorisedForm("∂h/∂z", Notes.partial(Notes.h(c), by: Notes.zk(k)), c, k, "∂h(m)/∂z(m)"),
      VectorisedForm(
        "BP1 by the Jacobian of softmax", written, k, nil,
        "∇_h(m) J ⊙ h(m) − h(m) (∇_h(m) J)ᵀ h(m)"),
      VectorisedForm(
        "BP1 by the Jacobian of softmax, a batch", written, k, m,
        "∇_H J ⊙ H − H ⊙ 1 1ᵀ (∇_H J ⊙ H)"),
      VectorisedForm("BP1 by the Jacobian", chain, k, nil, "(∂h(m)/∂z(m))ᵀ ∇_h(m) J"),
    ]
  }()

  /// Slopes of activation functions.
  private static let activations: [VectorisedForm] = {
    let (i, m) = (Notes.i, Notes.m)
    let (a, z) = (Notes.a(i), Notes.z(i))
    return [
      VectorisedForm("tanh", 1 - .power(a, 2), i, m, "1 − A^(ℓ)^2"),
      VectorisedForm("tanh as a product", 1 - a * a, i, m, "1 − A^(ℓ) ⊙ A^(ℓ)"),
      VectorisedForm("logistic", a * (1 - a), i, m, "A^(ℓ) ⊙ (1 − A^(ℓ))"),
      VectorisedForm("logistic, a vector", a * (1 - a), i, nil, "a^(ℓ)(m) ⊙ (1 − a^(ℓ)(m))"),
      VectorisedForm(
        "logistic of z", .exp(z) / (1 + .exp(z)), i, m, "exp(Z^(ℓ)) ⊘ (1 + exp(Z^(ℓ)))"),
      VectorisedForm("1 / (1 + e^−z)", 1 / (1 + .exp(-z)), i, m, "1 ⊘ (1 + exp(−Z^(ℓ)))"),
      VectorisedForm("rectifier", .max(0, z), i, m, "max(0, Z^(ℓ))"),
      VectorisedForm("slope of it", .bracket(z, .greater, 0), i, m, "[Z^(ℓ) > 0]"),
      VectorisedForm("tanh of z", .tanh(z), m, i, "tanh(Z^(ℓ))ᵀ"),
    ]
  }()

  /// Costs, penalties and other sums.
  private static let sums: [VectorisedForm] = {
    let (i, j, k, m) = (Notes.i, Notes.j, Notes.k, Notes.m)
    let half = Expression.quotient(1, 2)
    let square = Expression.power(Notes.h(k) - Notes.y(k), 2)
    let w = Notes.w(i, j)
    let (u, v) = (Expression.letter("u", k), Expression.letter("v", k))
    let e = Expression.letter("e", example: m)
    let difference = Expression.power(Expression.letter("w", k, .i) - Notes.h(.i), 2)
    let threefold = Expression.letter("w", k, .j) * .letter("q", .i, .j) * Notes.h(.j)
    return [
      VectorisedForm(
        "a square that is multiplied out", .sum(over: .i, difference), k, m,
        "((W ⊙ W) 1 1ᵀ − W H) − (W H − 1 1ᵀ (H ⊙ H))"),
      VectorisedForm(
        "sums that change places", .sum(over: .i, .letter("u", .i) * .sum(over: .j, threefold)), k,
        m, "W diag(Qᵀ u) H"),
      VectorisedForm(
        "quadratic cost", half / Notes.M * .sum(over: m, .sum(over: k, square)), nil, nil,
        "1/(2 M) 1ᵀ (H − Y)^2 1"),
      VectorisedForm(
        "quadratic cost with ½ inside",
        (1 / Notes.M) * .sum(over: m, half * .sum(over: k, square)), nil, nil,
        "1/(2 M) 1ᵀ (H − Y)^2 1"),
      VectorisedForm(
        "penalty", Notes.λ / (2 * Notes.M) * .sum(over: i, .sum(over: j, .power(w, 2))), nil, nil,
        "λ/(2 M) 1ᵀ W^(ℓ)^2 1"),
      VectorisedForm("penalty's slope", Notes.λ / Notes.M * w, i, j, "λ/M W^(ℓ)"),
      VectorisedForm("inner product", .sum(over: k, u * v), nil, nil, "uᵀ v"),
      VectorisedForm("a sum", .sum(over: k, u), nil, nil, "1ᵀ u"),
      VectorisedForm("an outer product", u * e, k, m, "u eᵀ"),
      VectorisedForm("a repeated column", u + Notes.h(k), k, m, "u 1ᵀ + H"),
      VectorisedForm("a repeated row", Notes.h(k) - e, k, m, "H − 1 eᵀ"),
      VectorisedForm("a number everywhere", Notes.λ / 2, k, m, "λ/2"),
      VectorisedForm(
        "a sum that is multiplied out",
        .sum(
          over: j,
          w
            * (Notes.a(j, layer: .current - 1)
              + Notes.b)), i, m, "W^(ℓ) A^(ℓ−1) + (b^(ℓ) ⊙ W^(ℓ) 1) 1ᵀ"),
      VectorisedForm(
        "three matrices",
        .sum(
          over: i,
          Notes.w(Notes.p, i, layer: .current + 1)
            * .sum(over: j, w * Notes.a(j, layer: .current - 1))), Notes.p, m,
        "W^(ℓ+1) W^(ℓ) A^(ℓ−1)"),
      VectorisedForm(
        "three matrices, sums outside",
        .sum(
          over: j,
          .sum(
            over: i,
            Notes.w(
              Notes.p, i, layer: .current + 1) * w * Notes.a(j, layer: .current - 1))), Notes.p, m,
        "W^(ℓ+1) W^(ℓ) A^(ℓ−1)"),
      VectorisedForm(
        "weights of examples",
        .sum(
          over: m,
          Notes.δ(i) * e
            * Notes.a(
              j, layer: .current - 1)), i, j, "Δ^(ℓ) diag(e) (A^(ℓ−1))ᵀ"),
      VectorisedForm(
        "a sum but one", .sum(over: .i, excluding: k, .letter("u", .i)), k, nil,
        "1 1ᵀ u − u"),
      VectorisedForm("Kronecker", .sum(over: .i, .same(.i, k) * Notes.h(.i)), k, m, "H"),
    ]
  }()
}
