// By how much the penalty's share of one weight changes: [W] §9.2, §9.3.

import NetworkModel

/// The change of λ₂/2M w² + λ₁/M |w|, with the sign of w held.
struct PenaltyChange {
  private let kink: Kink
  private let w: Double
  private let square: Double
  private let magnitude: Double
  private let sign: Double

  init(_ point: NudgePoint, _ l: Int, _ i: Int, _ j: Int) {
    let network = point.engine.network
    let M = Double(point.engine.batch.count)
    kink = .weight(layer: l, i: i, j: j)
    w = network.parameters.weights[l][i, j]
    square = network.penalty.l2 / (2 * M)
    magnitude = network.penalty.l1 / M
    sign = w > 0 ? 1 : w < 0 ? -1 : 0
  }

  /// λ₂/2M h (2w + h) + λ₁/M sign(w) h, and a bound on its rounding.
  func callAsFunction(by h: Double) -> (change: Double, rounding: Double) {
    let quadratic = square * (h * (2 * w + h))
    let linear = magnitude * (sign * h)
    let size = square * h.magnitude * (2 * w.magnitude + h.magnitude) + linear.magnitude
    return (quadratic + linear, 0x1p-50 * size)
  }

  /// The weight itself, where |w| is penalised and the nudge moves it through 0.
  func crossing(by h: Double) -> Kink? {
    magnitude > 0 && (w == 0 || (w + h).sign != w.sign) ? kink : nil
  }
}
