// Sums, products, quotients and powers of formulas that are written already.

extension WrittenFormula {
  /// −a.
  static func negative(_ a: WrittenFormula) -> WrittenFormula {
    var result = WrittenFormula(
      [Piece(text: "−")] + a.inside(.elementwise).pieces.following(""), .negative)
    result.isCoefficient = a.isCoefficient
    result.isNumeral = a.isNumeral
    return result
  }

  /// a + b − c: what begins with a minus is taken away.
  static func sum(_ terms: [WrittenFormula]) -> WrittenFormula {
    guard terms.count > 1, let first = terms.first else { return terms.first ?? number("0") }
    var pieces = first.inside(.sum).pieces
    for term in terms.dropFirst() {
      let isNegative = term.strength == .negative
      let isMarked = isNegative && term.pieces.first?.isMarked ?? false
      pieces.append(
        Piece(gap: " ", text: isNegative ? "−" : "+", level: atSign, isMarked: isMarked))
      let rest = isNegative ? Array(term.pieces.dropFirst()) : term.inside(.elementwise).pieces
      pieces += rest.following(" ")
    }
    return WrittenFormula(pieces, .sum)
  }

  /// a b c: factors beside each other, with · where a fraction or a number could be misread.
  ///
  /// - Parameter last: what the last factor may be without parentheses.
  static func product(_ factors: [WrittenFormula], last: Strength = .product) -> WrittenFormula {
    guard factors.count > 1, let first = factors.first else { return factors.first ?? number("1") }
    // −1/M Σ_k … has a minus in front, and no factor −1/M in parentheses.
    let isNegative = first.strength == .negative && first.isCoefficient
    var pieces = isNegative ? first.pieces : first.withEnd.inside(.product).pieces
    for (before, factor) in zip(factors, factors.dropFirst().enumerated()) {
      let isLast = factor.offset == factors.count - 2
      let next = isLast ? factor.element.inside(last) : factor.element.withEnd.inside(.product)
      let isBehindFraction =
        before.strength == .quotient && !(factor.offset == 0 && before.isCoefficient)
      // Ones, 1_M, are no digit, except behind a number.
      let isDigit = next.startsWithDigit && (before.isCoefficient || !next.isOnes)
      if isBehindFraction || next.strength == .quotient || isDigit
        || factor.element.isSignedNumber || before.isNumeral
      {
        pieces.append(Piece(gap: " ", text: "·", level: atDot))
        pieces += next.pieces.following(" ")
      } else {
        // A coefficient stays with what it multiplies.
        let isCoefficient = factor.offset == 0 && before.isCoefficient
        pieces += next.pieces.following(" ", level: atSpace + (isCoefficient ? depth : 0))
      }
    }
    let strength = min(.product, factors[factors.count - 1].inside(last).strength)
    return WrittenFormula(pieces, isNegative ? .negative : strength)
  }

  /// a/b.
  static func quotient(_ a: WrittenFormula, _ b: WrittenFormula) -> WrittenFormula {
    let above = a.withEnd.inside(.application).pieces
    // A long numerator may leave the denominator to the next line.
    let slash = Piece(text: "/", level: above.count > 1 ? atDot : nil)
    return WrittenFormula(
      above + [slash] + b.withEnd.inside(.application).pieces.following(""), .quotient)
  }

  /// a ⊙ b or a ⊘ b. Only the first operand may be a product without parentheses, as in
  /// (W^(ℓ+1))ᵀ Δ^(ℓ+1) ⊙ g′(Z^(ℓ)).
  static func elementwise(_ sign: String, _ operands: [WrittenFormula]) -> WrittenFormula {
    guard operands.count > 1, let first = operands.first else {
      return operands.first ?? number("1")
    }
    // A gradient, ∇_h J, is one piece and needs no end of its own.
    func ended(_ operand: WrittenFormula) -> WrittenFormula {
      operand.pieces.count == 1 ? operand : operand.withEnd
    }
    var pieces = ended(first).inside(.product).pieces
    for operand in operands.dropFirst() {
      pieces.append(Piece(gap: " ", text: sign, level: atDot))
      pieces += ended(operand).inside(.open).pieces.following(" ")
    }
    return WrittenFormula(pieces, .elementwise)
  }

  /// A base with what stands above it already spelled: `²`, `^⊙3`, `ᵀ`.
  func raised(_ exponent: String, _ strength: Strength = .power) -> WrittenFormula {
    WrittenFormula(inside(.atom).pieces + [Piece(text: exponent)], strength)
  }

  /// Σ_k or another sign before what it binds.
  static func prefix(_ sign: String, _ body: WrittenFormula) -> WrittenFormula {
    WrittenFormula([Piece(text: sign)] + body.inside(.product).pieces.following(" "), .open)
  }

  /// f x of a letter, f(x) of anything else.
  static func function(
    _ name: String, _ x: WrittenFormula, isLetter: Bool
  ) -> WrittenFormula {
    let closed = x.enclosed(name + "(", ")", .application)
    guard isLetter else { return closed }
    return WrittenFormula(
      [Piece(text: name)] + x.pieces.following(" "), .open, closed: closed.pieces)
  }

  /// f(a, b).
  static func call(_ name: String, _ arguments: [WrittenFormula]) -> WrittenFormula {
    var list: [Piece] = []
    for argument in arguments {
      if !list.isEmpty { list.append(Piece(text: ",")) }
      list += argument.pieces.following(list.isEmpty ? "" : " ")
    }
    return WrittenFormula(list, .atom).enclosed(name + "(", ")")
  }

  /// [a > b].
  static func bracket(
    _ a: WrittenFormula, _ relation: String, _ b: WrittenFormula
  ) -> WrittenFormula {
    let inner = a.pieces + [Piece(gap: " ", text: relation)] + b.pieces.following(" ")
    return WrittenFormula(inner, .atom).enclosed("[", "]")
  }

  /// A number; a negative one is the negative of its magnitude.
  static func number(_ digits: String) -> WrittenFormula {
    var result = WrittenFormula(digits)
    result.isCoefficient = true
    return result
  }

  /// A number with its minus: −0.4.
  private var isSignedNumber: Bool {
    strength == .negative && pieces.count == 2 && pieces[1].text.first?.isNumber == true
  }

  private var startsWithDigit: Bool { pieces.first?.text.first?.isNumber ?? false }
  private var isOnes: Bool { pieces.first?.text.hasPrefix("1_") ?? false }
}
