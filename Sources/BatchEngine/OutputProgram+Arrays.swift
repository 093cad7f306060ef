// The output layer of a whole batch, where the kernels know the number type.

import NetworkModel
import Notation
import Numbers

/// What the formulas of the output layer are evaluated for.
@usableFromInline
enum OutputQuantity {
  /// Δ^(L) without its scale.
  case error
  /// ∇_H J without its scale.
  case gradient
  /// h′(Z^(L)).
  case slope
}

extension OutputProgram {
  /// H, the sum of the cost's terms, and the positions of outputs at a kink; `nil` where there is no
  /// array form.
  @usableFromInline
  func outputs<S: Scalar>(
    _ Z: Matrix<S>, _ Y: Matrix<S>, sides: inout [UInt8], holdsSides: Bool
  ) -> (H: Matrix<S>, sum: S, kinks: [Int])? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func outputs<N: KernelNumber>(_ type: N.Type) -> (Matrix<S>, S, [Int])? {
      N.outputs(
        of: self, Z as! Matrix<N>, Y as! Matrix<N>, sides: &sides, holdsSides: holdsSides
      ).map { ($0.H as! Matrix<S>, $0.sum as! S, $0.kinks) }
    }
    return outputs(type)
  }

  /// A quantity of backward propagation, on the given sides; `nil` where there is no array form.
  @usableFromInline
  func values<S: Scalar>(
    of quantity: OutputQuantity, _ Z: Matrix<S>, _ Y: Matrix<S>, sides: [UInt8]
  ) -> Matrix<S>? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func values<N: KernelNumber>(_ type: N.Type) -> Matrix<S>? {
      N.values(of: quantity, self, Z as! Matrix<N>, Y as! Matrix<N>, sides: sides)
        .map { $0 as! Matrix<S> }
    }
    return values(type)
  }
}

extension KernelNumber {
  static func outputs(
    of h: OutputProgram, _ Z: Matrix<Self>, _ Y: Matrix<Self>, sides: inout [UInt8],
    holdsSides: Bool
  ) -> (H: Matrix<Self>, sum: Self, kinks: [Int])? {
    guard let arrays = OutputArrays(h, Z, Y, sides: sides, holdsSides: holdsSides),
      let H = arrays.hypothesis, let terms = arrays.values(h.term)
    else { return nil }
    sides = arrays.sides
    var sum = Self.zero
    for m in 0..<terms.columns {
      for k in 0..<terms.rows { sum = sum + terms.entries[k * terms.columns + m] }
    }
    return (H, sum, arrays.kinks)
  }

  static func values(
    of quantity: OutputQuantity, _ h: OutputProgram, _ Z: Matrix<Self>, _ Y: Matrix<Self>,
    sides: [UInt8]
  ) -> Matrix<Self>? {
    let arrays = OutputArrays(h, Z, Y, sides: sides, holdsSides: true)
    return switch quantity {
    case .error: arrays?.error
    case .gradient: arrays?.gradient
    case .slope: h.hypothesisSlope.flatMap { arrays?.values($0) }
    }
  }
}
