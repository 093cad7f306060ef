// Symbols as they are, or spelled in ASCII.

/// Which characters may be printed.
enum Charset: String, CaseIterable, Sendable {
  case unicode, ascii

  /// The text in these characters.
  func text(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
    var result = ""
    var run: Character?
    for scalar in text.unicodeScalars {
      // A run of raised or lowered characters shares one sign: 10⁻⁶ is 10^-6.
      let raised = Self.raised[scalar]
      let lowered = Self.lowered[scalar]
      let sign: Character? = raised != nil ? "^" : (lowered != nil ? "_" : nil)
      if let sign, sign != run { result.append(sign) }
      run = sign
      result += scalar.isASCII ? String(scalar) : raised ?? lowered ?? Self.symbols[scalar] ?? "?"
    }
    return result
  }

  /// HTML in these characters: the others are written by their numbers, and look the same.
  func html(_ text: String) -> String {
    guard self == .ascii else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += "&#\(scalar.value);"
      }
    }
  }

  /// JSON in these characters: outside ASCII there is only what stands between quotation marks, where
  /// it may be escaped, so that what is read back is the same text.
  func json(_ text: String) -> String {
    guard self == .ascii, !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
    return text.utf16.reduce(into: "") { result, unit in
      if unit < 128 {
        result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }
}
