// Matrices of the notes, and formulas of them with their text.

import Nabla

enum HandMadeMatrix {
  static let here = Index.i.over(.nodes(.current))
  static let above = Index.k.over(.nodes(.current + 1))
  static let outputs = Index.k

  static func matrix(
    _ name: String, _ rows: Index?, _ columns: Index?, layer: Layer? = nil
  ) -> MatrixExpression {
    let example = columns.flatMap { $0.range == .examples ? $0 : nil }
    let nodes = [rows, example == nil ? columns : nil].compactMap { $0 }
    let entry = Letter(name.lowercased(), nodes: nodes, layer: layer, example: example)
    return .letter(
      MatrixLetter(
        .letter(name, layer: layer, example: nil), entry: .letter(entry), rows: rows,
        columns: columns))
  }

  static let H = matrix("H", outputs, .m)
  static let Y = matrix("Y", outputs, .m)
  static let output = matrix("Δ", outputs, .m, layer: .last)
  static let error = matrix("Δ", here, .m, layer: .current)
  static let errorAbove = matrix("Δ", above, .m, layer: .current + 1)
  static let weightsAbove = matrix("W", above, here, layer: .current + 1)
  static let Z = matrix("Z", here, .m, layer: .current)
  static let difference = MatrixExpression.sum([H, .negative(Y)])
  static let one = MatrixExpression.constant(1, rows: .outputs, columns: .examples)
  static let perExample = Expression.number(1) / .letter("M")
  static let gradient = MatrixExpression.letter(
    MatrixLetter(
      .gradient("J", by: .letter("W", layer: .current, example: nil)), entry: .letter("J"),
      rows: here, columns: .j))
  static let jacobian = MatrixExpression.letter(
    MatrixLetter(
      .jacobian(
        .letter("h", layer: nil, example: nil), by: .letter("z", layer: nil, example: nil)),
      entry: .letter("h"), rows: outputs, columns: .i))

  /// BP2.
  static let propagated = MatrixExpression.hadamard([
    .product([.transpose(weightsAbove), errorAbove]), .call("g", primes: 1, Z),
  ])

  static let table: [(formula: MatrixExpression, text: String, ascii: String)] = [
    (.scaled(perExample, difference), "1/M (H − Y)", "1/M (H - Y)"),
    (
      propagated, "(W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))",
      "(W^(l+1))' Delta^(l+1) .* g'(Z^(l))"
    ),
    (
      .product([
        .ones(rows: .outputs, columns: nil), .ones(rows: nil, columns: .outputs),
        .hadamard([H, difference]),
      ]),
      "1_K 1_Kᵀ (H ⊙ (H − Y))", "1_K 1_K' (H .* (H - Y))"
    ),
    (
      .product([error, .ones(rows: .examples, columns: nil)]), "Δ^(ℓ) 1_M", "Delta^(l) 1_M"
    ),
    (.ones(rows: .nodes(.current), columns: nil), "1_(s_ℓ)", "1_(s_l)"),
    (.ones(rows: .outputs, columns: .examples), "1_(K×M)", "1_(KxM)"),
    (.sum([one, .negative(.hadamard([H, H]))]), "1 − H ⊙ H", "1 - H .* H"),
    (.hadamard([H, .sum([one, .negative(H)])]), "H ⊙ (1 − H)", "H .* (1 - H)"),
    (.hadamard([H, .product([H, .transpose(Y)])]), "H ⊙ (H Yᵀ)", "H .* (H Y')"),
    (.quotient(Y, H), "Y ⊘ H", "Y ./ H"),
    (.hadamard([.quotient(Y, H), H]), "(Y ⊘ H) ⊙ H", "(Y ./ H) .* H"),
    (.negative(.quotient(Y, H)), "−Y ⊘ H", "-Y ./ H"),
    (.power(H, 3), "H^⊙3", "H.^3"),
    (.hadamard([Y, .power(H, 2)]), "Y ⊙ H ⊙ H", "Y .* H .* H"),
    (
      .scaled(-perExample, .hadamard([difference, H])), "−1/M (H − Y) ⊙ H", "-1/M (H - Y) .* H"
    ),
    (.scaled(perExample, .quotient(Y, H)), "1/M Y ⊘ H", "1/M Y ./ H"),
    (
      .scaled(perExample, .product([H, .hadamard([Y, H])])), "1/M H (Y ⊙ H)", "1/M H (Y .* H)"
    ),
    (.power(difference, 2), "(H − Y) ⊙ (H − Y)", "(H - Y) .* (H - Y)"),
    (.function(.exp, Z), "exp(Z^(ℓ))", "exp(Z^(l))"),
    (.function(.log, H), "log(H)", "log(H)"),
    (.max(.constant(0, rows: nil, columns: nil), Z, tie: .first), "max(0, Z^(ℓ))", "max(0, Z^(l))"),
    (
      .bracket(Z, .greater, .constant(0, rows: nil, columns: nil)), "[Z^(ℓ) > 0]", "[Z^(l) > 0]"
    ),
    (.transpose(H), "Hᵀ", "H'"),
    (
      .sum([.diagonal(H), .negative(.product([H, .transpose(H)]))]), "diag(H) − H Hᵀ",
      "diag(H) - H H'"
    ),
    (.transpose(.product([H, Y])), "(H Y)ᵀ", "(H Y)'"),
    (gradient, "∇_(W^(ℓ)) J", "grad_(W^(l)) J"),
    (.sum([gradient, gradient]), "∇_(W^(ℓ)) J + ∇_(W^(ℓ)) J", "grad_(W^(l)) J + grad_(W^(l)) J"),
    (.hadamard([gradient, H]), "∇_(W^(ℓ)) J ⊙ H", "grad_(W^(l)) J .* H"),
    (.product([gradient, H]), "(∇_(W^(ℓ)) J) H", "(grad_(W^(l)) J) H"),
    (.product([.transpose(jacobian), H]), "(∂h/∂z)ᵀ H", "(dh/dz)' H"),
    (.scaled(2 * perExample, .negative(H)), "2 · 1/M · (−H)", "2 * 1/M * (-H)"),
  ]
}
