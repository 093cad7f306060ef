// The engines against numbers that other programs computed.

import Nabla
import Testing

@Suite("Fixture networks")
struct FixtureTests {
  /// Backward propagation in double-double, rounded once, is what 1200-digit differences of J say,
  /// rounded once: one unit in the last place apart, but where terms cancel to less than 10^−28 of
  /// the layer's largest number.
  @Test(
    "double-double engines agree with 1200-digit differences to the last bit",
    arguments: FixtureNetwork.all)
  func lastBit(fixture: FixtureNetwork) throws {
    let sides = Subject(fixture).sides
    let scalar = Propagation(
      ScalarPropagation<DoubleDouble>(fixture.network, fixture.batch), holding: sides)
    let batch = Propagation(
      BatchPropagation<DoubleDouble>(fixture.network, fixture.batch), holding: sides)
    for (engine, pass) in [("scalar", scalar), ("batch", batch)] {
      try compare(pass, with: fixture) { name, values, expected in
        let largest = expected.compactMap(\.self).largest
        for (position, (value, expected)) in zip(values, expected).enumerated() {
          guard let expected else {
            #expect(
              !value.isFinite, "\(engine) \(name), entry \(position + 1): \(value), beyond Double")
            continue
          }
          let limit = expected.ulp + 1e-28 * largest
          #expect(
            (value - expected).magnitude <= limit,
            "\(engine) \(name), entry \(position + 1): \(value), expected \(expected)")
        }
      }
    }
  }

  /// An error of u |z| in a weighted input is one of that size, relatively, in e^z: the tolerance
  /// grows with the largest z of the output layer, 800 in the saturated networks.
  static func tolerance(_ pass: ForwardPass<Double>) -> Double {
    let z = pass.weightedInput[pass.weightedInput.range.upperBound - 1].entries.largest
    return 1e-14 + 4e-16 * z
  }

  @Test(
    "engines agree with 1200-digit differences to 1e−14 of a layer's largest number",
    arguments: FixtureNetwork.all)
  func double(fixture: FixtureNetwork) throws {
    let scalar = Propagation(ScalarPropagation<Double>(fixture.network, fixture.batch))
    let batch = Propagation(BatchPropagation<Double>(fixture.network, fixture.batch))
    for (engine, pass) in [("scalar", scalar), ("batch", batch)] {
      let tolerance = Self.tolerance(pass.forward)
      try compare(pass, with: fixture) { name, values, expected in
        let known = zip(values, expected).filter { $0.1 != nil }
        for (value, _) in zip(values, expected).filter({ $0.1 == nil }) {
          #expect(value.isInfinite, "\(engine) \(name): \(value), beyond Double")
        }
        expectEqual(
          known.map(\.0), known.map { $0.1! }, within: tolerance, "\(engine) \(name)")
      }
    }
  }

  @Test(
    "engines agree with PyTorch to 1e−14 of a layer's largest derivative",
    arguments: FixtureNetwork.all)
  func pytorch(fixture: FixtureNetwork) throws {
    guard let expected = try ExpectedGradient(fixture.name) else { return }
    let scalar = Propagation(ScalarPropagation<Double>(fixture.network, fixture.batch))
    let batch = Propagation(BatchPropagation<Double>(fixture.network, fixture.batch))
    for (engine, pass) in [("scalar", scalar), ("batch", batch)] {
      let tolerance = Self.tolerance(pass.forward)
      let gradient = pass.backward.gradient
      expectEqual([pass.forward.cost], [expected.cost], within: tolerance, "\(engine) J")
      for l in gradient.weights.range {
        expectEqual(
          gradient.weights[l].entries, expected.weights[l - 2].flatMap(\.self), within: tolerance,
          "\(engine) ∇W^(\(l))")
        expectEqual(
          gradient.biases[l], expected.biases[l - 2], within: tolerance, "\(engine) ∇b^(\(l))")
      }
    }
  }

  /// Hands every number of a pass, rounded to `Double`, to `check` beside the expected one.
  private func compare<Number: Scalar>(
    _ pass: Propagation<Number>, with fixture: FixtureNetwork,
    _ check: (String, [Double], [Double?]) throws -> Void
  ) throws {
    let expected = try ExpectedPropagation(fixture.name)
    try check("J", [pass.forward.cost.real], [expected.cost])
    #expect(expected.layers.map(\.layer) == Array(2...fixture.network.lastLayer))
    for layer in expected.layers {
      let l = layer.layer
      let matrices: [(String, Matrix<Number>?, [[Double?]]?)] = [
        ("z", pass.forward.weightedInput[l], layer.weightedInput),
        ("a", pass.forward.activation[l], layer.activation),
        ("g′", pass.backward.slope[l], layer.slope),
        ("∂J/∂a", pass.backward.activationGradient[l], layer.activationGradient),
        ("δ", pass.backward.error[l], layer.error),
        ("∇W", pass.backward.gradient.weights[l], layer.weights),
      ]
      for (name, matrix, known) in matrices {
        #expect((matrix == nil) == (known == nil), "\(name)^(\(l))")
        guard let matrix, let known else { continue }
        #expect(matrix.rows == known.count, "\(name)^(\(l))")
        try check("\(name)^(\(l))", matrix.entries.map(\.real), known.flatMap(\.self))
      }
      try check("∇b^(\(l))", pass.backward.gradient.biases[l].map(\.real), layer.biases)
    }
  }
}
