// Whole layers at once against one element after another.

import Nabla
import RandomNetworks
import Testing

@testable import BatchEngine

@Suite("Functions of whole layers")
struct ArrayTests {
  /// Numbers on both sides of everything, on kinks, and none at all; more than one block of them.
  static let numbers: [Double] = {
    var random = SeededGenerator(seed: 5)
    return [0, -0.0, 0.5, -0.5, 1, 40, -40, 800, -800, .infinity, -.infinity, .nan]
      + (0..<600).map { _ in .random(in: -6...6, using: &random) }
  }()

  static let activations =
    Activation.all + [.rectifier(slopeAtZero: 1), .step(k: 0.5), .linear(k: 2)]

  @Test(
    "g(Z), g′(Z), their sides and their kinks are those of every element, within both bounds",
    arguments: activations)
  func activation(_ activation: Activation) throws {
    let program = ActivationProgram(activation)
    let z = Self.numbers
    let Z = Matrix(rows: 1, columns: z.count, entries: z)
    for holdsSides in [false, true] {
      let given = z.indices.map { UInt8($0 % 2) }
      var sides = given
      var A = Matrix<Double>.empty
      let result = program.values(Z, to: &A, sides: &sides, holdsSides: holdsSides)
      let kinks = try #require(result)
      let slopes = try #require(program.slopes(Z, A, sides: sides))
      let bounds = try #require(
        program.slopes(Z.map { Bounded($0) }, A.map { nearest($0) }, sides: sides))
      var frame = program.frame(over: Bounded.self)
      frame.holdsSides = holdsSides
      var expectedKinks: [Int] = []
      for (position, z) in z.enumerated() {
        frame.sides = activation.definition.kinkCount > 0 ? given[position] : 0
        frame.isAtKink = false
        let a = program.value(Bounded(z), &frame)
        if frame.isAtKink { expectedKinks.append(position) }
        expectNear(A.entries[position], a, "g(\(z))")
        if activation.definition.kinkCount > 0 { #expect(sides[position] == frame.sides, "\(z)") }
        var slopeFrame = program.frame(over: Bounded.self)
        slopeFrame.holdsSides = true
        slopeFrame.sides = sides[position]
        let slope = program.slope(Bounded(z), Bounded(A.entries[position]), &slopeFrame)
        let bound = bounds.entries[position]
        #expect(slopes.entries[position] == bound.value || bound.value.isNaN, "g′(\(z))")
        expectNear(slopes.entries[position], slope, "g′(\(z))", own: bound.error)
      }
      #expect(kinks == expectedKinks)
    }
  }

  /// Two numbers with one bound each are at most both bounds apart.
  private func expectNear(
    _ value: Double, _ expected: Bounded, _ what: String, own: Double? = nil
  ) {
    let isSame = value == expected.value || value.isNaN && expected.value.isNaN
    #expect(
      isSame
        || (value - expected.value).magnitude <= (own ?? expected.error) + expected.error,
      "\(what): \(value), \(expected)")
  }

  /// A value of a kernel, which is right to 1.5 units in the last place.
  private func nearest(_ a: Double) -> Bounded {
    a.isFinite ? Bounded(a, error: 1.5 * a.ulp) : Bounded(a)
  }

  @Test("Float's layers are Double's to the rounding of Float", arguments: activations)
  func float(_ activation: Activation) throws {
    let program = ActivationProgram(activation)
    let z = Self.numbers.filter { $0.magnitude < 50 }.map { Double(Float($0)) }
    let Z = Matrix(rows: 1, columns: z.count, entries: z)
    var sides = z.map { _ in UInt8(0) }
    var (wide, narrow) = (Matrix<Double>.empty, Matrix<Float>.empty)
    _ = program.values(Z, to: &wide, sides: &sides, holdsSides: false)
    _ = program.values(Z.map { Float($0) }, to: &narrow, sides: &sides, holdsSides: false)
    #expect(narrow.entries.count == z.count)
    for (position, (w, n)) in zip(wide.entries, narrow.entries).enumerated() {
      // Near 1 a few roundings of Float; where values are tiny, the exponent's.
      #expect((w - Double(n)).magnitude <= 1e-6 * w.magnitude + 1e-44, "g(\(z[position]))")
    }
  }

  @Test(
    "Δ^(L) of softmax without a Jacobian is the sum with one",
    arguments: [Cost.logLoss, .crossEntropy, .quadratic], 1...6)
  func softmax(cost: Cost, outputs: Int) throws {
    var random = SeededGenerator(seed: UInt64(outputs))
    let M = 7
    func matrix(_ range: ClosedRange<Double>) -> Matrix<Double> {
      Matrix(rows: outputs, columns: M, repeating: 0).map { _ in .random(in: range, using: &random)
      }
    }
    let h = OutputProgram(hypothesis: .softmax, cost: cost, outputs: outputs, fast: true)
    for (Z, Y) in [
      (matrix(-3...3), matrix(0...1)), (matrix(-60...60), matrix(0...1).map { $0.rounded() }),
      (matrix(-300...300), matrix(0...1)),
    ] {
      let sides = Array(repeating: UInt8(0), count: outputs * M)
      if outputs == 1 && cost == .crossEntropy {
        // log(1 − h) of the only output has nothing to be a sum of.
        #expect(h.values(of: .error, Z, Y, sides: sides) == nil)
        continue
      }
      let bounds = try #require(
        h.values(
          of: .error, Z.map { Bounded($0) }, Y.map { Bounded($0) }, sides: sides))
      let Δ = try #require(h.values(of: .error, Z, Y, sides: sides))
      var frame = h.frame(over: DoubleDouble.self, examples: M)
      for m in 1...M {
        for k in 1...outputs {
          h.set(k, z: DoubleDouble(Z[k, m]), y: DoubleDouble(Y[k, m]), &frame)
        }
        h.outputs(sides: { _ in 0 }, &frame)
        for k in 1...outputs {
          var sum = DoubleDouble.zero
          for part in 0..<h.partCount {
            for i in 1...outputs {
              sum = sum + h.slope(part: part, i, &frame) * h.jacobian(part: part, i, k, &frame)
            }
          }
          #expect(Δ[k, m] == bounds[k, m].value)
          let error = (DoubleDouble(Δ[k, m]) - sum).magnitude.real
          #expect(error <= firstOrder * bounds[k, m].error, "δ_\(k)(\(m)): \(Δ[k, m]), \(sum.real)")
        }
      }
    }
  }

  @Test(
    "a pass in the memory of another, and its gradients, are those of fresh ones",
    arguments: Subject.fixtures)
  func memory(subject: Subject) {
    var moved = subject.network
    moved.parameters = moved.parameters.map { $0 + 0.25 }
    let others = BatchPropagation<Double>(moved, subject.batch)
    var pass = others.forward()
    var gradients = others.gradients(pass)

    let engine = BatchPropagation<Double>(subject.network, subject.batch)
    engine.forward(to: &pass)
    engine.gradients(pass, to: &gradients)
    let fresh = engine.forward()
    let whole = engine.backward(fresh)
    #expect(pass.weightedInput == fresh.weightedInput)
    #expect(pass.activation == fresh.activation)
    #expect(pass.sides == fresh.sides)
    #expect(pass.kinks == fresh.kinks)
    #expect(pass.cost == fresh.cost)
    #expect(gradients.error == whole.error)
    #expect(gradients.gradient.weights == whole.gradient.weights)
    #expect(gradients.gradient.biases == whole.gradient.biases)
  }
}
