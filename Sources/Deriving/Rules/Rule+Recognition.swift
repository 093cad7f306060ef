// A definition read from right to left: e^(z_k) / Σ_i e^(z_i) is h_k.

import Notation

extension Rule {
  public static let recognition = Rule(
    id: "recognition", name: "definition, read backwards",
    statement: Equation(uOfX, u),
    sentence: "What a letter stands for may always be replaced by the letter.",
    hint: "Something here has a name already.",
    question: "Which letter stands for this?",
    example: .quotient(
      .power(.exp(.letter("z", .k, example: .m)), 2),
      .power(.sum(over: .i, .exp(.letter("z", .i, example: .m))), 2)),
    mistakes: [
      Mistake(
        name: "the wrong index",
        advice: "Look which index stands above the line: that is the letter's."
      ) { _, after, _ in
        guard
          let letter = Factors(after).list.lazy.compactMap({ factor -> Letter? in
            if case .letter(let letter) = factor.base, letter.node != nil { return letter }
            return nil
          }).first, let node = letter.node
        else { return nil }
        let other = Index(node.position == 1 ? 2 : 1, of: node.range)
        return after.replacing([
          .letter(letter): .letter(letter.mappingIndices { $0 == node ? other : $0 })
        ])
      },
      Mistake(name: "the square is lost", advice: "A square of it is the letter squared.") {
        _, after, _ in
        let factors = Factors(after)
        guard let position = factors.list.firstIndex(where: { $0.exponent == 2 }) else {
          return nil
        }
        var wrong = factors
        wrong.setExponent(1, at: position)
        return wrong.expression
      },
      .wrongSign,
    ]
  ) { expression, context in
    var result = expression
    for definition in context.definitions {
      while let found = definition.recognised(in: result) { result = found }
    }
    return result == expression ? [] : [result]
  }
}

extension Definition {
  /// The expression with what this defines replaced by its letter, if it is there.
  func recognised(in expression: Expression) -> Expression? {
    let candidates = letters(in: expression)
    for letter in candidates {
      guard let value = value(of: letter)?.tidied else { continue }
      if expression.isSame(as: value) { return .letter(letter) }
      if case .quotient(let top, let bottom) = value,
        let found = Self.replacing(top, over: bottom, by: letter, in: expression)
      {
        return found
      }
    }
    return nil
  }

  /// The letter with every choice of the expression's free indices for its own.
  private func letters(in expression: Expression) -> [Letter] {
    let free = expression.mentionedIndices.sorted { $0.name < $1.name }
    return letter.indices.reduce([letter]) { letters, own in
      letters.flatMap { letter in
        let choices = free.filter { $0.range == own.range }
        return own.position != nil || choices.isEmpty
          ? [letter] : choices.map { new in letter.mappingIndices { $0 == own ? new : $0 } }
      }
    }
  }

  /// A factor `top` over a factor `bottom` in a product or quotient, replaced by the letter, as often as
  /// it is there.
  private static func replacing(
    _ top: Expression, over bottom: Expression, by letter: Letter, in expression: Expression
  ) -> Expression? {
    switch expression {
    case .quotient, .product: break
    default: return nil
    }
    let wanted = Factors(top)
    guard !wanted.isNegative, wanted.above == 1, wanted.below == 1, wanted.list.count <= 1 else {
      return nil
    }
    // Factors one by one, squares as two, so that the letter stands where the top stood.
    let factors = Factors(expression)
    var above = factors.list.filter { $0.exponent > 0 }.flatMap {
      Array(repeating: $0.base, count: $0.exponent)
    }
    var below = factors.list.filter { $0.exponent < 0 }.flatMap {
      Array(repeating: $0.base, count: -$0.exponent)
    }
    var found = false
    while let place = below.firstIndex(where: { $0.isSame(as: bottom) }) {
      if let wanted = wanted.list.first {
        guard let position = above.firstIndex(where: { $0.isSame(as: wanted.base) }) else { break }
        above[position] = .letter(letter)
      } else {
        above.append(.letter(letter))
      }
      below.remove(at: place)
      found = true
    }
    guard found else { return nil }
    var result = Factors()
    (result.isNegative, result.above, result.below) = (
      factors.isNegative, factors.above, factors.below
    )
    for base in above { result.append(Factor(base: base, exponent: 1)) }
    for base in below { result.append(Factor(base: base, exponent: -1)) }
    return result.expression
  }
}
