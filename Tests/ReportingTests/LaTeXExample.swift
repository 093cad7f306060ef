// A derivation written by hand, to see how one looks: log-loss with softmax, and its matrix line.

import Nabla
import NetworkModel
import Notation

@testable import Deriving

enum LaTeXExample {
  static let zi = Expression.letter("z", .i, layer: .last)
  static let zk = Expression.letter("z", .k, layer: .last)
  static let cost = Expression.letter("J")
  static let delta = Expression.letter("δ", .i, layer: .last)
  static let batchDelta = MatrixExpression.letter(
    MatrixLetter(
      .letter("Δ", layer: .last, example: nil), entry: delta, rows: .i, columns: .m))
  static let outputs = matrix("H", .hi)
  static let targets = matrix("Y", .yk)

  private static func matrix(_ name: String, _ entry: Expression) -> MatrixExpression {
    .letter(
      MatrixLetter(
        .letter(name, layer: nil, example: nil), entry: entry, rows: .k, columns: .m))
  }

  static func rule(
    _ name: String, _ sentence: String,
    _ statement: Equation = Equation(.letter("u"), .letter("v")),
    mistakes: [Rule.Mistake] = []
  ) -> Rule {
    Rule(
      id: name.split(separator: " ").joined(separator: "-"), name: name, statement: statement,
      sentence: sentence, hint: "", question: "", example: 0, mistakes: mistakes,
      rewrites: { _, _ in [] })
  }

  static let definition = rule("definition", "a name for what stands behind it")
  static let chain = rule(
    "chain rule", "sum over every output that the weighted input reaches",
    Equation(
      .partial(.letter("u"), by: Letter("x")),
      .sum(
        over: .k,
        .partial(.letter("u"), by: Letter("v", node: .k))
          * .partial(.letter("v", .k), by: Letter("x")))),
    mistakes: [
      Rule.Mistake(
        name: "only the own path",
        advice: "with softmax every h_k depends on every z_i, so the sum does not collapse",
        made: { _, _, _ in nil })
    ])
  static let quotient = rule(
    "quotient rule", "u′ v − u v′ above, v² below",
    Equation(
      .partial(.letter("u") / .letter("v"), by: Letter("x")),
      (.partial(.letter("u"), by: Letter("x")) * .letter("v")
        - .letter("u") * .partial(.letter("v"), by: Letter("x")))
        / .power(.letter("v"), 2)))
  static let substitute = rule("substitute", "put in what was found before")
  static let cancel = rule("cancel", "a factor that stands above and below the line goes")
  static let distribute = rule("distribute", "each term of the bracket gets the factor")
  static let sift = rule("sift", "[i=k] leaves one term of the sum: that with k = i")
  static let collect = rule("collect entries", "the same line for all i and m is a matrix")

  static func step(
    _ id: String, _ equation: Equation, after previous: String? = nil, _ rule: Rule,
    _ reason: String? = nil, conditions: [Condition] = [], substeps: [Step] = [],
    isFresh: Bool = false
  ) -> Step {
    Step(
      id: id, equation: equation, previous: previous, rule: rule, reason: reason ?? rule.name,
      uses: [], changes: [], conditions: conditions, substeps: substeps, isFresh: isFresh,
      origin: nil)
  }

  private static let hk = Expression.hk
  private static let yk = Expression.yk
  private static let jacobian = Expression.partial(
    hk, by: Letter("z", nodes: [.i], layer: .last))
  private static let bracket = Expression.same(.i, .k) - .hi
  private static let exponentials = Expression.sum(
    over: .j, .exp(.letter("z", .j, layer: .last)))

  private static let positive = Condition(
    statement: .different(hk, 0), status: .always(because: "a softmax output is positive"))
  private static let sumsToOne = Condition(
    statement: .equal(.sum(over: .k, yk), 1),
    status: .needed(
      counterexample: Instance(name: "targets that sum to 1.1"),
      name: "with y = (0.1, 0.8, 0.2) what is measured differs from h_i − y_i"))

  static let steps: [Step] = [
    step("1", Equation(cost, -.sum(over: .k, yk * .log(hk))), definition, "definition of log-loss"),
    step("2", Equation(hk, .exp(zk) / exponentials), definition, "definition of softmax"),
    step(
      "3",
      Equation(
        delta, .partial(cost, by: Letter("z", nodes: [.i], layer: .last)), relation: .defined),
      definition, "definition of δ"),
    step(
      "4",
      Equation(delta, .sum(over: .k, .partial(cost, by: Letter("h", node: .k)) * jacobian)),
      after: "3", chain),
    step(
      "5", Equation(.partial(cost, by: Letter("h", node: .k)), -(yk / hk)), cancel,
      "derivative of the logarithm", conditions: [positive], isFresh: true),
    step(
      "6", Equation(jacobian, hk * bracket), substitute, "put 2 into 6a twice",
      substeps: [
        step(
          "6a",
          Equation(
            jacobian,
            (.same(.i, .k) * .exp(zk) * exponentials - .exp(zk) * .exp(zi))
              / .power(exponentials, 2)), quotient)
      ], isFresh: true),
    step(
      "7", Equation(delta, .sum(over: .k, .product([-(yk / hk), hk, bracket]))), after: "4",
      substitute, "put 5 and 6 into 4"),
    step(
      "8", Equation(delta, -.sum(over: .k, yk * bracket)), after: "7", cancel,
      "cancel a common factor", conditions: [positive]),
    step(
      "9",
      Equation(delta, -.sum(over: .k, yk * .same(.i, .k)) + .sum(over: .k, yk) * .hi), after: "8",
      distribute, "distribute the sum"),
    step(
      "10", Equation(delta, -.letter("y", .i) + .hi * .sum(over: .k, yk)), after: "9", sift),
    step(
      "11", Equation(delta, .hi - .letter("y", .i)), after: "10", substitute,
      "the targets of an example sum to 1", conditions: [sumsToOne]),
    step(
      "12", Equation(batchDelta, .scaled(1 / .M, .sum([outputs, .negative(targets)]))),
      after: "11", collect, "collect the entries of all i and m"),
  ]

  static let derivation = Derivation(
    name: "log-loss softmax", title: "Log-loss with softmax: the error of the output layer",
    source: "[W] §8.3",
    conventions: [
      "One example, whose number is left out", "[i=k] is 1 if i = k and 0 otherwise",
      "δ_i^(L) always means ∂J/∂z_i^(L)",
    ],
    symbols: [
      Derivation.Symbol(.scalar(zk), "weighted input of output node k"),
      Derivation.Symbol(.scalar(hk), "output k, the probability of class k"),
      Derivation.Symbol(.scalar(yk), "target k, with Σ_k y_k = 1"),
      Derivation.Symbol(
        .matrix(batchDelta), "errors of the output layer, a column for each example",
        shape: Shape(rows: .outputs, columns: .examples)),
    ],
    understoodExample: .m, steps: steps,
    remarks: [
      "Books that write δ_ik for [i=k] use δ for two things & confuse 100% of their readers",
      "At 50 % the 1st row of ∂h_k/∂z_i sums to 0 in exact arithmetic, to 10⁻¹⁶ in floating point",
    ],
    instances: [
      Instance(name: "3-2-3, 2 examples, seed 4"), Instance(name: "4-5-2, 3 examples, seed 9"),
    ])

  static func check(_ kind: LineCheck.Kind, passed: Bool = true, limit: Double = 1e-12) -> LineCheck
  {
    LineCheck(kind: kind, passed: passed, largestDifference: 3.7e-17, limit: limit, places: 12)
  }

  static let checked = CheckedDerivation(
    derivation,
    checks: Dictionary(
      uniqueKeysWithValues: derivation.lines.compactMap { step -> (String, [LineCheck])? in
        if step.previous == nil && step.rule.id == "definition" { return nil }
        let link = step.previous == nil || step.id == "4" ? [] : [check(.link)]
        let condition = step.id == "11" ? [check(.condition)] : []
        let replay = step.substeps.isEmpty ? [] : [check(.replay)]
        return (step.id, link + replay + [check(.measured, limit: 3.3e-9)] + condition)
      }))

  /// Everything at once: a broken check, hostile words, and lines that are too long for a page.
  static let hostile: CheckedDerivation = {
    let words = #"<b>&"x"</b> 50% $a_b$ {#} ~^\ ✓ ✗ “é” − ½ z_ij^(ℓ−1)(m) e^(−z_k) 1e_3 _ ^ Δ漢"#
    let term =
      Expression.letter("w", .i, .j, layer: .current) * .letter("a", .j, layer: .current - 1)
    let long = Expression.sum((1...14).map { .number(Double($0)) * term })
    let wide = Expression.product((1...9).map { _ in .partial(term, by: Letter("x", node: .i)) })
    return CheckedDerivation(
      Derivation(
        name: "hostile words", title: words, source: words, conventions: [words],
        symbols: [.init(.scalar(.letter("net")), words)], understoodExample: nil,
        steps: [
          step("1", Equation(.letter("a"), long), rule("long", words), words),
          step("1b", Equation(.letter("a"), wide), after: "1", rule("wide", words), words),
          step("2", Equation(.letter("b"), long), after: "1b", rule("long", words)),
        ], remarks: [words], instances: [Instance(name: words)]),
      checks: ["1b": [check(.link, passed: false)], "2": [check(.link)]])
  }()
}
