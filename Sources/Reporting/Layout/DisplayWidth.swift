// How many columns of a terminal a text takes: Unicode Standard Annex #11.

extension StringProtocol {
  /// The columns that the text takes; codes for colours take none.
  package var displayWidth: Int {
    var width = 0
    var isInCode = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" {
        isInCode = true
      } else if isInCode {
        isInCode = scalar != "m"
      } else {
        width += scalar.displayWidth
      }
    }
    return width
  }

  package func padded(to width: Int, isRight: Bool) -> String {
    let space = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return isRight ? space + self : self + space
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// East Asian wide characters and pictures.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
