// The weights and biases of a claim: which layout fits all of them.

/// How all the weights of a file stand.
enum WeightLayout: CaseIterable {
  case plain, transposed, biasColumn, biasRow, lastBiasColumn, lastBiasRow

  var isTransposed: Bool { [.transposed, .biasRow, .lastBiasRow].contains(self) }
  var isFolded: Bool { self != .plain && self != .transposed }
  private var isBiasLast: Bool { self == .lastBiasColumn || self == .lastBiasRow }

  /// What a reader is told.
  var reading: ClaimLayout? {
    switch self {
    case .plain: nil
    case .transposed: .transposedWeights
    case .biasColumn: .biasColumn
    case .biasRow: .biasRow
    case .lastBiasColumn: .lastBiasColumn
    case .lastBiasRow: .lastBiasRow
    }
  }

  /// Where W and b stand among the columns of a matrix, (out, in).
  func columns(of count: Int) -> (weights: Range<Int>, biases: Range<Int>) {
    if !isFolded { return (0..<count, count..<count) }
    return isBiasLast ? (0..<count - 1, count - 1..<count) : (1..<count, 0..<1)
  }

  /// The shape that W^(ℓ) has in the file.
  func shape(layer l: Int, _ shapes: ClaimShapes) -> (rows: Int, columns: Int) {
    let (out, within) = (shapes.size(l), shapes.size(l - 1) + (isFolded ? 1 : 0))
    return isTransposed ? (within, out) : (out, within)
  }
}

/// One reading of the weights and biases.
struct GradientReading {
  let parameters: Parameters<Double>
  let layout: WeightLayout
  let readings: [ClaimReading]
}

extension ClaimParts {
  /// Every layout that fits all layers. A row or a column of numbers stands for a matrix only where
  /// nothing else fits.
  func gradients(_ shapes: ClaimShapes) throws(ClaimProblem) -> [GradientReading] {
    let layouts = WeightLayout.allCases.filter { $0.isFolded == (biases == nil) }
    let fits = layouts.map { fit(of: $0, shapes) }
    let best = fits.min()!
    guard best != .none else { throw misfit(layouts, shapes) }
    try checkBiases(shapes)
    return zip(layouts, fits).filter { $0.1 == best }.map { reading($0.0, shapes) }
  }

  /// The worst fit of any layer.
  private func fit(of layout: WeightLayout, _ shapes: ClaimShapes) -> ClaimArray.Fit {
    weights.range.map { fit(of: layout, layer: $0, shapes) }.max()!
  }

  private func fit(
    of layout: WeightLayout, layer l: Int, _ shapes: ClaimShapes
  ) -> ClaimArray.Fit {
    let (rows, columns) = layout.shape(layer: l, shapes)
    return weights[l].fit(rows: rows, columns: columns)
  }

  private func reading(_ layout: WeightLayout, _ shapes: ClaimShapes) -> GradientReading {
    var matrices: [Matrix<Double>] = []
    var vectors: [[Double]] = []
    var readings: [ClaimReading] = []
    for l in weights.range {
      let array = weights[l]
      let (rows, columns) = layout.shape(layer: l, shapes)
      if let known = layout.reading {
        readings.append(ClaimReading(name: array.name, layer: l, layout: known))
      }
      if array.isFlat(rows: rows, columns: columns) {
        readings.append(ClaimReading(name: array.name, layer: l, layout: .flat))
      }
      let stored = Matrix(rows: rows, columns: columns, entries: array.numbers)
      let matrix = layout.isTransposed ? stored.transposed : stored
      guard let bias = biases?[l] else {
        let places = layout.columns(of: matrix.columns)
        matrices.append(matrix.columns(places.weights))
        vectors.append(matrix.columns(places.biases).entries)
        continue
      }
      matrices.append(matrix)
      vectors.append(bias.numbers)
      if bias.shape.count != 1 {
        readings.append(ClaimReading(name: bias.name, layer: l, layout: .flat))
      }
    }
    let parameters = Parameters(
      weights: Layers(first: 2, matrices), biases: Layers(first: 2, vectors))
    return GradientReading(parameters: parameters, layout: layout, readings: readings)
  }
}

// MARK: - What does not fit

extension ClaimParts {
  private func checkBiases(_ shapes: ClaimShapes) throws(ClaimProblem) {
    guard let biases else { return }
    for l in biases.range {
      let (array, count) = (biases[l], shapes.size(l))
      guard array.isLine, array.numbers.count == count else {
        let isEach =
          array.shape == [count, shapes.examples] || array.shape == [shapes.examples, count]
        throw ClaimProblem(
          .shape(
            ClaimShapeError(
              name: array.name, symbol: "∇b^(\(l))", found: array.shape, needed: [count],
              sizes: shapes.sizes, examples: nil, note: isEach ? .notSummed : nil)),
          at: array.value)
      }
    }
  }

  /// The first array that does not fit the layout that most of them have.
  private func misfit(_ layouts: [WeightLayout], _ shapes: ClaimShapes) -> ClaimProblem {
    func fits(_ layout: WeightLayout, _ l: Int) -> Bool {
      fit(of: layout, layer: l, shapes) != .none
    }
    func count(_ layout: WeightLayout) -> Int { weights.range.count { fits(layout, $0) } }
    // The first of those with the largest count.
    let layout = layouts.max { count($0) < count($1) }!
    if biases == nil, count(layout) == 0 {
      return ClaimProblem(.missing(weights.range.map { "b\($0)" }, needed: shapes.needed))
    }
    let l = weights.range.first { !fits(layout, $0) }!
    let array = weights[l]
    let (rows, columns) = layout.shape(layer: l, shapes)
    return ClaimProblem(
      .shape(
        ClaimShapeError(
          name: array.name, symbol: "∇W^(\(l))", found: array.shape, needed: [rows, columns],
          sizes: shapes.sizes, examples: nil, note: note(on: l, layout, layouts, shapes))),
      at: array.value)
  }

  private func note(
    on l: Int, _ layout: WeightLayout, _ layouts: [WeightLayout], _ shapes: ClaimShapes
  ) -> ClaimShapeError.Note? {
    let isFolded = [WeightLayout.biasColumn, .biasRow].contains {
      fit(of: $0, layer: l, shapes) == .good
    }
    if let bias = biases?[l], isFolded { return .biasTwice(bias.name) }
    let fitsOther = layouts.contains { fit(of: $0, layer: l, shapes) == .good }
    guard layout != .plain || fitsOther,
      let other = weights.range.first(where: { fit(of: layout, layer: $0, shapes) == .good })
    else { return nil }
    return .layout(of: weights[other].name, layout.reading)
  }
}
