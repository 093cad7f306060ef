// Programs: every kind of node gives what its formula says.

import Nabla
import Testing

/// An expression in x and y and what it is in Swift's own arithmetic.
struct Formula: Sendable, CustomTestStringConvertible {
  let name: String
  let expression: Expression
  let value: @Sendable (Double, Double) -> Double

  var testDescription: String { name }

  init(
    _ name: String, _ expression: Expression,
    _ value: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.name = name
    self.expression = expression
    self.value = value
  }

  private static let s = Letter("s")
  private static let t = Letter("t")

  static let all: [Formula] = [
    Formula("7", 7) { _, _ in 7 },
    Formula("0.1", 0.1) { _, _ in 0.1 },
    Formula("x", .x) { x, _ in x },
    Formula("x + y", .x + .y) { x, y in x + y },
    Formula("x − y", .x - .y) { x, y in x - y },
    Formula("−x", -.x) { x, _ in -x },
    Formula("x y", .x * .y) { x, y in x * y },
    Formula("x / y", .x / .y) { x, y in x / y },
    Formula("x^0", .power(.x, 0)) { _, _ in 1 },
    Formula("x^1", .power(.x, 1)) { x, _ in x },
    Formula("x²", .power(.x, 2)) { x, _ in x * x },
    Formula("x³", .power(.x, 3)) { x, _ in x * (x * x) },
    Formula("x^−1", .power(.x, -1)) { x, _ in 1 / x },
    Formula("x^−2", .power(.x, -2)) { x, _ in 1 / (x * x) },
    Formula("e^x", .exp(.x)) { x, _ in Double.exp(x) },
    Formula("log y²", .log(.power(.y, 2))) { _, y in Double.log(y * y) },
    Formula("expm1 x", .expMinusOne(.x)) { x, _ in Double.expMinusOne(x) },
    Formula("log1p x²", .logOnePlus(.power(.x, 2))) { x, _ in Double.logOnePlus(x * x) },
    Formula("tanh x", .tanh(.x)) { x, _ in Double.tanh(x) },
    Formula("max(x, y)", .max(.x, .y)) { x, y in Swift.max(x, y) },
    Formula("|x|", .magnitude(.x)) { x, _ in abs(x) },
    Formula("[x > y]", .bracket(.x, .greater, .y)) { x, y in x > y ? 1 : 0 },
    Formula("[x ≥ y]", .bracket(.x, .greaterOrEqual, .y)) { x, y in x >= y ? 1 : 0 },
    Formula("[x < y]", .bracket(.x, .less, .y)) { x, y in x < y ? 1 : 0 },
    Formula(
      "s = x + 1 in s s", .define(s, .x + 1, in: .letter(s) * .letter(s))
    ) { x, _ in (x + 1) * (x + 1) },
    Formula(
      "s = x y in t = s − x in s t + t",
      .define(
        s, .x * .y,
        in: .define(t, .letter(s) - .x, in: .letter(s) * .letter(t) + .letter(t)))
    ) { x, y in x * y * (x * y - x) + (x * y - x) },
    Formula(
      "max(0, x − y) / (1 + e^−|x|)",
      .max(0, .x - .y) / (1 + .exp(-.magnitude(.x)))
    ) { x, y in Swift.max(0, x - y) / (1 + Double.exp(-abs(x))) },
  ]
}

@Suite("Programs")
struct ProgramTests {
  static let points: [(Double, Double)] = [
    (0, 1), (1, 1), (-1, 2), (0.3, -0.7), (2.5, 2.5), (-3, -3), (1e-3, 40), (-7, 0.125),
  ]

  @Test("a program's value is its formula's", arguments: Formula.all)
  func values(_ formula: Formula) {
    for (x, y) in Self.points {
      let (value, expected) = (formula.expression.value(x: x, y: y), formula.value(x, y))
      #expect(value == expected, "\(formula.name) at x = \(x), y = \(y): \(value), \(expected)")
    }
  }

  @Test("the value is the same over every number", arguments: Formula.all)
  func numbers(_ formula: Formula) {
    for (x, y) in Self.points {
      let expected = formula.value(x, y)
      guard expected.isFinite else { continue }
      let tolerance = 8 * Swift.max(expected.magnitude, 1).ulp
      func check<S: Scalar>(_ number: S.Type, _ tolerance: Double) {
        let value = formula.expression.value(x: S(x), y: S(y)).real
        #expect(
          (value - expected).magnitude <= tolerance,
          "\(formula.name) at x = \(x), y = \(y) over \(S.self): \(value), \(expected)")
      }
      check(DoubleDouble.self, tolerance)
      check(Complex.self, tolerance)
      check(Bounded.self, 0)
      check(Dual<Double>.self, 0)
      check(Dual<Dual<DoubleDouble>>.self, tolerance)
      check(Float.self, 0x1p29 * tolerance)
    }
  }

  @Test("a dual number through a program is a derivative: (x / (1 + x²))′ = (1 − x²) / (1 + x²)²")
  func derivative() {
    let formula: Expression = .x / (1 + .power(.x, 2))
    for x in [-2.0, -0.3, 0, 0.5, 4] {
      let derivative = formula.value(x: Dual<DoubleDouble>.variable(DoubleDouble(x))).derivative
        .real
      let expected = (1 - x * x) / ((1 + x * x) * (1 + x * x))
      #expect((derivative - expected).magnitude <= 2e-16, "at \(x): \(derivative), \(expected)")
    }
  }

  @Test("at most two letters are defined, and sums may stand inside sums")
  func nestedSums() {
    let xi = Expression.letter(Letter("x", node: .i))
    let xj = Expression.letter(Letter("x", node: .j))
    // Σ_i Σ_{j ≠ i} x_i x_j = (Σ x)² − Σ x²
    let pairs = Expression.sum(over: .i, .sum(over: .j, excluding: .i, xi * xj))
    #expect(pairs.value(lists: [("x", [1.0, 2, 3, 4])]) == 70)
    // Two sums side by side share nothing.
    let quotient = Expression.sum(over: .i, xi) / .sum(over: .j, .power(xj, 2))
    #expect(quotient.value(lists: [("x", [1.0, 2, 3])]) == 6.0 / 14)
  }

  @Test("Σ_i, Σ_{i≠k}, max_i and max_{i≠k} over K values", arguments: 1...5)
  func summation(k: Int) {
    let values = [3, -1, 4, 1.5, 4.5]
    let (xi, xk) = (
      Expression.letter(Letter("x", node: .i)), Expression.letter(Letter("x", node: .k))
    )
    let others = values.indices.filter { $0 != k - 1 }.map { values[$0] }
    func value(_ expression: Expression) -> Double {
      expression.value(lists: [("x", values)], k: k)
    }
    #expect(value(xk) == values[k - 1])
    #expect(value(.sum(over: .i, xi)) == 12)
    #expect(value(.sum(over: .i, excluding: .k, xi)) == others.reduce(0, +))
    #expect(value(.sum(over: .i, xi * xk)) == 12 * values[k - 1])
    #expect(value(.largest(over: .i, xi)) == 4.5)
    #expect(value(.largest(over: .i, excluding: .k, xi)) == others.max())
    #expect(value(.largest(over: .i, xi - xk)) == 4.5 - values[k - 1])
  }

  @Test("over nothing a sum is 0 and the largest value −∞")
  func empty() {
    let xi = Expression.letter(Letter("x", node: .i))
    #expect(Expression.sum(over: .i, excluding: .k, xi).value(lists: [("x", [7.0])]) == 0)
    #expect(
      Expression.largest(over: .i, excluding: .k, xi).value(lists: [("x", [7.0])]) == -.infinity)
  }

  @Test("expm1, log1p and tanh are what their definitions say, to 1e−27")
  func definitions() throws {
    for function in ElementaryFunction.allCases {
      guard let definition = function.definition(of: .x) else {
        #expect(function == .exp || function == .log)
        continue
      }
      for x in [-0.9, -0.4, -0.02, 0.01, 0.3, 1, 2.5, 6] as [Double] {
        let left = Expression.function(function, .x).value(x: DoubleDouble(x))
        let right = definition.value(x: DoubleDouble(x))
        // At |x| = 0.01 the definitions lose two of their 30 digits.
        let error = ((left - right) / right).magnitude.real
        #expect(error <= 1e-27, "\(function)(\(x)): \(left), \(right)")
      }
    }
  }
}
