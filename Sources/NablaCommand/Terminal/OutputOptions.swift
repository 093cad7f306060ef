// How results are printed.

/// What a result is printed as.
enum Format: String, CaseIterable, Sendable {
  case text, json, markdown
}

/// What a document is printed as: a derivation, sheets.
enum DocumentFormat: String, CaseIterable, Sendable {
  case text, json, markdown, latex, html

  /// How its bytes are treated on the way out: coloured, escaped, or left as they are.
  var treatment: Format {
    switch self {
    case .text: .text
    case .json: .json
    case .markdown, .latex, .html: .markdown
    }
  }
}

/// `--format`, `--color`, `--charset`.
struct OutputOptions: Equatable, Sendable {
  var format = Format.text
  var color = ColorChoice.auto
  var charset = Charset.unicode
}

extension OutputOptions {
  /// Of a command whose result is a document.
  init(_ invocation: Invocation, as format: DocumentFormat) {
    self.init(
      format: format.treatment, color: invocation.choice(.color),
      charset: invocation.choice(.charset))
  }

  init(_ invocation: Invocation) {
    self.init(
      format: invocation.choice(.format), color: invocation.choice(.color),
      charset: invocation.choice(.charset))
  }
}
