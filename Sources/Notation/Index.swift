// Layers and indices of the notes: ℓ and L above the line, i, j, k, m and their ranges.

/// A layer as the notes write it above a letter: ℓ, ℓ+1, L, or a number.
public struct Layer: Hashable, Sendable, CustomStringConvertible {
  public enum Base: Hashable, Sendable {
    /// ℓ, any layer that the equation holds for.
    case current
    /// L, the output layer.
    case last
    /// Layer 0, so that layer 2 is 0 + 2.
    case zero
  }
  public let base: Base
  public let offset: Int

  public init(_ base: Base, offset: Int = 0) {
    self.base = base
    self.offset = offset
  }

  public static let current = Layer(.current)
  public static let last = Layer(.last)
  public static func number(_ l: Int) -> Layer { Layer(.zero, offset: l) }

  public static func + (layer: Layer, n: Int) -> Layer {
    Layer(layer.base, offset: layer.offset + n)
  }
  public static func - (layer: Layer, n: Int) -> Layer { layer + -n }

  public var description: String {
    let sign = offset < 0 ? "−\(-offset)" : "+\(offset)"
    return switch base {
    case .current: offset == 0 ? "ℓ" : "ℓ" + sign
    case .last: offset == 0 ? "L" : "L" + sign
    case .zero: "\(offset)"
    }
  }
}

/// An index of the notes: a letter that runs over a range, or one fixed number of it.
public struct Index: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  public let range: Range

  /// What an index counts, from 1 to the end that the description names (powers from 0).
  public enum Range: Hashable, Sendable, CustomStringConvertible {
    /// Nodes of a layer: 1 … s_ℓ; of the output layer 1 … K, of the input layer 1 … N.
    case nodes(Layer)
    /// Training examples: 1 … M.
    case examples
    /// Powers of a polynomial: 0 … d.
    case powers
    /// Every weight and every bias of a network, numbered: 1 … P.
    case parameters
    /// Steps of learning, 1 … t, t being the step that a line speaks of; up to t−1 where `before` is 1.
    case steps(before: Int)

    public static let steps = Range.steps(before: 0)

    public static let outputs = Range.nodes(.last)

    public var description: String {
      switch self {
      case .nodes(.last): "K"
      case .nodes(.number(1)): "N"
      case .nodes(let layer): "s_\(layer)"
      case .examples: "M"
      case .powers: "d"
      case .parameters: "P"
      case .steps(0): "t"
      case .steps(let n): "t−\(n)"
      }
    }

    /// Where counting starts.
    public var first: Int { self == .powers ? 0 : 1 }
  }

  public init(_ name: String, _ range: Range = .outputs) {
    self.name = name
    self.range = range
  }

  /// One element: the number `position` of the range.
  public init(_ position: Int, of range: Range) {
    self.init("\(position)", range)
  }

  /// Its number, where it is fixed.
  public var position: Int? { Int(name) }

  /// The step t that a line speaks of, or one before it: the last of its range, no free index.
  public static func step(before n: Int = 0) -> Index {
    Index("\(Range.steps(before: n))", .steps(before: n))
  }

  /// How many steps before t it is, where it is the last of its range: 1 for t−1.
  public var stepsBefore: Int? {
    guard case .steps(let n) = range, name.utf8.first == UInt8(ascii: "t") else { return nil }
    return n
  }

  /// The name is enough to tell most indices apart, and a range takes longer to hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The same name over another range.
  public func over(_ range: Range) -> Index { Index(name, range) }

  public var description: String { name }

  /// An output node; also a node of layer ℓ, where it is given that range.
  public static let i = Index("i")
  /// A third output node; also a node of layer ℓ−1.
  public static let j = Index("j")
  /// An output node, 1 … K.
  public static let k = Index("k")
  /// A training example, 1 … M.
  public static let m = Index("m", .examples)
}
