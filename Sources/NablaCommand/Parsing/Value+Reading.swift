// From a word to a value of its kind.

import Nabla

extension ValueKind {
  /// The value that a word means, or why it means none.
  func read(_ word: String) throws(InvalidValue) -> Value {
    switch self {
    case .integer(let least):
      guard let value = Int(word), value >= least else {
        throw InvalidValue(problem: .notWhole(atLeast: least))
      }
      return .integer(value)
    case .number:
      guard let value = Double(word), value.isFinite else { throw InvalidValue(problem: .notNumber) }
      return .number(value)
    case .positiveNumber:
      guard let value = Double(word), value > 0, value.isFinite else {
        throw InvalidValue(problem: .notPositive)
      }
      return .number(value)
    case .choice(let choices):
      guard choices.contains(word) else {
        throw InvalidValue(problem: .notChoice(nearest: word.nearest(of: choices), of: choices))
      }
      return .text(word)
    case .parameter:
      guard let coordinate = Coordinate(reference: word) else {
        throw InvalidValue(problem: .notParameter)
      }
      return .parameter(coordinate)
    case .inputFile, .words: return .text(word)
    case .outputFile:
      guard !word.isEmpty, word != "-" else { throw InvalidValue(problem: .notFile) }
      return .text(word)
    }
  }
}

/// A word that is no value of its kind.
struct InvalidValue: Error {
  let problem: UsageError.Problem
}
