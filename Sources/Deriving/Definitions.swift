// The definitions that derivations start from, in the letters of the notes.

public import NetworkModel
public import Notation

extension Definition {
  /// J = scale Σ_m Σ_k term(h_k^(m), y_k^(m)).
  public static func cost(_ cost: Cost) -> Definition {
    let (k, m) = (Index.k, Index.m)
    let term = cost.term.replacing([
      .hk: .letter("h", k, example: m), .yk: .letter("y", k, example: m),
    ])
    return Definition(
      Letter("J"), cost.scale * .sum(over: m, .sum(over: k, term)),
      name: "definition of the cost \(cost.name)")
  }

  /// h_k^(m) as a function of the weighted inputs z^(L)(m).
  public static func hypothesis(_ hypothesis: Hypothesis) -> Definition {
    let m = Index.m
    return Definition(
      Letter("h", nodes: [.k], example: m),
      hypothesis.definition.replacing([
        .zk: .letter("z", .k, layer: .last, example: m),
        .zi: .letter("z", .i, layer: .last, example: m),
      ]),
      name: "definition of \(hypothesis.name)")
  }

  /// a = g(z).
  public static func activation(_ activation: Activation) -> Definition {
    Definition(Letter("a"), activation.definition, name: "definition of \(activation.name)")
  }

  /// z_i^(ℓ)(m) = Σ_j w_ij^(ℓ) a_j^(ℓ−1)(m) + b_i^(ℓ).
  public static func weightedInput(_ layer: Layer = .current) -> Definition {
    let (i, j, m) = (
      Index("i", .nodes(layer)), Index("j", .nodes(layer - 1)), Index.m
    )
    return Definition(
      Letter("z", nodes: [i], layer: layer, example: m),
      .sum(
        over: j, .letter("w", i, j, layer: layer) * .letter("a", j, layer: layer - 1, example: m))
        + .letter("b", i, layer: layer),
      name: "definition of the weighted input")
  }

  /// δ_i^(ℓ)(m) = ∂J/∂z_i^(ℓ)(m).
  public static func error(_ layer: Layer = .current, node: String = "i") -> Definition {
    let z = Letter("z", nodes: [Index(node, .nodes(layer))], layer: layer, example: .m)
    return Definition(
      Letter("δ", nodes: z.nodes, layer: layer, example: .m), .partial(.letter("J"), by: z),
      name: "definition of δ")
  }
}
