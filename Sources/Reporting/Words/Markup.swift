// The same words for a terminal and for Markdown: what differs is how a symbol is written.

/// The form in which words are put.
enum Markup: Sendable {
  case plain, markdown

  /// Text that comes from a file: its control characters made visible, its signs no markup.
  func literal(_ text: String, limit: Int = 60) -> String {
    let visible = text.unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar.isInvisible ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    let short = visible.count > limit ? visible.prefix(limit - 1) + "…" : visible
    return self == .plain ? short : escaped(short)
  }

  /// A sentence of ours or of a file's reader.
  func sentence(_ text: String) -> String { literal(text, limit: 2000) }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "|", "!", "~", "$":
        result += "\\\(character)"
      case "@": result += "&#64;"
      default: result.append(character)
      }
    }
  }

  /// The name of a letter with its indices: `w_12^(3)`, or with raised and lowered characters.
  func symbol(_ letter: String, lower: String, upper: Int, example: Int? = nil) -> String {
    let m = example.map { "(\($0))" } ?? ""
    switch self {
    case .plain: return "\(letter)_\(lower)^(\(upper))\(m)"
    case .markdown: return "\(letter)<sub>\(lower)</sub><sup>(\(upper))</sup>\(m)"
    }
  }
}

extension Unicode.Scalar {
  /// Control characters, and those that turn or hide what stands beside them.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }
}
