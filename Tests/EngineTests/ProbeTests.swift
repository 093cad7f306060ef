// The probes: whole forward passes in `Double` and in double-double make the same J.

import Nabla
import RandomNetworks
import Testing

@Suite("Probes")
struct ProbeTests {
  static let subjects =
    Subject.fixtures
    + RandomNetwork.Trouble.allCases.flatMap { Array(Subject.random($0, count: 8, long: 200)) }

  @Test("a sample does not depend on what was evaluated before, nor with it", arguments: subjects)
  func independent(subject: Subject) {
    var probe = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    var random = SeededGenerator(seed: 1)
    let l = random.integer(2...subject.network.lastLayer)
    let i = random.integer(1...subject.network.size(l))
    let coordinates: [Coordinate] = [
      .weight(layer: l, i: i, j: 1), .bias(layer: l, i: i),
      .weightedInput(layer: l, i: i, example: 1),
    ]
    let steps = coordinates.map { _ in random.uniform(-2...2) }
    let samples = probe.evaluate(coordinates, steps: steps, offsets: [-3, 1, 2])
    #expect(samples.count == 9)
    for (c, coordinate) in coordinates.enumerated() {
      for (o, offset) in [-3.0, 1, 2].enumerated() {
        let (sample, h) = (samples[3 * c + o], offset * steps[c])
        let alone = probe.evaluate(coordinate, nudgedBy: h)
        #expect(
          sample.change.bitPattern == alone.change.bitPattern
            && sample.roundingBound.bitPattern == alone.roundingBound.bitPattern
            && sample.nudge == alone.nudge, "\(coordinate) by \(h); \(subject.description)")
        let old = probe.value(of: coordinate)
        #expect(sample.nudge == old + h - old, "\(coordinate) by \(h)")
      }
    }
    #expect(probe.base.change == 0 && probe.base.nudge == 0)
  }

  @Test("a nudged sample is that of a fresh probe with the parameter replaced", arguments: subjects)
  func fresh(subject: Subject) {
    var probe = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    let sides = BatchPropagation<Double>(subject.network, subject.batch).forward().sides
    var random = SeededGenerator(seed: 2)
    for coordinate in subject.network.parameters.coordinates.shuffled(using: &random).prefix(6) {
      let h = random.uniform(-0.5...0.5)
      let sample = probe.evaluate(coordinate, nudgedBy: h)
      var network = subject.network
      network.parameters[coordinate] += h
      let expected = ExhaustiveProbe(BatchPropagation(network, subject.batch), holding: sides)
      #expect(
        sample.change.bitPattern == (expected.cost - probe.cost).real.bitPattern,
        "\(coordinate) by \(h): \(sample.change); \(subject.description)")
      #expect(
        sample.roundingBound == expected.base.roundingBound + Bounded.halfUnit(sample.change),
        "\(coordinate) by \(h); \(subject.description)")
    }
  }

  @Test("the probe's J is the engine's, to the rounding of both", arguments: subjects)
  func base(subject: Subject) {
    let pass = BatchPropagation<Double>(subject.network, subject.batch).forward()
    let bounded = BatchPropagation<Bounded>(subject.network, subject.batch).forward(
      holding: pass.sides)
    let probe = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    let difference = (probe.cost - DoubleDouble(pass.cost)).magnitude.real
    let bound = bounded.cost.error + probe.base.roundingBound
    #expect(
      difference <= firstOrder * bound,
      "\(probe.cost), engine \(pass.cost) ± \(bounded.cost.error); \(subject.description)")
  }

  @Test("along a direction, J is that of the network moved along it", arguments: subjects)
  func direction(subject: Subject) {
    let probe = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    let sides = BatchPropagation<Double>(subject.network, subject.batch).forward().sides
    var random = SeededGenerator(seed: 3)
    let direction = subject.network.parameters.map { _ in random.uniform(-1...1) }
    let sample = probe.evaluate(along: direction, by: [0x1p-10])[0]
    var moved = subject.network
    for coordinate in direction.coordinates {
      moved.parameters[coordinate] += 0x1p-10 * direction[coordinate]
    }
    let exact = nudgedCost(moved, subject.batch, sides, nil, DoubleDouble.zero)
    let cost = probe.cost + DoubleDouble(sample.change)
    let error = (cost - exact).magnitude.real
    #expect(
      error <= firstOrder * sample.roundingBound,
      "\(cost) ± \(sample.roundingBound), exact \(exact); \(subject.description)")
    #expect(sample.nudge == 0x1p-10)
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
    var probe = ExhaustiveProbe(BatchPropagation(network, batch))
    let near = probe.evaluate(.bias(layer: 2, i: 1), nudgedBy: 0.5)
    #expect(near.crossing == nil)
    let over = probe.evaluate(.bias(layer: 2, i: 1), nudgedBy: -0.5)
    #expect(over.crossing == .node(layer: 2, i: 1, example: 1))
    // On the held side a = z = −¼ for example 1, and J = ¼ ((−¼)² + (−½)²).
    #expect(probe.cost.real == 0.0625 / 4 && over.change == 0.25 / 4)
  }

  @Test("ScalarProbe agrees with ExhaustiveProbe within both bounds", arguments: Subject.fixtures)
  func scalarProbe(subject: Subject) {
    guard subject.batch.count <= 10 else { return }  // iris: the same again, 150 times slower
    var precise = ScalarProbe(subject.network, subject.batch)
    var quick = ExhaustiveProbe(BatchPropagation(subject.network, subject.batch))
    let bounded = ScalarPropagation<Bounded>(subject.network, subject.batch).forward()
    var random = SeededGenerator(seed: 4)
    func check(_ left: CostSample, _ right: CostSample, _ what: String) {
      let (cost, other) = (
        precise.cost + DoubleDouble(left.change), quick.cost + DoubleDouble(right.change)
      )
      #expect(
        (cost - other).magnitude.real <= left.roundingBound + right.roundingBound,
        "\(what): \(cost) and \(other), bounds \(left.roundingBound), \(right.roundingBound)")
    }
    check(precise.base, quick.base, "base")
    for _ in 0..<3 {
      let coordinate = subject.randomCoordinate(&random)
      // Powers of two below the spacing of the parameters are added without rounding.
      let sample = quick.evaluate(coordinate, nudgedBy: 0x1p-6)
      let values = (precise.value(of: coordinate), quick.value(of: coordinate))
      if case .weightedInput(let l, let i, let m) = coordinate {
        // The exhaustive probe sums with its roundings kept, the scalar engine without.
        let bound = bounded.weightedInput[l][i, m].error
        #expect((values.0 - values.1).magnitude <= 2 * bound, "\(coordinate): \(values)")
      } else {
        #expect(values.0 == values.1, "\(coordinate)")
      }
      check(precise.evaluate(coordinate, nudgedBy: sample.nudge), sample, "\(coordinate)")
    }
  }
}
