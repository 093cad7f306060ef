// How wide labels are, before anybody has drawn them: so wide that no usual font is wider.

/// Widths of text in units of the picture.
///
/// A picture does not know the font that it will be shown in. Widths are those of DejaVu Serif, the
/// widest that a viewer is likely to fall back to; in Times a label has room to spare.
enum TextMeasure {
  /// The sizes of the style sheet.
  static let letterSize = 16.0
  static let textSize = 13.0
  static let scriptSize = 11.0

  static func width(_ text: String, size: Double = textSize) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) } * size
  }

  /// The width of indices in Times, for setting one above the other: there too much would be worse
  /// than too little.
  static func scriptWidth(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", ",", "(", ")": sum + 0.3
      case "−": sum + 0.56
      default: sum + 0.5
      }
    } * scriptSize
  }

  static func width(_ pieces: [SVGPiece]) -> Double {
    pieces.reduce(0) { $0 + width($1) }
  }

  private static func width(_ piece: SVGPiece) -> Double {
    switch piece {
    case .normal(let text), .value(let text, _): width(text)
    case .letter(let text): width(text, size: letterSize)
    case .lower(let text), .upper(let text): width(text, size: scriptSize)
    case .scripts(let lower, let upper):
      max(width(lower, size: scriptSize), width(upper, size: scriptSize))
    }
  }

  /// In units of the font's size.
  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "j", "l", ".", ",", ":", ";", "'", "|": 0.33
    case "(", ")", "[", "]", "f", "r", "t", "I", "J", "-": 0.44
    case "m", "w", "M", "W", "@", "%": 0.98
    case "0"..."9", "a"..."z": 0.63
    case "A"..."Z": 0.78
    case "=", "+", "−", "<", ">", "≤", "≥", "→", "…": 0.84
    case "ℓ", "′": 0.5
    case _ where scalar.value < 0x250: 0.75
    case _ where scalar.value < 0x1100: 0.85
    default: 1.1
    }
  }
}
