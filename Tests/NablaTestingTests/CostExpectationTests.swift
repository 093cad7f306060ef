// A cost that is not the probe's: said first, with what explains it.

import Nabla
import Testing

@testable import NablaTesting

@Suite("A student's own cost")
struct CostExpectationTests {
  private func said(_ student: some BackpropUnderTest, at probe: Probe = .standard) -> String {
    let finding = BackpropCheck(student: student, probe: probe).run()
    return FindingText(probe: probe, reveal: .worstEntry).text(finding)?.text ?? ""
  }

  /// A student whose cost and gradients are another network's: another cost, or another penalty.
  private func other(_ change: @escaping @Sendable (Network) -> Network) -> Student {
    Student(
      changeCost: { _, network, batch in
        BatchPropagation<Double>(change(network), batch).forward().cost
      },
      changeGradient: { _, network, batch in
        let engine = BatchPropagation<Double>(change(network), batch)
        return engine.gradients(engine.forward()).gradient
      }, changeErrors: { _, _ in [:] })
  }

  @Test("A factor is said, whatever the gradients are")
  func factor() {
    let text = said(Student(changeCost: { J, _, batch in J * Double(batch.count) }))
    #expect(text.hasPrefix("Your cost is not quadratic of this network"), "\(text)")
    #expect(text.contains("M times J: the sum over the examples is not divided by M"), "\(text)")
    #expect(text.contains("wrong for your own cost too"), "\(text)")
  }

  @Test("Another cost of the list is named, and its gradients are right for it")
  func otherCost() {
    let text = said(
      other { network in
        Network(
          sizes: network.sizes, activations: network.activations.elements,
          hypothesis: network.hypothesis, cost: .crossEntropy, parameters: network.parameters)
      })
    #expect(text.contains("J of the cost cross-entropy"), "\(text)")
    #expect(text.contains("right for your own cost"), "\(text)")
    #expect(text.contains("Probe.set(cost: .crossEntropy)"), "\(text)")
  }

  @Test("A cost without the penalty is said to be that")
  func penalty() {
    let text = said(
      other { $0.with(penalty: Penalty.none) },
      at: Probe(sizes: [3, 3, 3], penalty: Penalty(l2: 1)))
    #expect(text.contains("J without the penalty"), "\(text)")
  }

  @Test("With cost: .own any smooth cost is measured: right passes, wrong is found")
  func own() {
    // J⁴ has the slope 4 J³ ∇J.
    let right = Student(
      changeCost: { J, _, _ in J * J * J * J },
      changeGradient: { g, network, batch in
        let J = BatchPropagation<Double>(network, batch).forward().cost
        return g.map { 4 * J * J * J * $0 }
      }, changeErrors: { _, _ in [:] })
    for probe in Probe.all {
      expectGradients(of: right, at: probe, cost: .own)
    }
    withKnownIssue {
      expectGradients(of: right)
    } matching: {
      $0.text.contains("right for your own cost") && $0.text.contains("cost: .own")
    }
    var wrong = right
    wrong.changeGradient = { g, _, _ in g }
    withKnownIssue {
      expectGradients(of: wrong, cost: .own)
    } matching: {
      $0.text.contains("not the slope of your own cost") && $0.text.contains("∂J/∂W^(3)")
    }
  }
}
