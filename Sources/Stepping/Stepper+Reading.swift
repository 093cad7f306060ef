// From a typed line to a command: whole words, unambiguous prefixes, keys, numbers before them.

import NetworkModel

extension Stepper {
  /// Why a line is no command, in a sentence.
  struct Misreading: Error, Equatable {
    let sentence: String
  }

  /// Does what a typed line says; an empty one repeats the last command.
  public mutating func enter(_ line: String) -> Effect {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return perform(lastCommand ?? .next(1)) }
    do throws(Misreading) {
      return perform(try Self.command(words.joined(separator: " ")))
    } catch {
      say(error.sentence)
      return .none
    }
  }

  /// The command that a line of words means.
  static func command(_ line: String) throws(Misreading) -> Command {
    if line.first == "/" {
      return .find(String(line.dropFirst().drop { $0 == " " }))
    }
    // 3n, 3 next.
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count).drop { $0 == " " }
    if !digits.isEmpty {
      if rest.isEmpty { return .goto(line) }
      let word = try word(String(rest.split(separator: " ")[0]))
      guard word.argument == "[n]", !rest.contains(" "), let command = word.command(String(digits))
      else { throw Misreading(sentence: "A number has no meaning before \(word.word).") }
      return command
    }
    let name = line.prefix { $0 != " " }
    let word = try word(String(name))
    let argument = String(line.dropFirst(name.count).drop { $0 == " " })
    if let command = word.command(argument) { return command }
    let usage = ([word.word] + [word.argument].compactMap { $0 }).joined(separator: " ")
    throw Misreading(sentence: "\(argument.quotable) has no meaning here. Type: \(usage)")
  }

  /// A key, a word, or the beginning of one word.
  private static func word(_ name: String) throws(Misreading) -> Word {
    if name.count == 1, let word = words.first(where: { $0.keys.contains(name.first!) }) {
      return word
    }
    let lower = name.lowercased()
    let spellings = words.flatMap { word in ([word.word] + word.synonyms).map { ($0, word) } }
    if let exact = spellings.first(where: { $0.0 == lower }) { return exact.1 }
    let matches = spellings.filter { $0.0.hasPrefix(lower) }
    let names = matches.map(\.1.word).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    if names.count == 1 { return matches[0].1 }
    if names.count > 1 {
      let candidates = matches.map(\.0).sorted().joined(separator: ", ")
      throw Misreading(sentence: "\(name.quotable) could be: \(candidates).")
    }
    let nearest = nearestName(to: lower, among: spellings.map(\.0))
    throw Misreading(
      sentence: "\(name.quotable) is no command. "
        + (nearest.map { "Did you mean \($0)?" } ?? "Type help for all of them."))
  }
}
