// What a text is laid out for: a width, colours or none, which characters.

/// How a text for people is laid out.
public struct TextStyle: Sendable, Hashable {
  /// The characters that a terminal or a printer can show.
  public enum Charset: Sendable, Hashable {
    case unicode, ascii
  }

  /// Columns, from 60 to 200.
  public let width: Int
  /// Whether marks and headings are coloured, in the codes of ECMA-48 (ANSI).
  public let isColored: Bool
  public let charset: Charset

  /// - Parameter width: brought between 60 and 200, where lines are readable.
  public init(width: Int = 80, isColored: Bool = false, charset: Charset = .unicode) {
    self.width = min(200, max(60, width))
    self.isColored = isColored
    self.charset = charset
  }

  /// 80 columns, no colours.
  public static let plain = TextStyle()

  package enum Paint: Int {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
  }

  /// The text in a colour, where there are colours.
  package func paint(_ text: String, _ paint: Paint) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The text in the characters that may be used, as wide as it will be on the page.
  package func spell(_ text: String) -> String { charset == .ascii ? text.spelledInASCII : text }
}
