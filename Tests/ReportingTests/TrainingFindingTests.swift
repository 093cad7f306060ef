// Troubles of training: what each usually means and what to try, in words and as JSON.

import Foundation
import Nabla
import Testing

@Suite struct TrainingFindings {
  @Test("Every kind of finding, in words")
  func words() throws {
    let text = try TrainingHandMade.iris(findings: TrainingHandMade.findings).text()
    let start = try #require(text.range(of: "! Iteration 1:"))
    #expect(
      text[start.lowerBound...] == #"""
        ! Iteration 1: Layer 2: 3 of 5 rectifiers are dead, 0 for every example looked
          at: nothing is passed back, and the weights before no longer learn. Usually a
          step too large threw the biases far below 0, or they began there. Try a
          smaller rate, biases that begin above 0, or features scaled to about 1.

        ! Iteration 1: Layer 2: all 5 nodes are saturated, with a slope below 1e-4 for
          every example looked at: almost nothing is passed back, and the weights before
          hardly learn. Usually weights or features are too large. Begin with smaller
          weights, scale the features to about 1, or take a penalty.

        ! Iteration 10: The errors vanish on the way back: ‖δ^(2)‖ is only 1.5e-7 of the
          output layer's, per node, so the first layers hardly learn. Usually many
          slopes below 1 are multiplied. Begin with larger weights, take tanh or the
          rectifier, or fewer layers.

        ! Iteration 17: J rose from 0.5 to 0.75 in one step: usually the step is longer
          than the slope holds. Take a smaller rate than α = 0.1, or a schedule that
          lowers it, linear-decay.

        ! Iteration 18: J changes by 0.002 in a step of 0.001 α against the gradient,
          which promises -0.001. So small a step lowers J where the gradient is right:
          usually it is the gradient that is wrong, not the rate. Run `nabla check`,
          which names the equation.

        ! Iteration 1,900: J has risen from 1.19 in the first epoch to 1250. Usually
          every step overshoots the valley, further each time. Try a tenth of the rate,
          α = 0.01, and a momentum rate further from 1. If J rises under any rate, the
          gradient is wrong: run `nabla check`.

        ! Iteration 1,901: J is no finite number any more. Usually steps were too large,
          and the parameters grew until a number overflowed, or an output is exactly 0
          or 1 and the cost takes its logarithm. Try a tenth of the rate, α = 0.01, and
          features scaled to about 1.

        ! Iteration 1,902: An entry of the gradient is no finite number any more,
          although J is. Usually the cost's derivative overflows at an output that is
          all but 0 or 1, because steps were too large. Try a tenth of the rate,
          α = 0.01, and features scaled to about 1.

        ! Iteration 2,000: A gradient check finds BP2 at layer 2 wrong: the steps did
          not go where J falls fastest, and what was learnt is not what was asked for.
          Run `nabla check`, which shows the derivative and both numbers.

        """#)
  }

  @Test("Every kind of finding has its name, its numbers and the same words as JSON")
  func json() throws {
    let report = try TrainingHandMade.iris(findings: TrainingHandMade.findings)
    let found = try #require(TrainingJSON.object(report.json())["findings"] as? [[String: Any]])
    #expect(
      found.map { $0["finding"] as? String } == [
        "dead-rectifiers", "saturated", "vanishing-error", "rate-too-large",
        "rises-under-small-step", "diverging", "not-finite", "not-finite", "wrong-gradient",
      ])
    #expect(found.map { $0["iteration"] as? Int } == TrainingHandMade.findings.map(\.iteration))
    #expect(found[0]["layer"] as? Int == 2 && found[0]["dead"] as? Int == 3)
    #expect(found[0]["of"] as? Int == 5 && found[1]["nodes"] as? Int == 5)
    #expect(found[2]["ratio"] as? Double == 1.5e-7)
    #expect(found[3]["before"] as? Double == 0.5 && found[3]["after"] as? Double == 0.75)
    #expect(found[4]["promised"] as? Double == -0.001 && found[4]["shrink"] as? Double == 0.001)
    #expect(found[5]["from"] as? Double == 1.1875 && found[5]["to"] as? Double == 1250)
    #expect(found[6]["what"] as? String == "cost" && found[7]["what"] as? String == "gradient")
    #expect(found[8]["equation"] as? String == "BP2" && found[8]["layer"] as? Int == 2)
    let words = report.text(style: TextStyle(width: 200)).split(separator: "\n")
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    for finding in found {
      let explanation = try #require(finding["explanation"] as? String)
      #expect(words.contains(explanation.replacing("\u{A0}", with: " ")), "\(explanation)")
    }
  }

  @Test("A check that says wrong is called wrong, and one that cannot tell is counted")
  func checks() throws {
    let wrong = TrainingFinding(.wrongGradient(equation: "BP3", layer: 3), iteration: 5)
    func words(_ findings: [TrainingFinding], _ checks: (made: Int, unsure: Int)) throws -> String {
      try TrainingHandMade.iris(findings: findings, checks: checks).text(
        style: TextStyle(width: 200))
    }
    #expect(
      try words([wrong], (2, 0)).contains("2 gradient checks on the way; the gradient is wrong"))
    #expect(
      try words([], (1, 1)).contains(
        "1 gradient check on the way, 1 of which cannot tell; none finds an error"))
    #expect(try !words([], (0, 0)).contains("gradient check"))
  }

  @Test("A node alone is one node; without momentum none is blamed")
  func singular() throws {
    let findings = [
      TrainingFinding(.saturated(layer: 3, nodes: 1, of: 1), iteration: 1),
      TrainingFinding(.deadRectifiers(layer: 2, dead: 1, of: 4), iteration: 1),
    ]
    let text = try TrainingHandMade.iris(findings: findings).text()
    #expect(text.contains("Layer 3: 1 of 1 node is saturated"))
    #expect(text.contains("Layer 2: 1 of 4 rectifiers is dead"))
    var settings = TrainingSettings()
    settings.momentum = 0
    let diverging = TrainingReport(
      settings: settings, of: try TrainingHandMade.iris(),
      findings: [TrainingFinding(.diverging(from: 1, to: 1000), iteration: 2)])
    #expect(!diverging.text().contains("momentum"))
  }
}

extension TrainingReport {
  /// A training with other settings and findings.
  fileprivate init(
    settings: TrainingSettings, of other: TrainingReport, findings: [TrainingFinding]
  ) {
    self.init(
      settings: settings, network: other.network, state: other.state,
      iterationsPerEpoch: other.iterationsPerEpoch, start: other.start, training: other.training,
      heldOut: other.heldOut, stop: other.stop, curve: other.curve, findings: findings,
      checks: other.checks, seconds: other.seconds)
  }
}
