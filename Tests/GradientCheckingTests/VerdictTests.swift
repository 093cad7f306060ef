// The laws of a verdict: what checkers in use get wrong.

import Nabla
import Testing

@Suite struct Verdicts {
  private func judge(
    _ claimed: Double, _ measured: Double, bound: Double = 1e-10, scale: Double? = nil,
    isFlat: Bool = false
  ) -> Verdict {
    let measurement = Measurement(
      coordinate: .bias(layer: 2, i: 1), derivative: measured, truncation: bound / 2,
      rounding: bound / 2, method: .central, step: nil, isFlat: isFlat)
    return Comparison(
      claimed: claimed, claimRounding: 0, measurement, scale: scale ?? claimed.magnitude
    ).verdict
  }

  @Test("A claim within a useful bound is right, one beyond it is wrong")
  func bound() {
    #expect(judge(1, 1 + 0.9e-10) == .right)
    #expect(judge(1, 1 + 1.1e-10) == .wrong)
  }

  @Test("A bound above 10^−6 of the derivative cannot tell, and still shows what is wrong")
  func useless() {
    #expect(judge(1, 1, bound: 2e-6) == .cannotTell)
    #expect(judge(1, 1.1, bound: 2e-6) == .wrong)
  }

  @Test("A small derivative of a layer with large ones is measured by these")
  func scale() { #expect(judge(1e-9, 1e-9, bound: 1e-10, scale: 1) == .right) }

  @Test("Claimed 0 and no change of the cost at all is right, whatever the bound")
  func zero() {
    #expect(judge(0, 0, bound: 1, scale: 0, isFlat: true) == .right)
    #expect(judge(0, 0, bound: 1, scale: 0) == .cannotTell)
  }

  @Test("No number is neither right nor wrong", arguments: [Double.nan, .infinity])
  func notFinite(_ x: Double) {
    #expect(judge(x, 1) == .cannotTell)
    #expect(judge(1, x) == .cannotTell)
    #expect(judge(1, 1, bound: x) == .cannotTell)
  }

  @Test("The whole is wrong if a part is, else unknown if a part is")
  func whole() {
    #expect(Verdict.of([.right, .cannotTell, .wrong]) == .wrong)
    #expect(Verdict.of([.right, .cannotTell]) == .cannotTell)
    #expect(Verdict.of([.right]) == .right)
  }

  @Test(
    "A flipped sign is seen at every scale of the cost, a right gradient is right at every scale",
    arguments: [1e-9, 1e-3, 1, 1e6, 1e9])
  func scales(_ factor: Double) {
    // Scaling h − y by f scales J by f²: targets and the output layer's parameters times f.
    let probe = Probe.deep
    var network = probe.network
    let last = network.lastLayer
    network.parameters.weights[last] = network.parameters.weights[last].map { factor * $0 }
    network.parameters.biases[last] = network.parameters.biases[last].map { factor * $0 }
    let batch = Batch(inputs: probe.batch.inputs, targets: probe.batch.targets.map { factor * $0 })
    #expect(GradientCheck(network, batch).run().verdict == .right)
    let sign = Mistake.outputMistakes.first { $0.name == "sign" }!
    #expect(GradientCheck(network, batch, with: sign).run().verdict == .wrong)
  }

  @Test("One wrong entry of a wide layer is seen: no tolerance grows with the size")
  func wide() {
    let wide = Probe(
      "2-150-1", [2, 150, 1], [.tanh], .identity, .quadratic, .none, seed: 6)
    let check = GradientCheck(
      wide.network, wide.batch, adding: 1e-6, to: .weight(layer: 2, i: 77, j: 2))
    let report = check.run()
    #expect(report.verdict == .wrong)
    #expect(report.worst?.coordinate == .weight(layer: 2, i: 77, j: 2))
  }

  @Test("A planted error of ten times the smallest detectable one is caught in every layer")
  func selfTest() {
    let report = GradientCheck(Probe.deep.network, Probe.deep.batch).run()
    #expect(report.selfTest.plants == 4)
    #expect(report.selfTest.caught == 4)
    #expect(report.selfTest.planted == 10 * report.smallestDetectableError!)
  }

  @Test("A claim whose roundings are said to be huge cannot be judged, and nothing is planted")
  func uselessClaim() {
    var subject = CheckSubject(Probe.square.network, Probe.square.batch)
    let engine = subject.engines[0]
    subject.engines = [
      CheckedEngine(
        name: "scalar", engine: engine.engine,
        bounding: Exaggerating(right: ScalarPropagation(Probe.square.network, Probe.square.batch)))
    ]
    let report = GradientCheck(subject).run()
    #expect(report.verdict == .cannotTell)
    #expect(report.selfTest.plants == 0)
  }

  @Test("A sample is what its seed says, and the coverage tells")
  func sample() {
    let (network, batch) = (Probe.deep.network, Probe.deep.batch)
    func places(_ seed: UInt64) -> [Coordinate] {
      GradientCheck(network, batch, CheckOptions(sample: 5, seed: seed)).run().parameters
        .map(\.coordinate)
    }
    #expect(places(7).count == 5)
    #expect(places(7) == places(7))
    #expect(places(7) != places(8))
  }
}

/// An engine whose rounding bounds are 10^12 times what they should be.
private struct Exaggerating: PropagationEngine {
  let right: ScalarPropagation<Bounded>
  var network: Network { right.network }
  var batch: Batch { right.batch }

  private func exaggerated(_ x: Bounded) -> Bounded { Bounded(x.value, error: 1e12 * x.error) }

  func forward(holding sides: Sides?) -> ForwardPass<Bounded> { right.forward(holding: sides) }
  func outputGradient(_ pass: ForwardPass<Bounded>) -> Matrix<Bounded> {
    right.outputGradient(pass)
  }
  func slope(_ l: Int, _ pass: ForwardPass<Bounded>) -> Matrix<Bounded>? { right.slope(l, pass) }
  func outputError(_ pass: ForwardPass<Bounded>) -> Matrix<Bounded> {
    right.outputError(pass).map(exaggerated)
  }
  func activationGradient(_ l: Int, errorAbove: Matrix<Bounded>) -> Matrix<Bounded> {
    right.activationGradient(l, errorAbove: errorAbove)
  }
  func hiddenError(
    _ l: Int, errorAbove: Matrix<Bounded>, _ pass: ForwardPass<Bounded>
  ) -> Matrix<Bounded> { right.hiddenError(l, errorAbove: errorAbove, pass).map(exaggerated) }
  func weightGradient(
    _ l: Int, error: Matrix<Bounded>, _ pass: ForwardPass<Bounded>
  ) -> Matrix<Bounded> { right.weightGradient(l, error: error, pass).map(exaggerated) }
  func biasGradient(_ l: Int, error: Matrix<Bounded>) -> [Bounded] {
    right.biasGradient(l, error: error).map(exaggerated)
  }
}
