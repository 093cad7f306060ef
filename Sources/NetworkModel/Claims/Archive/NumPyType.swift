// The types of numbers that NumPy saves, and the numbers that their bits are.

/// A type of numbers in NumPy's spelling: `<f8`, `>f4`, `|i1`.
struct NumPyType {
  enum Kind { case float, signed, unsigned }

  private let kind: Kind
  private let isBigEndian: Bool
  /// In bytes.
  let size: Int

  init(_ name: String) throws(ArrayProblem) {
    let letters = Array(name.utf8)
    guard let order = letters.first, "<>=|".utf8.contains(order), letters.count > 1 else {
      throw .type(name, .unknown)
    }
    let size = Int(String(decoding: letters[2...], as: UTF8.self)) ?? 0
    let hasOrder = order != UInt8(ascii: "|")
    switch (Unicode.Scalar(letters[1]), size) {
    case ("f", 4) where hasOrder, ("f", 8) where hasOrder: kind = .float
    case ("i", 1),
      ("i", 2) where hasOrder, ("i", 4) where hasOrder, ("i", 8) where hasOrder:
      kind = .signed
    case ("u", 1),
      ("u", 2) where hasOrder, ("u", 4) where hasOrder, ("u", 8) where hasOrder:
      kind = .unsigned
    case ("f", 2): throw .type(name, .halfPrecision)
    case ("f", 12), ("f", 16): throw .type(name, .extendedPrecision)
    case ("c", _): throw .type(name, .complex)
    case ("O", _): throw .type(name, .objects)
    case ("b", _), ("S", _), ("U", _), ("V", _), ("M", _), ("m", _), ("a", _):
      throw .type(name, .notNumbers)
    default: throw .type(name, .unknown)
    }
    self.size = size
    #if _endian(big)
      isBigEndian = order == UInt8(ascii: ">") || order == UInt8(ascii: "=")
    #else
      isBigEndian = order == UInt8(ascii: ">")
    #endif
  }

  var numberType: ClaimArray.NumberType {
    kind != .float ? .integer : size == 4 ? .single : .double
  }

  /// - Precondition: the bytes are whole numbers of `size`.
  func numbers(_ bytes: ArraySlice<UInt8>) throws(ArrayProblem) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(bytes.count / size)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      var bits: UInt64 = 0
      for n in 0..<size {
        let byte = bytes[position + (isBigEndian ? n : size - 1 - n)]
        bits = bits << 8 | UInt64(byte)
      }
      guard let number = number(bits) else { throw .integer }
      result.append(number)
      position += size
    }
    return result
  }

  /// The number that bits stand for; `nil` for an integer beyond 2^53.
  private func number(_ bits: UInt64) -> Double? {
    switch kind {
    case .float:
      size == 4
        ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
    case .unsigned: bits <= 1 << 53 ? Double(bits) : nil
    case .signed:
      {
        let unused = UInt64(64 - 8 * size)
        let integer = Int64(bitPattern: bits << unused) >> Int64(unused)
        return integer.magnitude <= 1 << 53 ? Double(integer) : nil
      }()
    }
  }
}
