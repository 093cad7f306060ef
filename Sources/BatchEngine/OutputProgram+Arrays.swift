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
  /// H, the terms of the cost, and the positions of outputs at a kink; `nil` where there is no array
  /// form.
  @usableFromInline
  func outputs<S: Scalar>(
    _ Z: Matrix<S>, _ Y: Matrix<S>, sides: inout [UInt8], holdsSides: Bool
  ) -> (H: Matrix<S>, terms: Matrix<S>, kinks: [Int])? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func outputs<N: KernelNumber>(_ type: N.Type) -> (Matrix<S>, Matrix<S>, [Int])? {
      guard
        let arrays = OutputArrays<N>(
          self, Z as! Matrix<N>, Y as! Matrix<N>, sides: sides, holdsSides: holdsSides),
        let H = arrays.hypothesis, let terms = arrays.values(term)
      else { return nil }
      sides = arrays.sides
      return (H as! Matrix<S>, terms as! Matrix<S>, arrays.kinks)
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
      let arrays = OutputArrays<N>(
        self, Z as! Matrix<N>, Y as! Matrix<N>, sides: sides, holdsSides: true)
      let values =
        switch quantity {
        case .error: arrays?.error
        case .gradient: arrays?.gradient
        case .slope: hypothesisSlope.flatMap { arrays?.values($0) }
        }
      return values.map { $0 as! Matrix<S> }
    }
    return values(type)
  }
}
