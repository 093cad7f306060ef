// What a letter stands for: h_k = e^(z_k) / Σ_i e^(z_i), z_i^(ℓ) = Σ_j w_ij^(ℓ) a_j^(ℓ−1) + b_i^(ℓ).

/// A letter and the expression that it stands for, for every value of its indices.
public struct Definition: Hashable, Sendable {
  /// The letter, with the indices that `value` uses; where its layer is ℓ, it is defined in every
  /// layer.
  public let letter: Letter
  public let value: Expression
  /// In words, for a line that uses it: "definition of softmax".
  public let name: String

  public init(_ letter: Letter, _ value: Expression, name: String) {
    self.letter = letter
    self.value = value
    self.name = name
  }

  /// What `other` stands for, if this defines it: its indices put in, sums renamed where they clash.
  public func value(of other: Letter) -> Expression? {
    guard other.name == letter.name, other.nodes.count == letter.nodes.count,
      (other.example == nil) == (letter.example == nil)
    else { return nil }
    var value = value
    switch (letter.layer, other.layer) {
    case (nil, nil): break
    case (Layer.current?, let layer?): value = value.settingLayer(to: layer)
    case (let own?, let layer?) where own == layer: break
    default: return nil
    }
    let old = letter.indices.map { $0.settingLayer(of: letter, other) }
    return value.substituting(old, by: other.indices)
  }
}

extension Index {
  fileprivate func settingLayer(of letter: Letter, _ other: Letter) -> Index {
    guard letter.layer == .current, let layer = other.layer else { return self }
    return settingLayer(to: layer)
  }
}
