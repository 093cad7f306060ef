// What each warning means and what to do, in words.

import GradientChecking
import NetworkModel

extension Warning {
  func words(_ network: Network, _ markup: Markup) -> String {
    switch self {
    case .atKinks(let first, let count): Self.kinkWords(first, count, network, markup)
    case .heldSides(let first, let parameters): Self.heldWords(first, parameters, markup)
    case .saturated(let layer, let nodes):
      "Layer \(layer): \(Self.nodeWords(nodes, layer, network)) saturated, |g′(z)| < 1e-8 in every "
        + "example. Almost nothing is passed back there, so the weights before hardly learn, and the "
        + "check says little about their formula. Start from smaller weights, or scale the features "
        + "to about 1."
    case .dead(let layer, let nodes):
      "Layer \(layer): \(Self.nodeWords(nodes, layer, network)) dead: no example turns "
        + "\(nodes.count == 1 ? "it" : "them") on, so every derivative of "
        + "the parameters that lead there is 0, whatever the formula. Raise the bias, or check with "
        + "other examples."
    case .invisiblePenalty(let largest, let detectable):
      "The penalty adds at most \(NumberText.text(largest, digits: 2)) to any weight's derivative, "
        + "less than this check can see (\(NumberText.limit(detectable))): a forgotten penalty would "
        + "pass. Check once with a larger λ."
    case .vanishing(let norms):
      "The errors vanish on the way back: \(Self.normWords(norms, markup)). The first layers hardly "
        + "learn. Start from larger weights, or take an activation with a larger slope."
    case .exploding(let norms):
      "The errors explode on the way back: \(Self.normWords(norms, markup)). A step of learning will "
        + "throw the first layers far. Start from smaller weights."
    case .zeroFeatures(let count):
      "\(counted(count, "feature")) of \(NumberText.count(network.sizes[0])) "
        + "\(count == 1 ? "is" : "are") 0 in every example, which therefore say nothing about the "
        + "weights from there: that part of the formula is not tested. Add examples in which "
        + "\(count == 1 ? "it is" : "they are") not 0."
    }
  }

  private static func kinkWords(
    _ first: Kink, _ count: Int, _ network: Network, _ markup: Markup
  ) -> String {
    let others =
      count > 1 ? ", and so \(count == 2 ? "is" : "are") \(counted(count - 1, "other"))" : ""
    return
      "\(first.coordinate.symbol(markup)) (\(first.words)) is exactly on a kink\(others). J has no "
      + "derivative there; \(convention(first, network)), and the check measures J with that side "
      + "held. Code with another convention gets other numbers and is no less right."
  }

  /// What backprop takes for the slope at a kink.
  private static func convention(_ kink: Kink, _ network: Network) -> String {
    guard case .node(let l, _, _) = kink else { return "by convention sign(0) = 0" }
    let isOutput = l == network.lastLayer
    let name = isOutput ? network.hypothesis.name : network.activations[l].name
    let parameter = isOutput ? network.hypothesis.parameter : network.activations[l].parameter
    let g = isOutput ? "h" : "g"
    if name == "step" { return "by convention the slope of a step is 0 at its jump, too" }
    let slope = NumberText.text(parameter?.value ?? 0)
    return "by convention \(g)′(0) = \(slope) for this \(name)"
  }

  private static func heldWords(_ first: Kink, _ parameters: Int, _ markup: Markup) -> String {
    "For \(counted(parameters, "parameter")) a nudge would have crossed a kink (the first: "
      + "\(first.coordinate.symbol(markup)), \(first.words)). Every max and bracket was held on the "
      + "side that it has here, so the measured slope is that of J at this point; there is nothing "
      + "to do. A checker that does not hold the sides may report an error here that is not one."
  }

  /// `nodes 1, 2 and 5 are`.
  private static func nodeWords(_ nodes: [Int], _ layer: Int, _ network: Network) -> String {
    if nodes.count == 1 { return "node \(nodes[0]) is" }
    if nodes.count == network.size(layer) { return "all \(counted(nodes.count, "node")) are" }
    return "nodes \(listed(nodes.map(String.init))) are"
  }

  /// The norms from the output layer down.
  private static func normWords(_ norms: [Double], _ markup: Markup) -> String {
    let words = norms.enumerated().reversed().map { position, norm in
      let l = position + 2
      let δ = markup == .plain ? "δ^(\(l))" : "δ<sup>(\(l))</sup>"
      return "‖\(δ)‖ = \(NumberText.text(norm, digits: 2))"
    }
    if words.count <= 5 { return listed(words) }
    return words.prefix(2).joined(separator: ", ") + ", …, "
      + words.suffix(2).joined(separator: ", ")
  }
}
