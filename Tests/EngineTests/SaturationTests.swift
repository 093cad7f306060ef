// Far from 0: what is tiny stays right, and logarithms stay finite.

import Nabla
import Testing

import class Foundation.JSONDecoder

@Suite("Saturated units")
struct SaturationTests {
  /// Multiples of 1/8, so that differences of them are exact and every error is the formula's own.
  static let far: [Double] = stride(from: 0, through: 700, by: 17.5).flatMap { z -> [Double] in
    [z, z + 0.125, -z, -z - 0.125]
  }

  /// 745 e^−745 is where the smallest number is; below 1e−300 they have fewer digits.
  static func isNormal(_ x: DoubleDouble) -> Bool { x.magnitude.real > 1e-290 }

  @Test(
    "g and g′ keep their digits up to |z| = 700: 8 ulps",
    arguments: [
      NamedActivation(activation: .logistic), NamedActivation(activation: .tanh),
    ])
  func activations(named: NamedActivation) {
    let program = ActivationProgram(named.activation)
    var (frame, precise) = (
      program.frame(over: Double.self), program.frame(over: DoubleDouble.self)
    )
    for z in Self.far {
      let (a, exactA) = (program.value(z, &frame), program.value(DoubleDouble(z), &precise))
      let slope = program.slope(z, a, &frame)
      let exactSlope = program.slope(DoubleDouble(z), exactA, &precise)
      check("g(\(z))", a, exactA, ulps: 4)
      check("g′(\(z))", slope, exactSlope, ulps: 8)
      if Self.isNormal(exactSlope) { #expect(slope > 0, "g′(\(z))") }
    }
  }

  @Test(
    "∂h_i/∂z_k, also through log h and log(1 − h), keeps its digits: 32 ulps",
    arguments: Cost.all, [Hypothesis.logistic, .softmax])
  func outputs(cost: Cost, hypothesis: Hypothesis) {
    var random = SeededGenerator(seed: 51)
    for trial in 0..<60 {
      let outputs = trial % 4 + 2
      let scale = [30, 300, 700][trial % 3]
      let z = (0..<outputs).map { _ in Double(random.integer(-8 * scale...8 * scale)) / 16 }
      for fast in [false, true] {
        let program = OutputProgram(
          hypothesis: hypothesis, cost: cost, outputs: outputs, fast: fast)
        var (frame, precise) = (
          program.frame(over: Double.self, examples: 1),
          program.frame(over: DoubleDouble.self, examples: 1)
        )
        for k in 1...outputs {
          program.set(k, z: z[k - 1], y: 0.25, &frame)
          program.set(k, z: DoubleDouble(z[k - 1]), y: DoubleDouble(0.25), &precise)
        }
        program.outputs(sides: { _ in 0 }, &frame)
        program.outputs(sides: { _ in 0 }, &precise)
        let what = "\(hypothesis.name), \(cost.name), z = \(z), fast \(fast), seed 51:"
        for k in 1...outputs {
          check(
            "\(what) h_\(k)", program.output(k, of: frame), program.output(k, of: precise), ulps: 16
          )
          for part in 0..<program.partCount {
            for i in 1...outputs {
              check(
                "\(what) part \(part), i = \(i), k = \(k)",
                program.jacobian(part: part, i, k, &frame),
                program.jacobian(part: part, i, k, &precise), ulps: 32)
            }
          }
        }
      }
    }
  }

  @Test(
    "log costs are finite and right up to |z| = 10⁶: 8 ulps",
    arguments: [Cost.crossEntropy, .logLoss], [Hypothesis.logistic, .softmax])
  func logCosts(cost: Cost, hypothesis: Hypothesis) {
    let sizes = [0, 0.5, 5, 36.75, 100, 745, 800, 1e4, 1e6]
    for z in sizes.flatMap({ [$0, -$0] }) {
      for y in [0, 0.25, 1] {
        for fast in [false, true] {
          let program = OutputProgram(hypothesis: hypothesis, cost: cost, outputs: 2, fast: fast)
          var (frame, precise) = (
            program.frame(over: Double.self, examples: 1),
            program.frame(over: DoubleDouble.self, examples: 1)
          )
          for (k, value) in [(1, z), (2, 0.25)] {
            program.set(k, z: value, y: y, &frame)
            program.set(k, z: DoubleDouble(value), y: DoubleDouble(y), &precise)
          }
          program.outputs(sides: { _ in 0 }, &frame)
          program.outputs(sides: { _ in 0 }, &precise)
          for k in 1...2 {
            let term = program.term(k, &frame)
            #expect(term.isFinite, "z = \(z), y = \(y): \(term)")
            check(
              "term_\(k), z = \(z), y = \(y), fast \(fast)", term, program.term(k, &precise),
              ulps: 8)
          }
        }
      }
    }
  }

  @Test(
    "−log σ(−z) = z and −log softmax = the difference to the largest, where e^−z is nothing",
    arguments: [800, 1000, 123456.75, 1e6] as [Double])
  func limits(z: Double) {
    #expect(cost(.logistic, .crossEntropy, z: [-z], y: [1]) == z)
    #expect(cost(.logistic, .crossEntropy, z: [z], y: [0]) == z)
    #expect(cost(.logistic, .crossEntropy, z: [z], y: [1]) == 0)
    #expect(cost(.softmax, .logLoss, z: [z, -z, 0], y: [0, 1, 0]) == 2 * z)
    #expect(cost(.softmax, .logLoss, z: [z, -z, 0], y: [1, 0, 0]) == 0)
    #expect(cost(.softmax, .crossEntropy, z: [z, -z], y: [0, 1]) == 4 * z)
  }

  /// J of one example whose weighted inputs are the biases of its outputs; the same in both engines.
  private func cost(
    _ hypothesis: Hypothesis, _ cost: Cost, z: [Double], y: [Double]
  ) -> Double {
    let network = Network(
      sizes: [1, z.count], activations: [], hypothesis: hypothesis, cost: cost,
      parameters: Parameters(
        weights: Layers(first: 2, [Matrix(rows: z.count, columns: 1)]),
        biases: Layers(first: 2, [z])))
    let batch = Batch(
      inputs: Matrix(rows: 1, columns: 1), targets: Matrix(rows: z.count, columns: 1, entries: y))
    let J = ScalarPropagation<Double>(network, batch).forward().cost
    #expect(J == BatchPropagation<Double>(network, batch).forward().cost, "z = \(z)")
    return J
  }

  @Test("logistic and log logistic agree with the table to 4 ulps")
  func table() throws {
    struct Tables: Decodable { let logistic, logLogistic: [[Double]] }
    let tables = try JSONDecoder().decode(
      Tables.self, from: FixtureNetwork.file("expected/elementary.json"))
    func check(_ name: String, _ form: Expression, _ rows: [[Double]]) {
      let program = Program(form, letters: ["z"], sided: false)
      #expect(rows.count > 20)
      for row in rows {
        var frame = Frame(letters: [[row[0]]])
        let value = program.run(&frame)
        #expect(
          (value - row[1]).magnitude <= 4 * row[1].ulp,
          "\(name)(\(row[0])) = \(value), is \(row[1])")
      }
    }
    check("logistic", Activation.logistic.soundValue, tables.logistic)
    check("log logistic", Activation.logistic.soundForms[.log(.a)]!, tables.logLogistic)
  }

  /// Relative accuracy, for numbers that have all their digits.
  private func check(_ what: String, _ value: Double, _ exact: DoubleDouble, ulps: Double) {
    let error = (DoubleDouble(value) - exact).magnitude.real
    let limit = Self.isNormal(exact) ? ulps * exact.real.magnitude.ulp : 1e-300
    #expect(
      error <= limit, "\(what): \(value), exact \(exact), \(error / exact.real.magnitude.ulp) ulps")
  }
}
