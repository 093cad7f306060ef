// The number types that the kernels compute with.

import Kernels
import NetworkModel
import Notation
import Numbers

/// A number type that whole arrays are computed of at once.
///
/// `Bounded` is one of them: its values come out of the same kernels as those of `Double`, so that its
/// bounds are those of the very numbers that the engine computes.
protocol KernelNumber: Scalar {
  /// Makes a matrix the product of two others.
  static func write(_ product: MatrixProduct<Self>, to result: inout Matrix<Self>)

  /// y = f(x), element by element.
  static func apply(
    _ function: ElementaryFunction, _ count: Int, _ x: UnsafePointer<Self>,
    _ y: UnsafeMutablePointer<Self>)

  /// h, 1 − h and log h for every column of z, K × M each.
  static func softmax(
    outputs: Int, examples: Int, _ z: UnsafePointer<Self>, _ h: UnsafeMutablePointer<Self>,
    _ complement: UnsafeMutablePointer<Self>, _ logarithm: UnsafeMutablePointer<Self>)

  // What follows has one implementation for all. These are requirements so that the compiler makes one
  // version for each type, which is reached through the type itself: 20 to 90 times as fast as
  // generic code.

  /// a ⊙ b, a + b, a − b.
  static func combine(_ operation: Elementwise, _ a: Matrix<Self>, _ b: Matrix<Self>)
    -> Matrix<Self>
  static func scale(_ factor: Self, _ a: Matrix<Self>) -> Matrix<Self>
  static func values(
    of g: ActivationProgram, _ Z: Matrix<Self>, to A: inout Matrix<Self>, sides: inout [UInt8],
    holdsSides: Bool
  ) -> [Int]?
  static func slopes(
    of g: ActivationProgram, _ Z: Matrix<Self>, _ A: Matrix<Self>, sides: [UInt8],
    to result: inout Matrix<Self>, multiplying: Bool
  ) -> Bool
  static func outputs(
    of h: OutputProgram, _ Z: Matrix<Self>, _ Y: Matrix<Self>, sides: inout [UInt8],
    holdsSides: Bool
  ) -> (H: Matrix<Self>, sum: Self, kinks: [Int])?
  static func values(
    of quantity: OutputQuantity, _ h: OutputProgram, _ Z: Matrix<Self>, _ Y: Matrix<Self>,
    sides: [UInt8]
  ) -> Matrix<Self>?
}

/// What is done with two matrices element by element.
@usableFromInline
enum Elementwise { case sum, difference, product }

extension KernelNumber {
  static func combine(
    _ operation: Elementwise, _ a: Matrix<Self>, _ b: Matrix<Self>
  ) -> Matrix<Self> {
    switch operation {
    case .sum: Matrix.combine(a, b) { $0 + $1 }
    case .difference: Matrix.combine(a, b) { $0 - $1 }
    case .product: Matrix.combine(a, b) { $0 * $1 }
    }
  }

  static func scale(_ factor: Self, _ a: Matrix<Self>) -> Matrix<Self> { a.map { factor * $0 } }
}

extension Double: KernelNumber {
  static func write(_ product: MatrixProduct<Double>, to result: inout Matrix<Double>) {
    product.inShares(to: &result)
  }

  static func apply(
    _ function: ElementaryFunction, _ count: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exp: kernel_exp_double(count, x, y)
    case .log: kernel_log_double(count, x, y)
    case .expMinusOne: kernel_expm1_double(count, x, y)
    case .logOnePlus: kernel_log1p_double(count, x, y)
    case .tanh: kernel_tanh_double(count, x, y)
    }
  }

  static func softmax(
    outputs: Int, examples: Int, _ z: UnsafePointer<Double>, _ h: UnsafeMutablePointer<Double>,
    _ complement: UnsafeMutablePointer<Double>, _ logarithm: UnsafeMutablePointer<Double>
  ) {
    kernel_softmax_double(outputs, examples, z, h, complement, logarithm)
  }
}

extension Float: KernelNumber {
  static func write(_ product: MatrixProduct<Float>, to result: inout Matrix<Float>) {
    product.inShares(to: &result)
  }

  static func apply(
    _ function: ElementaryFunction, _ count: Int, _ x: UnsafePointer<Float>,
    _ y: UnsafeMutablePointer<Float>
  ) {
    switch function {
    case .exp: kernel_exp_float(count, x, y)
    case .log: kernel_log_float(count, x, y)
    case .expMinusOne: kernel_expm1_float(count, x, y)
    case .logOnePlus: kernel_log1p_float(count, x, y)
    case .tanh: kernel_tanh_float(count, x, y)
    }
  }

  static func softmax(
    outputs: Int, examples: Int, _ z: UnsafePointer<Float>, _ h: UnsafeMutablePointer<Float>,
    _ complement: UnsafeMutablePointer<Float>, _ logarithm: UnsafeMutablePointer<Float>
  ) {
    kernel_softmax_float(outputs, examples, z, h, complement, logarithm)
  }
}
