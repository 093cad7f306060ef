// Letters become the matrices that they are entries of: h_k^(m) becomes H, w_ij becomes W,
// ∂J/∂h_k^(m) becomes ∇_H J.
//
// A matrix has one letter whatever its indices are called: they are renamed to the ones of the notes.

import Notation

extension Vectorisation {
  func letter(_ expression: Expression) throws(VectorisationError) -> Form {
    switch expression {
    case .letter(let letter):
      return try matrix(of: letter, in: expression) { symbol, letter in
        MatrixLetter.Parts(symbol: symbol, entry: .letter(letter))
      }
    case .same(let a, let b):
      guard a != b else { return Form(number: 1) }
      guard a.range == b.range, [a, b] == [rows, columns] || [b, a] == [rows, columns] else {
        throw VectorisationError(expression, .letter)
      }
      return Form(.identity(a.range), hasRows: true, hasColumns: true)
    case .partial(.letter(let value), by: let letter):
      return try derivative(of: value, by: letter, in: expression)
    default: throw VectorisationError(expression, .operation)
    }
  }

  /// B^(ℓ), whose every column is the bias b^(ℓ), where it is added to matrices of examples.
  func bias(_ term: Expression, _ form: Form, hasColumns: Bool) -> MatrixExpression? {
    guard case .letter(let letter) = term, letter.name == "b", form.hasRows, !form.hasColumns,
      hasColumns, let columns, columns.range == .examples, letter.nodes.count == 1
    else { return nil }
    let row = Index.named(letter.nodes[0].range)
    return .letter(
      MatrixLetter(
        .letter("B", layer: letter.layer, example: letter.example),
        entry: .letter(letter.mappingIndices { $0 == rows ? row : $0 }),
        rows: row, columns: .named(.examples)))
  }

  // MARK: - Derivatives

  /// ∇_W J for a value without nodes, ∂h/∂z for two nodes, ∂H/∂Z for the same node on both sides.
  private func derivative(
    of value: Letter, by letter: Letter, in expression: Expression
  ) throws(VectorisationError) -> Form {
    if value.nodes.isEmpty, value.example == nil || value.example == letter.example {
      return try matrix(of: letter, in: expression) { symbol, letter in
        let example = value.example.flatMap { _ in letter.example }
        let own = Letter(value.name, nodes: [], layer: value.layer, example: example)
        return MatrixLetter.Parts(
          symbol: .gradient(value.name, by: symbol), entry: .partial(.letter(own), by: letter))
      }
    }
    guard value.nodes.count == 1, letter.nodes.count == 1, value.example == letter.example else {
      throw VectorisationError(expression, .letter)
    }
    if value.nodes == letter.nodes {
      // Upper case for entry by entry; as a vector it would look like the Jacobian.
      guard value.indices.count == 2, Set(value.indices) == Set([rows, columns].compactMap { $0 })
      else { throw VectorisationError(expression, .letter) }
      return try matrix(of: letter, in: expression) { symbol, letter in
        let own = Letter(
          value.name, nodes: letter.nodes, layer: value.layer, example: letter.example)
        return MatrixLetter.Parts(
          symbol: .jacobian(.whole(of: own), by: symbol),
          entry: .partial(.letter(own), by: letter))
      }
    }
    return try jacobian(of: value, by: letter, in: expression)
  }

  private func jacobian(
    of value: Letter, by letter: Letter, in expression: Expression
  ) throws(VectorisationError) -> Form {
    let (first, second) = (value.nodes[0], letter.nodes[0])
    guard [first, second] == [rows, columns] || [second, first] == [rows, columns] else {
      throw VectorisationError(expression, .letter)
    }
    let (row, column) = Index.named(first.range, second.range)
    func part(_ letter: Letter, _ node: Index) -> Letter {
      Letter(letter.name, nodes: [node], layer: letter.layer, example: letter.example)
    }
    let matrix = MatrixExpression.letter(
      MatrixLetter(
        .jacobian(.vector(of: value), by: .vector(of: letter)),
        entry: .partial(.letter(part(value, row)), by: part(letter, column)),
        rows: row, columns: column))
    return Form(first == rows ? matrix : .transpose(matrix), hasRows: true, hasColumns: true)
  }

  // MARK: - One letter

  /// The matrix or vector that a letter is an entry of, in the order in which the letter has its
  /// indices; transposed where they count columns and rows instead.
  private func matrix(
    of letter: Letter, in expression: Expression,
    _ make: (MatrixLetter.Symbol, Letter) -> MatrixLetter.Parts
  ) throws(VectorisationError) -> Form {
    let wanted = Set([rows, columns].compactMap { $0 })
    if let other = letter.nodes.first(where: { !wanted.contains($0) }) {
      throw VectorisationError(expression, .index(other))
    }
    let used = letter.indices.filter { wanted.contains($0) }
    guard Set(used).count == used.count, let first = used.first else {
      throw VectorisationError(expression, .letter)
    }
    if used.count == 1 {
      let row = Index.named(first.range)
      let parts = make(.vector(of: letter), letter.mappingIndices { $0 == first ? row : $0 })
      let vector = MatrixExpression.letter(
        MatrixLetter(parts.symbol, entry: parts.entry, rows: row, columns: nil))
      return first == rows
        ? Form(vector, hasRows: true, hasColumns: false)
        : Form(.transpose(vector), hasRows: false, hasColumns: true)
    }
    let (row, column) = Index.named(first.range, used[1].range)
    let parts = make(
      .whole(of: letter),
      letter.mappingIndices { $0 == first ? row : ($0 == used[1] ? column : $0) })
    let matrix = MatrixExpression.letter(
      MatrixLetter(parts.symbol, entry: parts.entry, rows: row, columns: column))
    return Form(first == rows ? matrix : .transpose(matrix), hasRows: true, hasColumns: true)
  }
}
