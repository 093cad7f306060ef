// A derivation with results of checks made up by hand: what it is written as differs on no processor.

import Nabla

@testable import Deriving

enum HandMadeDerivation {
  private typealias E = Nabla.Expression
  private static let i = Index.i
  private static let k = Index.k
  private static let J: E = .letter("J")
  private static let hk: E = .letter("h", k, example: .m)
  private static let hi: E = .letter("h", i, example: .m)
  private static let yk: E = .letter("y", k, example: .m)
  private static let yi: E = .letter("y", i, example: .m)
  private static let zk: E = .letter("z", k, example: .m)
  private static let zi = Letter("z", nodes: [i], example: .m)
  private static let error: E = .letter("δ", i, example: .m)

  static func rule(_ name: String) -> Rule {
    Rule(
      id: name.split(separator: " ").joined(separator: "-"), name: name,
      statement: Equation(.letter("u"), .letter("u")), sentence: "What \(name) says.",
      hint: "Look for \(name).", question: "Where is \(name)?", example: .letter("u"),
      mistakes: [], rewrites: { _, _ in [] }, needs: { _, _ in [] })
  }

  static func step(
    _ id: String, _ equation: Equation, _ rule: String, reason: String? = nil,
    previous: String? = nil, uses: [String] = [], conditions: [Condition] = [],
    substeps: [Step] = [], isFresh: Bool = false
  ) -> Step {
    Step(
      id: id, equation: equation, previous: previous, rule: Self.rule(rule),
      reason: reason ?? rule, uses: uses, changes: [], conditions: conditions,
      substeps: substeps, isFresh: isFresh, origin: nil)
  }

  private static let jacobian: E = .partial(hk, by: zi)
  private static let softmax = hk * (.same(i, k) - hi)
  private static let soft = Condition(
    statement: .equal(.sum(over: k, yk), 1),
    status: .needed(counterexample: Instance(name: "1-3"), name: "targets that sum to 1.1"))
  private static let nonzero = Condition(
    statement: .different(hk, 0), status: .always(because: "a softmax output is positive"))

  private static let quotientRule = step(
    "5a",
    Equation(
      jacobian,
      (.same(i, k) * .exp(zk) * .letter("S") - .exp(zk) * .exp(.letter(zi)))
        / .power(.letter("S"), 2)),
    "quotient rule", previous: "2")
  private static let recognised = step(
    "5b", Equation(jacobian, softmax), "recognition", reason: "use 2 twice", previous: "5a",
    uses: ["2"])

  private static let steps: [Step] = [
    step(
      "1", Equation(J, -.sum(over: k, yk * .log(hk))), "definition",
      reason: "definition of log-loss", isFresh: true),
    step(
      "2", Equation(hk, .exp(zk) / .sum(over: i, .exp(.letter(zi)))), "definition",
      reason: "definition of softmax", isFresh: true),
    step(
      "3", Equation(error, .partial(J, by: zi), relation: .defined), "definition",
      reason: "definition of δ", isFresh: true),
    step(
      "4",
      Equation(
        error, .sum(over: k, .partial(J, by: Letter("h", nodes: [k], example: .m)) * jacobian)),
      "chain rule", reason: "chain rule: J depends on z_i through every h_k", previous: "3"),
    step(
      "5", Equation(jacobian, softmax), "recognition", reason: "substeps 5a and 5b",
      previous: "2", substeps: [quotientRule, recognised], isFresh: true),
    step(
      "6", Equation(error, .sum(over: k, -(yk / hk) * (hk * (.same(i, k) - hi)))),
      "substitution", reason: "put 1 and 5 into 4", previous: "4", uses: ["1", "5"],
      isFresh: true),
    step(
      "7", Equation(error, -.sum(over: k, yk * (.same(i, k) - hi))), "cancelling",
      reason: "cancel h_k", previous: "6", conditions: [nonzero]),
    step(
      "8", Equation(error, hi - yi), "known sum", reason: "the targets sum to 1",
      previous: "7", conditions: [soft]),
    step(
      "9",
      Equation(
        HandMadeMatrix.output, .scaled(HandMadeMatrix.perExample, HandMadeMatrix.difference)),
      "collection", reason: "collect the entries", isFresh: true),
    step(
      "10", Equation(HandMadeMatrix.error, HandMadeMatrix.propagated), "collection",
      reason: "collect the entries", isFresh: true),
  ]

  static let derivation = Derivation(
    name: "log-loss softmax", title: "log-loss with softmax: the error of the output layer",
    source: "[W] §8.3, B.2",
    conventions: [
      "one example, whose index (m) is left out", "[i=k] is 1 where i = k, and 0 elsewhere",
    ],
    symbols: [
      Derivation.Symbol(.scalar(zk), "weighted input", shape: Shape(rows: .outputs, columns: nil)),
      Derivation.Symbol(.scalar(hk), "output", shape: Shape(rows: .outputs, columns: nil)),
      Derivation.Symbol(.scalar(error), "∂J/∂z_i, the error"),
    ],
    understoodExample: .m, steps: steps,
    remarks: ["[V] (9) prints the sum without its minus."],
    instances: [Instance(name: "1-3, seed 4"), Instance(name: "2-2-3, seed 5")])

  static func check(
    _ kind: LineCheck.Kind, passed: Bool = true, difference: Double = 0, limit: Double = 0x1p-30
  ) -> LineCheck {
    LineCheck(kind: kind, passed: passed, largestDifference: difference, limit: limit, places: 12)
  }

  static let link = check(.link, limit: 1e-12)
  static let measured = check(.measured)

  static let right = CheckedDerivation(
    derivation,
    checks: [
      "4": [measured], "5a": [measured], "5b": [link, measured],
      "5": [link, measured, check(.replay)],
      "6": [link, measured], "7": [link, measured], "8": [link, measured, check(.condition)],
      "9": [measured], "10": [measured],
    ])

  /// Line 8 is wrong by far.
  static let wrong = CheckedDerivation(
    derivation,
    checks: right.checks.merging([
      "8": [
        check(.link, passed: false, difference: 0.25, limit: 1e-12),
        check(.measured, passed: false, difference: 0.25), check(.condition),
      ]
    ]) { $1 })

}

extension HandMadeDerivation {
  /// Lines that are too long for a page, and words that are.
  static let all = [right, wrong, long]

  static let long: CheckedDerivation = {
    let term: Nabla.Expression = .sum(
      over: .k, .letter("y", .k) * .log(1 - .letter("h", .k)) * (1 - .letter("y", .k)))
    let slope: Nabla.Expression = .partial(
      term * term, by: Letter("z", nodes: [.i], layer: .current))
    let lines = [
      step("1", Equation(.letter("J"), term + term - term + term), "distribution", isFresh: true),
      step(
        "2", Equation(slope, slope * (term + term)), "x", reason: String(repeating: "w", count: 90),
        previous: "1"),
    ]
    return CheckedDerivation(
      Derivation(
        name: "long", title: "a" + String(repeating: " long", count: 50), source: "",
        conventions: [], symbols: [], understoodExample: nil, steps: lines, remarks: [],
        instances: []),
      checks: ["2": [link, measured]])
  }()
}
