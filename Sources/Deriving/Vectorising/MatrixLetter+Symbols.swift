// How matrices and vectors are written, and what the indices of their entries are called.

import Notation

extension MatrixLetter {
  /// A letter before its rows and columns are known.
  struct Parts {
    let symbol: Symbol
    let entry: Expression
  }
}

extension MatrixLetter.Symbol {
  /// Lower case, with the example that stays: h^(m).
  static func vector(of letter: Letter) -> Self {
    .letter(
      letter.name, layer: letter.layer, example: letter.nodes.isEmpty ? nil : letter.example)
  }

  /// Upper case: H, W^(ℓ), Δ^(ℓ).
  static func whole(of letter: Letter) -> Self {
    .letter(
      letter.name.uppercased(), layer: letter.layer,
      example: letter.nodes.count > 1 ? letter.example : nil)
  }
}

extension MatrixExpression {
  /// I, with the entries [i = k].
  static func identity(_ range: Index.Range) -> MatrixExpression {
    let (row, column) = Index.named(range, range)
    return .letter(
      MatrixLetter(
        .letter("I", layer: nil, example: nil), entry: .same(row, column), rows: row,
        columns: column))
  }
}

extension Index {
  /// The index of a vector's entries: k of the output layer, i of another, m of examples.
  static func named(_ range: Range) -> Index {
    switch range {
    case .outputs: Index("k", range)
    case .nodes: Index("i", range)
    case .examples: Index("m", range)
    case .powers: Index("j", range)
    case .parameters: Index("p", range)
    case .steps: Index("s", range)
    }
  }

  /// The indices of a matrix's entries: k and m, i and m, i and k, i and j.
  static func named(_ rows: Range, _ columns: Range) -> (Index, Index) {
    switch (rows, columns) {
    case (.nodes, .nodes): (Index("i", rows), Index(columns == .outputs ? "k" : "j", columns))
    case (.examples, .examples): (Index("m", rows), Index("r", columns))
    case (.powers, .powers): (Index("j", rows), Index("p", columns))
    default: (.named(rows), .named(columns))
    }
  }
}
