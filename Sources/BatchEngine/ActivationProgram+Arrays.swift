// Activation functions of whole layers, where the kernels know the number type.

import NetworkModel
import Notation
import Numbers

extension ActivationProgram {
  /// A = g(Z), the sides that were taken, and the positions of elements at a kink; `nil` for a number
  /// type without kernels.
  @usableFromInline
  func values<S: Scalar>(
    _ Z: Matrix<S>, sides: inout [UInt8], holdsSides: Bool
  ) -> (A: Matrix<S>, kinks: [Int])? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func values<N: KernelNumber>(_ type: N.Type) -> (Matrix<S>, [Int])? {
      let letters = [ArrayLetter.elements((Z as! Matrix<N>).entries)]
      guard
        let (A, kinks) = ArrayProgram<N>(valueProgram)?.values(
          letters, rows: Z.rows, columns: Z.columns, sides: &sides, holdsSides: holdsSides)
      else { return nil }
      return (A as! Matrix<S>, kinks)
    }
    return values(type)
  }

  /// g′(Z) on the given sides; `nil` for a number type without kernels.
  @usableFromInline
  func slopes<S: Scalar>(_ Z: Matrix<S>, _ A: Matrix<S>, sides: [UInt8]) -> Matrix<S>? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func slopes<N: KernelNumber>(_ type: N.Type) -> Matrix<S>? {
      var held = sides
      let letters = [Z, A].map { ArrayLetter.elements(($0 as! Matrix<N>).entries) }
      let slopes = ArrayProgram<N>(slopeProgram)?.values(
        letters, rows: Z.rows, columns: Z.columns, sides: &held, holdsSides: true)
      return slopes.map { $0.values as! Matrix<S> }
    }
    return slopes(type)
  }
}
