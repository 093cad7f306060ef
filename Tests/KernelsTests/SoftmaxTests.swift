// Softmax of the columns of a matrix, against the fast form over double-double numbers.

import KernelVersions
import NetworkModel
import Numbers
import Testing

struct SoftmaxTests {
  /// h, 1 − h and log h of every column, each row by row.
  private static func kernel(_ z: [Double], _ outputs: Int, _ version: Version) -> [[Double]] {
    let kernel = version.kernels.softmax_double!
    var (h, complement, logarithm) = (z, z, z)
    kernel(outputs, z.count / outputs, z, &h, &complement, &logarithm)
    return [h, complement, logarithm]
  }

  private static func kernel(_ z: [Float], _ outputs: Int, _ version: Version) -> [[Float]] {
    let kernel = version.kernels.softmax_float!
    var (h, complement, logarithm) = (z, z, z)
    kernel(outputs, z.count / outputs, z, &h, &complement, &logarithm)
    return [h, complement, logarithm]
  }

  private static func precise(_ z: [Double], _ outputs: Int) -> [[DoubleDouble]] {
    let examples = z.count / outputs
    var result = [[DoubleDouble]](repeating: z.map { DoubleDouble($0) }, count: 3)
    for m in 0..<examples {
      let column = (0..<outputs).map { DoubleDouble(z[$0 * examples + m]) }
      var (h, complements, logarithms) = (column, column, column)
      softmax(of: column, outputs: &h, complements: &complements, logarithms: &logarithms)
      for k in 0..<outputs {
        result[0][k * examples + m] = h[k]
        result[1][k * examples + m] = complements[k]
        result[2][k * examples + m] = logarithms[k]
      }
    }
    return result
  }

  /// Columns of every kind: close together, far apart, equal, huge.
  private static func matrix(_ outputs: Int, _ examples: Int, seed: UInt64) -> [Double] {
    var random = SeededGenerator(seed: seed)
    let sizes = [1e-20, 0.1, 1, 3, 30, 300, 2000, 1e10, 1e300, 0]
    return (0..<outputs * examples).map { place in
      let m = place % examples
      return (m % 3 == 0 ? 7 : 0) + sizes[m % sizes.count] * .random(in: -1...1, using: &random)
    }
  }

  /// What the header promises. e is within 0.6 ulp, which are up to 1.2 of a quotient's; without fused
  /// products its product and its sum are rounded: 2.2. The roundings of log h are those of z_k − z_p, of
  /// log(1 + r) and of their difference: 2.
  private static let bound = 2.5

  private static func expect<T: BinaryFloatingPoint>(
    _ y: [[T]], equal exact: [[DoubleDouble]], _ comment: String
  ) {
    for (name, (y, exact)) in zip(["h", "1 − h", "log h"], zip(y, exact)) {
      var largest = LargestError()
      for (place, (y, exact)) in zip(y, exact).enumerated() {
        let nearest = T(exact.high)
        guard nearest.isFinite else {
          #expect(bits([y]) == bits([nearest]), "\(comment): \(name)")
          continue
        }
        let rest = (exact.high - Double(nearest) + exact.low) / Double(nearest.ulp)
        largest.note(y, nearest: nearest, rest: rest, at: Double(place))
      }
      #expect(largest.ulps <= bound, "\(comment): \(name) \(largest)")
    }
  }

  @Test(
    "h, 1 − h, log h within 2.5 ulp of the fast form in double-double",
    arguments: [1, 2, 3, 10, 40], Version.runnable)
  func values(_ outputs: Int, _ version: Version) {
    for examples in [1, 3, 15, 16, 17, 31, 33, 50] {
      let comment = "\(outputs) × \(examples), seed \(examples)"
      let z = Self.matrix(outputs, examples, seed: UInt64(examples))
      Self.expect(Self.kernel(z, outputs, version), equal: Self.precise(z, outputs), comment)
      let floats = z.map { Float(max(min($0, 1e38), -1e38)) }
      Self.expect(
        Self.kernel(floats, outputs, version),
        equal: Self.precise(floats.map { Double($0) }, outputs), "float \(comment)")
    }
  }

  @Test("infinities and NaN give what the fast form gives", arguments: Version.runnable)
  func ends(_ version: Version) {
    let ends: [Double] = [.infinity, -.infinity, .nan, 1, -0.0, 1e308, -1e308]
    for outputs in 1...3 {
      // Every choice of so many numbers is a column.
      let examples = (0..<outputs).reduce(1) { product, _ in product * ends.count }
      var z: [Double] = []
      var step = 1
      for _ in 0..<outputs {
        z += (0..<examples).map { ends[$0 / step % ends.count] }
        step *= ends.count
      }
      Self.expect(Self.kernel(z, outputs, version), equal: Self.precise(z, outputs), "\(outputs)")
    }
  }

  @Test("a column depends on nothing beside it; parts may be left out; h may be z")
  func columns() {
    let (outputs, examples) = (3, 37)
    let z = Self.matrix(outputs, examples, seed: 3)
    let whole = Self.kernel(z, outputs, .chosen)
    for m in 0..<examples {
      let column = (0..<outputs).map { z[$0 * examples + m] }
      let alone = Self.kernel(column, outputs, .chosen)
      for (alone, whole) in zip(alone, whole) {
        #expect(bits(alone) == bits((0..<outputs).map { whole[$0 * examples + m] }), "\(m)")
      }
    }
    var h = z
    h.withUnsafeMutableBufferPointer {
      Version.chosen.kernels.softmax_double(
        outputs, examples, $0.baseAddress, $0.baseAddress, nil, nil)
    }
    #expect(bits(h) == bits(whole[0]))
    Version.chosen.kernels.softmax_double(0, examples, z, &h, nil, nil)
    Version.chosen.kernels.softmax_double(outputs, 0, z, &h, nil, nil)
    #expect(bits(h) == bits(whole[0]), "nothing is written where there is nothing")
  }
}
