// The samples that lines are checked on, and what measuring on them can tell.

import Nabla
import Testing

@testable import Deriving

@Suite("Sample networks") struct InstanceSampleTests {
  /// Every defined pair of cost and hypothesis.
  static let pairs = Cost.all.flatMap { cost in
    Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 2) }.map { (cost, $0) }
  }

  @Test("δ is measured to 10^−9 on every sample", arguments: pairs.indices)
  func bounds(_ n: Int) throws {
    let (cost, hypothesis) = Self.pairs[n]
    for instance in Instance.samples(
      activations: Activation.all, hypothesis: hypothesis, cost: cost,
      penalty: Penalty(l2: 0.5, l1: 0.25))
    {
      let i = Index.i.over(.nodes(.current))
      for place in instance.assignments(of: [i, .m]) {
        let evaluation = Evaluation<Double>(instance)
        let z = try evaluation.entry(
          Letter("z", nodes: [i], layer: .current, example: .m), place)
        let measured = try measuredDerivative(
          of: .letter("J"), at: place, by: z, on: instance)
        let δ = try evaluation.value(.letter("δ", i, layer: .current, example: .m), place)
        #expect(measured.isUseful && measured.bound <= 1e-9, "\(instance.name)")
        #expect((measured.value - δ).magnitude <= measured.bound, "\(instance.name)")
      }
    }
  }

  @Test("targets suit softmax: they sum to 1, except in the counterexample")
  func targets() throws {
    let sum = Expression.sum(over: .k, .letter("y", .k, example: .m))
    let instances = Instance.samples(hypothesis: .softmax, cost: .logLoss)
    for instance in instances {
      for place in instance.assignments(of: [.m]) {
        let value = try Evaluation<Double>(instance).value(sum, place)
        #expect((value - 1).magnitude <= 1e-15)
      }
    }
    let other = Instance.counterexample(hypothesis: .softmax, cost: .logLoss)
    let value = try Evaluation<Double>(other).value(sum, Assignment([.m: 1], current: 2))
    #expect((value - 1).magnitude > 0.1)
    let oneHot = instances.filter { $0.given.values.contains(0) }
    #expect(oneHot.count == 1)
  }

  @Test("ℓ is a hidden layer, the output layer, or either")
  func layers() {
    func layers(_ layer: Instance.SampleLayer) -> [Int] {
      Instance.samples(
        activations: [.tanh], hypothesis: .identity, cost: .quadratic, layer: layer
      ).map(\.current)
    }
    #expect(layers(.hidden) == [2, 3, 2, 2])
    #expect(layers(.output) == [3, 4, 3, 3])
    #expect(layers(.any) == [2, 4, 2, 3])
  }

  @Test("a nudged evaluation shares what does not depend on the letter, and nothing else")
  func nudging() throws {
    let instance = Instance.samples(
      activations: [.tanh, .logistic], hypothesis: .softmax, cost: .logLoss)[1]
    let evaluation = Evaluation<Double>(instance)
    let i = Index.i.over(.nodes(.current))
    let letters: [Expression] = [
      .letter("J"), .letter("δ", i, layer: .current, example: .m),
      .letter("z", i, layer: .current, example: .m),
    ]
    let places = instance.assignments(of: [i, .m])
    for letter in letters { for place in places { _ = try evaluation.value(letter, place) } }
    for entry in [
      Instance.Entry("w", nodes: [1, 2], layer: 2), Instance.Entry("b", nodes: [2], layer: 4),
      Instance.Entry("z", nodes: [3], layer: 3, example: 2), Instance.Entry("M"),
    ] {
      let shared = evaluation.nudging(entry, by: 0.25)
      let fresh = Evaluation<Double>(instance, nudging: entry, by: 0.25)
      for letter in letters {
        for place in places {
          #expect(try shared.value(letter, place) == fresh.value(letter, place), "\(entry)")
        }
      }
    }
  }
}
