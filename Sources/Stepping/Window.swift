// The part of a terminal that can be written to, and a picture of it.

public import Reporting

/// How large a terminal is, and how text is laid out on it.
public struct Window: Hashable, Sendable {
  public let columns: Int
  public let rows: Int
  public let style: TextStyle

  /// - Parameter style: its width counts up to the number of columns; text is laid out at least 60
  ///   columns wide, and cut where the terminal is narrower.
  public init(columns: Int, rows: Int, style: TextStyle) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.style = TextStyle(
      width: min(max(1, columns), style.width), isColored: style.isColored, charset: style.charset)
  }
}

/// Everything that a terminal shows.
public struct Screen: Equatable, Sendable {
  /// From the top, none wider than the window.
  public let lines: [String]
  /// Where a text is typed, from 0; `nil` where nothing is.
  public let cursor: Cursor?

  public struct Cursor: Equatable, Sendable {
    public let row: Int
    public let column: Int
  }
}

extension String {
  /// The beginning that fits into some columns; colours that are cut off end.
  func clipped(to columns: Int) -> String {
    if displayWidth <= columns { return self }
    var result = String.UnicodeScalarView()
    var code = String.UnicodeScalarView()
    var isInCode = false
    var hasCode = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" { (isInCode, hasCode) = (true, true) }
      if isInCode {
        code.append(scalar)
        if scalar == "m" {
          result.append(contentsOf: code)
          (code, isInCode) = (String.UnicodeScalarView(), false)
        }
        continue
      }
      var next = result
      next.append(scalar)
      if String(next).displayWidth > columns { break }
      result = next
    }
    return String(result) + (hasCode ? "\u{1B}[0m" : "")
  }
}
