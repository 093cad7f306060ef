// Large pages of memory for a training set that is read again and again.

import NetworkModel
import Numbers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

enum LargePages {
  /// Asks the system to put matrices that lie side by side into large pages.
  ///
  /// A pass over 50 MB touches 12,000 pages of 4 KB, of which the processor remembers a quarter; finding
  /// the others takes longer than the arithmetic. Where the system cannot do it (Linux before 6.1, other
  /// systems), nothing happens.
  static func gather(_ matrices: [Matrix<Double>]) {
    #if os(Linux)
      let size = 2 << 20
      let collapse: Int32 = 25  // MADV_COLLAPSE
      let ranges = matrices.map { matrix in
        matrix.entries.withUnsafeBytes {
          UInt(bitPattern: $0.baseAddress)..<UInt(bitPattern: $0.baseAddress) + UInt($0.count)
        }
      }
      let bytes = ranges.reduce(0) { $0 + $1.count }
      guard bytes >= 8 * size, let start = ranges.map(\.lowerBound).min(),
        let end = ranges.map(\.upperBound).max(), end - start < 2 * UInt(bytes)
      else { return }
      let first = (start + UInt(size) - 1) / UInt(size) * UInt(size)
      for page in stride(from: first, to: end / UInt(size) * UInt(size), by: size) {
        madvise(UnsafeMutableRawPointer(bitPattern: page), size, collapse)
      }
    #endif
  }
}
