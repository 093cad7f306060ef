// Backward propagation against forward-mode derivatives and the complex step.

import Nabla
import RandomNetworks
import Testing

@Suite("Backward propagation is differentiation")
struct DifferentiationTests {
  /// Below it nothing is left for the low half of a double-double number.
  private let tiny = 1e-290

  /// Eight parameters of each network, forty in the long form.
  private func coordinates(_ subject: Subject, seed: UInt64 = 61) -> [Coordinate] {
    var random = SeededGenerator(seed: seed)
    let all = subject.network.parameters.coordinates.shuffled(using: &random)
    return Array(all.prefix(isLong ? 40 : 8))
  }

  @Test(
    "∇J of backward propagation is that of dual numbers, to 25 digits",
    arguments: RandomNetwork.Trouble.allCases)
  func precise(trouble: RandomNetwork.Trouble) {
    for subject in Subject.random(trouble, count: 10, long: 300) {
      let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
      let scalar = Propagation(ScalarPropagation<DoubleDouble>(network, batch), holding: sides)
        .backward
      let batched = Propagation(BatchPropagation<DoubleDouble>(network, batch), holding: sides)
        .backward
      let scale = largest(scalar.gradient)
      for coordinate in coordinates(subject) {
        let ε = Dual<DoubleDouble>(.zero, derivative: .one)
        let derivative = nudgedCost(network, batch, sides, coordinate, ε).derivative
        for (engine, gradient) in [("scalar", scalar.gradient), ("batch", batched.gradient)] {
          let error = (gradient[coordinate] - derivative).magnitude.real
          #expect(
            error <= 1e-25 * scale[coordinate.layer] + tiny,
            "\(engine) ∂J/∂\(coordinate): \(gradient[coordinate]), dual \(derivative); \(subject.description)"
          )
        }
      }
    }
  }

  @Test("δ is ∂J/∂z of dual numbers, to 25 digits", arguments: RandomNetwork.Trouble.allCases)
  func errors(trouble: RandomNetwork.Trouble) {
    var random = SeededGenerator(seed: 62)
    for subject in Subject.random(trouble, count: 10, long: 300) {
      let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
      let backward = Propagation(BatchPropagation<DoubleDouble>(network, batch), holding: sides)
        .backward
      for l in 2...network.lastLayer {
        let i = random.integer(1...network.size(l))
        let m = random.integer(1...batch.count)
        let ε = Dual<DoubleDouble>(.zero, derivative: .one)
        let coordinate = Coordinate.weightedInput(layer: l, i: i, example: m)
        let derivative = nudgedCost(network, batch, sides, coordinate, ε).derivative
        let error = (backward.error[l][i, m] - derivative).magnitude.real
        #expect(
          error <= 1e-25 * backward.error[l].entries.map(\.real).largest + tiny,
          "δ_\(i)^(\(l))(\(m)): \(backward.error[l][i, m]), dual \(derivative); \(subject.description)"
        )
      }
    }
  }

  /// Two orders of summation of the same terms: a few ulps of the largest derivative of the layer,
  /// more where z of 800 stands in an exponent.
  @Test(
    "dual numbers and the complex step agree with ∇J in Double to 16 ulps of the layer's largest",
    arguments: Subject.fixtures.filter { $0.batch.count <= 10 })
  func double(subject: Subject) {
    let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
    let gradient = Propagation(ScalarPropagation<Double>(network, batch)).backward.gradient
    let scale = largest(gradient)
    for coordinate in network.parameters.coordinates {
      let ε = Dual<Double>(0, derivative: 1)
      let dual = nudgedCost(network, batch, sides, coordinate, ε).derivative
      let h = 0x1p-200
      let complex = nudgedCost(network, batch, sides, coordinate, Complex(0, h)).imaginary / h
      let limit = 16 * scale[coordinate.layer].ulp
      #expect(
        (gradient[coordinate] - dual).magnitude <= limit,
        "∂J/∂\(coordinate): \(gradient[coordinate]), dual \(dual)")
      #expect(
        (gradient[coordinate] - complex).magnitude <= limit,
        "∂J/∂\(coordinate): \(gradient[coordinate]), complex step \(complex)")
    }
  }

  @Test(
    "dual numbers and the complex step agree with ∇J in Double within their rounding bounds",
    arguments: RandomNetwork.Trouble.allCases)
  func bounded(trouble: RandomNetwork.Trouble) {
    for subject in Subject.random(trouble, count: 10, long: 300) {
      let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
      let gradient = Propagation(
        ScalarPropagation<Bounded>(network, batch), holding: sides
      ).backward.gradient
      for coordinate in coordinates(subject, seed: 63) {
        let ε = Dual<Bounded>(.zero, derivative: .one)
        let dual = nudgedCost(network, batch, sides, coordinate, ε).derivative
        let h = 0x1p-200
        let complex = nudgedCost(network, batch, sides, coordinate, Complex(0, h)).imaginary / h
        let claimed = gradient[coordinate]
        let distances = [
          ("dual", dual.value, claimed.error + dual.error),
          ("complex step", complex, claimed.error + 4 * dual.error),
        ]
        for (name, value, bound) in distances {
          // Below 2^−1022 / h = 4·10^−248 the imaginary part is no normal number and loses digits.
          #expect(
            (claimed.value - value).magnitude <= firstOrder * bound + 0x1p-1022 / h,
            "∂J/∂\(coordinate): \(claimed.value), \(name) \(value), bound \(bound); \(subject.description)"
          )
        }
      }
    }
  }

  /// The largest derivative of each layer.
  private func largest<S: Scalar>(_ gradient: Parameters<S>) -> Layers<Double> {
    Layers(
      first: 2,
      gradient.weights.range.map { l in
        (gradient.weights[l].entries + gradient.biases[l]).map(\.real).largest
      })
  }
}

@Suite("Float engines")
struct FloatTests {
  /// The spacing of `Float` is 2^29 times that of `Double`. Rounding the parameters moves a weighted
  /// input by its own size times 2^−24, and with it e^z.
  @Test(
    "Float engines agree with Double to 10⁻⁵ of a layer's largest number",
    arguments: Subject.fixtures.filter { !$0.description.hasPrefix("saturated") })
  func float(subject: Subject) {
    let (network, batch, sides) = (subject.network, subject.batch, subject.sides)
    let double = Propagation(ScalarPropagation<Double>(network, batch), holding: sides)
    let engines = [
      ("scalar", Propagation(ScalarPropagation<Float>(network, batch), holding: sides)),
      ("batch", Propagation(BatchPropagation<Float>(network, batch), holding: sides)),
    ]
    for (engine, float) in engines {
      for (left, right) in zip(float.quantities, double.quantities) {
        expectEqual(
          left.entries.map(\.real), right.entries, within: 1e-5, "\(engine) \(left.name)")
      }
    }
  }

  @Test(
    "saturated Float engines stay finite, and J is right to 10⁻⁵",
    arguments: Subject.fixtures.filter { $0.description.hasPrefix("saturated") })
  func saturated(subject: Subject) {
    let double = ScalarPropagation<Double>(subject.network, subject.batch).forward().cost
    let float = Propagation(BatchPropagation<Float>(subject.network, subject.batch))
    #expect((float.forward.cost.real - double).magnitude <= 1e-5 * double)
    for (name, entries) in float.quantities {
      let isFinite = entries.allSatisfy { $0.isFinite }
      #expect(isFinite, "\(name): \(entries)")
    }
  }
}
