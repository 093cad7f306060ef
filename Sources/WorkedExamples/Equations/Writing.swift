// Writing an equation out for given nodes and a given example: every Σ becomes its terms.

import Deriving
public import Notation

/// A network's shape, and the place at which an equation is written out.
///
/// Letters come from several derivations, which count layers in their own way (z_k of the output layer,
/// z_i^(ℓ) of any, a_j^(1) of the input); here each quantity has one letter.
public struct Writing: Sendable {
  /// s_1 … s_L.
  public let sizes: [Int]
  /// M.
  public let examples: Int
  /// What a sum that is written out leaves away; `nil` to write all terms.
  public let abridgement: Abridgement?

  /// - Parameters: s_1 … s_L, M, and what is left away.
  public init(sizes: [Int], examples: Int, abridgement: Abridgement? = nil) {
    self.sizes = sizes
    self.examples = examples
    self.abridgement = abridgement
  }

  /// The one name and layer of a quantity, whatever its derivation calls it.
  package func name(of letter: Letter) -> (name: String, layer: Int?) {
    var name = letter.name
    var layer = letter.layer.map(number)
    if layer == nil, ["z", "h′"].contains(letter.original.name), !letter.nodes.isEmpty {
      layer = sizes.count
    }
    let mark = name.last == WorkedLetter.updatedMark ? "⁺" : ""
    switch (letter.original.name, layer) {
    case ("a", 1): (name, layer) = ("x", nil)
    case ("a", sizes.count): (name, layer) = ("h" + mark, nil)
    default: break
    }
    return (name, layer)
  }

  /// A letter of an equation with numbers for its indices.
  func letter(_ letter: Letter, _ place: [Index: Int]) -> Letter {
    let (name, layer) = name(of: letter)
    let nodes = letter.nodes.map { Self.fixed($0, place) }
    // One example alone is not numbered.
    let example = letter.example.flatMap {
      examples == 1 ? nil : Index($0.position ?? place[$0.plain]!, of: .examples)
    }
    return Letter(name, nodes: nodes, layer: layer.map(Layer.number), example: example)
  }

  private static func fixed(_ index: Index, _ place: [Index: Int]) -> Index {
    guard let position = index.position ?? place[index.plain] else {
      preconditionFailure("the index \(index) has no value; known are \(place)")
    }
    return Index(position, of: .outputs)
  }

  private func number(_ layer: Layer) -> Int {
    switch layer.base {
    case .last: sizes.count + layer.offset
    case .zero: layer.offset
    case .current: preconditionFailure("layer \(layer) of an equation is no number")
    }
  }

  /// The numbers that an index runs through.
  package func values(of range: Index.Range) -> ClosedRange<Int> {
    switch range {
    case .nodes(let layer): 1...sizes[number(layer) - 1]
    case .examples: 1...examples
    case .powers, .parameters, .steps:
      preconditionFailure("an equation of a network counts no \(range)")
    }
  }

  /// The formula for nodes and an example.
  public func formula(_ formula: Expression, _ place: [Index: Int] = [:]) -> Expression {
    switch formula {
    case .letter(let letter):
      // A letter that a formula defines for itself stays.
      if letter.indices.isEmpty && letter.layer == nil { return formula }
      return .letter(self.letter(letter, place))
    case .partial(.letter(Letter("J")), by: let x):
      return .letter(WorkedLetter.slopeOfCost(by: letter(x, place)))
    case .call(let function, primes: 1, .letter(let z)):
      return .letter(WorkedLetter.slope(function, at: letter(z, place)))
    case .same(let a, let b):
      return Self.fixed(a, place) == Self.fixed(b, place) ? 1 : 0
    case .index(let index): return .number(Double(index.position ?? place[index.plain]!))
    case .summation(let index, let excluded, let body):
      return .sum(terms(index, excluded, body, place).flatMap(\.summands))
    case .sum(let terms): return .sum(terms.flatMap { self.formula($0, place).summands })
    case .maximum(let index, let excluded, let body):
      let all = Writing(sizes: sizes, examples: examples)
      let terms = all.terms(index, excluded, body, place)
      return terms.dropFirst().reduce(terms[0]) { .max($0, $1, tie: .first) }
    default: return formula.mappingParts { self.formula($0, place) }
    }
  }

  private func terms(
    _ index: Index, _ excluded: Index?, _ body: Expression, _ place: [Index: Int]
  ) -> [Expression] {
    let left = excluded.map { $0.position ?? place[$0.plain]! }
    let positions = values(of: index.range).filter { $0 != left }
    let shown = abridgement?.shown(positions, of: index.range) ?? positions.map { $0 }
    return shown.map { position in
      guard let position else { return .ellipsis }
      var next = place
      next[index.plain] = position
      return formula(body, next)
    }
  }
}

extension Index {
  /// The name alone: lines of one derivation give the same index different ranges.
  var plain: Index { Index(name, .outputs) }
}

extension Expression {
  /// Stands for the terms of a sum that are left away.
  public static let ellipsis = Expression.letter("…")

  /// The terms of a sum: a Σ within a Σ needs no parentheses once both are written out.
  fileprivate var summands: [Expression] {
    if case .sum(let terms) = self { terms } else { [self] }
  }
}
