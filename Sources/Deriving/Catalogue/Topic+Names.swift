// From the words that people type to a topic: "log-loss softmax", "g relu", "bp2".

import NetworkModel

/// Why words name no derivation.
public enum TopicError: Error, Hashable, Sendable {
  /// No topic has the name; `nearest` is the whole name that is nearest to it.
  case unknown(name: String, nearest: String?)
  /// The first words begin names, but the word behind them continues none.
  case unknownWord(String, behind: String, choices: [String])
  /// The words begin names, and another one has to follow.
  case incomplete(name: String, choices: [String])
  /// The pair has no cost: `needs` is what the cost needs of h, `values` those that h has.
  case undefined(cost: String, hypothesis: String, needs: [String], values: String)
}

extension Topic {
  /// The words of its name.
  public var words: [String] { name.split(separator: " ").map { String($0) } }

  /// The topic that some words name.
  ///
  /// Capitals do not matter; a cost, hypothesis or activation may go by any of its names, and an
  /// equation by its number: BP1.2 is BP1.
  public static func named(_ words: [String]) throws(TopicError) -> Topic {
    let typed = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { String($0) }
    let name = typed.map(standardWord)
    if let topic = all.first(where: { $0.keys == name }) { return topic }
    if let error = undefinedPair(name) { throw error }
    throw failure(typed, name)
  }

  /// The words that may follow the first words of names, in the order of the list.
  public static func continuations(of words: [String]) -> [String] {
    let start = words.map(standardWord)
    return all.filter { $0.keys.count > start.count && $0.keys.starts(with: start) }
      .reduce(into: []) { choices, topic in
        let next = topic.words[start.count]
        if !choices.contains(next) { choices.append(next) }
      }
  }

  /// The words of its name without capitals.
  private var keys: [String] { words.map { $0.lowercased() } }

  /// The name for an alias, the equation for one of its numbers; any other word as it is.
  private static func standardWord(_ word: String) -> String {
    let word = word.lowercased()
    if all.contains(where: { $0.keys == [word] }) { return word }
    if word.count == 5, ["fp", "bp"].contains(word.prefix(2)),
      [".1", ".2"].contains(word.suffix(2))
    {
      return String(word.prefix(3))
    }
    return Cost.named(word)?.name ?? Hypothesis.named(word)?.name ?? Activation.named(word)?.name
      ?? word
  }

  /// Every name that a word has, its own first.
  private static func names(of word: String) -> [String] {
    [word] + (Cost.named(word)?.aliases ?? [])
      + (Hypothesis.named(word)?.aliases ?? Activation.named(word)?.aliases ?? [])
  }

  private static func undefinedPair(_ words: [String]) -> TopicError? {
    guard words.count == 2, let cost = Cost.named(words[0]),
      let hypothesis = Hypothesis.named(words[1])
    else { return nil }
    let needs = cost.unmetNeeds(by: hypothesis, outputs: 3)
    // Arithmetic of intervals finds the bounds of (e^z − e^−z)/(e^z + e^−z) in its other form only.
    let range = hypothesis.soundForms[.hk]?.range(where: [:]) ?? hypothesis.range(outputs: 3)
    guard let range, !needs.isEmpty else { return nil }
    return .undefined(
      cost: cost.name, hypothesis: hypothesis.name, needs: needs.map(\.words), values: range.words)
  }

  /// Which word is wrong, and what was meant.
  private static func failure(_ typed: [String], _ words: [String]) -> TopicError {
    let name = typed.joined(separator: " ")
    let reversed = Array(words.reversed())
    if let topic = all.first(where: { $0.keys == reversed }) {
      return .unknown(name: name, nearest: topic.name)
    }
    if let nearest = corrected(typed) { return .unknown(name: name, nearest: nearest) }
    let known = words.indices.last { n in all.contains { $0.keys.starts(with: words[...n]) } }
    guard let known else {
      return .unknown(name: name, nearest: nearestName(to: name, among: all.map(\.name)))
    }
    let start = typed[...known].joined(separator: " ")
    let choices = continuations(of: Array(words[...known]))
    return known + 1 < typed.count
      ? .unknownWord(typed[known + 1], behind: start, choices: choices)
      : .incomplete(name: start, choices: choices)
  }

  /// The words with each wrong one replaced by the nearest that may stand in its place, if that gives
  /// a name.
  private static func corrected(_ typed: [String]) -> String? {
    var found: [String] = []
    for word in typed {
      let choices = continuations(of: found)
      let standard = standardWord(word)
      if choices.contains(where: { $0.lowercased() == standard }) {
        found.append(word)
      } else if let nearest = nearestName(to: word, among: choices.flatMap(names)) {
        found.append(nearest)
      } else {
        return nil
      }
    }
    let name = found.map(standardWord)
    return all.contains { $0.keys == name } ? found.joined(separator: " ") : nil
  }
}
