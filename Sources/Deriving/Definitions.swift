// What the letters of derivations stand for: z, a, h, J and δ of [W] §5, §6 and §8, for any example m.

public import NetworkModel
public import Notation

extension Definition {
  /// z_i^(ℓ)(m) = Σ_j w_ij^(ℓ) a_j^(ℓ−1)(m) + b_i^(ℓ), in every layer                 [W] (FP1.1)
  public static let weightedInput: Definition = {
    let i = Index.i.over(.nodes(.current))
    let j = Index.j.over(.nodes(.current - 1))
    return Definition(
      Letter("z", nodes: [i], layer: .current, example: .m),
      .sum(
        over: j,
        .letter("w", i, j, layer: .current)
          * .letter("a", j, layer: .current - 1, example: .m))
        + .letter("b", i, layer: .current),
      name: "definition of the weighted input")
  }()

  /// a_i^(ℓ)(m) = g(z_i^(ℓ)(m)), with the activation's formula for g; its parameter is the letter c.
  ///
  /// - Parameter layer: the layer that it is used in; ℓ stands for any.
  public static func activation(_ activation: Activation, in layer: Layer = .current) -> Definition
  {
    let i = Index.i.over(.nodes(layer))
    let z = Expression.letter("z", i, layer: layer, example: .m)
    return Definition(
      Letter("a", nodes: [i], layer: layer, example: .m),
      activation.generalDefinition.replacing([.z: z]), name: "definition of \(activation.name)")
  }

  /// a_i^(ℓ)(m) = g(z_i^(ℓ)(m)), g having a name only: in every layer               [W] (FP1.1)
  public static let namedActivation: Definition = {
    let i = Index.i.over(.nodes(.current))
    return Definition(
      Letter("a", nodes: [i], layer: .current, example: .m),
      .call("g", primes: 0, .letter("z", i, layer: .current, example: .m)),
      name: "definition of the activation value")
  }()

  /// h_k^(m) in the letters z_k^(m) and z_i^(m) of the output layer; its parameter is the letter c.
  public static func hypothesis(_ hypothesis: Hypothesis) -> Definition {
    Definition(
      Letter("h", node: .k, example: .m), hypothesis.generalDefinition.ofExample,
      name: "definition of \(hypothesis.name)")
  }

  /// J = scale Σ_m Σ_k term(h_k^(m), y_k^(m))                                            [W] §8
  public static func cost(_ cost: Cost) -> Definition {
    Definition(
      Letter("J"), cost.scale * .sum(over: .m, .sum(over: .k, cost.term.ofExample)),
      name: "definition of the cost")
  }

  /// J with the penalty's terms of some layers, one sum over i and j for each.
  public static func cost(
    _ cost: Cost, _ penalty: Penalty, of layers: some Sequence<Layer>
  ) -> Definition {
    let plain = Definition.cost(cost)
    if penalty.isNone { return plain }
    return Definition(
      plain.letter, .sum([plain.value] + layers.map { .penalty(penalty, in: $0) }),
      name: plain.name)
  }

  /// δ_i^(ℓ)(m) = ∂J/∂z_i^(ℓ)(m), in every layer                                        [W] §6
  public static let error: Definition = {
    let i = Index.i.over(.nodes(.current))
    return Definition(
      Letter("δ", nodes: [i], layer: .current, example: .m),
      .partial(.letter("J"), by: Letter("z", nodes: [i], layer: .current, example: .m)),
      name: "definition of the error")
  }()
}

extension Expression {
  /// Σ_i Σ_j of the penalty's term of w_ij^(ℓ).
  public static func penalty(_ penalty: Penalty, in layer: Layer = .current) -> Expression {
    let i = Index.i.over(.nodes(layer))
    let j = Index.j.over(.nodes(layer - 1))
    let term = penalty.generalTerm.replacing([.w: .letter("w", i, j, layer: layer)])
    return .sum(over: i, .sum(over: j, term))
  }

  /// A formula of the output layer for example m: z_k, h_k and y_k become z_k^(m), h_k^(m)
  /// and y_k^(m).
  public var ofExample: Expression {
    guard case .letter(let letter) = self else { return mappingParts(\.ofExample) }
    switch letter.name {
    case "z", "h", "y": return .letter(Letter(letter.name, nodes: letter.nodes, example: .m))
    default: return self
    }
  }
}
