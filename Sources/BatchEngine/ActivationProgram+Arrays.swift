// Activation functions of whole layers, where the kernels know the number type.

import NetworkModel
import Notation
import Numbers

extension ActivationProgram {
  /// A = g(Z), with the sides that were taken; the positions of elements at a kink, or `nil` for a
  /// number type without kernels.
  @usableFromInline
  func values<S: Scalar>(
    _ Z: Matrix<S>, to A: inout Matrix<S>, sides: inout [UInt8], holdsSides: Bool
  ) -> [Int]? {
    guard let type = S.self as? any KernelNumber.Type else { return nil }
    // N is S.
    func values<N: KernelNumber>(_ type: N.Type) -> [Int]? {
      A.withEntries(of: type) {
        N.values(of: self, Z as! Matrix<N>, to: &$0, sides: &sides, holdsSides: holdsSides)
      }
    }
    return values(type)
  }

  /// g′(Z) on the given sides; `nil` for a number type without kernels.
  @usableFromInline
  func slopes<S: Scalar>(_ Z: Matrix<S>, _ A: Matrix<S>, sides: [UInt8]) -> Matrix<S>? {
    var slopes = Matrix<S>.empty
    return write(Z, A, sides: sides, to: &slopes, multiplying: false) ? slopes : nil
  }

  /// Δ ⊙ g′(Z) in the place of Δ; whether there are kernels for the number type.
  @usableFromInline
  func multiply<S: Scalar>(
    _ Δ: inout Matrix<S>, bySlopesAt Z: Matrix<S>, _ A: Matrix<S>, sides: [UInt8]
  ) -> Bool {
    write(Z, A, sides: sides, to: &Δ, multiplying: true)
  }

  private func write<S: Scalar>(
    _ Z: Matrix<S>, _ A: Matrix<S>, sides: [UInt8], to result: inout Matrix<S>, multiplying: Bool
  ) -> Bool {
    guard let type = S.self as? any KernelNumber.Type else { return false }
    // N is S.
    func write<N: KernelNumber>(_ type: N.Type) -> Bool {
      result.withEntries(of: type) {
        N.slopes(
          of: self, Z as! Matrix<N>, A as! Matrix<N>, sides: sides, to: &$0,
          multiplying: multiplying)
      }
    }
    return write(type)
  }
}

extension KernelNumber {
  static func values(
    of g: ActivationProgram, _ Z: Matrix<Self>, to A: inout Matrix<Self>, sides: inout [UInt8],
    holdsSides: Bool
  ) -> [Int]? {
    guard let program = ArrayProgram<Self>(g.valueProgram) else { return nil }
    var kinks: [Int] = []
    A.refill(rows: Z.rows, columns: Z.columns) {
      kinks = program.write(
        [.elements(Z.entries)], count: Z.entries.count, to: $0, sides: &sides,
        holdsSides: holdsSides)
    }
    return kinks
  }

  static func slopes(
    of g: ActivationProgram, _ Z: Matrix<Self>, _ A: Matrix<Self>, sides: [UInt8],
    to result: inout Matrix<Self>, multiplying: Bool
  ) -> Bool {
    guard let program = ArrayProgram<Self>(g.slopeProgram, short: g.shortSlopeProgram) else {
      return false
    }
    precondition(!multiplying || result.entries.count == Z.entries.count)
    var held = sides
    result.refill(rows: Z.rows, columns: Z.columns) {
      _ = program.write(
        [.elements(Z.entries), .elements(A.entries)], count: Z.entries.count, to: $0, sides: &held,
        holdsSides: true, multiplying: multiplying)
    }
    return true
  }
}
