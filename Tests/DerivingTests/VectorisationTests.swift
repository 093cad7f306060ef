// Vectorisation: matrices from index notation, as they are written and in every number.

import Nabla
import Testing

@Suite("Vectorisation") struct VectorisationTests {
  @Test("an expression in index notation becomes the matrix formula", arguments: VectorisedForm.all)
  func text(_ form: VectorisedForm) throws {
    let matrix = try form.matrix
    #expect(matrix.text == form.text)
  }

  @Test("its shape is that of rows and columns", arguments: VectorisedForm.all)
  func shape(_ form: VectorisedForm) throws {
    #expect(
      try form.matrix.shape == Shape(rows: form.rows?.range, columns: form.columns?.range))
  }

  @Test("every entry has the value of the index form", arguments: VectorisedForm.all)
  func numbers(_ form: VectorisedForm) throws {
    let matrix = try form.matrix
    for sizes in VectorisationSizes.all {
      for seed in 1...3 as ClosedRange<UInt64> {
        let instance = Instance(for: form.expression, sizes, seed: seed)
        let difference = try largestDifference(
          matrix, form.expression, rows: form.rows, columns: form.columns, on: instance)
        #expect(difference <= 1e-12, "\(matrix.text) on \(instance.name)")
      }
    }
  }

  @Test("BP2.2, letter by letter: (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ))")
  func structure() throws {
    let (i, p, m) = (Notes.i, Notes.p, Notes.m)
    let next = Layer.current + 1
    let form =
      Expression.sum(over: p, Notes.w(p, i, layer: next) * Notes.δ(p, layer: next))
      * .call("g", primes: 1, Notes.z(i))
    // The indices of entries are those of the notes, whatever the expression calls them.
    let (row, column) = (i.over(.nodes(next)), Index("j", .nodes(.current)))
    func letter(_ name: String, _ layer: Layer, _ entry: Expression, _ row: Index, _ column: Index)
      -> MatrixExpression
    {
      .letter(
        MatrixLetter(
          .letter(name, layer: layer, example: nil), entry: entry, rows: row, columns: column))
    }
    let w = letter("W", next, Notes.w(row, column, layer: next), row, column)
    let δ = letter("Δ", next, Notes.δ(row, layer: next), row, m)
    let z = letter("Z", .current, Notes.z(i), i, m)
    #expect(
      try Vectorisation.vectorised(form, rows: i, columns: m)
        == .hadamard([.product([.transpose(w), δ]), .call("g", primes: 1, z)]))
  }

  @Test("one matrix has one letter, whatever its indices are called")
  func names() throws {
    let (q, r) = (Index("q"), Index("r", .examples))
    let renamed = Expression.letter("h", q, example: r) - .letter("y", q, example: r)
    #expect(
      try Vectorisation.vectorised(renamed, rows: q, columns: r)
        == Vectorisation.vectorised(Notes.h(.k) - Notes.y(.k), rows: .k, columns: .m))
  }

  @Test("bound indices of the names of rows and columns are captured by neither")
  func capture() throws {
    let inner = Expression.sum(over: .k, Notes.h(.k) * Notes.y(.k))
    let expression = Notes.h(.k) * inner
    let matrix = try Vectorisation.vectorised(expression, rows: .k, columns: .m)
    #expect(matrix.text == "H ⊙ 1 1ᵀ (H ⊙ Y)")
  }

  @Test("what has no matrix form is named")
  func errors() throws {
    func error(_ expression: Expression, _ rows: Index?, _ columns: Index?) -> VectorisationError? {
      do {
        _ = try Vectorisation.vectorised(expression, rows: rows, columns: columns)
        return nil
      } catch { return error }
    }
    let largest = Expression.largest(over: .i, .letter("u", .i))
    #expect(
      error(.letter("u", .k) - largest, .k, nil) == VectorisationError(largest, .operation))
    let stray = Expression.letter("w", .k, .j)
    #expect(
      error(.letter("u", .k) * .exp(.sum([stray, .letter("u", .k)])), .k, nil)
        == VectorisationError(stray, .index(.j)))
    let trace = Expression.letter("w", .i, .i)
    #expect(error(trace, .i, nil) == VectorisationError(trace, .letter))
    let cube = Expression.exp(.letter("w", .k, .i) * Notes.h(.i))
    #expect(
      error(.sum(over: .i, cube), .k, .m)
        == VectorisationError(cube, .threeIndices(summed: .i)))
    let jacobian = Notes.partial(Notes.h(.i), by: Notes.zk(.k))
    #expect(
      error(.sum(over: .i, Notes.h(.i) * jacobian), .k, .m)
        == VectorisationError(jacobian, .threeIndices(summed: .i)))
    let power = Expression.raised(.letter("h", .k), to: .letter("y", .k))
    #expect(error(2 * power, .k, nil) == VectorisationError(power, .operation))
  }
}

extension VectorisedForm {
  var matrix: MatrixExpression {
    get throws { try Vectorisation.vectorised(expression, rows: rows, columns: columns) }
  }
}
