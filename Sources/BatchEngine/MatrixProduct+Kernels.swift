// Products of matrices by the kernels: Double and Float, on as many cores as it is worth.

import Cores
import Kernels
import NetworkModel
import Numbers

/// A number type that there is a kernel for.
protocol FloatingKernelNumber: KernelNumber {
  /// C = start 1ᵀ + A B for `rows` rows of A and `columns` columns of B; see `kernel_product_double`.
  static func product(
    _ rows: Int, _ inner: Int, _ columns: Int, _ a: UnsafePointer<Self>, _ aRow: Int,
    _ aColumn: Int, _ b: UnsafePointer<Self>, _ bRow: Int, _ bColumn: Int,
    _ start: UnsafePointer<Self>?, _ c: UnsafeMutablePointer<Self>, _ cRow: Int)
}

extension Double: FloatingKernelNumber {
  static func product(
    _ rows: Int, _ inner: Int, _ columns: Int, _ a: UnsafePointer<Double>, _ aRow: Int,
    _ aColumn: Int, _ b: UnsafePointer<Double>, _ bRow: Int, _ bColumn: Int,
    _ start: UnsafePointer<Double>?, _ c: UnsafeMutablePointer<Double>, _ cRow: Int
  ) {
    kernel_product_double(
      rows, inner, columns, a, aRow, aColumn, b, bRow, bColumn, start, 0, c, cRow)
  }
}

extension Float: FloatingKernelNumber {
  static func product(
    _ rows: Int, _ inner: Int, _ columns: Int, _ a: UnsafePointer<Float>, _ aRow: Int,
    _ aColumn: Int, _ b: UnsafePointer<Float>, _ bRow: Int, _ bColumn: Int,
    _ start: UnsafePointer<Float>?, _ c: UnsafeMutablePointer<Float>, _ cRow: Int
  ) {
    kernel_product_float(
      rows, inner, columns, a, aRow, aColumn, b, bRow, bColumn, start, 0, c, cRow)
  }
}

extension MatrixProduct where S: FloatingKernelNumber {
  /// The product, the same for any number of cores: the kernel sums every element in one way,
  /// whichever rows and columns it is given.
  func inShares(to result: inout Matrix<S>) {
    result.refill(rows: a.rows, columns: b.columns, fill)
  }

  func inShares() -> Matrix<S> { .made(inShares) }

  private func fill(_ target: UnsafeMutablePointer<S>) {
    nonisolated(unsafe) let c = target
    let shares = Shares(
      rows: a.rows, inner: a.columns, columns: b.columns, cores: isOnOneCore ? 1 : coreCount)
    _ = concurrentMap(count: shares.count, state: {}) { _, share in
      let (rows, columns) = (shares.rows(share), shares.columns(share))
      a.matrix.entries.withUnsafeBufferPointer { left in
        b.matrix.entries.withUnsafeBufferPointer { right in
          withStart { start in
            // A matrix without entries has no address; nothing is read there then.
            let left = left.baseAddress ?? UnsafePointer(c)
            let right = right.baseAddress ?? UnsafePointer(c)
            S.product(
              rows.count, a.columns, columns.count, left + rows.lowerBound * a.rowStep, a.rowStep,
              a.columnStep, right + columns.lowerBound * b.columnStep, b.rowStep, b.columnStep,
              start.map { $0 + rows.lowerBound },
              c + rows.lowerBound * b.columns + columns.lowerBound, b.columns)
          }
        }
      }
    }
  }

  private func withStart(_ body: (UnsafePointer<S>?) -> Void) {
    guard let start else { return body(nil) }
    start.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

/// How the rows or the columns of a product are shared out among the cores.
private struct Shares {
  let count: Int
  private let size: (rows: Int, columns: Int)
  private let splitsColumns: Bool
  /// What a share is a multiple of: less would leave registers of the kernel empty.
  private let grain: Int

  init(rows: Int, inner: Int, columns: Int, cores: Int) {
    size = (rows, columns)
    // Each share of rows packs all of B: columns are better where there are enough of them.
    splitsColumns = columns >= 8 * 48
    grain = splitsColumns ? 48 : 8
    // Waking a core takes as long as about 100,000 multiplications. Columns are shared out in smaller
    // pieces, so that a core that is busy elsewhere is not waited for.
    let isWorthIt = rows * inner * columns >= 400_000
    let most = splitsColumns ? 4 * cores : cores
    count = isWorthIt && cores > 1 ? max(1, min(most, (splitsColumns ? columns : rows) / grain)) : 1
  }

  func rows(_ share: Int) -> Range<Int> {
    splitsColumns ? 0..<size.rows : part(share, of: size.rows)
  }

  func columns(_ share: Int) -> Range<Int> {
    splitsColumns ? part(share, of: size.columns) : 0..<size.columns
  }

  private func part(_ share: Int, of length: Int) -> Range<Int> {
    func bound(_ share: Int) -> Int {
      share == count ? length : length * share / count / grain * grain
    }
    return bound(share)..<bound(share + 1)
  }
}
