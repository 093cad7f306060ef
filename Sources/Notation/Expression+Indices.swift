// Free and bound indices: substitution that captures nothing, and equality up to the names of bound
// indices.

extension Expression {
  /// The index that this node binds, if it is a sum or a product over one.
  public var boundIndex: Index? {
    switch self {
    case .summation(let index, _, _), .maximum(let index, _, _), .repeatedProduct(let index, _):
      index
    default: nil
    }
  }

  /// The indices that this node itself mentions, without those of its parts.
  private var ownIndices: [Index] {
    switch self {
    case .letter(let letter), .partial(_, let letter), .define(let letter, _, _): letter.indices
    case .same(let a, let b): [a, b]
    case .index(let a): [a]
    case .summation(_, let excluded, _), .maximum(_, let excluded, _): excluded.map { [$0] } ?? []
    default: []
    }
  }

  /// The indices that are bound by no sum of the expression: what its value depends on.
  public var freeIndices: Set<Index> {
    var free = parts.reduce(into: Set<Index>()) { $0.formUnion($1.freeIndices) }
    if let bound = boundIndex { free.remove(bound) }
    return free.union(ownIndices).filter { $0.position == nil && $0.stepsBefore == nil }
  }

  /// Every index that occurs, free or bound.
  public var allIndices: Set<Index> {
    parts.reduce(Set(ownIndices + (boundIndex.map { [$0] } ?? []))) { $0.union($1.allIndices) }
  }

  /// The expression with a free index replaced. A sum over an index of the new one's name gets
  /// another name first, so nothing is captured.
  public func substituting(_ index: Index, by other: Index) -> Expression {
    if index == other { return self }
    if let bound = boundIndex {
      if bound == index { return self }
      if bound.name == other.name, freeIndices.contains(index) {
        let taken = allIndices.union([index, other])
        let fresh = bound.fresh(avoiding: taken)
        return renamingBound(to: fresh).substituting(index, by: other)
      }
    }
    func change(_ i: Index) -> Index { i == index ? other : i.moved(with: index, to: other) }
    switch mappingParts({ $0.substituting(index, by: other) }) {
    case .letter(let letter): return .letter(letter.mappingIndices(change))
    case .partial(let a, let x): return .partial(a, by: x.mappingIndices(change))
    case .same(let a, let b): return .same(change(a), change(b))
    case .index(let a): return .index(change(a))
    case .summation(let bound, let excluded, let a):
      return .summation(bound, excluding: excluded.map(change), a)
    case .maximum(let bound, let excluded, let a):
      return .maximum(bound, excluding: excluded.map(change), a)
    case let other: return other
    }
  }

  /// The expression with free indices replaced all at once: i may become k while k becomes i.
  public func substituting(_ old: [Index], by new: [Index]) -> Expression {
    if old.count == 1 { return substituting(old[0], by: new[0]) }
    let between = old.indices.map { Index("⟨\($0)⟩", old[$0].range) }
    let first = zip(old, between).reduce(self) { $0.substituting($1.0, by: $1.1) }
    return zip(between, new).reduce(first) { $0.substituting($1.0, by: $1.1) }
  }

  /// The same sum over an index of another name, which must not occur in it.
  public func renamingBound(to fresh: Index) -> Expression {
    switch self {
    case .summation(let bound, let excluded, let a):
      .summation(fresh, excluding: excluded, a.substituting(bound, by: fresh))
    case .maximum(let bound, let excluded, let a):
      .maximum(fresh, excluding: excluded, a.substituting(bound, by: fresh))
    case .repeatedProduct(let bound, let a):
      .repeatedProduct(fresh, a.substituting(bound, by: fresh))
    default: self
    }
  }

  /// The expression with every sum renamed whose index has the name of a given one.
  public func renamingBound(avoiding taken: Set<Index>) -> Expression {
    let inner = mappingParts { $0.renamingBound(avoiding: taken) }
    guard let bound = inner.boundIndex, taken.contains(where: { $0.name == bound.name }) else {
      return inner
    }
    return inner.renamingBound(to: bound.fresh(avoiding: taken.union(inner.allIndices)))
  }

  /// The expression with bound indices named by their depth: equal for expressions that differ only in
  /// these names.
  public var canonical: Expression { canonical(depth: 0) }

  private func canonical(depth: Int) -> Expression {
    guard let bound = boundIndex else { return mappingParts { $0.canonical(depth: depth) } }
    let renamed = renamingBound(to: Index("⟨bound \(depth)⟩", bound.range))
    return renamed.mappingParts { $0.canonical(depth: depth + 1) }
  }

  /// Whether two expressions are the same but for the names of bound indices.
  public func isSame(as other: Expression) -> Bool {
    self == other || canonical == other.canonical
  }

  /// The expression with layer ℓ set to another: ℓ−1 becomes L−1 where ℓ becomes L.
  public func settingLayer(to layer: Layer) -> Expression {
    switch mappingParts({ $0.settingLayer(to: layer) }) {
    case .letter(let letter): .letter(letter.settingLayer(to: layer))
    case .partial(let a, let x): .partial(a, by: x.settingLayer(to: layer))
    case .same(let a, let b): .same(a.settingLayer(to: layer), b.settingLayer(to: layer))
    case .index(let a): .index(a.settingLayer(to: layer))
    case .summation(let index, let excluded, let a):
      .summation(
        index.settingLayer(to: layer), excluding: excluded?.settingLayer(to: layer), a)
    case .maximum(let index, let excluded, let a):
      .maximum(index.settingLayer(to: layer), excluding: excluded?.settingLayer(to: layer), a)
    case .repeatedProduct(let index, let a):
      .repeatedProduct(index.settingLayer(to: layer), a)
    case let other: other
    }
  }
}

extension Layer {
  /// The layer with ℓ set to another.
  public func setting(_ layer: Layer) -> Layer { base == .current ? layer + offset : self }
}

extension Index {
  public func settingLayer(to layer: Layer) -> Index {
    guard case .nodes(let own) = range else { return self }
    return over(.nodes(own.setting(layer)))
  }

  /// What t−1 is when t becomes 3, or t−1: two steps are as far apart as they were.
  fileprivate func moved(with index: Index, to other: Index) -> Index {
    guard let own = stepsBefore, let old = index.stepsBefore else { return self }
    if let position = other.position { return Index(position - own + old, of: other.range) }
    return other.stepsBefore.map { .step(before: $0 + own - old) } ?? self
  }

  /// An index over the same range whose name does not occur among others.
  public func fresh(avoiding taken: Set<Index>) -> Index {
    let names = Set(taken.map(\.name))
    let candidates =
      switch range {
      case .examples: ["m", "r", "q"]
      case .nodes: ["i", "j", "k", "p", "q", "c"]
      case .powers: ["j", "c", "p"]
      case .parameters: ["p", "q", "r"]
      case .steps: ["s", "r", "q"]
      }
    let free = candidates.first { !names.contains($0) }
    return Index(free ?? candidates[0] + String(names.count), range)
  }
}

extension Letter {
  public func settingLayer(to other: Layer) -> Letter {
    Letter(
      name, nodes: nodes.map { $0.settingLayer(to: other) }, layer: layer?.setting(other),
      example: example)
  }
}
