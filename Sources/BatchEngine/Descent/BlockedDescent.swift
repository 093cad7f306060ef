// What gradient descent asks for, from the batch engine: a training set in blocks of examples.

import Cores
public import NetworkModel
public import Numbers

/// The batch engine on a training set that it holds in blocks of columns.
///
/// A block is small enough to stay in a core's cache between its forward and its backward pass, so
/// that an iteration reads the training set from memory once, and copies nothing of it; where most
/// inputs are 0, it reads the others alone. Blocks are shared out among lanes, each lane runs through
/// its blocks in order on one core, and the lanes' sums are added in order: the result is the same for
/// any number of threads.
///
/// An object, because its buffers are: one caller at a time.
public final class BlockedDescent: DescentEngine {
  public let network: Network
  public let exampleCount: Int
  /// The engine whose functions every block uses.
  private let prototype: BatchPropagation<Double>
  private let threads: Int
  private let examples: StoredExamples
  private let lanes: [Lane]
  /// How outputs and targets are read as classes; `nil` where they are none.
  private let reading: ClassReading?

  /// - Parameters:
  ///   - network: its functions and its penalty; the parameters are given anew at each call.
  ///   - batch: the training set.
  ///   - threads: how many threads compute at most.
  ///   - blockSize: how many examples a block has; what fits in a cache where it is not given.
  public init(
    _ network: Network, _ batch: Batch, threads: Int = coreCount, blockSize: Int? = nil
  ) {
    self.network = network
    self.threads = threads
    exampleCount = batch.count
    // Parameters that somebody keeps would have to be copied when they are updated.
    let none = network.parameters.map { _ in 0.0 }
    prototype = BatchPropagation(
      network.with(parameters: none, penalty: Penalty.none), batch.examples(0..<1))
    examples = StoredExamples(
      batch, sizes: network.sizes, blockSize: blockSize, threads: threads)
    lanes = (0..<min(Self.laneLimit, examples.shareCount)).map { _ in Lane(network) }
    let reading = ClassReading(network)
    self.reading = reading.flatMap { $0.isClass(batch.targets) ? $0 : nil }
  }

  /// J and ∇J of some examples, share by share.
  ///
  /// - Complexity: two passes of the examples; memory for one share a lane.
  public func evaluate(
    _ parameters: Parameters<Double>, on batch: MiniBatch, to gradient: inout Parameters<Double>
  ) -> Double {
    let shares = examples.shares(of: batch)
    let weights = examples.isSparse ? SparseWeights(parameters) : nil
    let used = min(lanes.count, shares.count)
    run(lanes: used) { [prototype] lane, n in
      for share in Self.part(n, of: used, shares.count) {
        lane.propagate(shares[share], prototype, parameters, weights)
      }
    }
    lanes[0].swapSum(with: &gradient)
    var cost = lanes[0].cost
    for lane in lanes[1..<used] {
      gradient.add(lane.sum)
      cost += lane.cost
    }
    return cost + addPenalty(parameters, to: &gradient)
  }

  /// J and the classes of all examples, by a forward pass.
  public func performance(_ parameters: Parameters<Double>) -> Performance {
    let shares = examples.shares(of: MiniBatch())
    let weights = examples.isSparse ? SparseWeights(parameters) : nil
    let used = lanes.count
    run(lanes: used) { [prototype, reading] lane, n in
      for share in Self.part(n, of: used, shares.count) {
        lane.look(shares[share], prototype, parameters, weights, reading)
      }
    }
    let cost = lanes.reduce(0) { $0 + $1.cost }
    return Performance(
      cost: cost + penalty(parameters), dataCost: cost,
      correct: reading.map { _ in lanes.reduce(0) { $0 + $1.correct } }, count: exampleCount)
  }
}

// MARK: - Lanes

extension BlockedDescent {
  /// Enough lanes for the cores of today, few enough that adding up their sums costs nothing.
  private static let laneLimit = 16

  /// The n-th of `parts` equal parts of some items.
  private static func part(_ n: Int, of parts: Int, _ count: Int) -> Range<Int> {
    count * n / parts..<count * (n + 1) / parts
  }

  private func run(lanes count: Int, _ body: @Sendable (Lane, Int) -> Void) {
    _ = concurrentMap(count: count, threads: threads) { [lanes] n in
      lanes[n].reset()
      body(lanes[n], n)
    }
  }
}

// MARK: - The penalty, whose M is the training set's

extension BlockedDescent {
  /// Adds λ₂/M w + λ₁/M sign(w) to ∂J/∂w; the result is λ₂/2M Σ w² + λ₁/M Σ |w|.   [W] §9.2, §9.3
  ///
  /// These are `Penalty.slope` and `Penalty.term` as loops.
  private func addPenalty(
    _ parameters: Parameters<Double>, to gradient: inout Parameters<Double>
  ) -> Double {
    guard !network.penalty.isNone else { return 0 }
    let M = Double(exampleCount)
    let (λ2, λ1) = (network.penalty.l2 / M, network.penalty.l1 / M)
    for l in parameters.weights.range {
      gradient.weights[l].entries.withUnsafeMutableBufferPointer { slopes in
        for (n, w) in parameters.weights[l].entries.enumerated() {
          let sign = w > 0 ? 1.0 : w < 0 ? -1.0 : 0
          slopes[n] += λ2 * w + λ1 * sign
        }
      }
    }
    return penalty(parameters)
  }

  private func penalty(_ parameters: Parameters<Double>) -> Double {
    guard !network.penalty.isNone else { return 0 }
    let M = Double(exampleCount)
    var (squares, magnitudes) = (0.0, 0.0)
    for weights in parameters.weights.elements {
      for w in weights.entries {
        squares += w * w
        magnitudes += w.magnitude
      }
    }
    return network.penalty.l2 / (2 * M) * squares + network.penalty.l1 / M * magnitudes
  }
}
