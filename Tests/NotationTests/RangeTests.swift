// Ranges: every value lies in its expression's range, and undefined expressions have none.

import Nabla
import Testing

@Suite("Ranges of expressions")
struct RangeTests {
  static let unit = ValueRange(0, 1, includesLower: false, includesUpper: false)
  static let positive = ValueRange(0, .infinity, includesLower: false, includesUpper: false)
  static let notNegative = ValueRange(0, .infinity, includesLower: true, includesUpper: false)
  static let between = ValueRange(-1, 1, includesLower: false, includesUpper: false)

  @Test(
    "the range that a definition has",
    arguments: [
      (Activation.logistic.definition, unit),
      (Hypothesis.softmax.definition, unit),
      (1 - Activation.logistic.definition, unit),
      (Activation.tanh.soundValue, between),
      (Activation.rectifier().definition, notNegative),
      (Activation.rectifier(slopeAtZero: 1).definition, notNegative),
      (Activation.step().definition, ValueRange(0, 1, includesLower: true, includesUpper: true)),
      (Activation.identity.definition, .all),
      (Activation.linear(k: -2).definition, .all),
      (.exp(.x), positive),
      (.power(.x, 2), notNegative),
      (.magnitude(.x), .all),
      (1 + .exp(.x), ValueRange(1, .infinity, includesLower: false, includesUpper: false)),
      (1 / (1 + .exp(.x)), unit),
      (.exp(.x) / (.exp(.x) + .exp(.y)), unit),
      (-.exp(.x), ValueRange(-.infinity, 0, includesLower: false, includesUpper: false)),
      (.log(1 + .power(.x, 2)), notNegative),
      (.logOnePlus(.power(.x, 2)), notNegative),
      (.expMinusOne(.x), ValueRange(-1, .infinity, includesLower: false, includesUpper: false)),
      (3 * .tanh(.x) - 1, ValueRange(-4, 2, includesLower: false, includesUpper: false)),
      (.define(Letter("s"), .exp(.x), in: .letter(Letter("s")) * .letter(Letter("s"))), positive),
      (.largest(over: .i, .exp(.zi)), positive),
      (.sum(over: .i, .exp(.zi)), positive),
    ] as [(Expression, ValueRange)])
  func known(expression: Expression, expected: ValueRange) {
    // |x| as max(x, −x) is a range of two dependent terms: too large, and that is allowed.
    let range = expression.range(where: [:])
    #expect(range == expected, "\(expression): \(range.map(\.description) ?? "nil"), \(expected)")
  }

  @Test(
    "what can be undefined has no range",
    arguments: [
      .log(.x), .log(.power(.x, 2)), .log(.tanh(.x)), .logOnePlus(.x),
      .logOnePlus(-.power(.x, 2)), 1 / .x, 1 / .tanh(.x), 1 / .power(.x, 2), 1 / .magnitude(.x),
      .power(.x, -1), .power(.bracket(.x, .less, 0), -2), 2 + .log(.x), 2 * .log(.x), -.log(.x),
      .exp(.log(.x)), .power(.log(.x), 2), .max(0, .log(.x)), .sum(over: .i, .log(.zi)),
      .define(Letter("s"), .log(.x), in: 1), .log(.sum(over: .i, excluding: .k, .exp(.zi))),
    ] as [Expression])
  func undefined(expression: Expression) {
    let range = expression.range(where: [:])
    #expect(range == nil, "\(expression): \(range!)")
  }

  @Test("costs are defined for outputs that their logarithms allow")
  func costs() {
    for hypothesis in Hypothesis.all {
      for cost in Cost.all {
        let isProbability = hypothesis == .logistic || hypothesis == .softmax
        let expected = cost.slopes[.hk] != nil || isProbability
        #expect(
          cost.isDefined(for: hypothesis, outputs: 3) == expected,
          "\(cost.name), \(hypothesis.name)")
      }
    }
    #expect(!Cost.crossEntropy.isDefined(for: .softmax, outputs: 1))
    #expect(Cost.logLoss.isDefined(for: .softmax, outputs: 1))
    #expect(Cost.crossEntropy.isDefined(for: .logistic, outputs: 1))
  }

  // MARK: - Random expressions

  /// Letters with the values that they may have, bounds included where they belong to them.
  static let letters: [(letter: Letter, range: ValueRange, values: [Double])] = [
    (
      Letter("p"), ValueRange(0, 1, includesLower: false, includesUpper: false),
      [0.125, 0.5, 0.75]
    ),
    (Letter("q"), ValueRange(0, 2, includesLower: true, includesUpper: true), [0, 0.5, 1, 2]),
    (
      Letter("r"), ValueRange(-1, 0, includesLower: true, includesUpper: false),
      [-1, -0.5, -0.25]
    ),
    (Letter("s"), .all, [-4, -1, 0, 0.5, 3]),
  ]

  static func random(_ depth: Int, _ random: inout SeededGenerator) -> Expression {
    if depth == 0 {
      let position = random.integer(0...letters.count)
      return position < letters.count
        ? .letter(letters[position].letter)
        : .number([-2, -1, 0, 1, 2].randomElement(using: &random)!)
    }
    let a = Self.random(depth - 1, &random)
    let b = random.integer(0...3) == 0 ? a : Self.random(depth - 1, &random)
    switch random.integer(0...13) {
    case 0, 1: return a + b
    case 2: return a - b
    case 3, 4: return a * b
    case 5: return a / b
    case 6: return a / (b + a)
    case 7: return .max(a, b)
    case 8: return .power(a, random.integer(-2...3))
    case 9: return .bracket(a, .greater, b)
    case 10: return .exp(a)
    case 11: return .log(a)
    case 12: return .logOnePlus(a)
    default: return .tanh(a)
    }
  }

  /// The bounds themselves are rounded. Rational expressions do not round to a bound that they do not
  /// reach, so whether it belongs to the range is compared exactly.
  @Test("every value of an expression lies in its range", arguments: 0..<4 as Range<UInt64>)
  func soundness(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let known = Dictionary(uniqueKeysWithValues: Self.letters.map { ($0.letter, $0.range) })
    var defined = 0
    for _ in 0..<1000 * thoroughness {
      let expression = Self.random(random.integer(1...3), &random)
      guard let range = expression.range(where: known) else { continue }
      defined += 1
      let values = Self.letters.map {
        ($0.letter.name, DoubleDouble($0.values.randomElement(using: &random)!))
      }
      let value = expression.value(values, sided: false)
      // e^e^… overflows, and then ∞ − ∞ is no number.
      if value.high.isInfinite && range.upper.isInfinite || value.high.isNaN { continue }
      #expect(
        Self.contains(range, value, exactly: Self.isRational(expression)),
        "\(expression) at \(values) is \(value), not in \(range), seed \(seed)")
    }
    #expect(defined > 200, "\(defined) of the random expressions have a range, seed \(seed)")
  }

  private static func contains(
    _ range: ValueRange, _ value: DoubleDouble, exactly: Bool
  ) -> Bool {
    let tolerance = 1e-13 * (1 + value.real.magnitude)
    let below = (value - DoubleDouble(range.lower)).real
    let above = (DoubleDouble(range.upper) - value).real
    if exactly && (below == 0 && !range.includesLower || above == 0 && !range.includesUpper) {
      return false
    }
    return below >= -tolerance && above >= -tolerance
  }

  private static func isRational(_ expression: Expression) -> Bool {
    if case .function = expression { return false }
    return expression.parts.allSatisfy(isRational)
  }
}
