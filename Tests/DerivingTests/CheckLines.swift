// Lines of derivations, written by hand for testing their checks.

import Nabla

@testable import Deriving

extension Rule {
  /// A rule without any content: the checks by numbers do not look at it.
  static let byHand = Rule(
    id: "by-hand", name: "by hand", statement: Equation(.letter("u"), .letter("u")), sentence: "",
    hint: "", question: "", example: 1, mistakes: [], rewrites: { expression, _ in [expression] })
}

extension Step {
  /// A line that rewrites the one before it, if there is one.
  static func line(
    _ id: Int, _ left: Formula, _ right: Formula, isFirst: Bool = false,
    conditions: [Condition] = [], substeps: [Step] = []
  ) -> Step {
    Step(
      id: "\(id)", equation: Equation(left, right),
      previous: id == 1 || isFirst ? nil : "\(id - 1)",
      rule: .byHand, reason: "by hand", uses: [], changes: [], conditions: conditions,
      substeps: substeps, isFresh: id == 1 || isFirst, origin: nil)
  }
}

extension CheckedDerivation {
  /// A chain of lines with one left side.
  init(
    _ left: Expression, _ rights: [Expression], conditions: [Condition] = [],
    on instances: [Instance]
  ) {
    self.init(
      rights.enumerated().map { n, right in
        .line(
          n + 1, .scalar(left), .scalar(right), conditions: n == rights.count - 1 ? conditions : [])
      }, on: instances)
  }

  init(_ steps: [Step], on instances: [Instance]) {
    self.init(
      checking: Derivation(
        name: "by hand", title: "", source: "", conventions: [], symbols: [],
        understoodExample: nil, steps: steps, remarks: [], instances: instances))
  }

  /// The one check of a kind that a line has.
  func check(_ line: Int, _ kind: LineCheck.Kind) -> LineCheck? {
    checks["\(line)"]?.first { $0.kind == kind }
  }

  /// Which lines failed a check of a kind.
  func failures(_ kind: LineCheck.Kind) -> [String] {
    checks.filter { $0.value.contains { $0.kind == kind && !$0.passed } }.keys.sorted()
  }
}

/// The letters of lines, in layer ℓ and in the output layer.
enum Line {
  static let i = Index.i.over(.nodes(.current))
  static let j = Index.j.over(.nodes(.current - 1))
  static let p = Index("p", .nodes(.current + 1))

  static let J = Expression.letter("J")
  static let h = Expression.letter("h", .k, example: .m)
  static let y = Expression.letter("y", .k, example: .m)
  static let output = Letter("z", nodes: [.k], layer: .last, example: .m)
  static let hidden = Letter("z", nodes: [i], layer: .current, example: .m)
  static let above = Letter("z", nodes: [p], layer: .current + 1, example: .m)
  static let δ = Expression.letter("δ", i, layer: .current, example: .m)
  static let δAbove = Expression.letter("δ", p, layer: .current + 1, example: .m)
  static let δOutput = Expression.letter("δ", .k, layer: .last, example: .m)
  /// w_pi^(ℓ+1), and its two indices the other way round.
  static let w = Expression.letter("w", p, i, layer: .current + 1)
  static let wTransposed = Expression.letter("w", i, p, layer: .current + 1)
  static let slope = Expression.call("g", primes: 1, .letter(hidden))

  /// BP2 from the chain rule on: three right sides for δ_i^(ℓ).
  static let errors: [Expression] = [
    .sum(
      over: p,
      .partial(J, by: above) * .partial(.letter(above), by: hidden)),
    .sum(over: p, δAbove * (w * slope)),
    .sum(over: p, w * δAbove) * slope,
  ]
}
