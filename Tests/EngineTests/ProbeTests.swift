// The batch engine's probe: what it keeps and what it computes anew make the same J.

import Nabla
import RandomNetworks
import Testing

@Suite("The batch engine's probe")
struct ProbeTests {
  static let subjects =
    Subject.fixtures
    + RandomNetwork.Trouble.allCases.flatMap { Array(Subject.random($0, count: 8, long: 200)) }

  @Test("after any evaluations, a nudge of 0 gives the base, bit for bit", arguments: subjects)
  func restored(subject: Subject) {
    var probe = BatchProbe(BatchPropagation(subject.network, subject.batch))
    let base = probe.base
    var random = SeededGenerator(seed: 1)
    for _ in 0..<6 {
      let coordinate = subject.randomCoordinate(&random)
      let h = random.uniform(-2...2)
      let moved = probe.evaluate(coordinate, nudgedBy: h)
      let again = probe.evaluate(coordinate, nudgedBy: h)
      #expect(
        moved.cost == again.cost && moved.roundingBound == again.roundingBound, "\(coordinate)")
      let back = probe.evaluate(subject.randomCoordinate(&random), nudgedBy: 0)
      #expect(
        back.cost == base.cost && back.roundingBound == base.roundingBound,
        "after \(coordinate) by \(h): \(back.cost), base \(base.cost); \(subject.description)")
      #expect(back.nudge == .zero)
    }
    #expect(probe.base.cost == base.cost)
  }

  /// The penalty's sum is moved by one term, in double-double, instead of being summed anew.
  @Test("a nudged sample is that of a fresh probe with the parameter replaced", arguments: subjects)
  func fresh(subject: Subject) {
    var probe = BatchProbe(BatchPropagation(subject.network, subject.batch))
    let sides = BatchPropagation<Double>(subject.network, subject.batch).forward().sides
    var random = SeededGenerator(seed: 2)
    for coordinate in subject.network.parameters.coordinates.shuffled(using: &random).prefix(6) {
      let h = random.uniform(-0.5...0.5)
      let sample = probe.evaluate(coordinate, nudgedBy: h)
      var network = subject.network
      let old = network.parameters[coordinate]
      network.parameters[coordinate] = old + h
      let expected = BatchProbe(BatchPropagation(network, subject.batch), holding: sides).base
      #expect(sample.nudge == DoubleDouble.sum(old + h, -old), "\(coordinate)")
      let difference = (sample.cost - expected.cost).magnitude.real
      let limit = network.penalty.isNone ? 0 : 1e-28 * (1 + expected.cost.magnitude.real)
      #expect(
        difference <= limit,
        "\(coordinate) by \(h): \(sample.cost), fresh \(expected.cost); \(subject.description)")
      let bounds = (sample.roundingBound, expected.roundingBound)
      #expect(
        network.penalty.isNone
          ? bounds.0 == bounds.1 : (bounds.0 - bounds.1).magnitude <= 1e-12 * bounds.1,
        "\(coordinate) by \(h): bound \(bounds.0), fresh \(bounds.1); \(subject.description)")
    }
  }

  @Test("the probe's J is the engine's, to the rounding of a sum", arguments: subjects)
  func base(subject: Subject) {
    let pass = BatchPropagation<Double>(subject.network, subject.batch).forward()
    let bounded = BatchPropagation<Bounded>(subject.network, subject.batch).forward(
      holding: pass.sides)
    let base = BatchProbe(BatchPropagation(subject.network, subject.batch)).base
    let difference = (base.cost - DoubleDouble(pass.cost)).magnitude.real
    #expect(
      difference <= firstOrder * bounded.cost.error,
      "\(base.cost), engine \(pass.cost) ± \(bounded.cost.error); \(subject.description)")
  }

  @Test("along a direction, J is that of the network moved along it", arguments: subjects)
  func direction(subject: Subject) {
    let probe = BatchProbe(BatchPropagation(subject.network, subject.batch))
    let sides = BatchPropagation<Double>(subject.network, subject.batch).forward().sides
    var random = SeededGenerator(seed: 3)
    let direction = subject.network.parameters.map { _ in random.uniform(-1...1) }
    let sample = probe.evaluate(along: direction, by: 0x1p-10)
    var moved = subject.network
    for coordinate in direction.coordinates {
      moved.parameters[coordinate] += 0x1p-10 * direction[coordinate]
    }
    let exact = nudgedCost(moved, subject.batch, sides, nil, DoubleDouble.zero)
    let error = (sample.cost - exact).magnitude.real
    #expect(
      error <= firstOrder * sample.roundingBound,
      "\(sample.cost) ± \(sample.roundingBound), exact \(exact); \(subject.description)")
    #expect(sample.nudge == DoubleDouble(0x1p-10))
  }

  @Test("a nudge over a kink is reported and does not move to the other side")
  func crossing() {
    let network = Network(
      sizes: [1, 1, 1], activations: [.rectifier()], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [Matrix(rows: 1, columns: 1, entries: [1]), Matrix(rows: 1, columns: 1, entries: [1])]),
        biases: Layers(first: 2, [[0], [0]])))
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 2, entries: [0.25, 3]),
      targets: Matrix(rows: 1, columns: 2, entries: [0, 3]))
    var probe = BatchProbe(BatchPropagation(network, batch))
    let near = probe.evaluate(.bias(layer: 2, i: 1), nudgedBy: 0.5)
    #expect(near.crossing == nil)
    let over = probe.evaluate(.bias(layer: 2, i: 1), nudgedBy: -0.5)
    #expect(over.crossing == .node(layer: 2, i: 1, example: 1))
    // On the held side a = z = −¼ for example 1, and J = ¼ ((−¼)² + (−½)²).
    #expect(over.cost.real == (0.0625 + 0.25) / 4)
  }

  @Test("ScalarProbe agrees with BatchProbe within both bounds", arguments: Subject.fixtures)
  func scalarProbe(subject: Subject) {
    guard subject.batch.count <= 10 else { return }  // iris: the same again, 150 times slower
    let precise = ScalarProbe(subject.network, subject.batch)
    var quick = BatchProbe(BatchPropagation(subject.network, subject.batch))
    var random = SeededGenerator(seed: 4)
    func check(_ left: CostSample, _ right: CostSample, _ what: String) {
      let difference = (left.cost - right.cost).magnitude.real
      #expect(
        difference <= left.roundingBound + right.roundingBound,
        "\(what): \(left.cost) and \(right.cost), bounds \(left.roundingBound), \(right.roundingBound)"
      )
    }
    check(precise.base, quick.base, "base")
    for _ in 0..<3 {
      let coordinate = subject.randomCoordinate(&random)
      // Powers of two below the spacing of the parameters are added without rounding.
      let sample = quick.evaluate(coordinate, nudgedBy: 0x1p-6)
      let nudge = sample.nudge.real
      #expect(precise.value(of: coordinate) == quick.value(of: coordinate), "\(coordinate)")
      check(precise.evaluate(coordinate, nudgedBy: nudge), sample, "\(coordinate)")
    }
  }
}
