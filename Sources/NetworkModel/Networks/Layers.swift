// Lists that count layers as the notes do.

/// Something for each layer from `first` on, addressed by the layer's number.
@frozen
public struct Layers<Element> {
  public let first: Int
  public var elements: [Element]

  @inlinable
  public init(first: Int, _ elements: [Element]) {
    self.first = first
    self.elements = elements
  }

  @inlinable
  public subscript(l: Int) -> Element {
    get { elements[l - first] }
    set { elements[l - first] = newValue }
    _modify { yield &elements[l - first] }
  }

  /// The numbers of the layers.
  @inlinable public var range: Range<Int> { first..<first + elements.count }

  @inlinable
  public func map<T>(_ transform: (Element) throws -> T) rethrows -> Layers<T> {
    Layers<T>(first: first, try elements.map(transform))
  }
}

extension Layers: Sendable where Element: Sendable {}
extension Layers: Equatable where Element: Equatable {}
