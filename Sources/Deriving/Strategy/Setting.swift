// Where a derivation is checked, and what is known of its letters' values.

import NetworkModel
import Notation

/// The networks of a derivation, the ranges of its letters, and networks on which a condition fails.
struct Setting {
  let instances: [Instance]
  /// Between which bounds the letters of a name lie, and in words.
  var ranges: [String: (range: ValueRange, words: String)] = [:]
  /// A network on which an assumption does not hold.
  var unassuming: Instance?
  /// A network with more outputs.
  var larger: Instance?

  /// What is to be said about something that a line needs; `nil` where it goes without saying.
  func judge(_ statement: Condition.Statement) -> Condition? {
    switch statement {
    case .different(let a, let b): return judge(statement, a, not: b)
    case .positive(let a): return judge(statement, a, not: 0)
    case .equal, .alone:
      guard let unassuming else { return Condition(statement: statement, status: .stated) }
      return Condition(
        statement: statement,
        status: .needed(counterexample: unassuming, name: unassuming.name))
    case .count:
      guard let larger else { return Condition(statement: statement, status: .stated) }
      return Condition(
        statement: statement, status: .needed(counterexample: larger, name: larger.name))
    }
  }

  /// The condition that an expression is not what it must not be.
  private func judge(
    _ statement: Condition.Statement, _ a: Expression, not b: Expression
  ) -> Condition {
    if b == 0, let reason = reasonForNonzero(a) {
      return Condition(statement: statement, status: .always(because: reason))
    }
    guard let instance = instances.first?.moved(to: a, equal: b) else {
      return Condition(statement: statement, status: .stated)
    }
    return Condition(
      statement: statement, status: .needed(counterexample: instance, name: instance.name))
  }

  /// The same with more letters on every network.
  func adding(_ definitions: [Definition], given: [Instance.Entry: Double] = [:]) -> Setting {
    func extended(_ instance: Instance) -> Instance {
      var instance = instance
      instance.definitions += definitions
      instance.given.merge(given) { $1 }
      return instance
    }
    var result = Setting(instances: instances.map(extended), ranges: ranges)
    result.unassuming = unassuming.map(extended)
    result.larger = larger.map(extended)
    return result
  }

  private func reasonForNonzero(_ expression: Expression) -> String? {
    var known: [Letter: ValueRange] = [:]
    var words: Set<String> = []
    expression.forEachLetter { letter in
      guard let entry = ranges[letter.name] else { return }
      known[letter] = entry.range
      words.insert(entry.words)
    }
    guard let range = expression.range(where: known), range.isPositive || range.upper < 0 else {
      return nil
    }
    return words.isEmpty
      ? "it is always \(range.isPositive ? "positive" : "negative")"
      : words.sorted().joined(separator: " and ")
  }
}

extension Expression {
  func forEachLetter(_ body: (Letter) -> Void) {
    if case .letter(let letter) = self { body(letter) }
    for part in parts { part.forEachLetter(body) }
  }
}

extension ValueRange {
  /// In words, of a letter: "h lies between 0 and 1".
  func words(for letter: String) -> String {
    if lower == 0 && upper == 1 { return "\(letter) lies between 0 and 1" }
    if isPositive { return "\(letter) is positive" }
    return "\(letter) lies between \(lower) and \(upper)"
  }
}
