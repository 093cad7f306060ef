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
      N.values(of: self, Z as! Matrix<N>, sides: &sides, holdsSides: holdsSides)
        .map { ($0.A as! Matrix<S>, $0.kinks) }
    }
    return values(type)
  }

  /// g′(Z) on the given sides, times another matrix if there is one; `nil` for a number type without kernels.
  @usableFromInline
  func slopes<S: Scalar>(
    _ Z: Matrix<S>, _ A: Matrix<S>, sides: [UInt8], times factor: Matrix<S>? = nil
  ) -> Matrix<S>? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func slopes<N: KernelNumber>(_ type: N.Type) -> Matrix<S>? {
      N.slopes(
        of: self, Z as! Matrix<N>, A as! Matrix<N>, sides: sides,
        times: factor.map { $0 as! Matrix<N> }
      ).map { $0 as! Matrix<S> }
    }
    return slopes(type)
  }
}

extension KernelNumber {
  static func values(
    of g: ActivationProgram, _ Z: Matrix<Self>, sides: inout [UInt8], holdsSides: Bool
  ) -> (A: Matrix<Self>, kinks: [Int])? {
    let result = ArrayProgram<Self>(g.valueProgram)?.values(
      [.elements(Z.entries)], rows: Z.rows, columns: Z.columns, sides: &sides,
      holdsSides: holdsSides)
    return result.map { ($0.values, $0.kinks) }
  }

  static func slopes(
    of g: ActivationProgram, _ Z: Matrix<Self>, _ A: Matrix<Self>, sides: [UInt8],
    times factor: Matrix<Self>?
  ) -> Matrix<Self>? {
    var held = sides
    return ArrayProgram<Self>(g.slopeProgram)?.values(
      [.elements(Z.entries), .elements(A.entries)], rows: Z.rows, columns: Z.columns, sides: &held,
      holdsSides: true, times: factor
    ).values
  }
}
