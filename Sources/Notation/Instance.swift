// A concrete network (or any other set of numbers) that lines of a derivation are evaluated on.

/// Numbers for the given letters, definitions for the others, and the end of every range.
public struct Instance: Sendable {
  /// The number of nodes of layers 1 … L.
  public var sizes: [Int]
  /// M.
  public var examples: Int
  /// d, the degree of a polynomial.
  public var degree: Int
  /// The number that ℓ stands for; t, where a line counts steps instead of layers.
  public var current: Int
  /// The letters that are given: x, y, weights, biases, λ.
  public var given: [Entry: Double]
  /// The letters that are defined, from the innermost out or in any other order.
  public var definitions: [Definition]
  /// What a function that has a name only stands for, in the letter z, by name and layer: g, h.
  public var functions: [Entry: Expression]
  /// In words: "3-2-2, 2 examples, seed 4".
  public var name: String

  /// A letter with every index a number.
  public struct Entry: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public let nodes: [Int]
    public let layer: Int?
    public let example: Int?

    public init(_ name: String, nodes: [Int] = [], layer: Int? = nil, example: Int? = nil) {
      self.name = name
      self.nodes = nodes
      self.layer = layer
      self.example = example
    }

    /// All in one number, of its name the first byte: an entry is looked up whenever a letter is
    /// evaluated, and hashing one field after the other takes longer than the arithmetic.
    public func hash(into hasher: inout Hasher) {
      var numbers = Int(name.utf8.first ?? 0)
      for number in nodes { numbers = numbers &* 31 &+ number }
      hasher.combine((numbers &* 31 &+ (layer ?? 0)) &* 31 &+ (example ?? 0))
    }

    public var description: String {
      let lower = nodes.isEmpty ? "" : "_" + nodes.map(String.init).joined()
      let upper = [layer.map { "(\($0))" }, example.map { "(\($0))" }].compactMap { $0 }
      return name + lower + (upper.isEmpty ? "" : "^" + upper.joined())
    }
  }

  public init(
    name: String, sizes: [Int] = [1], examples: Int = 1, degree: Int = 0, current: Int = 1,
    given: [Entry: Double] = [:], definitions: [Definition] = [],
    functions: [Entry: Expression] = [:]
  ) {
    self.name = name
    self.sizes = sizes
    self.examples = examples
    self.degree = degree
    self.current = current
    self.given = given
    self.definitions = definitions
    self.functions = functions
  }

  /// The number of a layer, where ℓ is `current`.
  public func number(of layer: Layer, current: Int) -> Int {
    switch layer.base {
    case .current: current + layer.offset
    case .last: sizes.count + layer.offset
    case .zero: layer.offset
    }
  }

  /// The numbers that an index runs through.
  public func values(of range: Index.Range, current: Int) -> ClosedRange<Int> {
    switch range {
    case .nodes(let layer): 1...sizes[number(of: layer, current: current) - 1]
    case .examples: 1...examples
    case .powers: 0...degree
    case .parameters: 1...zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    case .steps(let before): 1...current - before
    }
  }
}

/// What indices stand for at one place of a line.
public struct Assignment: Hashable, Sendable {
  public var indices: [Index: Int]
  /// The number that ℓ stands for.
  public var current: Int

  public init(_ indices: [Index: Int] = [:], current: Int) {
    self.indices = indices
    self.current = current
  }
}

extension Instance {
  /// Every assignment of numbers to some indices.
  public func assignments(of indices: [Index]) -> [Assignment] {
    indices.reduce([Assignment(current: current)]) { assignments, index in
      assignments.flatMap { assignment in
        values(of: index.range, current: current).map { value in
          var next = assignment
          next.indices[index] = value
          return next
        }
      }
    }
  }
}
