// On what a letter depends: its definition says it, or a path that the context names.

import Notation

/// A way in which one quantity depends on another: J on z^(ℓ), only through z^(ℓ+1).
public struct Path: Hashable, Sendable {
  /// What depends: J.
  public let quantity: String
  /// On what: z_j^(ℓ)(m).
  public let variable: Letter
  /// Through what: z_i^(ℓ+1)(m), its first node being the one that is summed over.
  public let through: Letter
  /// Whether only the node of the variable itself counts, as for a function of each output by itself.
  public let isSingle: Bool
  /// Whether every example is a path of its own, as for a weight: the sum over m.
  public let sumsExamples: Bool

  public init(
    of quantity: String, on variable: Letter, through: Letter, isSingle: Bool = false,
    sumsExamples: Bool = false
  ) {
    self.quantity = quantity
    self.variable = variable
    self.through = through
    self.isSingle = isSingle
    self.sumsExamples = sumsExamples
  }
}

extension RuleContext {
  /// Whether an expression can change when a letter does.
  func depends(_ expression: Expression, on x: Letter) -> Bool {
    depends(expression, on: x, depth: 0)
  }

  private func depends(_ expression: Expression, on x: Letter, depth: Int) -> Bool {
    if case .letter(let letter) = expression {
      if letter.isElement(ofSame: x) { return true }
      if paths.contains(where: { $0.quantity == letter.name && $0.variable.isElement(ofSame: x) }) {
        return true
      }
      guard depth < 12, let value = value(of: letter) else { return false }
      return depends(value, on: x, depth: depth + 1)
    }
    return expression.parts.contains { depends($0, on: x, depth: depth) }
  }

  /// What a letter stands for.
  func value(of letter: Letter) -> Expression? {
    definitions.lazy.compactMap { $0.value(of: letter) }.first
  }

  func definition(of letter: Letter) -> Definition? {
    definitions.first { $0.value(of: letter) != nil }
  }

  /// The path that leads from a quantity to a variable.
  func path(from quantity: Letter, to x: Letter) -> Path? {
    paths.first { $0.quantity == quantity.name && $0.variable.isElement(ofSame: x) }
  }
}

extension Letter {
  /// Whether both are elements of the same array: of one name, in one layer.
  func isElement(ofSame other: Letter) -> Bool {
    name == other.name && layer == other.layer && nodes.count == other.nodes.count
  }
}

extension Path {
  /// The letter that the path goes through, for a variable with these indices.
  func through(_ x: Letter, node: Index?, example: Index?) -> Letter {
    var nodes = through.nodes
    if let node {
      nodes = [node]
    } else if let position = x.nodes.first, !nodes.isEmpty, nodes[0].position == nil {
      nodes = [position.over(nodes[0].range)]
    }
    return Letter(
      through.name, nodes: nodes, layer: through.layer,
      example: example ?? (through.example == nil ? nil : x.example ?? through.example))
  }
}
