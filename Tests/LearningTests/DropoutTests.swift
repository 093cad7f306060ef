// Dropout: masks, and the gradient under a fixed one.

import Nabla
import RandomNetworks
import Testing

@Suite("dropout")
struct DropoutTests {
  @Test("d is 0 with probability p, else 1/(1 − p): its mean is 1")
  func masks() {
    let dropout = Dropout(probability: 0.3, seed: 4)
    let masks = dropout.masks(sizes: [5, 40, 30, 2], examples: 100, iteration: 1)
    #expect(masks.range == 2..<4)
    #expect(masks[2].rows == 40 && masks[3].rows == 30 && masks[3].columns == 100)
    let entries = masks.elements.flatMap(\.entries)
    #expect(Set(entries) == [0, 1 / 0.7])
    let mean = entries.reduce(0, +) / Double(entries.count)
    // Five standard errors of a mean of 7000: 5 · √(p / (1 − p)) / √7000
    #expect((mean - 1).magnitude < 5 * (0.3 / 0.7).squareRoot() / 7000.0.squareRoot())
  }

  @Test("An iteration always has the same mask, the next one another")
  func seeds() {
    let dropout = Dropout(probability: 0.5, seed: 4)
    func masks(_ iteration: Int, _ seed: UInt64 = 4) -> [Double] {
      Dropout(probability: 0.5, seed: seed)
        .masks(sizes: [2, 20, 1], examples: 10, iteration: iteration).elements[0].entries
    }
    #expect(masks(3) == dropout.masks(sizes: [2, 20, 1], examples: 10, iteration: 3)[2].entries)
    #expect(masks(3) != masks(4))
    #expect(masks(3) != masks(3, 5))
  }

  @Test(
    "Under a fixed mask A = g(Z) ⊙ D, backprop of both engines is the measured gradient",
    arguments: 1...40)
  func gradient(seed: Int) {
    let drawn = RandomNetwork(seed: UInt64(seed))
    guard drawn.network.lastLayer > 2 else { return }
    var batch = drawn.batch
    batch.masks = Dropout(probability: 0.4, seed: 1)
      .masks(sizes: drawn.network.sizes, examples: batch.count, iteration: seed)
    let report = GradientCheck(drawn.network, batch).run()
    #expect(report.verdict != .wrong, "\(drawn): \(String(describing: report.worst))")
    #expect(report.equations.allSatisfy { $0.verdict == .right }, "\(drawn)")
  }

  @Test("BP2 without the mask is called wrong at its layer", arguments: [2, 3])
  func forgotten(layer: Int) {
    var fixture = LearningFixture.classes(6, hidden: [4, 4])
    fixture.batch.masks = Dropout(probability: 0.5, seed: 2)
      .masks(sizes: fixture.network.sizes, examples: 6, iteration: 1)
    var subject = CheckSubject(fixture.network, fixture.batch)
    let right = BatchPropagation<Double>(fixture.network, fixture.batch)
    let bounding = BatchPropagation<Bounded>(fixture.network, fixture.batch)
    subject.engines.append(
      CheckedEngine(
        name: "forgetful", engine: Forgetful(right: right, layer: layer), bounding: bounding))
    let report = GradientCheck(subject).run()
    #expect(report.verdict == .wrong)
    let wrong = report.equations.filter { $0.verdict == .wrong }
    #expect(wrong.map(\.equation) == [.BP2] && wrong.map(\.layer) == [layer])
  }
}

/// The batch engine, whose BP2 forgets the mask at one layer.
private struct Forgetful: PropagationEngine {
  let right: BatchPropagation<Double>
  let layer: Int
  var network: Network { right.network }
  var batch: Batch { right.batch }
  func forward(holding sides: Sides?) -> ForwardPass<Double> { right.forward(holding: sides) }
  func outputGradient(_ pass: ForwardPass<Double>) -> Matrix<Double> { right.outputGradient(pass) }
  func slope(_ l: Int, _ pass: ForwardPass<Double>) -> Matrix<Double>? { right.slope(l, pass) }
  func outputError(_ pass: ForwardPass<Double>) -> Matrix<Double> { right.outputError(pass) }
  func activationGradient(_ l: Int, errorAbove: Matrix<Double>) -> Matrix<Double> {
    right.activationGradient(l, errorAbove: errorAbove)
  }
  func hiddenError(
    _ l: Int, errorAbove: Matrix<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> {
    guard l == layer else { return right.hiddenError(l, errorAbove: errorAbove, pass) }
    let a = pass.weightedInput[l].map { Double.tanh($0) }
    return right.activationGradient(l, errorAbove: errorAbove) ⊙ a.map { 1 - $0 * $0 }
  }
  func weightGradient(
    _ l: Int, error: Matrix<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> { right.weightGradient(l, error: error, pass) }
  func biasGradient(_ l: Int, error: Matrix<Double>) -> [Double] {
    right.biasGradient(l, error: error)
  }
}
