// Reports made by hand, so that their texts are the same on every processor.

import Nabla

enum HandMade {
  /// A name and a warning as nobody would give them.
  static let hostile =
    "\u{1B}[31m<script>alert(\"1\")</script>|`*_[x](y)\u{202E}\n# &amp; 漢字 😀 "
    + String(repeating: "w", count: 300)

  /// 2-2-1, logistic, with two examples.
  static func network(name: String? = "two-two-one") -> Network {
    Network(
      name: name, sizes: [2, 2, 1], activations: [.logistic], hypothesis: .logistic,
      cost: .crossEntropy,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [
            Matrix(rows: 2, columns: 2, entries: [0.1, 0.2, 0.3, 0.4]),
            Matrix(rows: 1, columns: 2, entries: [0.5, 0.6]),
          ]),
        biases: Layers(first: 2, [[0.1, 0.2], [0.3]])))
  }

  static let batch = Batch(
    inputs: Matrix(rows: 2, columns: 2, entries: [0.05, 0.9, 0.1, -0.4]),
    targets: Matrix(rows: 1, columns: 2, entries: [1, 0]))

  /// A claim beside a measurement that is known to 2⁻⁴⁰.
  static func comparison(
    _ coordinate: Coordinate, claimed: Double, measured: Double, bound: Double = 0x1p-40
  ) -> Comparison {
    Comparison(
      claimed: claimed, claimRounding: 0,
      Measurement(
        coordinate: coordinate, derivative: measured, truncation: bound, rounding: 0,
        method: .fivePoint, step: 0x1p-9),
      scale: 0.5)
  }

  /// Every parameter right, but those that `wrong` names.
  static func check(
    name: String? = "two-two-one", replacing special: [Coordinate: Comparison] = [:],
    equations: [EquationResult]? = nil, warnings: [Warning] = [],
    selfTest: SelfTest = SelfTest(planted: 0x1p-30, plants: 2, caught: 2, missed: nil)
  ) -> CheckReport {
    let network = network(name: name)
    func compare(_ coordinate: Coordinate) -> Comparison {
      special[coordinate] ?? comparison(coordinate, claimed: 0.25, measured: 0.25)
    }
    let errors: [Coordinate] = [
      .weightedInput(layer: 2, i: 1, example: 1), .weightedInput(layer: 2, i: 1, example: 2),
      .weightedInput(layer: 2, i: 2, example: 1), .weightedInput(layer: 2, i: 2, example: 2),
      .weightedInput(layer: 3, i: 1, example: 1), .weightedInput(layer: 3, i: 1, example: 2),
    ]
    let parameters = network.parameters.coordinates.map(compare)
    return CheckReport(
      network: network, batch: batch, verdict: .of(parameters.map(\.verdict)), cost: 0.75,
      scheme: "auto", parameters: parameters, errors: errors.map(compare), total: 9, seed: nil,
      smallestDetectableError: 0x1p-40, equations: equations ?? Self.equations(),
      warnings: warnings,
      selfTest: selfTest)
  }

  static func equations(wrong: EquationResult.Equation? = nil) -> [EquationResult] {
    let all: [(EquationResult.Equation, Int)] = [
      (.FP, 2), (.FP, 3), (.BP1, 3), (.BP2, 2), (.BP3, 3), (.BP3, 2), (.BP4, 3), (.BP4, 2),
    ]
    return all.map { equation, l in
      let isWrong = equation == wrong && (l == 2 || equation == .BP1)
      return EquationResult(
        equation: equation, layer: l, verdict: isWrong ? .wrong : .right,
        largestDifference: isWrong ? 0.125 : 0,
        place: isWrong ? .weightedInput(layer: l, i: 1, example: 2) : nil,
        ulps: isWrong ? 0x1p50 : 0, wrongEngine: isWrong ? "batch" : nil)
    }
  }

  /// Wrong in w_12^(2) and b_1^(2), undecided in w_11^(3).
  static var wrongCheck: CheckReport {
    let (w, b) = (Coordinate.weight(layer: 2, i: 1, j: 2), Coordinate.bias(layer: 2, i: 1))
    let unknown = Coordinate.weight(layer: 3, i: 1, j: 1)
    return check(
      replacing: [
        w: comparison(w, claimed: 0.0345123, measured: 0.0349771),
        b: comparison(b, claimed: -0.5, measured: 0.125),
        unknown: comparison(unknown, claimed: 0.25, measured: 0.25, bound: 0x1p-10),
      ], equations: equations(wrong: .BP2))
  }

  /// Right, as far as a tool can say that has missed a planted error.
  static var failedCheck: CheckReport {
    check(
      selfTest: SelfTest(
        planted: 0x1p-30, plants: 2, caught: 1, missed: .bias(layer: 2, i: 1)))
  }

  /// Right, with every kind of warning.
  static var warningCheck: CheckReport {
    check(warnings: [
      .atKinks(first: .node(layer: 2, i: 1, example: 2), count: 3),
      .heldSides(first: .weight(layer: 3, i: 1, j: 2), parameters: 4),
      .saturated(layer: 2, nodes: [1, 2]), .dead(layer: 2, nodes: [2]),
      .invisiblePenalty(largest: 1e-13, detectable: 2.5e-12), .vanishing(norms: [1e-9, 0.5]),
      .exploding(norms: [5e7, 0.5]), .zeroFeatures(count: 1),
    ])
  }

  /// A curve with both branches.
  static func curve(_ coordinate: Coordinate = .weight(layer: 2, i: 1, j: 2)) -> ErrorCurve {
    ErrorCurve(
      coordinate: coordinate, scheme: .central,
      reference: Measurement(
        coordinate: coordinate, derivative: 0.5, truncation: 0x1p-70, rounding: 0,
        method: .precise, step: 0x1p-20),
      stepUsed: 0x1p-17,
      points: (-50...1).map { n in
        let h = Double(sign: .plus, exponent: n, significand: 1)
        let (rounding, truncation) = (0x1p-53 / h, h * h / 6)
        return ErrorCurve.Point(
          step: h, error: max(rounding / 4, truncation), rounding: rounding,
          truncation: truncation * 3)
      })
  }

  static var directions: DirectionalReport {
    let measurement = Measurement(
      coordinate: .bias(layer: 2, i: 1), derivative: 0.5, truncation: 0x1p-40, rounding: 0,
      method: .fivePoint, step: 0x1p-9)
    func direction(_ claimed: Double, _ order: Int) -> DirectionalReport.Direction {
      DirectionalReport.Direction(
        claimed: claimed, claimRounding: 0, measurement: measurement,
        verdict: claimed == 0.5 ? .right : .wrong,
        remainders: (2...4).map {
          let h = Double(sign: .plus, exponent: -$0, significand: 1)
          return DirectionalReport.Remainder(step: h, value: order == 1 ? h : h * h)
        })
    }
    return DirectionalReport(
      network: network(), cost: 0.75, verdict: .wrong, seed: 7,
      directions: [direction(0.5, 2), direction(0.75, 1)], smallestDetectableError: 0x1p-38)
  }

  static func gradient(_ network: Network, _ batch: Batch, classNames: [String]? = nil)
    -> GradientReport
  {
    let engine = ScalarPropagation<Double>(network, batch)
    let pass = engine.forward()
    return GradientReport(
      network: network, batch: batch, forward: pass, backward: engine.backward(pass),
      engine: "scalar", classNames: classNames)
  }
}
