// The given numbers of the page, in tables whose cells can be edited.

import Notation
import WorkedExamples

extension StepPage {
  var givenNumbers: String {
    let last = example.network.lastLayer
    let tables = (2...last).flatMap { [weights($0), biases($0)] }
    return """
      <section id="given" aria-labelledby="given-title">
      <h2 id="given-title">The numbers</h2>
      <p class="note with-script">Change any of them: both passes and every step are computed again.</p>
      <div class="tables">
      \(([values("x", "Inputs", 1), values("y", "Targets", last)] + tables + [constants])
        .joined(separator: "\n"))
      </div>
      <p id="problem" role="status" class="problem"></p>
      <p class="with-script"><button type="button" id="reset">Reset all numbers</button></p>
      </section>
      """
  }

  /// x_n or y_k: a row for each node, a column for each example.
  private func values(_ name: String, _ title: String, _ l: Int) -> String {
    let examples = example.shownExamples
    let isSingle = example.batch.count == 1
    func letter(_ i: Int, _ m: Int) -> Letter {
      Letter(name, at: i, example: isSingle ? nil : m)
    }
    return table(
      title, columns: isSingle ? [] : examples.map { "example \($0)" },
      rows: example.shownNodes(l).map { i in
        (Letter(name, at: i), examples.map { letter(i, $0) })
      })
  }

  /// W^(ℓ): a row for each node that weights lead to.
  private func weights(_ l: Int) -> String {
    let columns = example.shownNodes(l - 1)
    return table(
      "Weights <math>\(symbol("W", l))</math>", columns: columns.map { "from \($0)" },
      rows: example.shownNodes(l).map { i in
        (nil, columns.map { Letter("w", at: i, $0, layer: l) })
      }, names: example.shownNodes(l).map { "to \($0)" })
  }

  private func biases(_ l: Int) -> String {
    table(
      "Biases <math>\(symbol("b", l))</math>", columns: [],
      rows: example.shownNodes(l).map { i in
        let letter = Letter("b", at: i, layer: l)
        return (letter, [letter])
      })
  }

  private func symbol(_ name: String, _ l: Int) -> String {
    MathMLNotation.string(
      .scripts(.identifier(name), lower: nil, upper: .number("\(l)").inParentheses))
  }

  private var constants: String {
    table("Learning rate", columns: [], rows: [(Letter("α"), [Letter("α")])])
  }

  // MARK: - Cells

  private func table(
    _ title: String, columns: [String], rows: [(name: Letter?, cells: [Letter])],
    names: [String] = []
  ) -> String {
    let head =
      columns.isEmpty
      ? ""
      : "<thead><tr><td></td>" + columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        + "</tr></thead>"
    let body = rows.enumerated().map { position, row in
      let name = row.name.map(formula.inline) ?? names[position]
      return "<tr><th scope=\"row\">\(name)</th>"
        + row.cells.map { "<td>\(input($0))</td>" }.joined() + "</tr>"
    }
    return "<div class=\"scroll\"><table><caption>\(title)</caption>\(head)"
      + "<tbody>\(body.joined())</tbody></table></div>"
  }

  /// A number that can be edited, with its name for those who hear the page.
  private func input(_ letter: Letter) -> String {
    let value = example.given.value(of: letter)!
    guard let place = quantities.place(of: letter) else { return "\(value)" }
    let text = "\(value)".hasSuffix(".0") ? String("\(value)".dropLast(2)) : "\(value)"
    return "<label><span class=\"hidden\">\(spoken(letter))</span>"
      + "<input type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" readonly=\"\" "
      + "size=\"7\" data-place=\"\(place.text)\" value=\"\(text)\"/></label>"
  }

  private func spoken(_ letter: Letter) -> String {
    let nodes = letter.nodes.compactMap(\.position)
    let m = letter.example?.position.map { " of example \($0)" } ?? ""
    let l = letter.layer?.offset ?? 0
    return switch letter.name {
    case "w": "weight to node \(nodes[0]) of layer \(l) from node \(nodes[1])"
    case "b": "bias of node \(nodes[0]) of layer \(l)"
    case "x": "input \(nodes[0])\(m)"
    case "y": "target \(nodes[0])\(m)"
    default: "learning rate α"
    }
  }
}
