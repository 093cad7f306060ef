// BP1–BP4 cross-validated between the engines, each equation on its own.

import NetworkModel
import Numbers

/// Tests every equation of every engine by itself.
///
/// Each is fed with the right δ from the layer above (the reference's, where the measurement confirms
/// it, else the measured one) and with the reference's forward pass, so that one wrong equation does
/// not colour the ones below it. What comes out is compared with the reference and with what was
/// measured.
struct CrossValidation {
  private let claims: [EngineClaim]
  private let reference: EngineClaim
  private let measured: [Coordinate: Measurement]
  /// δ^(ℓ) as it is trusted, with a bound.
  private let trusted: Layers<Matrix<Bounded>>

  init(claims: [EngineClaim], measurements: [Measurement]) {
    self.claims = claims
    reference = claims[0]
    let measured = Dictionary(uniqueKeysWithValues: measurements.map { ($0.coordinate, $0) })
    self.measured = measured
    let bounds = claims[0].backwardBound.error
    let errors = claims[0].backward.error
    trusted = Layers(
      first: 2,
      errors.range.map { l in
        var matrix = bounds[l]
        for i in 1...matrix.rows {
          for m in 1...matrix.columns {
            let claimed = Bounded(errors[l][i, m], error: bounds[l][i, m].error)
            let measurement = measured[.weightedInput(layer: l, i: i, example: m)]
            matrix[i, m] = Self.trust(claimed, measurement)
          }
        }
        return matrix
      })
  }

  /// The claim, unless the measurement contradicts it.
  private static func trust(_ claimed: Bounded, _ measurement: Measurement?) -> Bounded {
    guard let measurement, measurement.bound.isFinite, measurement.derivative.isFinite else {
      return claimed
    }
    let difference = (claimed.value - measurement.derivative).magnitude
    return difference <= measurement.bound + claimed.error
      ? claimed : Bounded(measurement.derivative, error: measurement.bound)
  }

  func results() -> [EquationResult] {
    let layers = reference.backward.error.range
    let last = layers.upperBound - 1
    let forward = layers.map(forwardResult)
    let first = result(.BP1, last) { claim in
      (
        claim.engine.engine.outputError(reference.forward),
        claim.engine.bounding.outputError(reference.forwardBound)
      )
    }
    let hidden = layers.dropLast().reversed().map { l in
      result(.BP2, l) { claim in
        (
          claim.engine.engine.hiddenError(
            l, errorAbove: values(trusted[l + 1]), reference.forward),
          claim.engine.bounding.hiddenError(
            l, errorAbove: trusted[l + 1], reference.forwardBound)
        )
      }
    }
    let weights = layers.reversed().map { l in
      result(.BP3, l) { claim in
        (
          claim.engine.engine.weightGradient(l, error: values(trusted[l]), reference.forward),
          claim.engine.bounding.weightGradient(l, error: trusted[l], reference.forwardBound)
        )
      }
    }
    let biases = layers.reversed().map { l in
      result(.BP4, l) { claim in
        let value = claim.engine.engine.biasGradient(l, error: values(trusted[l]))
        let bound = claim.engine.bounding.biasGradient(l, error: trusted[l])
        return (
          Matrix(rows: value.count, columns: 1, entries: value),
          Matrix(rows: bound.count, columns: 1, entries: bound)
        )
      }
    }
    return forward + [first] + hidden + weights + biases
  }

  private func values(_ matrix: Matrix<Bounded>) -> Matrix<Double> { matrix.map(\.value) }

  /// Z^(ℓ) and A^(ℓ) of the engines beside the reference's, and J with the last layer.
  private func forwardResult(_ l: Int) -> EquationResult {
    var difference = Difference()
    for claim in claims.dropFirst() {
      // Which of the two is wrong, the forward pass alone cannot say.
      let both = "\(reference.engine.name) or \(claim.engine.name)"
      if l == reference.backward.error.range.upperBound - 1 {
        difference.note(
          reference.forward.cost, claim.forward.cost,
          within: reference.forwardBound.cost.error + claim.forwardBound.cost.error, at: nil,
          by: both)
      }
      let pairs = [
        (
          reference.forward.weightedInput[l], claim.forward.weightedInput[l],
          reference.forwardBound.weightedInput[l], claim.forwardBound.weightedInput[l]
        ),
        (
          reference.forward.activation[l], claim.forward.activation[l],
          reference.forwardBound.activation[l], claim.forwardBound.activation[l]
        ),
      ]
      for (a, b, aBound, bBound) in pairs {
        for i in 1...a.rows {
          for m in 1...a.columns {
            difference.note(
              a[i, m], b[i, m], within: aBound[i, m].error + bBound[i, m].error,
              at: .weightedInput(layer: l, i: i, example: m), by: both)
          }
        }
      }
    }
    return difference.result(.FP, l)
  }

  private func result(
    _ equation: EquationResult.Equation, _ l: Int,
    _ evaluate: (EngineClaim) -> (Matrix<Double>, Matrix<Bounded>)
  ) -> EquationResult {
    var difference = Difference()
    let (referenceValue, referenceBound) = evaluate(reference)
    for claim in claims {
      let (value, bound) = evaluate(claim)
      for i in 1...value.rows {
        for j in 1...value.columns {
          let place = coordinate(equation, l, i, j)
          difference.note(
            referenceValue[i, j], value[i, j],
            within: referenceBound[i, j].error + bound[i, j].error, at: place,
            by: claim.engine.name)
          if let measurement = measured[place] {
            difference.compare(value[i, j], bound[i, j].error, measurement, by: claim.engine.name)
          }
        }
      }
    }
    return difference.result(equation, l)
  }

  private func coordinate(
    _ equation: EquationResult.Equation, _ l: Int, _ i: Int, _ j: Int
  ) -> Coordinate {
    switch equation {
    case .FP, .BP1, .BP2: .weightedInput(layer: l, i: i, example: j)
    case .BP3: .weight(layer: l, i: i, j: j)
    case .BP4: .bias(layer: l, i: i)
    }
  }
}

/// The largest difference seen so far, and whether one was beyond its bound.
private struct Difference {
  private var largest = 0.0
  private var place: Coordinate?
  private var ulps = 0.0
  private var verdict = Verdict.right
  private var wrongEngine: String?

  /// Two engines' values.
  mutating func note(
    _ a: Double, _ b: Double, within bound: Double, at coordinate: Coordinate?, by engine: String
  ) {
    let difference = (a - b).magnitude
    if difference > largest {
      largest = difference
      place = coordinate
      ulps = difference / max(a.magnitude, b.magnitude).ulp
    }
    judge(difference, bound, engine)
  }

  /// An engine's value and a measurement.
  mutating func compare(
    _ value: Double, _ rounding: Double, _ measurement: Measurement, by engine: String
  ) {
    guard measurement.bound.isFinite, measurement.derivative.isFinite else { return }
    judge((value - measurement.derivative).magnitude, measurement.bound + rounding, engine)
  }

  private mutating func judge(_ difference: Double, _ bound: Double, _ engine: String) {
    if difference > bound, bound.isFinite {
      if verdict != .wrong { wrongEngine = engine }
      verdict = .wrong
    } else if !difference.isFinite || !bound.isFinite, verdict == .right {
      verdict = .cannotTell
    }
  }

  func result(_ equation: EquationResult.Equation, _ l: Int) -> EquationResult {
    EquationResult(
      equation: equation, layer: l, verdict: verdict, largestDifference: largest, place: place,
      ulps: ulps, wrongEngine: wrongEngine)
  }
}
