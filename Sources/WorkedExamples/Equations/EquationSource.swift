// Where the equations of forward propagation and of the cost come from.

import Deriving
import NetworkModel
import Notation

/// Takes equations out of definitions and derivations, for the layers of one network.
struct EquationSource {
  let network: Network
  let batch: Batch
  /// The derivation of δ^(L), which begins with the cost and the hypothesis.
  let pair: Derivation

  /// - Throws: `.undefined` where the cost has no value at the hypothesis.
  init(_ network: Network, _ batch: Batch) throws(DerivingError) {
    self.network = network
    self.batch = batch
    pair = try Derivation.known(network.cost, network.hypothesis)
  }

  var last: Int { network.lastLayer }
  var isSingle: Bool { batch.count == 1 }

  /// A line's right side for layer l. One example alone needs no 1/M.
  func formula(_ expression: Expression, _ l: Int) -> Expression {
    let placed = expression.settingLayer(to: .number(l))
    return isSingle ? placed.replacing([.M: 1]).tidied : placed
  }

  /// The letter c of a function with a parameter belongs to its layer.
  func parameter(_ l: Int) -> [Expression: Expression] { [.c: .letter("c", layer: .number(l))] }

  func index(_ name: String, _ l: Int) -> Index { Index(name, .nodes(.number(l))) }

  /// A letter of layer l for node i and example m.
  func letter(_ name: String, _ l: Int) -> Letter {
    Letter(name, nodes: [index("i", l)], layer: .number(l), example: .m)
  }

  // MARK: - Forward

  /// z_i^(ℓ) = Σ_j w_ij^(ℓ) a_j^(ℓ−1) + b_i^(ℓ)                                  [W] (FP1.1)
  func weightedInput(_ l: Int) throws(DerivingError) -> WorkedEquation {
    let forward = try Derivation.propagation(.forward)
    return WorkedEquation(
      .weightedInput, layer: l, letter("z", l),
      formula(Definition.weightedInput.value, l), reason: "weighted input",
      reference: forward.definition(of: "z"))
  }

  /// a_i^(ℓ) = g(z_i^(ℓ)).
  func activation(_ l: Int) throws(DerivingError) -> WorkedEquation {
    let function = network.activations[l]
    let forward = try Derivation.propagation(.forward)
    return WorkedEquation(
      .activation, layer: l, letter("a", l),
      formula(Definition.activation(function).value, l).replacing(parameter(l)),
      reason: function.name, reference: forward.definition(of: "a"))
  }

  /// h_k = h(z_1 … z_K).
  func output() -> WorkedEquation {
    let definition = Definition.hypothesis(network.hypothesis)
    return WorkedEquation(
      .output, layer: last, definition.letter,
      formula(definition.value, last).replacing(parameter(last)),
      reason: network.hypothesis.name, reference: pair.definition(of: "h"))
  }

  /// J^(m), the share of each example; Ω, the penalty; J, their sum.
  func cost() -> [WorkedEquation] {
    let whole = Definition.cost(network.cost)
    let share = whole.value.withoutSum(over: .m)
    var equations: [WorkedEquation] = []
    if !isSingle {
      equations.append(
        WorkedEquation(
          .exampleCost, layer: nil, Letter("J", example: .m), share,
          reason: "\(network.cost.name), one example", reference: pair.definition(of: "J")))
    }
    let examples: Expression =
      isSingle ? formula(share, last) : .sum(over: .m, .letter("J", example: .m))
    guard !network.penalty.isNone else {
      return equations + [
        WorkedEquation(
          .cost, layer: nil, whole.letter, examples, reason: network.cost.name,
          reference: pair.definition(of: "J"))
      ]
    }
    let terms = network.penalty.generalTerm.addends.map(penalty)
    return equations + [
      WorkedEquation(
        .penalty, layer: nil, Letter("Ω"), terms.count == 1 ? terms[0] : .sum(terms),
        reason: "penalty"),
      WorkedEquation(
        .cost, layer: nil, whole.letter, examples + .letter("Ω"),
        reason: "\(network.cost.name) and penalty", reference: pair.definition(of: "J")),
    ]
  }
}

extension EquationSource {
  /// One term of the penalty over all weights, what is the same for all of them in front:
  /// λ/2M (Σ_i Σ_j (w_ij^(2))² + Σ_i Σ_j (w_ij^(3))²).
  private func penalty(_ term: Expression) -> Expression {
    guard case .product(let factors) = term else { return formula(term, last) }
    let shares = (2...last).map { l -> Expression in
      let (i, j) = (index("i", l), index("j", l - 1))
      let share = Expression.product(factors.filter { $0.contains(.w) })
      return .sum(
        over: i,
        .sum(over: j, share.replacing([.w: .letter("w", i, j, layer: .number(l))])))
    }
    return formula(
      .product(factors.filter { !$0.contains(.w) } + [.sum(shares)]), last)
  }
}

extension Expression {
  /// The formula without its Σ over an index: the share of one.
  fileprivate func withoutSum(over index: Index) -> Expression {
    if case .summation(index, _, let body) = self { return body }
    return mappingParts { $0.withoutSum(over: index) }
  }
}

extension Expression {
  static func letter(_ name: String, example: Index) -> Expression {
    .letter(Letter(name, example: example))
  }
}
