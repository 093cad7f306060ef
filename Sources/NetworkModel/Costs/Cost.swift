// Cost functions J: [W] §8; [V] §3; [R]; [N] "Error functions".

public import Notation

/// A cost function: a scale times a sum of terms, one for each output k and example m.
///
///     J = scale · Σ_m Σ_k term(h_k^(m), y_k^(m))
public struct Cost: Hashable, Sendable {
  public let name: String
  public let aliases: [String]
  public let source: String
  /// What stands before the sums, in the letter M: 1/2M, 1/M, −1/M or 1.
  public let scale: Expression
  /// What is summed, in h_k and y_k.
  public let term: Expression
  /// ∂ term / ∂ part, for each part of it that depends on the output: h_k, log h_k or log(1 − h_k).
  ///
  /// By the chain rule ∂ term/∂h_k is their sum, times 1, 1/h_k and −1/(1 − h_k). Only the engines need
  /// them: a derivation starts from `term`.
  public let slopes: [Expression: Expression]

  public init(
    name: String, aliases: [String] = [], source: String, scale: Expression, term: Expression,
    slopes: [Expression: Expression] = [:]
  ) {
    self.name = name
    self.aliases = aliases
    self.source = source
    self.scale = scale
    self.term = term
    self.slopes = slopes
  }
}

extension Cost {
  /// Whether the cost has a value for every output that the hypothesis can give: log h needs h > 0,
  /// log(1 − h) needs h < 1. It comes out of the two expressions.
  public func isDefined(for hypothesis: Hypothesis, outputs: Int) -> Bool {
    guard let range = hypothesis.range(outputs: outputs) else { return false }
    return term.range(where: [Letter("h", node: .k): range]) != nil
  }

  /// Every cost of the notes.
  public static let all: [Cost] = [
    .crossEntropy, .logLoss, .quadratic, .residualSumOfSquares, .squaredDifference,
  ]
}
