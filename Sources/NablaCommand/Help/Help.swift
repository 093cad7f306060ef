// The help of a command, in the layout of Swift's own tools.

/// What `--help` prints.
struct Help {
  private let path: CommandPath

  init(of path: CommandPath) { self.path = path }

  /// The column in which descriptions begin.
  static let labelColumn = 26

  func text(width: Int) -> String {
    var sections = [
      "OVERVIEW: \(path.command.overview)".wrapped(to: width),
      "USAGE: \(path.usage)".wrapped(to: width),
    ]
    append("ARGUMENTS", path.command.arguments.map(\.row), to: &sections, width)
    append("OPTIONS", path.command.allOptions.map(\.row), to: &sections, width)
    append(
      "SUBCOMMANDS", path.command.subcommands.map { ($0.name, $0.overview) }, to: &sections, width)
    if !path.command.subcommands.isEmpty {
      sections.append("  See '\(path.commands[0].name) help <subcommand>' for detailed help.")
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func append(
    _ title: String, _ rows: [(label: String, text: String)], to sections: inout [String],
    _ width: Int
  ) {
    if rows.isEmpty { return }
    let lines = rows.map { Self.row($0.label, $0.text, width: width) }
    sections.append("\(title):\n" + lines.joined(separator: "\n"))
  }

  /// A label, and its description in the column for descriptions: below it where it is too long.
  static func row(_ label: String, _ text: String, width: Int) -> String {
    row(label, text.wrapped(to: width, indent: labelColumn))
  }

  /// A label and a text that is indented as far as the column.
  static func row(_ label: String, _ wrapped: String) -> String {
    let start = "  " + label
    return start.count < labelColumn
      ? start + wrapped.dropFirst(start.count) : start + "\n" + wrapped
  }
}

extension Argument {
  fileprivate var row: (String, String) { (label, help + kind.note(standard: nil)) }
}

extension Option {
  fileprivate var row: (String, String) {
    (label, help + (value.map { $0.kind.note(standard: $0.standard) } ?? ""))
  }
}

extension ValueKind {
  /// ` (values: a, b; default: a)`.
  fileprivate func note(standard: String?) -> String {
    var notes: [String] = []
    if case .choice(let words) = self { notes.append("values: " + words.joined(separator: ", ")) }
    if let standard { notes.append("default: " + standard) }
    return notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")"
  }
}
