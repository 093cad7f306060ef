// Mistakes in BP3 with the term of the penalty.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let penaltyMissing = NetworkMistake(
    "penalty-missing", "BP3", "no term of the penalty", formula: "∇W without λ/M W",
    lesson:
      "The penalty is a part of J that depends on every weight, so its derivative belongs to every "
      + "weight's gradient.", onPaper: true
  ) { equation, _ in
    equation.changingPenalty { _ in [] }
  }

  static let penaltyNotAveraged = NetworkMistake(
    "penalty-not-averaged", "BP3", "λ w instead of λ w / M", formula: "λ W for λ/M W",
    lesson:
      "The penalty is divided by M like the rest of the cost: λ/2M Σ w² has the derivative λ/M w.",
    onPaper: true
  ) { equation, place in
    if place.examples == 1 { return nil }
    return equation.changingPenalty { $0.map { $0.replacing([.M: 1]).tidied } }
  }

  static let penaltyDoubleAverage = NetworkMistake(
    "penalty-double-average", "BP3", "the term of the penalty divided by M once more",
    formula: "λ/M² W for λ/M W",
    lesson:
      "λ/2M Σ w² has its 1/M already. Where the whole gradient is divided by M at the end, λ w goes "
      + "in, and not λ/M w."
  ) { equation, place in
    if place.examples == 1 { return nil }
    return equation.changingPenalty { $0.map { 1 / .M * $0 } }
  }

  static let penaltyDoubled = penaltyScaled(
    "penalty-doubled", "the term of the penalty times 2", by: 2, formula: "2 λ/M W for λ/M W",
    lesson: "The ½ of λ/2M Σ w² cancels the 2 that comes from differentiating the square.")
  static let penaltyHalved = penaltyScaled(
    "penalty-halved", "the term of the penalty times ½", by: 1 / 2,
    formula: "λ/2M W for λ/M W",
    lesson: "Differentiating λ/2M w² brings down a 2, which cancels the ½: λ/M w is left.")
  static let penaltySign = penaltyScaled(
    "penalty-sign", "the term of the penalty with the other sign", by: -1,
    formula: "−λ/M W for λ/M W",
    lesson:
      "A larger weight costs more, so the penalty's part of the gradient has the weight's own sign; "
      + "the minus of the update pulls it towards 0.")

  private static func penaltyScaled(
    _ name: String, _ summary: String, by factor: Expression, formula: String, lesson: String
  ) -> NetworkMistake {
    NetworkMistake(name, "BP3", summary, formula: formula, lesson: lesson) { equation, _ in
      equation.changingPenalty { $0.map { factor == -1 ? -$0 : factor * $0 } }
    }
  }

  static let penaltyOfAnotherKind = NetworkMistake(
    "penalty-of-another-kind", "BP3", "sign(w) in the term of the penalty for w, or w for sign(w)",
    formula: "λ/M sign(W) for λ/M W, λ/M W for λ/M sign(W)",
    lesson:
      "A penalty on squares pulls by w, a penalty on magnitudes by sign(w): the derivative of w²/2 is "
      + "w, that of |w| is ±1."
  ) { equation, _ in
    guard let w = equation.left.variableOfSlope.map({ Expression.letter($0) }) else { return nil }
    let sign: Expression = .bracket(w, .greater, 0) - .bracket(w, .less, 0)
    return equation.changingPenalty { terms in
      terms.map { $0.contains(sign) ? $0.replacing([sign: w]) : $0.replacing([w: sign]) }
    }
  }

  static let penaltyNotDifferentiated = NetworkMistake(
    "penalty-not-differentiated", "BP3", "the penalty itself instead of its derivative",
    formula: "λ/2M W² for λ/M W",
    lesson: "The gradient takes the slope of every part of the cost: of λ/2M w² that is λ/M w.",
    reach: .whole
  ) { equation, place in
    guard let w = equation.left.variableOfSlope.map({ Expression.letter($0) }) else { return nil }
    let terms = place.network.penalty.generalTerm.addends.map { term in
      let own = term.replacing([.w: w])
      return place.examples == 1 ? own.replacing([.M: 1]).tidied : own
    }
    return equation.changingPenalty { _ in terms }
  }
}

extension WorkedEquation {
  /// BP3 with other terms of the penalty; `nil` where there are none.
  fileprivate func changingPenalty(_ change: ([Expression]) -> [Expression]) -> Expression? {
    guard quantity == .weightGradient, let penalty else { return nil }
    let terms = change(penalty.addends)
    return terms.isEmpty ? data : .sum([data] + terms)
  }
}
