// Maxima and brackets of whole blocks.

import Notation
import Numbers

extension BlockRun {
  /// max(a, b) where both sides meet smoothly.
  func larger(
    _ a: UnsafePointer<Number>, _ b: UnsafePointer<Number>, _ tieIsSecond: Bool,
    _ y: UnsafeMutablePointer<Number>
  ) {
    for i in 0..<count {
      let (left, right) = (a[i].real, b[i].real)
      let isSecond = right > left || right.isNaN || tieIsSecond && right == left
      y[i] = isSecond && !left.isNaN ? b[i] : a[i]
    }
  }

  /// max(a, b) with a kink where they are equal.
  func larger(
    _ a: UnsafePointer<Number>, _ b: UnsafePointer<Number>, _ tieIsSecond: Bool, _ kink: Int,
    _ y: UnsafeMutablePointer<Number>
  ) {
    for i in 0..<count {
      let (left, right) = (a[i].real, b[i].real)
      if left.isNaN || right.isNaN {
        y[i] = left.isNaN ? a[i] : b[i]
        continue
      }
      let takesSecond = right > left || tieIsSecond && right == left
      y[i] = side(i, kink, takesSecond, isTie: right == left) ? b[i] : a[i]
    }
  }

  /// [a relation b].
  func hold(
    _ a: UnsafePointer<Number>, _ relation: Expression.Relation, _ b: UnsafePointer<Number>,
    _ kink: Int, _ y: UnsafeMutablePointer<Number>
  ) {
    for i in 0..<count {
      let (left, right) = (a[i].real, b[i].real)
      if left.isNaN || right.isNaN {
        y[i] = Number(.nan)
        continue
      }
      let holds =
        switch relation {
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .less: left < right
        }
      y[i] = side(i, kink, holds, isTie: left == right) ? .one : .zero
    }
  }
}
