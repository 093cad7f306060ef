// What is written into the picture of a network, in the letters of the notes.

import NetworkModel

extension NetworkPicture {
  /// The letter of a node and its value, around the middle of its circle.
  func inside(_ l: Int, _ i: Int, x: Double, y: Double) -> [PlacedLabel] {
    let letter = SVGPiece.symbol("a", "\(i)", layer: l)
    guard let values else { return [PlacedLabel(letter, x: x, y: y + 5)] }
    let value = number(values.forward.activation[l][i, values.example])
    return [
      PlacedLabel(letter, x: x, y: y - 4),
      PlacedLabel([.value(value, key: "a,\(l),\(i)")], x: x, y: y + 15),
    ]
  }

  /// The bias above a node; its weighted input and its error below it.
  func around(_ l: Int, _ i: Int, x: Double, y: Double, radius: Double) -> [PlacedLabel] {
    if l == 1 { return [] }
    let bias = assigned("b", l, i, network.parameters.biases[l][i - 1], key: "b")
    var labels = [PlacedLabel(bias, x: x, y: y - radius - 27, style: "plated")]
    guard let values else { return labels }
    let z = values.forward.weightedInput[l][i, values.example]
    labels.append(
      PlacedLabel(assigned("z", l, i, z, key: "z"), x: x, y: y + radius + 17, style: "plated"))
    if let error = values.error?[l][i, values.example] {
      labels.append(
        PlacedLabel(
          assigned("δ", l, i, error, key: "delta"), x: x, y: y + radius + 39, style: "plated"))
    }
    return labels
  }

  /// `z_i^(ℓ) = 0.125`.
  private func assigned(
    _ letter: String, _ l: Int, _ i: Int, _ value: Double, key: String
  ) -> [SVGPiece] {
    SVGPiece.symbol(letter, "\(i)", layer: l)
      + [.normal("\u{A0}= "), .value(number(value), key: "\(key),\(l),\(i)")]
  }

  /// `w_ij^(ℓ) = 0.3`, or `0.3`.
  func weight(_ l: Int, _ i: Int, _ j: Int, hasSymbol: Bool) -> [SVGPiece] {
    let value = number(network.parameters.weights[l][i, j])
    let number = SVGPiece.value(value, key: "w,\(l),\(i),\(j)")
    if !hasSymbol { return [number] }
    // w_1,11 and w_11,1 must differ.
    let lower = i > 9 || j > 9 ? "\(i),\(j)" : "\(i)\(j)"
    return SVGPiece.symbol("w", lower, layer: l) + [.normal("\u{A0}= "), number]
  }

  /// W^(ℓ), between two layers.
  func matrix(_ l: Int) -> [SVGPiece] {
    [.letter("W"), .scripts(lower: "", upper: "(\(l))")]
  }

  /// What stands above a layer: its number, its size, its letters, its function.
  func header(_ l: Int) -> [[SVGPiece]] {
    let layer = "(\(l))"
    let isInput = l == 1
    let isOutput = l == network.lastLayer
    let size: [SVGPiece] =
      isInput
      ? [.letter("N")]
      : isOutput ? [.letter("K")] : [.letter("s"), .scripts(lower: "\(l)", upper: "")]
    let count = NumberText.count(network.size(l)) + (network.size(l) == 1 ? " node" : " nodes")
    let a: [SVGPiece] = [.letter("a"), .scripts(lower: "", upper: layer), .normal("\u{A0}= ")]
    let z: [SVGPiece] = [
      .normal("("), .letter("z"), .scripts(lower: "", upper: layer), .normal(")"),
    ]
    let value: [SVGPiece] =
      isInput ? [.letter("x")] : (isOutput ? [.letter("h")] : [.letter("g")]) + z
    return [[.normal("Layer \(l)")], size + [.normal("\u{A0}= \(count)")], a + value]
      + functionLines(l)
  }

  /// The name of g or h, and its parameter on a line of its own.
  private func functionLines(_ l: Int) -> [[SVGPiece]] {
    if l == 1 { return [] }
    let isOutput = l == network.lastLayer
    let label = isOutput ? network.hypothesis.label : network.activations[l].label
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    let name: [SVGPiece] = [.letter(isOutput ? "h" : "g"), .normal(": \(parts[0])")]
    return [name] + parts.dropFirst().map { [.normal($0)] }
  }

  /// The words below the picture: whose values they are, and what is left out.
  func captions(missing: String?) -> [String] {
    var captions: [String] = []
    if let values {
      captions.append("The values are those of example \(values.example).")
    }
    let shown = shownLayers.reduce(0) { $0 + shownNodes($1).count }
    let all = network.sizes.reduce(0, +)
    if shownLayers.contains(where: { network.size($0) > nodeLimit }) {
      captions.append(
        """
        Of layers with more than \(nodeLimit) nodes, the first three and the last one are drawn\
        \(highlight.isEmpty ? "" : ", and those on the path"): \
        \(NumberText.count(shown)) of \(NumberText.count(all)) nodes.
        """)
    }
    if shownLayers.count < network.lastLayer {
      captions.append(
        "Of \(network.lastLayer) layers, the first six and the last five are drawn.")
    }
    if let missing { captions.append("There is no room here for \(missing).") }
    return captions
  }

  /// For those who hear the picture.
  var description: String {
    let title = "A network of \(network.lastLayer) layers, \(network.sizesText): "
    let path =
      highlight.isEmpty
      ? "" : " \(counted(highlight.edges.count, "weight")) of a path stand out."
    return title + network.functionsText + "." + path
      + captions(missing: nil).map { " " + $0 }.joined()
  }
}
