// From a product of derivatives to the form that one wants to see, one move after the other.

import Notation

extension Chain {
  /// Makes moves as long as one of them helps; each is a numbered line.
  ///
  /// - Throws: `.stuck` where there is no end to it.
  mutating func simplify() throws(DerivingError) {
    let moves: [(inout Chain) -> Bool] = [
      { $0.use(.cancelling) },
      { $0.distributeToCancel() },
      { $0.joinIfShorter() },
      { $0.turnSign() },
      { $0.use(.sifting) },
      { $0.use(.constantOut) },
      { $0.distributeToSift() },
      { $0.splitToSift() },
      { $0.use(.assumption) },
      { $0.expandIfShorter() },
      { $0.factorIfShorter() },
    ]
    endLine()
    var budget = 40
    // A move that leads back to where the line has been would be made over and over.
    var seen: Set<Expression> = [right]
    while true {
      budget -= 1
      if budget == 0 { throw .stuck(expression: "\(right)", rule: "simplifying") }
      guard let next = moved(by: moves, avoiding: seen) else { return }
      self = next
      endLine()
      seen.insert(right)
    }
  }

  /// The chain after the first move that helps and leads to something new.
  private func moved(
    by moves: [(inout Chain) -> Bool], avoiding seen: Set<Expression>
  ) -> Chain? {
    for move in moves {
      var attempt = self
      if move(&attempt), !seen.contains(attempt.right) { return attempt }
    }
    return nil
  }

  /// A bracket multiplied by what stands below the line in it, which then cancels.
  private mutating func distributeToCancel() -> Bool {
    var attempt = self
    let size = right.nodeCount
    let distributed = attempt.use(.distributing) { before, offered in
      guard !before.isSum else { return nil }
      return offered.first { candidate in
        candidate.contains { part in
          part.isProductOrQuotient && !Rule.cancelling.rewrites(part, RuleContext()).isEmpty
        }
      }
    }
    guard distributed, attempt.use(.cancelling), attempt.right.nodeCount < size else {
      return false
    }
    self = attempt
    return true
  }

  /// Fractions in a sum brought to one, where the top then collapses: y/h − (1 − y)/(1 − h) is
  /// (y − h)/(h (1 − h)).
  mutating func joinIfShorter() -> Bool {
    var attempt = self
    let size = right.nodeCount
    var joined = 0
    while joined < 3, attempt.use(.commonDenominator) { joined += 1 }
    guard joined > 0, attempt.expandIfShorter(), attempt.right.nodeCount < size else {
      return false
    }
    self = attempt
    return true
  }

  /// Under a sum, a bracket with [i = k] in it multiplied out, and nothing else.
  private mutating func distributeToSift() -> Bool {
    use(.distributing) { before, offered in
      guard before.isProductOrQuotient, !before.hasBracketFactor else { return nil }
      return offered.first { candidate in
        candidate.terms.contains { $0.hasBracketFactor } && candidate.isSum
      }
    }
  }

  private mutating func splitToSift() -> Bool {
    use(.splitting) { before, offered in
      guard case .summation(_, _, let body) = before else { return nil }
      let sifted = body.terms.filter(\.hasBracketFactor)
      return sifted.isEmpty || sifted.count == body.terms.count ? nil : offered.first
    }
  }

  /// Products of brackets multiplied out and collected, where that leaves less than there was.
  private mutating func expandIfShorter() -> Bool {
    var attempt = self
    let expanded = attempt.use(.distributing) { before, offered in
      guard before.isSum, let candidate = offered.first else { return nil }
      let collected = Expression.collecting(candidate.terms)
      return collected.nodeCount < before.nodeCount && collected.terms.count <= before.terms.count
        ? candidate : nil
    }
    if expanded {
      guard attempt.use(.collecting) else { return false }
      self = attempt
      return true
    }
    return use(.collecting)
  }

  /// −(y − h) is h − y; but −(1 − h) and longer brackets stay.
  @discardableResult
  mutating func turnSign() -> Bool {
    // Of the whole line, or of what a sum adds up; a minus between terms stays.
    var whole = right
    if case .summation(_, nil, let body) = right { whole = body }
    return use(.sign) { before, offered in
      guard before == whole else { return nil }
      let bracket = Factors(before).list.first { $0.exponent == 1 && $0.base.isSum }
      guard let terms = bracket?.base.terms, terms.count == 2,
        terms.allSatisfy({ $0.nodeCount <= 2 })
      else { return nil }
      if case .number = terms[0] { return nil }
      return offered.first
    }
  }

  private mutating func factorIfShorter() -> Bool {
    use(.factoring) { before, offered in
      offered.first.flatMap { $0.nodeCount < before.nodeCount ? $0 : nil }
    }
  }
}

extension Expression {
  /// Whether a bracket [i = k] is one of its factors.
  var hasBracketFactor: Bool {
    Factors(self).list.contains {
      if case .same = $0.base { true } else { false }
    }
  }

  var isProductOrQuotient: Bool {
    switch self {
    case .product, .quotient, .negative: true
    default: false
    }
  }
}
