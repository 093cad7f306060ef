// What a terminal sends when a key is pressed.

/// A key.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, tab, backspace, delete, escape
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// Ctrl and a letter that has no other meaning.
  case control(Character)
  /// Ctrl-D, which ends input.
  case endOfInput
  /// A sequence that means nothing here.
  case unknown
}
