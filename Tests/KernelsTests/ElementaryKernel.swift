// The elementary functions of the kernels, in every version that this processor can run.

import Foundation
import KernelVersions
import Kernels
import Numbers

/// Whether the long form of the tests is run: `NABLA_LONG=1`.
let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

/// A version of the kernels.
enum Version: String, CaseIterable {
  case chosen, baseline, version3, version4

  static let runnable: [Version] = {
    switch String(cString: kernel_instruction_set()) {
    case "x86-64-v4": allCases
    case "x86-64-v3": [.chosen, .baseline, .version3]
    default: [.chosen, .baseline]
    }
  }()

  var kernels: KernelVersion {
    switch self {
    case .chosen:
      KernelVersion(
        exp_double: kernel_exp_double, expm1_double: kernel_expm1_double,
        log_double: kernel_log_double, log1p_double: kernel_log1p_double,
        tanh_double: kernel_tanh_double, logistic_double: kernel_logistic_double,
        exp_float: kernel_exp_float, expm1_float: kernel_expm1_float,
        log_float: kernel_log_float, log1p_float: kernel_log1p_float,
        tanh_float: kernel_tanh_float, logistic_float: kernel_logistic_float,
        softmax_double: kernel_softmax_double, softmax_float: kernel_softmax_float)
    case .baseline: kernel_version_baseline()
    case .version3: kernel_version_3()
    case .version4: kernel_version_4()
    }
  }
}

/// A function over arrays, and its value to 30 digits.
enum ElementaryKernel: String, CaseIterable {
  case exp, expm1, log, log1p, tanh, logistic

  /// The arguments between which the value is neither a constant nor an infinity.
  var domain: ClosedRange<Double> {
    switch self {
    case .exp: -746...709.78
    case .expm1: -40...709.78
    case .log: 0...4
    case .log1p: -1...4
    case .tanh: -20...20
    case .logistic: -746...40
    }
  }

  func callAsFunction(_ x: [Double], _ version: Version) -> [Double] {
    let kernels = version.kernels
    let kernel =
      switch self {
      case .exp: kernels.exp_double!
      case .expm1: kernels.expm1_double!
      case .log: kernels.log_double!
      case .log1p: kernels.log1p_double!
      case .tanh: kernels.tanh_double!
      case .logistic: kernels.logistic_double!
      }
    return [Double](unsafeUninitializedCapacity: x.count) { y, count in
      kernel(x.count, x, y.baseAddress)
      count = x.count
    }
  }

  func callAsFunction(_ x: [Float], _ version: Version) -> [Float] {
    let kernel = floatKernel(version)
    return [Float](unsafeUninitializedCapacity: x.count) { y, count in
      kernel(x.count, x, y.baseAddress)
      count = x.count
    }
  }

  func floatKernel(_ version: Version) -> FloatKernel {
    let kernels = version.kernels
    return switch self {
    case .exp: kernels.exp_float!
    case .expm1: kernels.expm1_float!
    case .log: kernels.log_float!
    case .log1p: kernels.log1p_float!
    case .tanh: kernels.tanh_float!
    case .logistic: kernels.logistic_float!
    }
  }

  func precise(_ x: Double) -> DoubleDouble {
    let x = DoubleDouble(x)
    return switch self {
    case .exp: .exp(x)
    case .expm1: .expMinusOne(x)
    case .log: .log(x)
    case .log1p: .logOnePlus(x)
    case .tanh: .tanh(x)
    case .logistic where x.high < 0: .exp(x) / (.exp(x) + .one)
    case .logistic: .one / (.exp(-x) + .one)
    }
  }
}

/// The bits of numbers, in which 0 and −0, and NaN and NaN, can be compared.
func bits<T: BinaryFloatingPoint>(_ x: [T]) -> [UInt64] {
  // Which NaN it is says nothing, and differs between processors.
  x.map { $0.isNaN ? .max : Double($0).bitPattern }
}
