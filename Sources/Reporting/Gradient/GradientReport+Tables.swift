// The tables of a gradient: small layers in full, of large ones a corner.

import NetworkModel
import Numbers

/// A table, what it is called, and what is left out of it.
struct CaptionedTable {
  let caption: String
  let table: TextTable
}

extension GradientReport {
  /// How much of a layer is shown: everything up to 48 node values; else 6 nodes and 4 examples.
  private static let fullSize = 48
  private static let corner = (nodes: 6, examples: 4)

  /// z, a, g′, ∂J/∂a and δ of a layer, a row for each node and example.
  func nodeTable(_ l: Int, _ markup: Markup) -> CaptionedTable {
    let (s, M) = (network.size(l), batch.count)
    let isFull = s * M <= Self.fullSize
    let nodes = isFull ? s : min(s, Self.corner.nodes)
    let examples = isFull ? M : min(M, Self.corner.examples)
    let isOutput = l == network.lastLayer
    let slope = backward.slope[l]
    let (g, a) = isOutput ? ("h", "h") : ("g", "a")
    var columns: [TextTable.Column] = [.right("i"), .right("m"), .point("z"), .point(a)]
    if slope != nil { columns.append(.point("\(g)′(z)")) }
    columns += [.point("∂J/∂\(a)"), .point("δ")]
    var rows: [[String]] = []
    for i in 1...nodes {
      for m in 1...examples {
        let numbers =
          [forward.weightedInput[l][i, m], forward.activation[l][i, m]]
          + (slope.map { [$0[i, m]] } ?? [])
          + [backward.activationGradient[l][i, m], backward.error[l][i, m]]
        rows.append(["\(i)", "\(m)"] + numbers.map { NumberText.text($0) })
      }
    }
    let name = isOutput ? network.hypothesis.label : network.activations[l].label
    let kept = kept([(nodes, s, "node"), (examples, M, "example")])
    return CaptionedTable(
      caption: "Layer \(l): \(name), node i, example m\(kept)", table: TextTable(columns, rows))
  }

  /// ∂J/∂w_ij and ∂J/∂b_i of a layer, in blocks of columns that fit beside each other.
  func gradientTables(_ l: Int, _ markup: Markup, columnsAtOnce: Int) -> [CaptionedTable] {
    let weights = backward.gradient.weights[l]
    let biases = backward.gradient.biases[l]
    let isFull = weights.entries.count <= Self.fullSize
    let rows = isFull ? weights.rows : min(weights.rows, Self.corner.nodes)
    let columns = isFull ? weights.columns : min(weights.columns, Self.corner.nodes)
    let kept = kept([
      (rows, weights.rows, "row"), (columns, weights.columns, "column"),
    ])
    let (w, b) = (
      markup.symbol("w", lower: "ij", upper: l), markup.symbol("b", lower: "i", upper: l)
    )
    let starts = Array(stride(from: 1, through: columns, by: columnsAtOnce))
    return starts.map { start in
      let block = start...min(columns, start - 1 + columnsAtOnce)
      let isLast = block.upperBound == columns
      let table = TextTable(
        [.right("i")] + block.map { .point("j = \($0)") } + (isLast ? [.point("bias")] : []),
        (1...rows).map { i in
          ["\(i)"] + block.map { NumberText.text(weights[i, $0]) }
            + (isLast ? [NumberText.text(biases[i - 1])] : [])
        })
      return CaptionedTable(
        caption: start == 1 ? "∂J/∂\(w), bias ∂J/∂\(b)\(kept)" : "", table: table)
    }
  }

  /// The classes that the examples are put into; `nil` where outputs are no probabilities.
  func predictionTable(_ markup: Markup) -> CaptionedTable? {
    let all = predictions
    if all.isEmpty { return nil }
    let shown = all.prefix(10)
    let hasNames = classNames != nil && network.outputs > 1
    let table = TextTable(
      [.right("m"), .right("class")] + (hasNames ? [.left("name")] : []) + [.point("probability")],
      shown.enumerated().map { position, prediction in
        ["\(position + 1)", "\(prediction.label)"]
          + (hasNames ? [markup.literal(className(prediction.label) ?? "–", limit: 24)] : [])
          + [NumberText.text(prediction.probability)]
      })
    return CaptionedTable(
      caption: "Predictions" + kept([(shown.count, all.count, "example")]), table: table)
  }

  /// `; the first 6 of 784 nodes and the first 4 of 60 examples`, or nothing where all is shown.
  private func kept(_ parts: [(shown: Int, all: Int, noun: String)]) -> String {
    let cut = parts.filter { $0.shown < $0.all }.map {
      "the first \($0.shown) of \(counted($0.all, $0.noun))"
    }
    return cut.isEmpty ? "" : "; " + listed(cut)
  }

  /// Whether something is left out of the tables.
  var isAbridged: Bool {
    (2...network.lastLayer).contains { l in
      network.size(l) * batch.count > Self.fullSize
        || network.size(l) * network.size(l - 1) > Self.fullSize
    } || predictions.count > 10
  }

  static let abridgement =
    "Of large tables only a corner is shown; the JSON report has every number."
}
