// The verdict on random networks: right gradients are never called wrong, wrong ones always are.

import Foundation
import Nabla
import RandomNetworks
import Testing

/// How many networks of each trouble are checked; the long run has 10,000 in all.
private let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"
private let networksPerTrouble: UInt64 = isLong ? 1_500 : 4

@Suite struct RandomNetworkChecks {
  @Test(
    "No right gradient is called wrong, at most 5 % end in cannot-tell, each with its reason",
    arguments: RandomNetwork.Trouble.allCases)
  func rightGradients(_ trouble: RandomNetwork.Trouble) {
    var unknown = 0
    for seed in 0..<networksPerTrouble {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      let report = GradientCheck(random.network, random.batch).run()
      #expect(report.verdict != .wrong, "\(random): \(wrongest(report))")
      #expect(report.selfTest.passed, "\(random): \(report.selfTest)")
      if report.verdict == .cannotTell {
        unknown += 1
        if isLong { print("cannot tell: \(random): \(vaguest(report))") }
      }
      let reasons = (report.parameters + report.errors).filter { $0.verdict == .cannotTell }
      #expect(reasons.allSatisfy { $0.reason != nil })
    }
    #expect(unknown * 20 <= Int(networksPerTrouble), "\(unknown) of \(networksPerTrouble)")
    if isLong { print("\(trouble): \(unknown) of \(networksPerTrouble) cannot tell") }
  }

  @Test(
    "The same networks with an error above the smallest detectable one are called wrong, every one",
    arguments: RandomNetwork.Trouble.allCases)
  func plantedErrors(_ trouble: RandomNetwork.Trouble) throws {
    for seed in 0..<networksPerTrouble {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      let report = GradientCheck(random.network, random.batch).run()
      guard report.verdict == .right, let smallest = report.smallestDetectableError else {
        continue
      }
      let place = report.parameters[Int(seed) % report.parameters.count]
      // Where bounds are 0 or near it, the error still has to change the claim, and by that much.
      let error = max(1.01 * smallest, 4 * place.claimed.ulp, 1e-300)
      let wrong = GradientCheck(
        random.network, random.batch, adding: error, to: place.coordinate)
      let found = wrong.run()
      #expect(
        found.verdict == .wrong,
        "\(random): \(error) added to \(place.coordinate) was not seen")
    }
  }

  @Test("What is measured is within its bound of the double-double derivative")
  func bounds() {
    for trouble in RandomNetwork.Trouble.allCases {
      for seed in 0..<networksPerTrouble {
        let random = RandomNetwork(seed: seed, trouble: trouble)
        let sides = ScalarPropagation<Double>(random.network, random.batch).forward().sides
        let engine = ScalarPropagation<DoubleDouble>(random.network, random.batch)
        let truth = engine.backward(engine.forward(holding: sides)).gradient
        for comparison in GradientCheck(random.network, random.batch).run().parameters {
          let exact = truth[comparison.coordinate]
          let error = (DoubleDouble(comparison.measured) - exact).real.magnitude
          // The reference has errors of its own, 10^−30 of its terms.
          let own = 0x1p-80 * exact.real.magnitude
          #expect(
            error <= comparison.measurement.bound + own || comparison.verdict == .cannotTell,
            "\(random): \(comparison.measurement)")
        }
      }
    }
  }

  @Test(
    "No scheme calls a right gradient wrong", arguments: SchemeChoice.all.map(\.name))
  func schemes(_ name: String) throws {
    let scheme = try #require(SchemeChoice.all.first { $0.name == name })
    for seed in 0..<networksPerTrouble / 4 {
      for trouble in [RandomNetwork.Trouble.none, .kinks, .fitted] {
        let random = RandomNetwork(seed: seed, trouble: trouble)
        let report = GradientCheck(
          random.network, random.batch, CheckOptions(scheme: scheme)
        ).run()
        #expect(report.verdict != .wrong, "\(random), \(name): \(wrongest(report))")
      }
    }
  }

  private func vaguest(_ report: CheckReport) -> String {
    (report.parameters + report.errors).first { $0.verdict == .cannotTell }.map { "\($0)" }
      ?? "\(report.equations.filter { $0.verdict == .cannotTell })"
  }

  private func wrongest(_ report: CheckReport) -> String {
    (report.parameters + report.errors).first { $0.verdict == .wrong }.map { "\($0)" }
      ?? "\(report.equations.filter { $0.verdict == .wrong })"
  }
}

extension GradientCheck {
  /// A check of a batch engine with an error added to one derivative.
  init(_ network: Network, _ batch: Batch, adding error: Double, to place: Coordinate) {
    let mistake: Mistake
    switch place {
    case .weight(let layer, let i, let j):
      mistake = Mistake(
        name: "added", layer: layer,
        formula: .BP3 { engine, l, δ, pass in
          var gradient = engine.weightGradient(l, error: δ, pass)
          gradient[i, j] += gradient[i, j] < 0 ? -error : error
          return gradient
        })
    case .bias(let layer, let i), .weightedInput(let layer, let i, _):
      mistake = Mistake(
        name: "added", layer: layer,
        formula: .BP4 { engine, l, δ in
          var gradient = engine.biasGradient(l, error: δ)
          gradient[i - 1] += gradient[i - 1] < 0 ? -error : error
          return gradient
        })
    }
    self.init(network, batch, with: mistake)
  }
}
