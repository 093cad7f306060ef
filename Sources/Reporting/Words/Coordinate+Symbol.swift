// Coordinates in the notation of the notes: w_12^(3), b_1^(2), z_1^(2)(m).

public import NetworkModel

extension Coordinate {
  /// The number that is nudged: `w_12^(3)`, `w_10,7^(2)`, `b_1^(2)`, `z_1^(2)(3)`.
  public var symbol: String { symbol(.plain) }

  /// The derivative by it: `∂J/∂w_12^(3)`, `∂J/∂b_1^(2)`, `δ_1^(2)(3)`.
  public var derivativeSymbol: String { derivativeSymbol(.plain) }

  func symbol(_ markup: Markup) -> String {
    switch self {
    case .weight(let l, let i, let j):
      // w_1,11 and w_11,1 must differ.
      markup.symbol("w", lower: i > 9 || j > 9 ? "\(i),\(j)" : "\(i)\(j)", upper: l)
    case .bias(let l, let i): markup.symbol("b", lower: "\(i)", upper: l)
    case .weightedInput(let l, let i, let m):
      markup.symbol("z", lower: "\(i)", upper: l, example: m)
    }
  }

  func derivativeSymbol(_ markup: Markup) -> String {
    switch self {
    case .weight, .bias: "∂J/∂" + symbol(markup)
    case .weightedInput(let l, let i, let m):
      markup.symbol("δ", lower: "\(i)", upper: l, example: m)
    }
  }
}

extension Kink {
  /// The number whose side matters.
  var coordinate: Coordinate {
    switch self {
    case .node(let l, let i, let m): .weightedInput(layer: l, i: i, example: m)
    case .weight(let l, let i, let j): .weight(layer: l, i: i, j: j)
    }
  }

  /// In words: `neuron 2 of layer 3 in example 1`.
  var words: String {
    switch self {
    case .node(let l, let i, let m): "neuron \(i) of layer \(l) in example \(m)"
    case .weight(let l, let i, let j): "the weight to neuron \(i) of layer \(l) from node \(j)"
    }
  }
}
