// The tester is tested: every known mistake is planted and has to be caught and located.

import Nabla
import RandomNetworks
import Testing

@Suite struct PlantedMistakes {
  @Test(
    "A mistake on the probe 3-3-3 is caught, at its equation and layer and nowhere else",
    arguments: Mistake.outputMistakes + Mistake.hiddenMistakes + Mistake.squareMistakes
      + Mistake.parameterMistakes)
  func square(_ mistake: Mistake) { expectLocated(mistake, on: Probe.square) }

  @Test(
    "A mistake on the probe 4-3-2 is caught, at its equation and layer and nowhere else",
    arguments: Mistake.outputMistakes + [Mistake.softmaxElementwise] + Mistake.hiddenMistakes
      + Mistake.parameterMistakes)
  func softmax(_ mistake: Mistake) { expectLocated(mistake, on: Probe.softmax) }

  @Test(
    "A mistake at one layer of a deep network does not colour the others",
    arguments: [2, 3, 4], Mistake.hiddenMistakes)
  func deep(_ layer: Int, _ mistake: Mistake) {
    var mistake = mistake
    mistake.layer = layer
    expectLocated(mistake, on: Probe.deep)
  }

  @Test(
    "A mistake of the reference engine is located too: the measured δ takes its place",
    arguments: Mistake.outputMistakes + Mistake.hiddenMistakes + Mistake.parameterMistakes)
  func reference(_ mistake: Mistake) {
    let probe = Probe.square
    var check = GradientCheck(probe.network, probe.batch, with: mistake)
    check.subject.engines.swapAt(0, 1)
    let report = check.run()
    let found = Set(
      report.equations.filter { $0.verdict == .wrong }.map { "\($0.equation) layer \($0.layer)" })
    #expect(report.verdict == .wrong)
    #expect(found == mistake.places(in: probe.network), "\(mistake)")
  }

  @Test("At least 18 mistakes are planted, each with a name of its own")
  func catalogue() {
    let names =
      (Mistake.outputMistakes + [Mistake.softmaxElementwise] + Mistake.hiddenMistakes
      + Mistake.squareMistakes + Mistake.parameterMistakes).map(\.name)
    #expect(names.count >= 18)
    #expect(Set(names).count == names.count)
  }

  @Test(
    "Two right engines are right in every equation",
    arguments: [Probe.square, Probe.softmax, Probe.deep])
  func right(_ probe: Probe) {
    let report = GradientCheck(probe.network, probe.batch).run()
    #expect(report.verdict == .right)
    #expect(report.equations.allSatisfy { $0.verdict == .right })
    #expect(report.parameters.count == report.total)
    #expect(report.selfTest.passed && report.selfTest.plants > 0)
  }

  private func expectLocated(_ mistake: Mistake, on probe: Probe) {
    let report = GradientCheck(probe.network, probe.batch, with: mistake).run()
    let found = Set(
      report.equations.filter { $0.verdict == .wrong }.map { "\($0.equation) layer \($0.layer)" })
    let expected = mistake.places(in: probe.network)
    #expect(report.verdict == .wrong, "\(mistake) on \(probe.name) was not caught")
    #expect(found == expected, "\(mistake) on \(probe.name)")
  }
}

/// Networks on which every mistake shows: generic values, no zero bias, five examples, λ₂ > 0.
struct Probe: Sendable, CustomTestStringConvertible {
  let name: String
  let network: Network
  let batch: Batch

  var testDescription: String { name }

  static let square = Probe(
    "3-3-3", [3, 3, 3], [.logistic], .logistic, .quadratic, Penalty(l2: 0.1), seed: 3)
  static let softmax = Probe(
    "4-3-2", [4, 3, 2], [.tanh], .softmax, .logLoss, Penalty(l2: 0.3), seed: 4)
  static let deep = Probe(
    "3-3-3-3-3", [3, 3, 3, 3, 3], [.tanh, .logistic, .tanh], .identity, .quadratic,
    Penalty(l2: 0.2), seed: 5)

  init(
    _ name: String, _ sizes: [Int], _ activations: [Activation], _ hypothesis: Hypothesis,
    _ cost: Cost, _ penalty: Penalty, seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    func draw(_ count: Int, _ range: ClosedRange<Double> = -1...1) -> [Double] {
      (0..<count).map { _ in .random(in: range, using: &generator) }
    }
    self.name = name
    let shapes = zip(sizes.dropFirst(), sizes)
    network = Network(
      name: name, sizes: sizes, activations: activations, hypothesis: hypothesis, cost: cost,
      penalty: penalty,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          shapes.map { Matrix(rows: $0, columns: $1, entries: draw($0 * $1)) }),
        biases: Layers(first: 2, sizes.dropFirst().map { draw($0) })))
    var targets = Matrix(
      rows: sizes.last!, columns: 5, entries: draw(sizes.last! * 5, 0.1...0.9))
    for m in 1...5 {
      let sum = (1...targets.rows).reduce(0) { $0 + targets[$1, m] }
      for k in 1...targets.rows { targets[k, m] /= sum }
    }
    batch = Batch(
      inputs: Matrix(rows: sizes[0], columns: 5, entries: draw(sizes[0] * 5)), targets: targets)
  }
}
