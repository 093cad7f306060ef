// How far first weights spread, by the sizes of the layers or the number of examples: [V] §5.2 and
// three rules from the literature.

public import Notation

/// A rule for the deviation of a layer's first weights, as a formula.
///
/// Adding one is a value with its formula and a line in `DeviationRule.all`.
public struct DeviationRule: Hashable, NamedFunction {
  public static var role: String { "deviation" }

  public let name: String
  public let aliases: [String]
  /// Where it was published.
  public let source: String
  /// The variance of a weight of layer ℓ, in the letters s_(ℓ−1) (how many nodes lead to a node of
  /// layer ℓ), s_ℓ and M.
  public let variance: Expression
  /// Whether biases are drawn as the weights are; else they are 0. A number that is given for them
  /// counts in either case.
  public let drawsBiases: Bool

  public init(
    name: String, aliases: [String] = [], source: String, variance: Expression, drawsBiases: Bool
  ) {
    self.name = name
    self.aliases = aliases
    self.source = source
    self.variance = variance
    self.drawsBiases = drawsBiases
  }

  /// The variance of the weights of a layer.
  ///
  /// - Parameters:
  ///   - fanIn: s_(ℓ−1).
  ///   - fanOut: s_ℓ.
  ///   - examples: M.
  public func variance(fanIn: Int, fanOut: Int, examples: Int) -> Double {
    let numbers: [Expression: Expression] = [
      Self.fanIn: .number(Double(fanIn)), Self.fanOut: .number(Double(fanOut)),
      .M: .number(Double(examples)),
    ]
    var frame = Frame<Double>(letters: [])
    return Program(variance.replacing(numbers), letters: []).run(&frame)
  }
}

extension DeviationRule {
  /// σ² = 1
  public static let large = DeviationRule(
    name: "large", source: "[V] §5.2", variance: 1, drawsBiases: true)

  /// σ² = 1 / M², the deviation 1 divided by the number of training examples.
  public static let `default` = DeviationRule(
    name: "default", source: "[V] §5.2", variance: 1 / .power(.M, 2), drawsBiases: true)

  /// σ² = 1 / s_(ℓ−1): where the activation values have variance 1, so have the weighted inputs.
  public static let leCun = DeviationRule(
    name: "lecun",
    source: "Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, Efficient BackProp (1998)",
    variance: 1 / fanIn, drawsBiases: false)

  /// σ² = 2 / (s_(ℓ−1) + s_ℓ): between what keeps the variance of activation values going forward and
  /// what keeps that of errors going backward.
  public static let glorot = DeviationRule(
    name: "glorot", aliases: ["xavier"],
    source: "X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward "
      + "neural networks (2010), (12), (16)",
    variance: 2 / (fanIn + fanOut), drawsBiases: false)

  /// σ² = 2 / s_(ℓ−1): a rectifier lets through half of the second moment.
  public static let he = DeviationRule(
    name: "he", aliases: ["kaiming"],
    source: "K. He, X. Zhang, S. Ren and J. Sun, Delving deep into rectifiers (2015), (10)",
    variance: 2 / fanIn, drawsBiases: false)

  /// Every rule that a network file may name.
  public static let all: [DeviationRule] = [.large, .default, .leCun, .glorot, .he]

  private static let fanIn = Expression.letter(Letter("s", nodes: [], layer: .current - 1))
  private static let fanOut = Expression.letter(Letter("s", nodes: [], layer: .current))
}
