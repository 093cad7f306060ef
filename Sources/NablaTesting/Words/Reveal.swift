// How much of the answer a failure may show.

/// How much of the right answer the text of a failure shows.
///
/// Where tests are public, their output tells what they expect. Whoever has the package can measure every
/// number, so this keeps an answer from being read by chance, and is no lock.
public enum Reveal: Int, Sendable, CaseIterable, Comparable {
  /// What is wrong and which mistake it looks like; no value.
  case pattern
  /// One entry besides: yours and what was measured.
  case worstEntry
  /// Every wrong entry.
  case values

  public static func < (a: Reveal, b: Reveal) -> Bool { a.rawValue < b.rawValue }
}

/// How far a failure helps: a hint, the line, the derivation.
public enum Hint: Int, Sendable, CaseIterable, Comparable {
  /// What is wrong, and what it looks like.
  case pattern = 1
  /// A line of the derivation, too: the one that has it right where the mistake is known, else the one to
  /// go on from.
  case line
  /// The whole derivation, too.
  case derivation

  public static func < (a: Hint, b: Hint) -> Bool { a.rawValue < b.rawValue }

  /// The stage that `NABLA_HINT` asks for: 1, 2 or 3; the first where it is not set.
  public static var asked: Hint {
    SystemEnvironment.value(of: "NABLA_HINT").flatMap { Int($0) }.flatMap { Hint(rawValue: $0) }
      ?? .pattern
  }

  var next: Hint? { Hint(rawValue: rawValue + 1) }
}
