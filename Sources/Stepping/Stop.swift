// A place where a learner stops: one line, and all that can be said about it.

public import Reporting

/// One line of a walk.
///
/// What there is to see is laid out when it is asked for, since a terminal can change its size. A stop
/// that has nothing of some kind answers with no lines, and the stepper says so in a sentence.
public struct Stop: Sendable {
  /// Its number, as people type it: "8", "6b", "F3".
  public let id: String
  /// What stands beside the line, for menus and lists: "chain rule".
  public let name: String
  /// What `find` looks into, besides the number and the name.
  public let searched: [String]
  /// The line in smaller steps, which come before it.
  public let substeps: [Stop]
  /// A line that nobody could guess, a definition: a quiz shows it.
  public let isGiven: Bool
  private let contents: @Sendable (Aspect, TextStyle) -> [String]

  /// What can be asked about a line.
  public enum Aspect: Hashable, Sendable {
    /// The line itself: with the one before, what changed, its reason, its checks.
    case line
    /// What a quiz shows while the line is hidden: the lines that it comes from.
    case question
    /// The line in numbers, on one of the walk's sets of numbers, counted from 0.
    case numbers(Int)
    /// The rule: what it says, and why it holds.
    case why
    /// What the line needs, and what happens where that does not hold.
    case conditions
    /// What people write by mistake, and what that is worth.
    case mistake
    /// The first hint, what to look for; the second, the rule and its question.
    case hint(Int)
    /// Where it is in the network.
    case picture
  }

  /// - Parameter contents: the lines of an aspect, none wider than the style; none where there is
  ///   nothing to say.
  public init(
    id: String, name: String, searched: [String] = [], substeps: [Stop] = [],
    isGiven: Bool = false, contents: @escaping @Sendable (Aspect, TextStyle) -> [String]
  ) {
    self.id = id
    self.name = name
    self.searched = searched
    self.substeps = substeps
    self.isGiven = isGiven
    self.contents = contents
  }

  /// What there is to see of an aspect; no lines where there is nothing.
  public func lines(_ aspect: Aspect, style: TextStyle) -> [String] { contents(aspect, style) }
}
