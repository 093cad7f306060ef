// The folder Derivations: a Markdown file for each derivation, and their index.

public import Deriving

/// Every derivation as files.
public struct DerivationFolder: Sendable {
  private let entries: [(topic: Topic, checked: CheckedDerivation)]

  public init(_ entries: some Sequence<(Topic, CheckedDerivation)>) {
    self.entries = entries.map { ($0, $1) }
  }

  /// The files by name: the index first, then the derivations in the order of the list.
  ///
  /// They hold limits and no differences, so they are the same on every processor.
  public var files: [(name: String, text: String)] {
    [("README.md", index)]
      + entries.map { ("\($0.checked.derivation.slug).md", $0.checked.markdown()) }
  }

  /// What there is, and which code and which test belong to it.
  private var index: String {
    """
    # Derivations

    Each file here is one derivation, computed rule by rule from the definitions of the functions. \
    Every line is evaluated on several networks and compared with the line before; every derivative \
    is compared with measured differences. Nothing is written by hand: one command writes all of it.

        nabla derive --all --output Derivations

    The tables tie each equation of the notes to its derivation, to the code that computes it and to \
    the test that checks the code. The sources in brackets are those of \
    [README.md](../README.md#sources).

    \(Topic.Group.allCases.map(section).joined(separator: "\n\n"))

    Together: \(counted(entries.count, "derivation")), \
    \(counted(entries.reduce(0) { $0 + $1.checked.lineCount }, "line")), \
    \(counted(entries.reduce(0) { $0 + $1.checked.checkCount }, "check")).

    """
  }

  private func section(_ group: Topic.Group) -> String {
    let rows = entries.filter { $0.topic.group == group }.map { topic, checked in
      row(topic, checked)
    }
    let columns = [
      "derivation", "result", "equation of the notes", "code", "test", "lines", "checks",
    ]
    return "## \(Markup.markdown.sentence(group.rawValue))\n\n"
      + TextTable(columns.map { .left($0) }, rows).markdown.joined(separator: "\n")
  }

  private func row(_ topic: Topic, _ checked: CheckedDerivation) -> [String] {
    let derivation = checked.derivation
    let code = TopicCode(of: topic)
    let result = LaTeXNotation.string(
      derivation.result.equation, understoodExample: derivation.understoodExample)
    return [
      "[\(topic.name)](\(derivation.slug).md)", "$`\(result)`$",
      Markup.markdown.sentence(derivation.source), code.sources.map(link).joined(separator: ", "),
      code.tests.map(link).joined(separator: ", "), "\(checked.lineCount)",
      "\(checked.checkCount) \(checked.mark)",
    ]
  }

  /// A file of the repository, seen from the folder, by its name.
  private func link(_ path: String) -> String {
    let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
    return "[\(name)](../\(path))"
  }
}
