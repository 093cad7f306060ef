// One line of a derivation on an HTML page: number, both sides, the rule, the checks in words.

import Deriving
import Notation

struct HTMLLine {
  let step: Step
  let previous: Step?
  let checked: CheckedDerivation
  /// What stands before the number in an address: `s`.
  let prefix: String
  /// The line that it is a smaller step of, if it is one.
  let parent: Step?
  /// Whether its rule is used here for the first time on the page: then it says what the rule says.
  let isFirstUse: Bool

  /// How wide a row of the right side may be, in letters.
  private static let limit = 42.0

  private var builder: FormulaBuilder {
    FormulaBuilder(
      understoodExample: checked.derivation.understoodExample, showsShapes: true)
  }

  var text: String {
    let id = HTMLText.escaped(prefix + step.id)
    let rows = EquationRows(step.equation, builder, limit: Self.limit)
    // What cannot be broken goes over the whole width, its reason below it.
    let isWide = rows.rows.contains { $0.width > Self.limit }
    let names = [style, isWide ? "wide" : ""].filter { !$0.isEmpty }.joined(separator: " ")
    return """
      <li id="\(id)"\(names.isEmpty ? "" : " class=\"\(names)\"")>
      <a class="number" href="#\(id)">\(HTMLText.escaped(step.id))</a>
      <div class="left">\(MathMLNotation.element(rows.left, isBlock: true))</div>
      <div class="right">\(right(rows))</div>
      <div class="why">
      <p class="reason"><a href="#rule-\(HTMLText.escaped(step.rule.id))">\
      \(HTMLText.sentence(step.reason))</a></p>
      \((sentence + conditions + checks).joined(separator: "\n"))
      </div>
      </li>
      """
  }

  private var sentence: [String] {
    isFirstUse && !step.rule.sentence.isEmpty
      ? ["<p class=\"sentence\">\(HTMLText.sentence(ended(step.rule.sentence)))</p>"] : []
  }

  private var style: String {
    var names: [String] = parent == nil ? [] : ["small"]
    if let previous {
      if case .scalar = previous.equation.left, case .matrix = step.equation.left {
        names.append("whole")
      } else if beginsPart {
        names.append("fresh")
      }
    }
    return names.joined(separator: " ")
  }

  /// Whether a part begins here: with the first smaller step of its first line, if that has any.
  private var beginsPart: Bool {
    if let parent { return parent.isFresh && parent.substeps.first?.id == step.id }
    return step.isFresh && step.substeps.isEmpty
  }

  /// Each row is a formula of its own, since browsers do not break long ones.
  private func right(_ rows: EquationRows) -> String {
    rows.rows.enumerated().map { position, row in
      let first = FormulaLayout.row([rows.relation, row])
      return MathMLNotation.element(position == 0 ? first : row, isBlock: true)
    }.joined()
  }

  private var conditions: [String] {
    step.conditions.map {
      "<p class=\"needs\">needs "
        + MathMLNotation.element(builder.layout($0.statement), isBlock: false) + "</p>"
    }
  }

  private var checks: [String] {
    let checks = DerivationWords(checked: checked).checks(of: step)
    if checks.isEmpty { return ["<p class=\"checks\">– a starting point, nothing to compare</p>"] }
    let items = checks.map { mark, words in
      "<span class=\"\(mark == "✓" ? "passed" : "failed")\">\(mark) \(linked(words))</span>"
    }
    return ["<p class=\"checks\">\(items.joined(separator: " "))</p>"]
  }

  /// "equals line 7" with a link to line 7.
  private func linked(_ words: String) -> String {
    guard let line = step.previous, words.hasSuffix(" line \(line)") else {
      return HTMLText.escaped(words)
    }
    let start = words.dropLast("line \(line)".count)
    return HTMLText.escaped(String(start))
      + "<a href=\"#\(HTMLText.escaped(prefix + line))\">line \(HTMLText.escaped(line))</a>"
  }
}
