// Any function as a cost that can be nudged: a black box, of which nothing but values is known.

import NetworkModel
import Numbers

/// A function at a point. Its numbers stand as the biases b_1, b_2, … of a layer.
///
/// No side of a kink can be held, and no rounding bound comes with a value: what is taken for one is
/// the noise that was found near the point, or ε|f| where that is more.
struct FunctionProbe: CostProbe {
  // Called by one thread at a time: the one that runs the check.
  nonisolated(unsafe) private let function: ([Double]) -> Double
  let point: [Double]
  let value: Double
  /// The noise of a value; see `FunctionNoise`.
  var noise = 0.0
  /// An error on purpose: this much is added to the slope by one of the numbers.
  var planted: (index: Int, error: Double)?
  private(set) var calls = 1

  init(_ function: @escaping ([Double]) -> Double, at point: [Double]) {
    self.function = function
    self.point = point
    value = function(point)
  }

  /// What stands for a number of the point.
  static func coordinate(_ index: Int) -> Coordinate { .bias(layer: 2, i: index + 1) }
  private static func index(_ coordinate: Coordinate) -> Int { coordinate.node - 1 }

  var base: CostSample {
    CostSample(change: 0, roundingBound: noise(of: value), nudge: 0)
  }

  func value(of coordinate: Coordinate) -> Double { point[Self.index(coordinate)] }

  /// The function at another point.
  mutating func callAsFunction(_ x: [Double]) -> Double {
    calls += 1
    let y = function(x)
    guard let planted else { return y }
    return y + planted.error * (x[planted.index] - point[planted.index])
  }

  mutating func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample] {
    var samples: [CostSample] = []
    for (coordinate, step) in zip(coordinates, steps) {
      for offset in offsets {
        samples.append(sample(Self.index(coordinate), nudgedBy: Double(offset) * step))
      }
    }
    return samples
  }

  private mutating func sample(_ index: Int, nudgedBy h: Double) -> CostSample {
    var x = point
    x[index] = point[index] + h
    let y = self(x)
    let change = y - value
    // x + h − x, not h: the sum may have been rounded.
    return CostSample(
      change: change, roundingBound: noise(of: y) + Bounded.halfUnit(change),
      nudge: x[index] - point[index])
  }

  private func noise(of y: Double) -> Double {
    max(noise, 2 * Bounded.unitRoundoff * y.magnitude)
  }

  /// Directions are the business of `FunctionNoise`; the checks along them are of networks.
  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    preconditionFailure("a function of \(point.count) numbers has no layers to go along")
  }
}
