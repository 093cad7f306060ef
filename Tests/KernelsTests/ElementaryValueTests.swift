// The ends of the elementary functions, and that a value depends on its argument alone.

import KernelVersions
import Kernels
import NetworkModel
import Testing

struct ElementaryValueTests {
  /// Arguments and values that have no error, in numbers of type T.
  private static func exact<T: BinaryFloatingPoint>(_ function: ElementaryKernel) -> [(T, T)] {
    let (tiny, small) = (T.leastNonzeroMagnitude, T.leastNormalMagnitude)
    let (huge, beyond) = (T.greatestFiniteMagnitude, T.infinity)
    let odd: [(T, T)] = [0, -0.0, tiny, -tiny, 3 * tiny, -small, small, small - tiny].map {
      ($0, $0)
    }
    let rows: [(T, T)] =
      switch function {
      case .exp:
        [0, -0.0, tiny, -small, T.ulpOfOne / 4].map { ($0, 1) } + [
          (beyond, beyond), (huge, beyond), (800, beyond), (-800, 0), (-huge, 0), (-beyond, 0),
        ]
      case .expm1:
        odd + [
          (beyond, beyond), (huge, beyond), (800, beyond), (-60, -1), (-800, -1), (-huge, -1),
          (-beyond, -1),
        ]
      case .log:
        [
          (1, 0), (0, -beyond), (-0.0, -beyond), (beyond, beyond), (-tiny, .nan), (-1, .nan),
          (-huge, .nan), (-beyond, .nan),
        ]
      case .log1p:
        odd + [
          (-1, -beyond), (T(-1).nextDown, .nan), (-huge, .nan), (-beyond, .nan), (beyond, beyond),
        ]
      case .tanh:
        odd + [(30, 1), (huge, 1), (beyond, 1), (-30, -1), (-huge, -1), (-beyond, -1)]
      case .logistic:
        [0, -0.0, tiny, -small].map { ($0, 0.5) } + [
          (60, 1), (huge, 1), (beyond, 1), (-800, 0), (-huge, 0), (-beyond, 0),
        ]
      }
    return rows + [(.nan, .nan)]
  }

  @Test(
    "0, −0, ∞, −∞, NaN, subnormal numbers, overflow and underflow",
    arguments: ElementaryKernel.allCases, Version.runnable)
  func ends(_ function: ElementaryKernel, _ version: Version) {
    for (x, y) in Self.exact(function) as [(Double, Double)] {
      let value = function([x], version)
      #expect(bits(value) == bits([y]), "\(x): \(value), must be \(y)")
    }
    for (x, y) in Self.exact(function) as [(Float, Float)] {
      let value = function([x], version)
      #expect(bits(value) == bits([y]), "float \(x): \(value), must be \(y)")
    }
  }

  @Test("the last finite e^x, the last that is not 0", arguments: Version.runnable)
  func thresholds(_ version: Version) {
    let x: [Double] = [0x1.62e42fefa39efp9, 0x1.62e42fefa39fp9, -745.13, -745.14]
    #expect(ElementaryKernel.exp(x, version).map(\.isFinite) == [true, false, true, true])
    #expect(ElementaryKernel.expm1(x, version).map(\.isFinite) == [true, false, true, true])
    for function in [ElementaryKernel.exp, .logistic] {
      #expect(Array(function(x, version)[2...]) == [.leastNonzeroMagnitude, 0])
    }
    let y: [Float] = [0x1.62e42ep6, 0x1.62e43p6, -103.97, -103.98]
    #expect(ElementaryKernel.exp(y, version).map(\.isFinite) == [true, false, true, true])
    #expect(ElementaryKernel.expm1(y, version).map(\.isFinite) == [true, false, true, true])
    for function in [ElementaryKernel.exp, .logistic] {
      #expect(Array(function(y, version)[2...]) == [.leastNonzeroMagnitude, 0])
    }
  }

  /// Ordinary arguments, with some of the ends between them.
  private static func arguments() -> [Double] {
    var random = SeededGenerator(seed: 5)
    return [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e-40, -1, 710, -750]
      + (0..<100).map { _ in .random(in: -5...5, using: &random) }
  }

  @Test(
    "a value depends neither on its place nor on the count",
    arguments: ElementaryKernel.allCases, Version.runnable)
  func places(_ function: ElementaryKernel, _ version: Version) {
    let x = Self.arguments(), floats = x.map { Float($0) }
    let single = bits(x.flatMap { function([$0], version) })
    let singleFloats = bits(floats.flatMap { function([$0], version) })
    for count in [0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 65, 100] {
      for start in [0, 3, 10] {
        let range = start..<start + count
        #expect(bits(function(Array(x[range]), version)) == Array(single[range]))
        #expect(bits(function(Array(floats[range]), version)) == Array(singleFloats[range]))
      }
    }
  }

  @Test("y may be x, and nothing beside it is touched", arguments: ElementaryKernel.allCases)
  func inPlace(_ function: ElementaryKernel) {
    let kernel = function.floatKernel(.chosen)
    for count in [0, 1, 31, 32, 33, 70] {
      let x = Self.arguments().map { Float($0) }
      var y = x
      y.withUnsafeMutableBufferPointer { kernel(count, $0.baseAddress, $0.baseAddress) }
      #expect(bits(y) == bits(function(Array(x[..<count]), .chosen)) + bits(Array(x[count...])))
    }
  }
}
