// Activations and hypotheses: sound forms equal the textbook's, slopes are derivatives.

import Nabla
import Testing

/// An activation in a test's name, with its parameter.
struct NamedActivation: Sendable, CustomTestStringConvertible {
  let activation: Activation
  var testDescription: String {
    activation.name + (activation.parameter.map { " \($0.name) = \($0.value)" } ?? "")
  }

  static let all = (Activation.all + [.linear(k: -2.5), .step(k: 0.5), .rectifier(slopeAtZero: 1)])
    .map(NamedActivation.init)
}

extension Hypothesis: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite("Functions")
struct FunctionTests {
  /// Where the forms of the textbook lose no more than two of their 30 digits.
  static let moderate = [-3, -2.2, -1, -0.37, -0.05, 0.02, 0.45, 1, 1.9, 3]

  // MARK: - Activations

  @Test("sound forms of activations equal the textbook's to 1e−27", arguments: NamedActivation.all)
  func soundForms(named: NamedActivation) {
    for (part, form) in named.activation.soundForms {
      for z in Self.moderate.map({ DoubleDouble($0) }) {
        let a = value(named.activation.definition, z)
        let (textbook, sound) = (value(part, z, a), value(form, z))
        let error = ((textbook - sound) / textbook).magnitude.real
        #expect(error <= 1e-27, "\(part) at z = \(z): \(textbook), sound \(sound)")
      }
    }
    for (part, form) in named.activation.soundForms {
      // Where the kinks of a sound form are, too.
      let z = Dual.variable(DoubleDouble.zero)
      let textbook = value(part, z, value(named.activation.definition, z)).derivative
      let sound = value(form, z).derivative
      #expect(
        (textbook - sound).magnitude.real <= 1e-30, "(\(part))′ at 0: \(textbook), sound \(sound)")
    }
    for z in Self.moderate.map({ DoubleDouble($0) }) {
      let (left, right) = (
        value(named.activation.soundValue, z), value(named.activation.definition, z)
      )
      #expect(
        (left - right).magnitude.real <= 1e-28 * right.magnitude.real, "g(\(z)): \(left), \(right)")
    }
  }

  @Test("g′ as printed and as computed is the derivative of g", arguments: NamedActivation.all)
  func slopes(named: NamedActivation) {
    let activation = named.activation
    let program = ActivationProgram(activation)
    var frame = program.frame(over: DoubleDouble.self)
    for z in Self.moderate.map({ DoubleDouble($0) }) {
      let derivative = value(activation.definition, Dual.variable(z)).derivative
      let a = program.value(z, &frame)
      let computed = program.slope(z, a, &frame)
      let printed = value(activation.slope, z, a)
      let limit = 1e-27 * derivative.magnitude.real
      #expect(
        (computed - derivative).magnitude.real <= limit, "g′(\(z)): \(computed), \(derivative)")
      #expect((printed - derivative).magnitude.real <= limit, "g′(\(z)): \(printed), \(derivative)")
    }
  }

  @Test("at a kink the slope is that of the side that the value takes: 0 or the convention's 1")
  func slopeAtZero() {
    for (activation, expected) in [
      (Activation.rectifier(), 0), (.rectifier(slopeAtZero: 1), 1.0), (.step(), 0),
    ] {
      let program = ActivationProgram(activation)
      var frame = program.frame(over: Double.self)
      let a = program.value(0, &frame)
      #expect(frame.isAtKink)
      #expect(program.slope(0, a, &frame) == expected, "\(activation.name)")
    }
    var frame = ActivationProgram(.step(k: 0.5)).frame(over: Double.self)
    let values = [(0.5).nextDown, 0.5].map { ActivationProgram(.step(k: 0.5)).value($0, &frame) }
    #expect(values == [0, 1])
  }

  @Test("a held side means the same in g and in g′", arguments: NamedActivation.all)
  func heldSides(named: NamedActivation) {
    let program = ActivationProgram(named.activation)
    for z in [-2.0, -0.25, 0, 0.25, 2] {
      for sides in [0, 1] as [UInt8] {
        var frame = program.frame(over: Dual<Double>.self)
        frame.holdsSides = true
        frame.sides = sides
        let value = program.value(.variable(z), &frame)
        let slope = program.slope(Dual(z), Dual(value.value), &frame).value
        #expect(
          (slope - value.derivative).magnitude <= 4 * slope.ulp,
          "side \(sides), z = \(z): g′ = \(slope), derivative \(value.derivative)")
      }
    }
  }

  // MARK: - Hypotheses

  /// Weighted inputs of K outputs, without repetition and in no order.
  static func logits(_ outputs: Int, _ random: inout SeededGenerator) -> [Double] {
    (0..<outputs).map { _ in random.uniform(-2...2) }
  }

  @Test("sound forms of hypotheses equal the textbook's to 1e−27", arguments: Hypothesis.all)
  func soundForms(hypothesis: Hypothesis) {
    var random = SeededGenerator(seed: 41)
    for outputs in 2...5 {
      let z = Self.logits(outputs, &random).map { DoubleDouble($0) }
      let h = outputValues(hypothesis, z)
      for (part, form) in hypothesis.soundForms {
        for k in 0..<outputs {
          for i in 0..<outputs where i != k || !part.contains(.hi) {
            let textbook = value(part, z, h, k, i)
            let sound = value(form, z, h, k, i)
            let error = ((textbook - sound) / textbook).magnitude.real
            #expect(
              error <= 1e-27, "\(part), k = \(k), i = \(i): \(textbook), sound \(sound), seed 41")
          }
        }
      }
    }
  }

  @Test(
    "∂h_i/∂z_k, ∂(log h_i)/∂z_k and ∂(log(1 − h_i))/∂z_k are derivatives of the definition",
    arguments: Hypothesis.all)
  func jacobians(hypothesis: Hypothesis) {
    var random = SeededGenerator(seed: 42)
    for outputs in 2...5 {
      let z = Self.logits(outputs, &random).map { DoubleDouble($0) }
      let h = outputValues(hypothesis, z)
      for (part, jacobian) in hypothesis.jacobians {
        for k in 0..<outputs {
          var nudged = z.map { Dual($0, derivative: .zero) }
          nudged[k].derivative = .one
          let outputs = outputValues(hypothesis, nudged)
          for i in z.indices {
            let derivative = value(part, nudged, outputs, i, i).derivative
            let printed =
              i == k
              ? value(jacobian.diagonal, z, h, k, i)
              : jacobian.offDiagonal.map { value($0, z, h, k, i) } ?? .zero
            #expect(
              (printed - derivative).magnitude.real <= 1e-28 * (1 + derivative.magnitude.real),
              "∂(\(part))_\(i + 1)/∂z_\(k + 1): \(printed), derivative \(derivative), seed 42")
          }
        }
      }
    }
  }

  /// At a tie the branches of a sound form meet; its derivative is right there only where all of them
  /// take the same side.
  @Test(
    "sound forms have the textbook's derivatives, also at z = 0 and where the largest z are equal",
    arguments: Hypothesis.all)
  func soundDerivatives(hypothesis: Hypothesis) {
    for z in [[0, 0, 0], [0, 1.5, -1], [1, 1, -0.5], [-0.5, -2, -0.5], [0.75, -0.25, 0]] {
      for (part, form) in hypothesis.soundForms {
        for n in z.indices {
          var nudged = z.map { Dual<DoubleDouble>($0) }
          nudged[n].derivative = .one
          let h = outputValues(hypothesis, nudged)
          for (k, i) in [(0, 1), (1, 2), (2, 0), (2, 1)] {
            let textbook = value(part, nudged, h, k, i).derivative
            let sound = value(form, nudged, h, k, i).derivative
            #expect(
              (textbook - sound).magnitude.real <= 1e-28 * (1 + textbook.magnitude.real),
              "∂(\(part))/∂z_\(n + 1), k = \(k + 1), i = \(i + 1), z = \(z): \(textbook), sound \(sound)"
            )
          }
        }
      }
    }
  }

  @Test("the fast softmax is the textbook's: h, 1 − h and log h", arguments: 1...6)
  func fastSoftmax(outputs: Int) {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<10 {
      let z = Self.logits(outputs, &random).map { DoubleDouble($0) }
      var (h, complements, logarithms) = (z, z, z)
      softmax(of: z, outputs: &h, complements: &complements, logarithms: &logarithms)
      let textbook = outputValues(.softmax, z)
      for k in z.indices {
        let pairs = [
          ("h", h[k], textbook[k]), ("1 − h", complements[k], .one - textbook[k]),
          ("log h", logarithms[k], .log(textbook[k])),
        ]
        for (name, fast, expected) in pairs {
          let error = (fast - expected).magnitude.real
          #expect(
            error <= 1e-27 * expected.magnitude.real + 1e-30,
            "\(name)_\(k + 1): \(fast), \(expected), seed 43")
        }
      }
    }
  }

  // MARK: - Evaluation

  private func value<S: Scalar>(_ formula: Expression, _ z: S, _ a: S = .zero) -> S {
    var frame = Frame(letters: [[z], [a]])
    return Program(formula, letters: ["z", "a"], sided: false).run(&frame)
  }

  /// A formula in z and h of all outputs, for the outputs k and i, counted from 0.
  private func value<S: Scalar>(
    _ formula: Expression, _ z: [S], _ h: [S], _ k: Int, _ i: Int
  ) -> S {
    var frame = Frame(letters: [z, h], indices: [k, i], count: z.count)
    return Program(formula, letters: ["z", "h"], indices: [.k, .i], sided: false).run(&frame)
  }

  /// h_1 … h_K by the definition.
  private func outputValues<S: Scalar>(_ hypothesis: Hypothesis, _ z: [S]) -> [S] {
    z.indices.map { value(hypothesis.definition, z, z, $0, 0) }
  }
}
