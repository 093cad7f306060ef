// Which nodes and examples of a large network are written: the first three and the last.

public import Notation

/// What is left away of a large network.
public struct Abridgement: Hashable, Sendable {
  /// Of up to so many nodes of a layer, or examples, all are written.
  public let limit: Int
  /// Input nodes that are 0 in every example that is worked: no pixel of a blank margin is shown.
  public let blank: Set<Int>

  /// - Parameter limit: of up to so many nodes, examples or terms all are written; at least 4.
  public init(limit: Int = 6, blank: Set<Int> = []) {
    self.limit = limit
    self.blank = blank
  }

  /// The numbers that are written, the first three and the last, with `nil` where some are left away.
  public func shown(_ all: [Int], of range: Index.Range) -> [Int?] {
    guard all.count > limit else { return all }
    let telling = range == .nodes(.number(1)) ? all.filter { !blank.contains($0) } : all
    let kept = telling.count > 3 ? telling : all
    return Array(kept.prefix(3)) + [nil, kept[kept.count - 1]]
  }

  /// Those of them that are numbers.
  public func kept(_ all: [Int], of range: Index.Range) -> [Int] {
    shown(all, of: range).compactMap(\.self)
  }
}
