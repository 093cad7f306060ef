// What a step of gradient descent did to the cost.

public import Numbers

/// By how much J fell, and by how much it falls to first order.
public struct Outcome: Sendable {
  /// J before the step minus J after it.
  public let fall: DoubleDouble
  /// α Σ (∂J/∂θ)², over all weights and biases θ.
  public let forecast: DoubleDouble

  /// Whether the digits that are printed are those of another outcome, away from ties.
  func isPrinted(as other: Outcome, digits: Int) -> Bool {
    func agree(_ a: DoubleDouble, _ b: DoubleDouble) -> Bool {
      let printed = PrintedNumber(rounding: a, digits: digits)
      return printed == PrintedNumber(rounding: b, digits: digits)
        && PrintedNumber.distanceFromTie(a, printed) > 1e-9
        && PrintedNumber.distanceFromTie(b, printed) > 1e-9
    }
    return agree(fall, other.fall) && agree(forecast, other.forecast)
  }
}
