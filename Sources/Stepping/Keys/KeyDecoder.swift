// From the bytes of a terminal to keys: UTF-8 and escape sequences, which may come in pieces.

/// Reads keys from bytes as they come.
///
/// Whatever the bytes are, nothing is lost but the sequence that they are in: bytes that are no UTF-8
/// are unknown keys.
public struct KeyDecoder: Sendable {
  private var bytes: [UInt8] = []
  /// A sequence longer than this is no key.
  private static let longest = 32

  public init() {}

  /// How many milliseconds to wait for the rest of a sequence before `flush`; `nil` where none has
  /// begun. Escape by itself is a key, and nobody likes to wait for it.
  public var patience: Int? { bytes.isEmpty ? nil : bytes == [0x1B] ? 100 : 1000 }

  /// The keys that are complete with these bytes.
  public mutating func keys(from new: some Sequence<UInt8>) -> [Key] {
    bytes += new
    var keys: [Key] = []
    while let (key, length) = Self.first(of: bytes[...]) {
      keys.append(key)
      bytes.removeFirst(length)
    }
    return keys
  }

  /// No more bytes came for a while: Escape by itself is a key, a sequence without its end none.
  public mutating func flush() -> [Key] {
    var keys: [Key] = []
    while let first = bytes.first {
      keys.append(first == 0x1B ? .escape : .unknown)
      // Behind a lone Escape the rest is read afresh; half a character is dropped.
      let rest = first == 0x1B ? Array(bytes.dropFirst()) : []
      bytes = []
      if rest.first == 0x5B || rest.first == 0x4F {
        keys[keys.count - 1] = .unknown
      } else {
        keys += self.keys(from: rest)
      }
    }
    return keys
  }

  /// The first key and how many bytes it has; `nil` where more have to come.
  private static func first(of bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return sequence(Array(bytes))
    case 0x0D, 0x0A: return (.enter, 1)
    case 0x09: return (.tab, 1)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x04: return (.endOfInput, 1)
    case 0..<0x20:
      return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x20..<0x7F: return (.character(Character(Unicode.Scalar(first))), 1)
    default: return character(bytes)
    }
  }

  /// A character of several bytes.
  private static func character(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    let length =
      switch bytes[bytes.startIndex] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let own = bytes.prefix(length)
    // A byte that continues nothing ends the character before its time.
    let tail = own.dropFirst().prefix { $0 & 0xC0 == 0x80 }
    if tail.count < own.count - 1 { return (.unknown, 1 + tail.count) }
    if own.count < length { return nil }
    let text = String(decoding: own, as: UTF8.self)
    guard let character = text.first, text.utf8.elementsEqual(own) else {
      return (.unknown, own.count)
    }
    return (.character(character), length)
  }

  /// What begins with Escape: ESC [ … letter, ESC O letter, ESC key.
  private static func sequence(_ bytes: [UInt8]) -> (Key, Int)? {
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case 0x5B:
      // Parameters and intermediates, then one final byte.
      guard let end = bytes.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
        return bytes.count > longest ? (.unknown, bytes.count) : nil
      }
      if !(0x40...0x7E).contains(bytes[end]) { return (.unknown, end) }
      return (named(bytes[end], bytes[2..<end]), end + 1)
    case 0x4F:
      guard bytes.count > 2 else { return nil }
      return (named(bytes[2], []), (0x40...0x7E).contains(bytes[2]) ? 3 : 2)
    case 0x1B: return (.escape, 1)
    default:
      // A key with Alt means what it means without.
      return (.escape, 1)
    }
  }

  private static func named(_ final: UInt8, _ parameters: ArraySlice<UInt8>) -> Key {
    switch final {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "M"): return parameters.isEmpty ? .enter : .unknown
    case UInt8(ascii: "~"):
      switch parameters.prefix(while: { $0 != UInt8(ascii: ";") }).map({ $0 &- 48 }) {
      case [1], [7]: return .home
      case [3]: return .delete
      case [4], [8]: return .end
      case [5]: return .pageUp
      case [6]: return .pageDown
      default: return .unknown
      }
    default: return .unknown
    }
  }
}
