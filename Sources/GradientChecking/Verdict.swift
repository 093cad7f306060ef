// Right, wrong, or cannot tell.

/// What a check says of a gradient, of an equation, or of one derivative.
public enum Verdict: String, Sendable, CaseIterable {
  case right
  case wrong
  case cannotTell = "cannot-tell"

  /// What a whole is when its parts are: wrong if one is, else unknown if one is.
  public static func of(_ parts: some Sequence<Verdict>) -> Verdict {
    var result = Verdict.right
    for part in parts {
      if part == .wrong { return .wrong }
      if part == .cannotTell { result = .cannotTell }
    }
    return result
  }
}
