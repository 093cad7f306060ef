// What a sheet shows of the given numbers of a large network.

import Nabla
import Testing

@Suite struct SheetAbridged {
  @Test("W^(ℓ) is shown at the nodes of its own two layers, and x without inputs that are 0")
  func matrices() throws {
    let sizes = [9, 8, 3]
    var inputs = Matrix<Double>(rows: 9, columns: 1)
    for n in 3...9 { inputs[n, 1] = Double(n) }
    // Each weight says where it stands: layer, row, column.
    let weights = (2...3).map { (l: Int) -> Matrix<Double> in
      var weights = Matrix<Double>(rows: sizes[l - 1], columns: sizes[l - 2])
      for i in 1...weights.rows {
        for j in 1...weights.columns { weights[i, j] = Double(l * 100 + i * 10 + j) / 1000 }
      }
      return weights
    }
    let network = Network(
      sizes: sizes, activations: [.tanh], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(first: 2, weights),
        biases: Layers(first: 2, [Array(repeating: 0.5, count: 8), [1, 2, 3]])))
    let batch = Batch(inputs: inputs, targets: Matrix(rows: 3, columns: 1, entries: [1, 2, 3]))
    let content = SheetContent(Sheet(try WorkedExample(network, batch), .answer, name: "9-8-3"))
    let matrices = content.blocks.flatMap { block -> [String] in
      guard case .matrices(let matrices) = block else { return [] }
      return matrices.map { matrix in
        TextNotation.string(matrix.name) + " "
          + matrix.rows.map { $0.map(\.words).joined(separator: ",") }.joined(separator: ";")
      }
    }
    #expect(matrices.contains("x 3;4;5;…;9"))
    #expect(
      matrices.contains(
        "W^(2) 0.213,0.214,0.215,…,0.219;0.223,0.224,0.225,…,0.229;0.233,0.234,0.235,…,0.239;…,…,…,…,…;"
          + "0.283,0.284,0.285,…,0.289"))
    #expect(
      matrices.contains(
        "W^(3) 0.311,0.312,0.313,…,0.318;0.321,0.322,0.323,…,0.328;0.331,0.332,0.333,…,0.338"))
  }
}

extension SheetCell {
  fileprivate var words: String {
    switch self {
    case .number(let number): number.description
    case .ellipsis: "…"
    default: "?"
    }
  }
}
