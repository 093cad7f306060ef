// Whole numbers in bytes, the lowest byte first.

extension [UInt8] {
  /// The number in so many bytes from a position on; `nil` beyond the end, or the range of `Int`.
  func whole(at position: Int, bytes count: Int) -> Int? {
    guard position >= 0, position <= self.count - count else { return nil }
    var result: UInt64 = 0
    for n in 0..<count { result |= UInt64(self[position + n]) << UInt64(8 * n) }
    return Int(exactly: result)
  }
}
