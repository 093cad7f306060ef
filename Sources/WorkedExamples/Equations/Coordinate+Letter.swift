// The letters of single numbers: which letter a parameter is, and which the slope of J by it.

public import NetworkModel
public import Notation

extension Letter {
  /// A letter with numbers for its indices: w_31^(2), z_2^(3)(5).
  ///
  /// - Parameters:
  ///   - nodes: i, or i and j, counted from 1.
  ///   - m: the example; `nil` for what belongs to all of them, and where there is only one.
  public init(_ name: String, at nodes: Int..., layer l: Int? = nil, example m: Int? = nil) {
    self.init(
      name, nodes: nodes.map { Index($0, of: .outputs) }, layer: l.map(Layer.number),
      example: m.map { Index($0, of: .examples) })
  }
}

extension Coordinate {
  /// w_ij^(ℓ), b_i^(ℓ) or z_i^(ℓ)(m), as the lines of a worked example write it.
  ///
  /// - Parameter examples: M; one example alone is not numbered.
  public func letter(examples: Int) -> Letter {
    switch self {
    case .weight(let l, let i, let j): Letter("w", at: i, j, layer: l)
    case .bias(let l, let i): Letter("b", at: i, layer: l)
    case .weightedInput(let l, let i, let m):
      Letter("z", at: i, layer: l, example: examples == 1 ? nil : m)
    }
  }

  /// ∂J/∂w_ij^(ℓ), ∂J/∂b_i^(ℓ) or δ_i^(ℓ)(m), which is ∂J/∂z_i^(ℓ)(m).
  public func slopeLetter(examples: Int) -> Letter {
    let letter = letter(examples: examples)
    if case .weightedInput = self { return letter.named("δ") }
    return WorkedLetter.slopeOfCost(by: letter)
  }
}
