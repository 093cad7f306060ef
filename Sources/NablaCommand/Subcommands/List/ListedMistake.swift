// The mistakes that a diagnosis knows, a line for each name.

import Nabla

/// A mistake by its name, and its wrong formulas: more than one where it is made in several ways.
struct ListedMistake {
  let name: String
  let equation: String
  let formulas: [String]
  /// Why it is wrong, one sentence for each way in which it is made.
  let lessons: [String]

  /// Every name, in the order in which a diagnosis prefers them.
  static let all: [ListedMistake] = {
    var names: [String] = []
    for mistake in NetworkMistake.all where !names.contains(mistake.name) {
      names.append(mistake.name)
    }
    return names.map { name in
      let mistakes = NetworkMistake.all.filter { $0.name == name }
      return ListedMistake(
        name: name, equation: mistakes[0].equation, formulas: unique(mistakes.map(\.formula)),
        lessons: unique(mistakes.map(\.lesson)))
    }
  }()

  private static func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
