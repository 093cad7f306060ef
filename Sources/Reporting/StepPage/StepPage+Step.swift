// One step of the page: what is found, its formula in letters and numbers, why, measured, where.

import NetworkModel
import Notation
import WorkedExamples

extension StepPage {
  func step(_ line: WorkedLine, before: WorkedLine?, behind: WorkedLine?) -> String {
    """
    <section class="step" id="\(line.id)" aria-labelledby="\(line.id)-title" \
    data-title="\(HTMLText.escaped(name(line)))">
    <h3 id="\(line.id)-title"><span class="number">\(line.id)</span> \
    \(HTMLText.sentence(line.reason.capitalizedFirst)): \(formula.inline(line.left))</h3>
    <div class="equation">
    \(general(line))
    \(formula.equation(line.left, line.formula, "letters-row"))
    \(formula.withNumbers(line.formula))
    \(formula.value(of: line))
    </div>
    <div class="reasons">
    \(([reasons.text(line)] + needs(line) + measurement(line)).joined(separator: "\n"))
    </div>
    \(pictures.figure(line, behind: before, title: pathWords(line)))
    <p class="links">\(link(before, "prev", "‹ ", ""))\(link(behind, "next", "", " ›"))</p>
    </section>
    """
  }

  /// What is found, in a line of text.
  private func name(_ line: WorkedLine) -> String {
    "\(line.reason), " + TextNotation.string(Expression.letter(line.left).onPaper)
  }

  private func link(_ line: WorkedLine?, _ relation: String, _ start: String, _ end: String)
    -> String
  {
    guard let line else { return "<span></span>" }
    return "<a href=\"#\(line.id)\" rel=\"\(relation)\">\(start)\(line.id)\(end)</a>"
  }

  /// The equation for any node, where it says more than the line itself.
  private func general(_ line: WorkedLine) -> String {
    guard let equation = example.equation(of: line), !equation.left.nodes.isEmpty else { return "" }
    return formula.equation(equation.left, equation.right, "general-row")
  }

  /// What a line needs that an edit can break.
  private func needs(_ line: WorkedLine) -> [String] {
    guard line.quantity == .outputError, example.equations.backward != general.backward,
      let equation = general.backward.first(where: { $0.quantity == .outputError })
    else { return [] }
    let any = Expression.letter(equation.left)
    return [
      "<p class=\"needs\" hidden=\"\">The targets of an example no longer sum to 1, and this line needs "
        + "that. The value is computed by the line before it in the derivation: "
        + "\(formula.inline(any)) <math><mo>=</mo></math> \(formula.inline(equation.right)).</p>"
    ]
  }

  // MARK: - Measured

  /// The measured derivative beside a derivative.
  private func measurement(_ line: WorkedLine) -> [String] {
    guard let coordinate = line.coordinate,
      let place = quantities.place(of: line.left),
      let nudged = quantities.place(of: coordinate.letter(examples: example.batch.count))
    else { return [] }
    let attributes = "data-measured=\"\(place.text)\" data-nudged=\"\(nudged.text)\""
    guard let comparison = measured[coordinate] else {
      return [
        "<p class=\"measured with-script\" \(attributes)>Measured: "
          + "<span class=\"words\">not yet</span></p>"
      ]
    }
    let verdict = comparison.verdict
    let words =
      "\(verdict.mark) \(comparison.numbers.measured) "
      + "(\(comparison.measurement.schemeAndStep)): "
      + (verdict == .cannotTell
        ? "cannot tell, \(comparison.reasonWords ?? "")" : "\(verdict.words), \(comparison.offBy)")
    return [
      "<p class=\"measured\" \(attributes)>Measured by differences: "
        + "<span class=\"words\">\(HTMLText.sentence(words.replacing(/-(?=[0-9])/, with: "−")))</span></p>"
    ]
  }

  /// What is on the path, for those who do not see the picture.
  private func pathWords(_ line: WorkedLine) -> String {
    let left = TextNotation.string(Expression.letter(line.left).onPaper)
    let letters = line.formula.letters.filter { $0 != Letter("…") }
      .map { TextNotation.string(Expression.letter($0).onPaper) }
    if letters.isEmpty { return "The network: \(left)" }
    return "The network; on the path: \(listed(letters, limit: 12)), which give \(left)"
  }
}

extension WorkedExample {
  /// The equation that a line writes out.
  func equation(of line: WorkedLine) -> WorkedEquation? {
    equations.sections.flatMap(\.1).first {
      $0.quantity == line.quantity && $0.layer == line.layer
        && $0.left.isUpdated == line.left.isUpdated
    }
  }
}

extension WorkedLine {
  /// The parameter or weighted input by which the line is the derivative of J.
  var coordinate: Coordinate? {
    let nodes = left.nodes.compactMap(\.position)
    switch quantity {
    case .outputError, .error:
      return .weightedInput(layer: layer!, i: nodes[0], example: example ?? 1)
    case .weightGradient: return .weight(layer: layer!, i: nodes[0], j: nodes[1])
    case .biasGradient: return .bias(layer: layer!, i: nodes[0])
    default: return nil
    }
  }
}
