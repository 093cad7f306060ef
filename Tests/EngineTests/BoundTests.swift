// The running error bounds of engines and probe: never exceeded, and not much too large.

import Nabla
import RandomNetworks
import Testing

/// Bounds are of first order. Where all roundings go the same way a bound is the error itself, but for
/// its own roundings.
let firstOrder = 1 + 1e-12

@Suite("Rounding bounds")
struct BoundTests {
  @Test(
    "|number − exact number| ≤ bound, in z, a, δ, ∇W, ∇b and J of the fixtures",
    arguments: Subject.fixtures)
  func fixtures(subject: Subject) { checkEngines(subject) }

  @Test(
    "|number − exact number| ≤ bound, in z, a, δ, ∇W, ∇b and J of random networks",
    arguments: RandomNetwork.Trouble.allCases)
  func random(trouble: RandomNetwork.Trouble) {
    for subject in Subject.random(trouble, count: 30, long: 1000) { checkEngines(subject) }
  }

  private func checkEngines(_ subject: Subject) {
    let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
    check(
      Propagation(ScalarPropagation<Double>(network, batch), holding: sides),
      Propagation(ScalarPropagation<Bounded>(network, batch), holding: sides),
      Propagation(ScalarPropagation<DoubleDouble>(network, batch), holding: sides),
      "scalar engine, \(subject.description)")
    check(
      Propagation(BatchPropagation<Double>(network, batch), holding: sides),
      Propagation(BatchPropagation<Bounded>(network, batch), holding: sides),
      Propagation(BatchPropagation<DoubleDouble>(network, batch), holding: sides),
      "batch engine, \(subject.description)")
  }

  private func check(
    _ plain: Propagation<Double>, _ bounded: Propagation<Bounded>,
    _ precise: Propagation<DoubleDouble>, _ what: String
  ) {
    let pairs = zip(plain.quantities, zip(bounded.quantities, precise.quantities))
    for (plain, (bounded, precise)) in pairs {
      for (position, value) in plain.entries.enumerated() {
        let (bound, exact) = (bounded.entries[position], precise.entries[position])
        let isSame = value == bound.value || value.isNaN && bound.value.isNaN
        let error = (DoubleDouble(value) - exact).magnitude.real
        if isSame && error <= firstOrder * bound.error { continue }
        Issue.record(
          """
          \(plain.name), entry \(position + 1): \(value), bounded \(bound.value) ± \(bound.error), \
          exact \(exact), error \(error); \(what)
          """)
      }
    }
  }

  // MARK: - The probe

  @Test(
    "|J − exact J| ≤ the probe's bound, also where a number is nudged",
    arguments: Subject.fixtures)
  func probeOfFixtures(subject: Subject) { _ = checkProbe(subject, seed: 0) }

  /// The bound stands for errors that add up in the worst way; a useful one is a few times the error
  /// that happens.
  @Test(
    "|J − exact J| ≤ the probe's bound in random networks, ≤ 10 times the error in the median",
    arguments: RandomNetwork.Trouble.allCases)
  func probeOfRandom(trouble: RandomNetwork.Trouble) {
    var ratios: [Double] = []
    var seed: UInt64 = 0
    for subject in Subject.random(trouble, count: 60, long: 1000) {
      ratios += checkProbe(subject, seed: seed)
      seed += 1
    }
    ratios.sort()
    let median = ratios[ratios.count / 2]
    if isLong {
      print(
        "bound / error of J, \(trouble): median \(median), least \(ratios[0]), \(ratios.count) samples"
      )
    }
    if trouble == .none { #expect(median <= 10, "the median of bound / error is \(median)") }
  }

  /// tanh of this number is wrong by 4 half units in glibc, and nothing else rounds as much.
  @Test("the error of g counts in the bound of J")
  func activationRounding() {
    let one = Matrix<Double>(rows: 1, columns: 1, entries: [1])
    let network = Network(
      sizes: [1, 1, 1], activations: [.tanh], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(first: 2, [one, one]), biases: Layers(first: 2, [[0], [0]])))
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 1, entries: [0.22672276114665557]),
      targets: Matrix(rows: 1, columns: 1, entries: [0]))
    let probe = ExhaustiveProbe(BatchPropagation(network, batch))
    // J = ½ a², so ∂J/∂a = a, times the 5 half units that a tanh may be wrong by.
    let a = Double.tanh(0.22672276114665557)
    #expect(probe.base.roundingBound >= a * 5 * Bounded.halfUnit(a), "\(probe.base)")
    let exact = ScalarPropagation<DoubleDouble>(network, batch).forward().cost
    let error = (probe.cost - exact).magnitude.real
    #expect(error <= probe.base.roundingBound, "error \(error), \(probe.base)")
  }

  /// Compares J where nothing is nudged and at random coordinates with double-double; the ratios of
  /// bound and error.
  private func checkProbe(_ subject: Subject, seed: UInt64) -> [Double] {
    let (network, batch) = (subject.network, subject.batch)
    var probe = ExhaustiveProbe(BatchPropagation(network, batch))
    let sides = BatchPropagation<Double>(network, batch).forward().sides
    var random = SeededGenerator(seed: seed)
    var ratios: [Double] = []
    func check(_ coordinate: Coordinate?, _ sample: CostSample) {
      let exact = nudgedCost(network, batch, sides, coordinate, DoubleDouble(sample.nudge))
      // What samples have in common is the error of J where nothing is nudged.
      let cost = probe.cost + DoubleDouble(sample.change)
      let error = (cost - exact).magnitude.real
      #expect(
        error <= firstOrder * sample.roundingBound,
        """
        J at \(coordinate.map { "\($0)" } ?? "the point") by \(sample.nudge): \
        \(cost.real) ± \(sample.roundingBound), exact \(exact), error \(error); \
        \(subject.description)
        """)
      if error > 0 { ratios.append(sample.roundingBound / error) }
    }
    check(nil, probe.base)
    for _ in 0..<3 {
      let coordinate = subject.randomCoordinate(&random)
      let h = Double(sign: .plus, exponent: random.integer(-30 ... -2), significand: 1)
      check(coordinate, probe.evaluate(coordinate, nudgedBy: random.integer(0...1) == 0 ? h : -h))
    }
    return ratios
  }
}

extension Subject {
  /// A weight, a bias or a weighted input.
  func randomCoordinate(_ random: inout SeededGenerator) -> Coordinate {
    if random.integer(0...2) == 0 {
      let l = random.integer(2...network.lastLayer)
      return .weightedInput(
        layer: l, i: random.integer(1...network.size(l)), example: random.integer(1...batch.count))
    }
    return network.parameters.coordinates.randomElement(using: &random)!
  }
}
