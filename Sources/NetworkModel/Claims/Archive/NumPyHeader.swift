// The header of NumPy's array format: a dictionary as Python writes it.
//
// NumPy, "NEP 1 — A simple file format for NumPy arrays", versions 1.0, 2.0 and 3.0.

/// What stands before the numbers of an array.
struct NumPyHeader {
  /// `<f8`.
  let type: String
  let isColumnMajor: Bool
  let shape: [Int]
  /// How many bytes it has with the mark before it.
  let length: Int

  /// - Parameter bytes: an array's file.
  init(_ bytes: ArraySlice<UInt8>) throws(ArrayProblem) {
    guard bytes.starts(with: NumPyArray.mark) else { throw .noArray }
    let start = bytes.startIndex
    guard bytes.count >= 10 else { throw .header(found: "it is cut short") }
    let (major, minor) = (Int(bytes[start + 6]), Int(bytes[start + 7]))
    guard (1...3).contains(major), minor == 0 else { throw .version(major: major, minor: minor) }
    let width = major == 1 ? 2 : 4
    guard bytes.count >= 8 + width else { throw .header(found: "it is cut short") }
    let size = (0..<width).reduce(0) { $0 | Int(bytes[start + 8 + $1]) << (8 * $1) }
    let end = 8 + width + size
    guard end <= bytes.count else { throw .header(found: "it is cut short") }
    var reader = DictionaryReader(bytes[start + 8 + width..<start + end])
    (type, isColumnMajor, shape) = try reader.read()
    length = end
  }
}

/// Reads `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }`, and nothing else: in Python
/// such a text is a program's, here it is three known keys.
private struct DictionaryReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func read() throws(ArrayProblem) -> (String, Bool, [Int]) {
    var (type, isColumnMajor, shape): (String?, Bool?, [Int]?)
    try take("{")
    while !skip("}") {
      let key = try string()
      try take(":")
      switch key {
      case "descr" where type == nil: type = try typeName()
      case "fortran_order" where isColumnMajor == nil: isColumnMajor = try truth()
      case "shape" where shape == nil: shape = try self.shape()
      default: throw .header(found: "found the key \(Quoted.text(key, limit: 24))")
      }
      if !skip(",") {
        try take("}")
        break
      }
    }
    skipSpace()
    guard position == bytes.endIndex else { throw unexpected(needed: "its end") }
    guard let type, let isColumnMajor, let shape else {
      throw .header(found: "'descr', 'fortran_order' and 'shape' are needed")
    }
    return (type, isColumnMajor, shape)
  }

  private var byte: UInt8 { position < bytes.endIndex ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D { position += 1 }
  }

  private func unexpected(needed: String) -> ArrayProblem {
    let found = position < bytes.endIndex ? Quoted.bytes(bytes[position...], limit: 1) : "its end"
    return .header(found: "found \(found) where \(needed) is needed")
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    skipSpace()
    let count = word.utf8CodeUnitCount
    guard
      word.withUTF8Buffer({ $0.elementsEqual(bytes[position...].prefix(count)) })
    else { return false }
    position += count
    return true
  }

  private mutating func take(_ word: StaticString) throws(ArrayProblem) {
    guard skip(word) else { throw unexpected(needed: "'\(word)'") }
  }

  private mutating func string() throws(ArrayProblem) -> String {
    skipSpace()
    let quote = byte
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw unexpected(needed: "a string")
    }
    let content = bytes[(position + 1)...].prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
    guard content.endIndex < bytes.endIndex, bytes[content.endIndex] == quote else {
      throw unexpected(needed: "a string without escapes")
    }
    position = content.endIndex + 1
    return String(decoding: content, as: UTF8.self)
  }

  /// A list stands for a record of several values.
  private mutating func typeName() throws(ArrayProblem) -> String {
    skipSpace()
    if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
      throw .type("a record", .notNumbers)
    }
    return try string()
  }

  private mutating func truth() throws(ArrayProblem) -> Bool {
    if skip("True") { return true }
    try take("False")
    return false
  }

  /// `()`, `(3,)`, `(3, 2)`.
  private mutating func shape() throws(ArrayProblem) -> [Int] {
    var result: [Int] = []
    try take("(")
    while !skip(")") {
      result.append(try whole())
      guard result.count <= 64 else { throw .rank(result.count) }
      if skip(",") { continue }
      guard result.count > 1, skip(")") else { throw unexpected(needed: "','") }
      break
    }
    return result
  }

  private mutating func whole() throws(ArrayProblem) -> Int {
    skipSpace()
    let digits = bytes[position...].prefix { $0.isDigit }
    guard !digits.isEmpty else { throw unexpected(needed: "a whole number") }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw .header(found: "a dimension is beyond \(Int.max)")
    }
    position = digits.endIndex
    return number
  }
}
