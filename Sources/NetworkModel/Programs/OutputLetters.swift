// The letters of an output program: which parts of the formulas are computed first, and where.

import Notation

/// The letters of an output program: each part of the formulas that has a sound form is one.
struct OutputLetters {
  let hypothesis: Hypothesis
  let kinked: Bool
  /// What is computed from z, h first.
  let computed: [Expression]
  let letters: [String]
  private var table: [Expression: Expression] = [:]

  init(_ hypothesis: Hypothesis) {
    self.hypothesis = hypothesis
    kinked = hypothesis.definition.kinkCount > 0
    let others = Self.ordered(
      hypothesis.soundForms.keys.filter { $0 != .hk && !$0.contains(.hi) })
    computed = [.hk] + others
    letters = ["z", "y", "M", "h"] + others.indices.map { "part \($0)" }
    // What belongs to two outputs is computed where it is used.
    for (part, form) in hypothesis.soundForms where part.contains(.hi) { table[part] = form }
    for (name, part) in zip(letters.dropFirst(4), others) {
      table[part] = .letter(Letter(name, node: .k))
      table[part.replacing([.hk: .hi])] = .letter(Letter(name, node: .i))
    }
    // h − y near h = 1 is (1 − y) − (1 − h): right to the last bits also where h rounds to 1.
    if let complement = table[1 - .hk] {
      let isLarge = Expression.bracket(.yk, .greater, 0.5)
      table[.hk - .yk] =
        isLarge * ((1 - .yk) - complement) + (1 - isLarge) * (.hk - .yk)
    }
  }

  /// A formula in which each part with a sound form is a letter.
  func formula(_ formula: Expression) -> Expression { formula.replacing(table) }

  /// Parts in an order that is the same in every run, which that of a dictionary's keys is not.
  static func ordered(_ parts: [Expression]) -> [Expression] {
    let usual: [Expression] = [.log(.hk), .log(1 - .hk), .hk, 1 - .hk]
    // Spelling an expression out is slow: only those that nobody expects are told apart by that.
    return usual.filter(parts.contains)
      + parts.filter { !usual.contains($0) }.sorted { "\($0)" < "\($1)" }
  }

  func program(_ formula: Expression) -> Program {
    Program(self.formula(formula), letters: letters, indices: [.k, .i], sided: kinked)
  }

  /// Where a part is computed to; −1 where it has no sound form.
  func slot(of part: Expression) -> Int {
    computed.firstIndex(of: part).map { OutputProgram.h + $0 } ?? -1
  }

  /// h and whatever else the formulas use, each with its slot and with its sound form in z.
  func quantities(usedBy formulas: [Expression]) -> [(slot: Int, program: Program)] {
    computed.enumerated().compactMap { position, part in
      let isUsed = formulas.contains {
        $0.contains(part) || $0.contains(part.replacing([.hk: .hi]))
          || part == 1 - .hk && $0.contains(.hk - .yk)
      }
      guard part == .hk || isUsed else { return nil }
      let form = hypothesis.soundForms[part] ?? hypothesis.definition
      return (
        OutputProgram.h + position,
        Program(form, letters: letters, indices: [.k], sided: kinked)
      )
    }
  }
}
