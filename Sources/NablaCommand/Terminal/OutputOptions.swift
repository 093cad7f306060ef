// How results are printed.

/// What a result is printed as.
enum Format: String, CaseIterable, Sendable {
  case text, json, markdown
}

/// `--format`, `--color`, `--charset`.
struct OutputOptions: Equatable, Sendable {
  var format = Format.text
  var color = ColorChoice.auto
  var charset = Charset.unicode
}

extension OutputOptions {
  init(_ invocation: Invocation) {
    self.init(
      format: invocation.choice(.format), color: invocation.choice(.color),
      charset: invocation.choice(.charset))
  }
}
