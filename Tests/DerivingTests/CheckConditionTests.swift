// Conditions, substeps and matrices: what a line needs, what leads to it, and lines of many numbers.

import Nabla
import Testing

@testable import Deriving

@Suite("Conditions, substeps and matrices of lines") struct CheckConditionTests {
  private static let instances = Instance.samples(hypothesis: .softmax, cost: .logLoss)
  private static let sum = Expression.sum(over: .i, .letter("y", .i, example: .m))
  private static let general = (Line.h * sum - Line.y) / .M
  private static let special = (Line.h - Line.y) / .M

  private static func needed(_ counterexample: Instance) -> Condition {
    Condition(
      statement: .equal(sum, 1), status: .needed(counterexample: counterexample, name: "any y"))
  }

  @Test("(h − y)/M needs Σ y = 1, and (h Σ y − y)/M does not")
  func condition() {
    let counterexample = Instance.counterexample(hypothesis: .softmax, cost: .logLoss)
    let checked = CheckedDerivation(
      Line.δOutput, [Self.general, Self.special], conditions: [Self.needed(counterexample)],
      on: Self.instances)
    #expect(checked.passed && checked.check(2, .condition)?.passed == true)
    let idle = CheckedDerivation(
      Line.δOutput, [Self.general], conditions: [Self.needed(counterexample)], on: Self.instances)
    #expect(idle.failures(.condition) == ["1"])
    #expect(CheckedDerivation(Line.δOutput, [Self.general], on: [counterexample]).passed)
  }

  @Test("a counterexample that is none does not break the line")
  func noCounterexample() {
    let checked = CheckedDerivation(
      Line.δOutput, [Self.special], conditions: [Self.needed(Self.instances[0])],
      on: Self.instances)
    #expect(checked.failures(.condition) == ["1"])
  }

  @Test("a condition that holds on none of the networks fails, and so does its line")
  func notAssumed() {
    let counterexample = Instance.counterexample(hypothesis: .softmax, cost: .logLoss)
    let checked = CheckedDerivation(
      Line.δOutput, [Self.special], conditions: [Self.needed(counterexample)],
      on: [counterexample])
    #expect(checked.failures(.condition) == ["1"])
    #expect(checked.failures(.link) == ["1"], "it was compared nowhere")
  }

  @Test("at a kink there is no derivative: z ≠ 0 is needed")
  func kink() {
    let activation = Activation.rectifier()
    let left = Expression.call("g", primes: 1, .z)
    func checked(_ z: Double) -> CheckedDerivation {
      let instances = Instance.samples(of: activation)
      var counterexample = instances[0]
      counterexample.given[Instance.Entry("z")] = z
      let condition = Condition(
        statement: .different(.z, 0),
        status: .needed(counterexample: counterexample, name: "z = \(z)"))
      return CheckedDerivation(
        left, [.bracket(.z, .greater, 0)], conditions: [condition], on: instances)
    }
    #expect(checked(0).passed)
    #expect(checked(0.5).failures(.condition) == ["1"])
  }

  @Test("a counterexample on which the line has no value proves nothing")
  func unknown() {
    let checked = CheckedDerivation(
      Line.δOutput, [Self.special], conditions: [Self.needed(Instance(name: "empty"))],
      on: Self.instances)
    #expect(checked.failures(.condition) == ["1"])
  }

  @Test("a matrix of derivatives is measured entry by entry")
  func matrices() {
    func letter(_ name: String, _ entry: Expression) -> Formula {
      .matrix(
        .letter(
          MatrixLetter(
            .letter(name, layer: .last, example: nil), entry: entry, rows: .k, columns: .m)))
    }
    let right = CheckedDerivation(
      [.line(1, letter("Δ", Line.δOutput), letter("E", Self.special))], on: Self.instances)
    #expect(right.passed && right.check(1, .measured)?.places == 9 + 4 + 6 + 2)
    let wrong = CheckedDerivation(
      [.line(1, letter("Δ", Line.δOutput), letter("E", -Self.special))], on: Self.instances)
    #expect(wrong.failures(.link) == ["1"] && wrong.failures(.measured) == ["1"])
  }
}
