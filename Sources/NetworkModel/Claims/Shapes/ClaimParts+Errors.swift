// The δ of a claim: a column or a row for each example.

/// One reading of Δ^(2) … Δ^(L).
struct ErrorReading {
  let matrices: Layers<Matrix<Double>?>
  let readings: [ClaimReading]
}

extension ClaimParts {
  /// Examples as columns, as rows, or both where nothing tells them apart.
  func errorReadings(_ shapes: ClaimShapes) throws(ClaimProblem) -> [ErrorReading] {
    let fits = [false, true].map { rows in
      errors.range.map { fit(layer: $0, asRows: rows, shapes) }.max()!
    }
    let best = fits.min()!
    guard best != .none else { throw errorMisfit(shapes) }
    return [false, true].filter { fits[$0 ? 1 : 0] == best }.map {
      errorReading(asRows: $0, shapes)
    }
  }

  private func shape(layer l: Int, asRows: Bool, _ shapes: ClaimShapes) -> (Int, Int) {
    asRows ? (shapes.examples, shapes.size(l)) : (shapes.size(l), shapes.examples)
  }

  private func fit(layer l: Int, asRows: Bool, _ shapes: ClaimShapes) -> ClaimArray.Fit {
    guard let array = errors[l] else { return .good }
    let (rows, columns) = shape(layer: l, asRows: asRows, shapes)
    return array.fit(rows: rows, columns: columns)
  }

  private func errorReading(asRows: Bool, _ shapes: ClaimShapes) -> ErrorReading {
    var readings: [ClaimReading] = []
    var matrices: [Matrix<Double>?] = []
    for l in errors.range {
      guard let array = errors[l] else {
        matrices.append(nil)
        continue
      }
      let (rows, columns) = shape(layer: l, asRows: asRows, shapes)
      if asRows {
        readings.append(ClaimReading(name: array.name, layer: l, layout: .examplesAsRows))
      }
      if array.isFlat(rows: rows, columns: columns) {
        readings.append(ClaimReading(name: array.name, layer: l, layout: .flat))
      }
      let stored = Matrix(rows: rows, columns: columns, entries: array.numbers)
      matrices.append(asRows ? stored.transposed : stored)
    }
    return ErrorReading(matrices: Layers(first: 2, matrices), readings: readings)
  }

  private func errorMisfit(_ shapes: ClaimShapes) -> ClaimProblem {
    func count(_ asRows: Bool) -> Int {
      errors.range.count { errors[$0] != nil && fit(layer: $0, asRows: asRows, shapes) != .none }
    }
    let asRows = count(true) > count(false)
    let l = errors.range.first { fit(layer: $0, asRows: asRows, shapes) == .none }!
    let array = errors[l]!
    let (rows, columns) = shape(layer: l, asRows: asRows, shapes)
    let other = errors.range.first {
      errors[$0] != nil && fit(layer: $0, asRows: asRows, shapes) == .good
    }
    let note: ClaimShapeError.Note? =
      asRows ? other.map { .layout(of: errors[$0]!.name, .examplesAsRows) } : nil
    return ClaimProblem(
      .shape(
        ClaimShapeError(
          name: array.name, symbol: "Δ^(\(l))", found: array.shape, needed: [rows, columns],
          sizes: shapes.sizes, examples: shapes.examples, note: note)),
      at: array.value)
  }
}
