// The penalty on the weights: [W] §9.2, §9.3.

public import Notation

/// What large weights cost: λ₂/2M Σ w² + λ₁/M Σ |w|, over all weights and no bias.
public struct Penalty: Hashable, Sendable {
  /// λ of the squares, ≥ 0.
  public var l2: Double
  /// λ of the magnitudes, ≥ 0.
  public var l1: Double

  public init(l2: Double = 0, l1: Double = 0) {
    self.l2 = l2
    self.l1 = l1
  }

  /// The penalty whose λ/M for some of the examples is this one's for all of them.
  public func share(_ count: Int, of M: Int) -> Penalty {
    let share = Double(count) / Double(M)
    return Penalty(l2: l2 * share, l1: l1 * share)
  }

  public static let none = Penalty()
  public var isNone: Bool { l2 == 0 && l1 == 0 }

  /// The share of one weight, in w and M. |w| is w sign(w) with sign(0) = 0: made of brackets, whose
  /// sides can be held.
  public var term: Expression { term(of: .number(l2), .number(l1)) }

  /// Its derivative by that weight, λ₂/M w + λ₁/M sign(w): the penalty's term of BP3.
  public var slope: Expression {
    let square: Expression = .number(l2) / .M * .w
    let magnitude: Expression = .number(l1) / .M * sign
    return l1 == 0 ? square : (l2 == 0 ? magnitude : square + magnitude)
  }

  /// The share of one weight for any λ: the letters λ₂ and λ₁, or λ where there is only one of them.
  public var generalTerm: Expression {
    let letters = self.letters
    return term(of: .letter(letters.square), .letter(letters.magnitude))
  }

  /// The letters of λ of the squares and of the magnitudes.
  public var letters: (square: Letter, magnitude: Letter) {
    l1 == 0 || l2 == 0 ? (Letter("λ"), Letter("λ")) : (Letter("λ₂"), Letter("λ₁"))
  }

  private func term(of λ2: Expression, _ λ1: Expression) -> Expression {
    let square: Expression = λ2 / (2 * .M) * .power(.w, 2)
    let magnitude: Expression = λ1 / .M * (sign * .w)
    return l1 == 0 ? square : (l2 == 0 ? magnitude : square + magnitude)
  }

  private var sign: Expression { .bracket(.w, .greater, 0) - .bracket(.w, .less, 0) }
}
