// Checks of lines: right ones pass, wrong ones fail, each by the check that is made for it.

import Nabla
import Testing

@testable import Deriving

@Suite("Checks of lines") struct CheckTests {
  private static let networks = Instance.samples(
    activations: [.tanh, .logistic], hypothesis: .softmax, cost: .logLoss)
  private static let outputs = Instance.samples(hypothesis: .softmax, cost: .logLoss)

  @Test("right lines pass: BP2 from the chain rule on")
  func right() {
    let checked = CheckedDerivation(Line.δ, Line.errors, on: Self.networks)
    #expect(checked.passed)
    #expect(checked.lineCount == 3 && checked.checkCount == 6)
    for n in 1...3 {
      let measured = checked.check(n, .measured)
      // 4·3 + 4·2 + 3·2 + 3·1 nodes and examples.
      #expect(measured?.places == 29)
      #expect((measured?.limit ?? 1) <= 1e-6)
      #expect((checked.check(n, .link)?.largestDifference ?? 1) <= 1e-12)
    }
  }

  /// Wrong forms of BP2.
  static let wrong: [(name: String, right: Expression)] = [
    ("a dropped term", .sum(over: Line.p, excluding: nil, Line.w * Line.δAbove)),
    (
      "indices the other way round", .sum(over: Line.p, Line.wTransposed * Line.δAbove) * Line.slope
    ),
    ("a sign", -(.sum(over: Line.p, Line.w * Line.δAbove) * Line.slope)),
    (
      "g′(a) for g′(z)",
      .sum(over: Line.p, Line.w * Line.δAbove)
        * .call("g", primes: 1, .letter("a", Line.i, layer: .current, example: .m))
    ),
    ("a term too many", .sum([Line.errors[2], 1e-9])),
    (
      "a sum over another layer",
      .sum(over: Line.p.over(.nodes(.current)), Line.w * Line.δAbove) * Line.slope
    ),
    ("a free index too many", Line.w * Line.δAbove * Line.slope),
    ("a letter that nobody knows", Line.errors[2] * .letter("q")),
    ("no number", Line.errors[2] + 0 * .log(-1)),
  ]

  @Test("a single wrong line fails by its link, and by measurement", arguments: wrong.indices)
  func single(_ n: Int) {
    let (name, right) = Self.wrong[n]
    let checked = CheckedDerivation(
      Line.δ, [Line.errors[0], right, Line.errors[2]], on: Self.networks)
    #expect(!checked.passed, "\(name)")
    #expect(checked.failures(.link).contains("2"), "\(name)")
    #expect(checked.failures(.measured) == ["2"], "\(name)")
    #expect(checked.check(1, .link)?.passed == true, "\(name)")
    // The line after it is right, but does not follow.
    #expect(checked.failures(.link) == ["2", "3"], "\(name)")
  }

  @Test("lines that are wrong in the same way fail by measurement")
  func consistent() {
    let checked = CheckedDerivation(
      Line.δOutput, [(2 * Line.h - 2 * Line.y) / .M, 2 * (Line.h - Line.y) / .M],
      on: Self.outputs)
    #expect(checked.failures(.measured) == ["1", "2"])
  }

  @Test("softmax: the whole Jacobian passes, its diagonal alone fails")
  func jacobian() {
    let (hi, hk) = (Expression.hi, Expression.hk)
    let left = Expression.partial(hi, by: Letter("z", node: .k))
    let instances = Instance.samples(of: Hypothesis.softmax)
    let right = CheckedDerivation(
      left, [hi * (.same(.i, .k) - hk), .same(.i, .k) * hi - hi * hk], on: instances)
    #expect(right.passed && right.check(1, .measured)?.places == 9 + 4 + 16)
    let wrong = CheckedDerivation(left, [.same(.i, .k) * (hk * (1 - hk))], on: instances)
    #expect(wrong.failures(.measured) == ["1"] && wrong.failures(.link) == ["1"])
  }

  @Test("every activation's slope is the one of its definition", arguments: Activation.all)
  func slopes(_ activation: Activation) {
    let rename: [Expression: Expression] = [.a: .letter("a")]
    let slope = activation.generalSlope.replacing(rename)
    let instances = Instance.samples(of: activation)
    let checked = CheckedDerivation(.call("g", primes: 1, .z), [slope], on: instances)
    #expect(checked.passed && checked.check(1, .measured)?.places == 5)
    let wrong = CheckedDerivation(.call("g", primes: 1, .z), [slope + .z], on: instances)
    #expect(wrong.failures(.measured) == ["1"])
  }

  @Test("a definition is checked, too, and is no derivative")
  func definition() {
    let value = Definition.cost(.logLoss).value
    let checked = CheckedDerivation(Line.J, [value], on: Self.outputs)
    #expect(checked.passed && checked.check(1, .measured) == nil)
    let wrong = CheckedDerivation(Line.J, [value + 1e-9], on: Self.outputs)
    #expect(wrong.failures(.link) == ["1"])
  }

  @Test("a line that was compared nowhere fails")
  func nowhere() {
    let checked = CheckedDerivation(Line.δ, Line.errors, on: [])
    #expect(checked.failures(.link) == ["1", "2", "3"])
    #expect(checked.failures(.measured) == ["1", "2", "3"])
  }

  @Test("a line that rewrites a line that is not there fails")
  func noPrevious() {
    let line = Step.line(7, .scalar(Line.δ), .scalar(Line.errors[2]))
    #expect(CheckedDerivation([line], on: Self.networks).failures(.link) == ["7"])
  }

  @Test("a measurement at a kink does not pass")
  func kink() {
    let activation = Activation.rectifier()
    let left = Expression.partial(activation.definition, by: Letter("z"))
    let checked = CheckedDerivation(
      left, [.bracket(.z, .greater, 0)],
      on: [Instance(name: "z = 0", given: [Instance.Entry("z"): 0])])
    #expect(checked.failures(.measured) == ["1"])
  }
}
