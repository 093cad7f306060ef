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

  public static let none = Penalty()
  public var isNone: Bool { l2 == 0 && l1 == 0 }

  /// The share of one weight, in w and M. |w| is w sign(w) with sign(0) = 0: made of brackets, whose
  /// sides can be held.
  public var term: Expression { combined(Self.square, Self.magnitude) }

  /// Its derivative by that weight, λ₂/M w + λ₁/M sign(w): the penalty's term of BP3.
  public var slope: Expression { combined(Self.squareSlope, Self.magnitudeSlope) }

  private func combined(_ square: Expression, _ magnitude: Expression) -> Expression {
    let square = square.replacing([Self.λ: .number(l2)])
    let magnitude = magnitude.replacing([Self.λ: .number(l1)])
    return l1 == 0 ? square : (l2 == 0 ? magnitude : square + magnitude)
  }
}

extension Penalty {
  /// λ/2M w² and λ/M |w|, for one weight.
  public static let square: Expression = λ / (2 * .M) * .power(.w, 2)
  public static let magnitude: Expression = λ / .M * (sign * .w)

  private static let squareSlope: Expression = λ / .M * .w
  private static let magnitudeSlope: Expression = λ / .M * sign
  private static let sign: Expression = .bracket(.w, .greater, 0) - .bracket(.w, .less, 0)
  private static let λ = Expression.letter(Letter("λ"))
}
