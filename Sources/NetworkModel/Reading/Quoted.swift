// Input in messages: short, on one line, with nothing in it that a terminal would obey.

/// Words of a user's file, made fit for a message.
///
/// Lengths count Unicode scalars: one visible character may be made of any number of them.
enum Quoted {
  /// In quotation marks, abridged and escaped: `"hypotesis"`.
  static func text(_ text: String, limit: Int = 40) -> String {
    "\"\(abridged(text, limit: limit))\""
  }

  /// A file's name at the beginning of a message.
  static func file(_ name: String) -> String {
    name.isEmpty ? "\"\"" : abridged(name, limit: 80)
  }

  /// Abridged in the middle, so that both ends can be recognised, and escaped.
  static func abridged(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.index(scalars.startIndex, offsetBy: limit + 1, limitedBy: scalars.endIndex) != nil
    else { return escaped(scalars[...]) }
    return escaped(scalars.prefix(limit / 2)) + "…" + escaped(scalars.suffix(limit - limit / 2 - 1))
  }

  /// The first bytes of a longer text, of which `limit` are shown.
  static func bytes(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
    var end = bytes.startIndex
    let all = Array(bytes.prefix(limit * 4))
    for _ in 0..<limit where end - bytes.startIndex < all.count {
      guard let length = JSONText.characterLength(at: end - bytes.startIndex, in: all) else {
        if end > bytes.startIndex { break }
        return "the byte 0x\(String(bytes[end], radix: 16, uppercase: true))"
      }
      end += length
    }
    return "'\(escaped(String(decoding: bytes[..<end], as: UTF8.self).unicodeScalars[...]))'"
  }

  /// At most 64 bytes from either end of a long token, which `abridged` shortens further.
  static func head(of bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > 128 else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.prefix(64) + bytes.suffix(64), as: UTF8.self)
  }

  /// `\n`, `\u{1B}`.
  static func escape(of byte: UInt8) -> String { Unicode.Scalar(byte).escaped(asASCII: true) }

  private static func escaped(_ scalars: Substring.UnicodeScalarView) -> String {
    scalars.reduce(into: "") { result, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
