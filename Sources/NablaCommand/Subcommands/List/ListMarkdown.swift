// The lists as tables in Markdown.

import Nabla

enum ListMarkdown {
  static func text(_ lists: [ListContents]) -> String {
    lists.map { list in
      switch list {
      case .functions(let topic, let formulas):
        let columns = FormulaColumn.allCases.filter { column in
          formulas.contains { column.cell($0) != nil } || column.isAlwaysShown
        }
        return section(
          topic.rawValue, columns.map(\.rawValue),
          formulas.map { formula in columns.map { $0.cell(formula) ?? "" } })
          + (topic.legend.map { "\n\($0)\n" } ?? "")
      case .pairs(let pairs):
        return section(
          "pairs", ["cost", "hypothesis", "defined", "reason"],
          pairs.map { [$0.cost, $0.hypothesis, $0.verdict, $0.reason ?? ""] })
      case .derivations(let topics):
        return section(
          "derivations", ["name", "summary", "group"],
          topics.map { ["`\($0.name)`", $0.summary, $0.group.rawValue] })
      case .mistakes(let mistakes):
        return section(
          "mistakes", ["name", "equation", "formula", "lesson"],
          mistakes.map { mistake in
            [
              "`\(mistake.name)`", mistake.equation,
              mistake.formulas.map { "`\($0)`" }.joined(separator: "; "),
              mistake.lessons.joined(separator: " "),
            ]
          })
      }
    }.joined(separator: "\n")
  }

  private static func section(_ title: String, _ columns: [String], _ rows: [[String]]) -> String {
    let rule = columns.map { _ in "---" }
    let lines = ([columns, rule] + rows).map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return "## \(title.prefix(1).uppercased() + title.dropFirst())\n\n"
      + lines.joined(separator: "\n") + "\n"
  }
}

/// A column of the tables of functions; one in which nothing stands is left out.
private enum FormulaColumn: String, CaseIterable {
  case name, formula, summary, order, aliases, parameter, source

  var isAlwaysShown: Bool { self == .name || self == .source }

  func cell(_ formula: NamedFormula) -> String? {
    switch self {
    case .name: "`\(formula.name)`"
    case .formula: formula.line.map { "`\($0)`" }
    case .summary: formula.summary
    case .order: formula.order.map { String($0) }
    case .aliases:
      formula.aliases.isEmpty ? nil : formula.aliases.map { "`\($0)`" }.joined(separator: ", ")
    case .parameter: formula.parameter.map { "`\($0.name)`, \($0.value.short) if absent" }
    case .source: formula.source
    }
  }
}

extension CostPair {
  fileprivate var verdict: String {
    isDefined ? (isDefinedForOneOutput ? "yes" : "with two outputs or more") : "no"
  }
}
