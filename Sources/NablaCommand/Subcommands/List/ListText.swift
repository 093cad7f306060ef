// The lists as text for a terminal, in the layout of the help.

import Nabla

/// Lists as text.
struct ListText {
  let console: Console
  let width: Int

  func text(_ lists: [ListContents]) -> String {
    lists.map { list in
      switch list {
      case .functions(let topic, let formulas):
        heading(topic.rawValue) + formulas.map(text).joined() + legend(topic)
      case .pairs(let pairs): heading("pairs") + table(pairs) + "\n" + reasons(pairs)
      case .derivations(let topics): heading("derivations") + groups(topics)
      case .mistakes(let mistakes):
        heading("mistakes") + mistakes.map(text).joined() + legend(.mistakes)
      }
    }.joined(separator: "\n")
  }

  private func heading(_ title: String) -> String {
    console.styled("\(title.uppercased()):", .bold) + "\n"
  }

  private func text(_ formula: NamedFormula) -> String {
    var facts = [formula.formula, formula.summary, formula.source].compactMap { $0 }
    if let order = formula.order { facts.append("order: \(order)") }
    if !formula.aliases.isEmpty {
      facts.append("also: " + formula.aliases.joined(separator: ", "))
    }
    if let parameter = formula.parameter {
      facts.append("parameter: \(parameter.name), \(parameter.value.short) if absent")
    }
    // Spelled before it is laid out: spelling changes how wide a symbol is.
    let wrapped = spelled(facts.joined(separator: "\n"))
      .wrapped(to: width, indent: Help.labelColumn)
    let lines = formula.definition.map(rows) ?? []
    return Help.row(formula.name, (lines + [wrapped]).joined(separator: "\n")) + "\n"
  }

  /// A definition as derivations print it, broken where it holds together least.
  private func rows(_ definition: Equation) -> [String] {
    let line = MarkedLine(
      definition, understoodExample: .m, charset: console.textStyle.charset)
    let margin = String(repeating: " ", count: Help.labelColumn)
    return line.rows(width: max(width - Help.labelColumn, 1), sign: " ").map { margin + $0.text }
  }

  private func text(_ mistake: ListedMistake) -> String {
    let formulas = mistake.formulas.joined(separator: "\n")
    return Help.row(
      mistake.name, spelled("\(mistake.equation): \(formulas)"), width: width) + "\n"
  }

  private func legend(_ topic: ListCommand.Topic) -> String {
    topic.legend.map { "\n" + spelled($0).wrapped(to: width, indent: 2) + "\n" } ?? ""
  }

  /// A paragraph for each group.
  private func groups(_ topics: [Topic]) -> String {
    let column = (topics.map(\.name.count).max() ?? 0) + 5
    return Topic.Group.allCases.map { group in
      let rows = topics.filter { $0.group == group }.map { topic in
        let summary = spelled(topic.summary).wrapped(to: width, indent: column)
        return "    " + topic.name.padded(to: column - 4) + summary.dropFirst(column) + "\n"
      }
      return spelled("  \(group.rawValue):\n") + rows.joined()
    }.joined(separator: "\n")
  }

  /// A row for each cost, a column for each hypothesis.
  private func table(_ pairs: [CostPair]) -> String {
    let columns = unique(pairs.map(\.hypothesis))
    var rows = [row("", columns, columns)]
    for cost in unique(pairs.map(\.cost)) {
      let marks = pairs.filter { $0.cost == cost }.map {
        spelled($0.isDefined ? "✓" : "✗") + ($0.isDefined && !$0.isDefinedForOneOutput ? " *" : "")
      }
      rows.append(row(cost, marks, columns))
    }
    return rows.joined()
  }

  private func row(_ label: String, _ cells: [String], _ columns: [String]) -> String {
    var line = "  " + label.padded(to: Help.labelColumn - 2)
    for (cell, column) in zip(cells, columns) { line += cell.padded(to: column.count + 1) }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  /// Why a pair is not defined: a sentence for each cost and reason.
  private func reasons(_ pairs: [CostPair]) -> String {
    let broken = pairs.filter { $0.reason != nil }
    return unique(broken.map(\.footnote)).map { note in
      let group = broken.filter { $0.footnote == note }
      let names = group.map(\.hypothesis).joined(separator: ", ")
      let pairs = "\(note.mark) \(note.cost) with \(names)\(note.condition):"
      return spelled(pairs).wrapped(to: width, indent: 2) + "\n"
        + spelled(note.reason).wrapped(to: width, indent: 4) + "\n"
    }.joined()
  }

  private func spelled(_ text: String) -> String { console.options.charset.text(text) }

  private func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
    elements.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// What the pairs that are not defined for the same reason share.
private struct Footnote: Equatable {
  let mark: String
  let cost: String
  let condition: String
  let reason: String
}

extension CostPair {
  fileprivate var footnote: Footnote {
    Footnote(
      mark: isDefined ? "*" : "✗", cost: cost, condition: isDefined ? " and one output" : "",
      reason: reason ?? "")
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}

extension Double {
  /// `1` for 1, `0.5` for 0.5.
  var short: String { self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self) }
}
