// The incremental probe: what it makes of a nudge is what whole forward passes make of it.

import Nabla
import RandomNetworks
import Testing

@Suite("The incremental probe")
struct IncrementalProbeTests {
  static let subjects =
    Subject.fixtures
    + RandomNetwork.Trouble.allCases.flatMap { Array(Subject.random($0, count: 8, long: 1000)) }

  /// Over the smallest, J does not change by a unit in its last place.
  static let steps = [-0x1p-9, 0x1p-12, 0x1p-16, -0x1p-40]

  @Test(
    "J(θ + h) − J(θ) is that of full forward passes, within both bounds, for every parameter and z",
    arguments: Subject.fixtures)
  func full(subject: Subject) throws {
    var quick = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
    var full = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    for node in subject.nodes {
      let steps = Array(repeating: 0x1p-9, count: node.count)
      let pairs = zip(
        quick.evaluate(node, steps: steps, offsets: [-2, 1]),
        full.evaluate(node, steps: steps, offsets: [-2, 1]))
      for (position, (left, right)) in pairs.enumerated() {
        // The full pass rounds θ + h; what that does to J is its derivative times the difference.
        let moved = (left.nudge - right.nudge) * left.change / left.nudge
        let difference = (left.change - moved - right.change).magnitude
        let bound = left.roundingBound + right.roundingBound + full.base.roundingBound
        #expect(
          difference <= 1.01 * bound,
          "\(node[position / 2]): \(left), full \(right); \(subject.description)")
        #expect(left.crossing == right.crossing, "\(node[position / 2]); \(subject.description)")
      }
    }
  }

  @Test("J(θ + h) − J(θ) is that of double-double, within the bound", arguments: subjects)
  func exact(subject: Subject) throws {
    var quick = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
    var random = SeededGenerator(seed: 5)
    for h in Self.steps {
      for _ in 0..<4 {
        let coordinate = subject.randomCoordinate(&random)
        let sample = quick.evaluate(coordinate, nudgedBy: h)
        let exact =
          nudgedCost(subject.network, subject.batch, subject.sides, coordinate, DoubleDouble(h))
          - nudgedCost(subject.network, subject.batch, subject.sides, nil, DoubleDouble.zero)
        // A nudge that moves z^(L) by more than 300 has no number; a smaller one has.
        if sample.change.isNaN && h.magnitude > 0x1p-40 { continue }
        let error = (DoubleDouble(sample.change) - exact).magnitude.real
        // What double-double rounds, in both costs: their bound in `Double`, scaled as `ScalarProbe` does.
        let precision = 0x1p-96 * exact.magnitude.real + subject.precision(coordinate, h)
        #expect(
          error <= firstOrder * sample.roundingBound + precision + 0x1p-90,
          "\(coordinate) by \(h): \(sample), exact \(exact); \(subject.description)")
        #expect(sample.nudge == h)
      }
    }
  }

  @Test("large nudges are right to nine digits, or no number", arguments: subjects)
  func large(subject: Subject) throws {
    var quick = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
    var random = SeededGenerator(seed: 6)
    for h in [3.0, -0.5, 0x1p-4] {
      let coordinate = subject.randomCoordinate(&random)
      let sample = quick.evaluate(coordinate, nudgedBy: h)
      let exact =
        nudgedCost(subject.network, subject.batch, subject.sides, coordinate, DoubleDouble(h))
        - nudgedCost(subject.network, subject.batch, subject.sides, nil, DoubleDouble.zero)
      let error = (DoubleDouble(sample.change) - exact).magnitude.real
      #expect(
        sample.change.isNaN && sample.roundingBound == .infinity || exact.real.isNaN
          || error <= 1e-9 * exact.magnitude.real + 100 * sample.roundingBound + 1e-25
            + subject.precision(coordinate, h),
        "\(coordinate) by \(h): \(sample), exact \(exact); \(subject.description)")
    }
  }

  @Test("a bound is no more than 10^−9 of what would change if nothing cancelled")
  func isUseful() throws {
    for subject in Self.subjects where subject.description.contains("none") {
      var quick = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
      for node in subject.nodes {
        let samples = quick.evaluate(
          node, steps: Array(repeating: 0x1p-16, count: node.count), offsets: [1])
        let largest = samples.map(\.change.magnitude).max() ?? 0
        for sample in samples where largest > 1e-12 {
          #expect(sample.roundingBound <= 1e-9 * largest, "\(sample); \(subject.description)")
        }
      }
    }
  }

  /// Whether all nudges of a row are small decides how they are computed, so bits can differ.
  @Test(
    "many nudges at once give what one at a time gives, within both bounds", arguments: subjects)
  func alone(subject: Subject) throws {
    var quick = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
    var copy = quick
    for node in subject.nodes.prefix(3) {
      let steps = node.indices.map { 0x1p-12 * Double(1 + $0) }
      let together = quick.evaluate(node, steps: steps, offsets: [-2, -1, 1, 2])
      for (c, coordinate) in node.enumerated() {
        let one = copy.evaluate([coordinate], steps: [steps[c]], offsets: [-2, -1, 1, 2])
        for o in 0..<4 {
          let (left, right) = (together[4 * c + o], one[o])
          #expect(
            left.roundingBound == .infinity && right.roundingBound == .infinity
              || (left.change - right.change).magnitude
                <= firstOrder * (left.roundingBound + right.roundingBound)
                && left.crossing == right.crossing,
            "\(coordinate): \(left), alone \(right); \(subject.description)")
        }
      }
    }
  }

  /// |h a| up to 300 is a number beside one of any size: what a nudge gives is not for others to spoil.
  @Test("a nudge that has no number leaves the others of its row theirs")
  func beyond() throws {
    let one = Matrix<Double>(rows: 1, columns: 1, entries: [1])
    let weights = Matrix<Double>(rows: 1, columns: 2, entries: [0.5, 0.25])
    for activation in [Activation.tanh, .logistic] {
      let network = Network(
        sizes: [2, 1, 1], activations: [activation], hypothesis: .identity, cost: .quadratic,
        parameters: Parameters(
          weights: Layers(first: 2, [weights, one]), biases: Layers(first: 2, [[0], [0]])))
      let batch = Batch(
        inputs: Matrix(rows: 2, columns: 1, entries: [1, 1e6]),
        targets: Matrix(rows: 1, columns: 1, entries: [0.25]))
      var probe = try #require(IncrementalProbe(BatchPropagation(network, batch)))
      let both: [Coordinate] = [.weight(layer: 2, i: 1, j: 1), .weight(layer: 2, i: 1, j: 2)]
      let samples = probe.evaluate(both, steps: [0x1p-4, 0x1p-4], offsets: [-1, 1])
      #expect(samples[0].change.isFinite && samples[1].change.isFinite)
      #expect(samples[2].change.isNaN && samples[3].change.isNaN)
      #expect(samples[2].roundingBound == .infinity && samples[3].roundingBound == .infinity)
    }
  }

  @Test("along a direction, J changes as double-double says", arguments: subjects)
  func direction(subject: Subject) throws {
    let probe = try #require(IncrementalProbe(BatchPropagation(subject.network, subject.batch)))
    var random = SeededGenerator(seed: 3)
    let direction = subject.network.parameters.map { _ in random.uniform(-1...1) }
    let precise = ScalarProbe(subject.network, subject.batch)
    let steps = [0x1p-9, -0x1p-16, 0x1p-40]
    for (sample, exact) in zip(
      probe.evaluate(along: direction, by: steps), precise.evaluate(along: direction, by: steps))
    where !sample.change.isNaN || sample.nudge == 0x1p-40 {
      let difference = (sample.change - exact.change).magnitude
      let bound = sample.roundingBound + exact.roundingBound + precise.base.roundingBound
      #expect(
        difference <= firstOrder * bound + exact.change.ulp,
        "\(sample), exact \(exact); \(subject.description)")
    }
  }
}

extension Subject {
  /// A bound on what double-double rounds in J at θ and J at θ + h.
  func precision(_ coordinate: Coordinate, _ h: Double) -> Double {
    let costs = [
      nudgedCost(network, batch, sides, nil, Bounded.zero),
      nudgedCost(network, batch, sides, coordinate, Bounded(h)),
    ]
    return costs.reduce(0) { $0 + 0x1p-45 * $1.error + 0x1p-98 * $1.value.magnitude }
  }

  /// The numbers of each node: its weights, its bias and its weighted inputs.
  var nodes: [[Coordinate]] {
    (2...network.lastLayer).flatMap { l in
      (1...network.size(l)).map { i in
        (1...network.size(l - 1)).map { .weight(layer: l, i: i, j: $0) } + [.bias(layer: l, i: i)]
          + (1...batch.count).map { .weightedInput(layer: l, i: i, example: $0) }
      }
    }
  }
}
