// A derivative written in the function itself: e^(−z) / (1 + e^(−z))² is a (1 − a).

import Notation

extension Chain {
  /// Writes the right side in letters that are defined in `context`, where that is possible; else
  /// leaves it as it is.
  ///
  /// - Parameter inner: the letter that should be gone then: z.
  mutating func recognise(eliminating inner: String) {
    for attempt in [[], [Rule.fractionSplitting], [.completing, .fractionSplitting]] {
      var trial = self
      guard attempt.allSatisfy({ trial.use($0) }) else { continue }
      trial.use(.cancelling)
      guard trial.use(.recognition), !trial.right.mentions(inner) else { continue }
      trial.use(.factoring)
      self = trial
      return
    }
  }
}

extension Expression {
  /// Whether a letter of this name occurs.
  func mentions(_ name: String) -> Bool {
    contains {
      if case .letter(let letter) = $0 { letter.name == name } else { false }
    }
  }
}
