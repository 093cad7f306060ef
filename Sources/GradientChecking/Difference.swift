// The largest difference of an equation's values.

import NetworkModel
import Numbers

/// The largest difference seen so far, and whether one was beyond its bound.
struct Difference {
  private var largest = 0.0
  private var place: Int?
  private var ulps = 0.0
  private var verdict = Verdict.right
  private var wrongEngine: String?

  /// Two engines' values.
  mutating func note(
    _ a: Double, _ b: Double, within bound: Double, at position: Int?, by engine: String
  ) {
    let difference = (a - b).magnitude
    if difference > largest {
      largest = difference
      place = position
      ulps = difference / max(a.magnitude, b.magnitude).ulp
    }
    judge(difference, bound, engine)
  }

  /// Two engines' matrices.
  mutating func note(
    _ a: Matrix<Double>, _ aBound: Matrix<Bounded>, _ b: Matrix<Double>,
    _ bBound: Matrix<Bounded>, by engine: String
  ) {
    for position in a.entries.indices {
      note(
        a.entries[position], b.entries[position],
        within: aBound.entries[position].error + bBound.entries[position].error, at: position,
        by: engine)
    }
  }

  /// An engine's value and a measurement.
  mutating func compare(
    _ value: Double, _ rounding: Double, _ measured: Double, _ bound: Double, by engine: String
  ) {
    guard bound.isFinite, measured.isFinite else { return }
    judge((value - measured).magnitude, bound + rounding, engine)
  }

  private mutating func judge(_ difference: Double, _ bound: Double, _ engine: String) {
    if difference > bound, bound.isFinite {
      if verdict != .wrong { wrongEngine = engine }
      verdict = .wrong
    } else if !difference.isFinite || !bound.isFinite, verdict == .right {
      verdict = .cannotTell
    }
  }

  /// - Parameter columns: of the matrices that were compared.
  func result(_ equation: EquationResult.Equation, _ l: Int, columns: Int) -> EquationResult {
    let coordinate = place.map { position in
      let (i, j) = position.quotientAndRemainder(dividingBy: columns)
      return switch equation {
      case .FP, .BP1, .BP2: Coordinate.weightedInput(layer: l, i: i + 1, example: j + 1)
      case .BP3: Coordinate.weight(layer: l, i: i + 1, j: j + 1)
      case .BP4: Coordinate.bias(layer: l, i: i + 1)
      }
    }
    return EquationResult(
      equation: equation, layer: l, verdict: verdict, largestDifference: largest,
      place: coordinate, ulps: ulps, wrongEngine: wrongEngine)
  }
}
