// A training set as a descent holds it, and the shares that its batches are cut into.

import NetworkModel
import Numbers

/// A training set, its zeros left out where they are most of it.
struct StoredExamples: Sendable {
  private let form: Form
  private let count: Int
  private let blockSize: Int
  private let threads: Int

  private enum Form: Sendable {
    /// Blocks of columns in their order, and the same one example after the other.
    case dense([Batch], ExampleRows)
    case sparse(SparseInputs, targets: Matrix<Double>)
  }

  /// - Parameter blockSize: how many examples a share has at most; `nil` for what fits in a cache.
  init(_ batch: Batch, sizes: [Int], blockSize: Int?, threads: Int) {
    count = batch.count
    self.threads = threads
    if let inputs = SparseInputs(batch.inputs) {
      self.blockSize = blockSize ?? min(Self.fittingSize(Array(sizes.dropFirst())), 512)
      form = .sparse(inputs, targets: batch.targets)
    } else {
      let size = blockSize ?? Self.fittingSize(sizes)
      self.blockSize = size
      let blocks = Self.ranges(of: count, size: size).map { batch.examples($0) }
      form = .dense(blocks, ExampleRows(batch))
    }
  }

  /// How many shares the whole training set is cut into.
  var shareCount: Int { (count + blockSize - 1) / blockSize }

  /// Whether zeros are left out.
  var isSparse: Bool { if case .sparse = form { true } else { false } }

  /// The shares of a batch.
  func shares(of batch: MiniBatch) -> [Share] {
    let total = batch.positions?.count ?? count
    let ranges = Self.ranges(of: total, size: blockSize)
    return ranges.enumerated().map { n, range in
      Share(
        source: source(n, range, batch.positions),
        masks: batch.masks.map { $0.map { $0.columns(range) } }, total: total,
        isOnOneCore: ranges.count > 1 || threads == 1)
    }
  }

  private func source(_ n: Int, _ range: Range<Int>, _ positions: [Int]?) -> Share.Source {
    switch (form, positions) {
    case (.dense(let blocks, _), nil): .block(blocks[n])
    case (.dense(_, let rows), let positions?): .rows(rows, positions[range])
    case (.sparse(let inputs, let targets), nil):
      .sparse(inputs, Array(range)[...], targets: targets.columns(range))
    case (.sparse(let inputs, let targets), let positions?):
      .sparse(inputs, positions[range], targets: targets.columns(positions[range]))
    }
  }

  /// As many examples as fit in half of a small second-level cache with the values of their widest
  /// layer, in whole registers of the kernels.
  private static func fittingSize(_ sizes: [Int]) -> Int {
    let fitting = (512 << 10) / (8 * (sizes.max() ?? 1))
    return min(max(fitting / 48 * 48, 96), 1536)
  }

  private static func ranges(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
