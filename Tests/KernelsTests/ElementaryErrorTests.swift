// The error of the elementary functions, over the whole range, in units of the last place.

import Foundation
import NetworkModel
import Numbers
import Testing

/// The largest error and where it is.
struct LargestError: CustomStringConvertible {
  private(set) var ulps = 0.0
  private(set) var place = 0.0

  /// Takes note of y where the exact value is `nearest` + `rest` ulp.
  mutating func note<T: BinaryFloatingPoint>(_ y: T, nearest: T, rest: Double, at x: Double) {
    let distance = y == nearest ? 0 : Double((y - nearest) / nearest.ulp)
    // NaN, where a number must be, is the largest error of all.
    let error = distance.isNaN ? .infinity : (distance - rest).magnitude
    if error > ulps { (ulps, place) = (error, x) }
  }

  var description: String { "off by \(ulps) ulp at \(place)" }
}

struct ElementaryErrorTests {
  /// What the header promises.
  static let bound = 1.5

  /// Rows of (x, nearest double, distance of the exact value from it in ulp).
  private static func table(_ function: ElementaryKernel) throws -> [[Double]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Fixtures/expected/kernels.json")
    let tables = try JSONDecoder().decode([String: [[Double]]].self, from: Data(contentsOf: url))
    return tables[function.rawValue]!
  }

  @Test(
    "|kernel(x) − f(x)| ≤ 1.5 ulp, f to 50 digits at arguments of every exponent",
    arguments: ElementaryKernel.allCases, Version.runnable)
  func table(_ function: ElementaryKernel, _ version: Version) throws {
    let rows = try Self.table(function)
    #expect(rows.count > 500)
    let y = function(rows.map { $0[0] }, version)
    var largest = LargestError()
    for (row, y) in zip(rows, y) { largest.note(y, nearest: row[1], rest: row[2], at: row[0]) }
    #expect(largest.ulps <= Self.bound, "\(largest)")
  }

  @Test(
    "|kernel(x) − f(x)| ≤ 1.5 ulp, f in double-double at random arguments",
    arguments: ElementaryKernel.allCases)
  func random(_ function: ElementaryKernel) {
    var random = SeededGenerator(seed: 11)
    let x = (0..<(isLong ? 1_000_000 : 2_000)).map { position in
      let x = Double.random(in: function.domain, using: &random)
      return position % 2 == 0 ? x : x * Double.exp(.random(in: -40...0, using: &random))
    }
    // Where the value is subnormal, double-double has no low part to compare with.
    let exact = x.map { function.precise($0) }
    for version in Version.runnable {
      var largest = LargestError()
      for ((x, exact), y) in zip(zip(x, exact), function(x, version)) where exact.high.isNormal {
        let rest = exact.low / exact.high.ulp
        largest.note(y, nearest: exact.high, rest: rest, at: x)
      }
      #expect(largest.ulps <= Self.bound, "\(version) \(largest), seed 11")
    }
  }

  /// Every so many bit patterns, 2^32 in all.
  static let step = isLong ? 1 : 100_003

  @Test(
    "float: |kernel(x) − f(x)| ≤ 1.5 ulp, f in double, over all bit patterns",
    arguments: ElementaryKernel.allCases, Version.runnable)
  func float(_ function: ElementaryKernel, _ version: Version) {
    // Another version than the chosen one sees a part even in the long form.
    let step = version == .chosen ? Self.step : max(Self.step, 1_021)
    var largest = LargestError()
    for start in stride(from: 0, to: 1 << 32, by: step << 12) {
      let patterns = stride(from: start, to: min(start + step << 12, 1 << 32), by: step)
      let x = patterns.map { Float(bitPattern: UInt32($0)) }
      let exact = function(x.map { Double($0) }, .chosen)
      for ((x, exact), y) in zip(zip(x, exact), function(x, version)) {
        if exact.isNaN {
          #expect(y.isNaN, "\(x)")
        } else {
          let nearest = Float(exact)
          guard nearest.isFinite else {
            #expect(y == nearest, "\(x)")
            continue
          }
          let rest = (exact - Double(nearest)) / Double(nearest.ulp)
          largest.note(y, nearest: nearest, rest: rest, at: Double(x))
        }
      }
    }
    #expect(largest.ulps <= Self.bound, "\(largest)")
  }
}
