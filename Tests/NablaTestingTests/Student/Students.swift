// Students who write backpropagation with Nabla's types: one who is right, and others.

import Nabla
import NablaTesting

/// An error that a student's code throws.
struct OwnError: Error, CustomStringConvertible {
  let description: String
}

/// A student whose functions are the batch engine's, changed.
struct Student: BackpropUnderTest {
  var changeCost: @Sendable (Double, Network, Batch) throws -> Double = { J, _, _ in J }
  var changeGradient: @Sendable (Parameters<Double>, Network, Batch) throws -> Parameters<Double>? =
    { g, _, _ in g }
  var changeErrors: @Sendable ([Int: Matrix<Double>], Batch) -> [Int: Matrix<Double>] = { Δ, _ in Δ
  }

  func cost(_ network: Network, _ batch: Batch) throws -> Double {
    try changeCost(BatchPropagation<Double>(network, batch).forward().cost, network, batch)
  }

  func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>? {
    let engine = BatchPropagation<Double>(network, batch)
    return try changeGradient(engine.gradients(engine.forward()).gradient, network, batch)
  }

  func intermediates(_ network: Network, _ batch: Batch) -> [Int: Matrix<Double>] {
    let engine = BatchPropagation<Double>(network, batch)
    let Δ = engine.gradients(engine.forward()).error
    return changeErrors(
      Dictionary(uniqueKeysWithValues: Δ.range.map { ($0, Δ[$0]) }), batch)
  }

  /// The gradient with a mistake of the catalogue at its place.
  static func multiplying(_ block: WritableKeyPath<Parameters<Double>, [Double]>, by factor: Double)
    -> Student
  {
    nonisolated(unsafe) let block = block
    return Student(changeGradient: { g, _, _ in
      var g = g
      g[keyPath: block] = g[keyPath: block].map { $0 * factor }
      return g
    })
  }
}

extension Parameters<Double> {
  var weightsOfLayer2: [Double] {
    get { weights[2].entries }
    set { weights[2].entries = newValue }
  }
}

/// A student who keeps sums from call to call, which are never set back to 0.
final class Accumulating: BackpropUnderTest, @unchecked Sendable {
  private var sums: [Int: Parameters<Double>] = [:]

  func cost(_ network: Network, _ batch: Batch) -> Double {
    BatchPropagation<Double>(network, batch).forward().cost
  }

  func gradients(_ network: Network, _ batch: Batch) -> Parameters<Double>? {
    let engine = BatchPropagation<Double>(network, batch)
    let gradient = engine.gradients(engine.forward()).gradient
    var sum = sums[gradient.count] ?? gradient.map { _ in 0 }
    for coordinate in gradient.coordinates { sum[coordinate] += gradient[coordinate] }
    sums[gradient.count] = sum
    return sum
  }
}

/// A student whose answers have the shapes of the first network that came, for ever after.
final class FixedSize: BackpropUnderTest, @unchecked Sendable {
  private var sum: Parameters<Double>?

  func cost(_ network: Network, _ batch: Batch) -> Double {
    BatchPropagation<Double>(network, batch).forward().cost
  }

  func gradients(_ network: Network, _ batch: Batch) -> Parameters<Double>? {
    let engine = BatchPropagation<Double>(network, batch)
    sum = sum ?? engine.gradients(engine.forward()).gradient
    return sum
  }
}

/// A student whose first answer is right, and whose others have layer 2 alone.
final class Shrinking: BackpropUnderTest, @unchecked Sendable {
  private var calls = 0

  func cost(_ network: Network, _ batch: Batch) -> Double {
    BatchPropagation<Double>(network, batch).forward().cost
  }

  func gradients(_ network: Network, _ batch: Batch) -> Parameters<Double>? {
    let engine = BatchPropagation<Double>(network, batch)
    let gradient = engine.gradients(engine.forward()).gradient
    calls += 1
    if calls == 1 { return gradient }
    return Parameters(
      weights: Layers(first: 2, [gradient.weights[2]]),
      biases: Layers(first: 2, [gradient.biases[2]]))
  }
}

/// A student who gives half of the gradient once a second network came.
final class Turning: BackpropUnderTest, @unchecked Sendable {
  private var sizes: Set<[Int]> = []
  var networks: Int { sizes.count }

  func cost(_ network: Network, _ batch: Batch) throws -> Double {
    try Student().cost(network, batch)
  }

  func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>? {
    sizes.insert(network.sizes)
    let share = networks == 1 ? 1 : 0.5
    return try Student().gradients(network, batch)?.map { $0 * share }
  }
}

/// A student who is right and counts how often each function is called.
final class Counting: BackpropUnderTest, @unchecked Sendable {
  private(set) var costs = 0
  private(set) var gradients = 0
  private(set) var intermediates = 0

  func cost(_ network: Network, _ batch: Batch) throws -> Double {
    costs += 1
    return try Student().cost(network, batch)
  }

  func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>? {
    gradients += 1
    return try Student().gradients(network, batch)
  }

  func intermediates(_ network: Network, _ batch: Batch) -> [Int: Matrix<Double>] {
    intermediates += 1
    return Student().intermediates(network, batch)
  }
}

/// A student who writes into the array of weights that was handed over.
struct Mutating: BackpropUnderTest {
  func cost(_ network: Network, _ batch: Batch) -> Double {
    BatchPropagation<Double>(network, batch).forward().cost
  }

  func gradients(_ network: Network, _ batch: Batch) -> Parameters<Double>? {
    let engine = BatchPropagation<Double>(network, batch)
    let gradient = engine.gradients(engine.forward()).gradient
    network.parameters.weights[2].entries.withUnsafeBufferPointer {
      UnsafeMutablePointer(mutating: $0.baseAddress!).pointee += 1
    }
    return gradient
  }
}
