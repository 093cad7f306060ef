// What a user should know even where the verdict is right.

public import NetworkModel
import Numbers

/// A fact about the network that limits what its check says.
public enum Warning: Hashable, Sendable {
  /// The point lies on kinks, where there is no derivative and backprop uses a convention.
  case atKinks(first: Kink, count: Int)
  /// Some nudges would have crossed a kink; the sides were held.
  case heldSides(first: Kink, parameters: Int)
  /// |g′| is below 10^−8 for a hidden node in every example.
  case saturated(layer: Int, nodes: [Int])
  /// A rectifier passes nothing on in any example.
  case dead(layer: Int, nodes: [Int])
  /// The penalty's part of every weight's derivative is below what the check can see.
  case invisiblePenalty(largest: Double, detectable: Double)
  /// ‖δ^(ℓ)‖ from the output layer down shrinks, or grows, by more than 10^6.
  case vanishing(norms: [Double])
  case exploding(norms: [Double])
  /// Features that are 0 in every example: the weights from them have the derivative 0.
  case zeroFeatures(count: Int)

  static func all(
    of subject: CheckSubject, _ claim: EngineClaim, _ comparisons: [Comparison]
  ) -> [Warning] {
    kinks(claim) + crossings(comparisons) + units(subject, claim) + features(subject)
      + penalty(subject, comparisons) + norms(claim)
  }

  private static func kinks(_ claim: EngineClaim) -> [Warning] {
    guard let first = claim.forward.kinks.first else { return [] }
    return [.atKinks(first: first, count: Set(claim.forward.kinks).count)]
  }

  private static func crossings(_ comparisons: [Comparison]) -> [Warning] {
    let crossings = comparisons.lazy.compactMap(\.measurement.crossing)
    return crossings.first.map {
      [.heldSides(first: $0, parameters: crossings.count { _ in true })]
    }
      ?? []
  }

  private static func units(_ subject: CheckSubject, _ claim: EngineClaim) -> [Warning] {
    subject.network.activations.range.flatMap { l -> [Warning] in
      let activation = subject.network.activations[l]
      guard activation.slope != .number(0), let slope = claim.engine.engine.slope(l, claim.forward)
      else { return [] }
      let flat = (1...slope.rows).filter { i in
        slope.entries[slope.range(ofRow: i)].allSatisfy { $0.magnitude < 1e-8 }
      }
      if flat.isEmpty { return [] }
      return activation.definition.kinkCount > 0
        ? [.dead(layer: l, nodes: flat)] : [.saturated(layer: l, nodes: flat)]
    }
  }

  private static func features(_ subject: CheckSubject) -> [Warning] {
    let X = subject.batch.inputs
    let count = (1...X.rows).count { n in
      X.entries[X.range(ofRow: n)].allSatisfy { $0 == 0 }
    }
    return count > 0 ? [.zeroFeatures(count: count)] : []
  }

  private static func penalty(_ subject: CheckSubject, _ comparisons: [Comparison]) -> [Warning] {
    if subject.network.penalty.isNone { return [] }
    let program = PenaltyProgram(subject.network.penalty)
    var frame = program.frame(over: Double.self, examples: subject.batch.count)
    var largest = 0.0
    var detectable = 0.0
    for comparison in comparisons {
      guard case .weight = comparison.coordinate else { continue }
      let slope = program.slope(
        subject.network.parameters[comparison.coordinate], &frame
      ).magnitude
      if slope > comparison.detectable { return [] }
      largest = max(largest, slope)
      detectable = max(detectable, comparison.detectable)
    }
    return [.invisiblePenalty(largest: largest, detectable: detectable)]
  }

  private static func norms(_ claim: EngineClaim) -> [Warning] {
    let norms = claim.backward.error.elements.map { δ in
      δ.entries.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    guard let first = norms.first, let last = norms.last, last > 0 else { return [] }
    if first < 1e-6 * last { return [.vanishing(norms: norms)] }
    if first > 1e6 * last { return [.exploding(norms: norms)] }
    return []
  }
}
