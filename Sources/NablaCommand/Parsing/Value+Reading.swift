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
      guard let value = Double(word), value.isFinite else {
        throw InvalidValue(problem: .notNumber)
      }
      return .number(value)
    case .positiveNumber:
      guard let value = Double(word), value > 0, value.isFinite else {
        throw InvalidValue(problem: .notPositive)
      }
      return .number(value)
    case .magnitude:
      guard let value = Double(word), value >= 0, value.isFinite else {
        throw InvalidValue(problem: .negative)
      }
      return .number(value)
    case .share:
      guard let value = Double(word), 0..<1 ~= value else { throw InvalidValue(problem: .notShare) }
      return .number(value)
    case .countOrWord(let other):
      if word == other { return .text(word) }
      guard let value = Int(word), value >= 1 else {
        throw InvalidValue(problem: .notCount(orWord: other))
      }
      return .integer(value)
    case .sweep: return try sweep(word)
    case .choice(let choices):
      guard choices.contains(word) else {
        throw InvalidValue(problem: .notChoice(nearest: word.nearest(of: choices), of: choices))
      }
      return .text(word)
    case .sizes:
      let words = word.split(separator: "-", omittingEmptySubsequences: false)
      let sizes = words.compactMap { Int($0) }
      guard sizes.count == words.count, 2...10 ~= sizes.count,
        sizes.allSatisfy({ 1...99 ~= $0 })
      else { throw InvalidValue(problem: .notSizes) }
      return .sizes(sizes)
    case .parameter:
      guard let coordinate = Coordinate(reference: word) else {
        throw InvalidValue(problem: .notParameter)
      }
      return .parameter(coordinate)
    case .inputFile, .words: return .text(word)
    case .outputDirectory:
      guard !word.isEmpty, word != "-" else { throw InvalidValue(problem: .notDirectory) }
      return .text(word)
    case .moduleName:
      guard word.isModuleName else { throw InvalidValue(problem: .notModuleName) }
      return .text(word)
    case .outputFile:
      guard !word.isEmpty, word != "-" else { throw InvalidValue(problem: .notFile) }
      return .text(word)
    }
  }
}

extension ValueKind {
  /// `l2=0,0.01,0.1,1`
  private func sweep(_ word: String) throws(InvalidValue) -> Value {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = SweptSetting.allCases.map(\.rawValue)
    guard let setting = SweptSetting(rawValue: String(parts[0])) else {
      let name = parts.count == 2 ? String(parts[0]).nearest(of: names) : nil
      throw InvalidValue(problem: .notSweep(nearest: name.map { "\($0)=\(parts[1])" }))
    }
    let words =
      parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : []
    var values: [Double] = []
    for word in words {
      guard case .number(let value)? = try? setting.kind.read(String(word)) else {
        throw InvalidValue(problem: .notSweep(nearest: nil))
      }
      values.append(value)
    }
    guard !values.isEmpty else { throw InvalidValue(problem: .notSweep(nearest: nil)) }
    return .sweep(setting, values)
  }
}

extension SweptSetting {
  /// What its values may be.
  fileprivate var kind: ValueKind {
    switch self {
    case .l2, .l1: .magnitude
    case .rate: .positiveNumber
    case .momentum, .dropout: .share
    }
  }
}

/// A word that is no value of its kind.
struct InvalidValue: Error {
  let problem: UsageError.Problem
}
