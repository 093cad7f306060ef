// Tables of a sheet: the gradient beside the parameters and what differences measure, the paths, the
// marking key.

import GradientChecking
import NetworkModel
import Notation
import Numbers
import WorkedExamples

extension SheetMaker {
  // MARK: - The gradient beside the parameters

  /// Each parameter that is shown, its gradient, and the measured one.
  var parameters: [SheetBlock] {
    let lines = example.section(.gradient)
    var columns: [SheetTable.Column] = [
      .words("parameter"), .number("value"), .number("gradient"),
    ]
    let measured = Dictionary(
      (sheet.check?.parameters ?? []).map {
        ($0.coordinate.letter(examples: example.batch.count), $0)
      },
      uniquingKeysWith: { a, _ in a })
    if sheet.check != nil {
      columns += [.number("measured"), .words("check")]
    }
    let rows = lines.compactMap { line -> [SheetCell]? in
      guard let parameter = line.left.variableOfSlope, let value = example.printed(parameter)
      else { return nil }
      var row: [SheetCell] = [.formula(.letter(parameter)), .number(value)]
      row.append(sheet.isBlank(line) ? .blank : .number(line.printed))
      if sheet.check != nil {
        row +=
          measured[parameter].map { cells($0, line) } ?? [.words("not measured"), .words("")]
      }
      return row
    }
    var blocks: [SheetBlock] = [
      .heading("The gradient beside the parameters"),
      .table(SheetTable(columns: columns, rows: rows)),
    ]
    if let check = sheet.check { blocks.append(.sentences([("check", words(of: check))])) }
    return blocks
  }

  private func cells(_ comparison: Comparison, _ line: WorkedLine) -> [SheetCell] {
    [
      .digits(NumberText.text(comparison.measured, digits: 8).withMinusSigns),
      .words(sheet.verdict(comparison, printed: line.printed).mark),
    ]
  }

  private func words(of check: CheckReport) -> String {
    let contradictions = sheet.contradictions.count
    let right = check.parameters.count { $0.verdict == .right } - contradictions
    var text =
      "Measured by differences of J, without any derivative: \(right) of "
      + "\(counted(check.parameters.count, "parameter")) right."
    if contradictions > 0 {
      text +=
        " ✗: the sheet is worked with decimal numbers, the engines with the binary numbers nearest to them, "
        + "which lie on another side of a kink."
    }
    return text
  }

  // MARK: - After the update

  /// By how much J fell, and by how much it should have to first order.
  var outcome: [(label: String, text: String)] {
    guard sheet.kind != .question else {
      return [("compare", "By how much does J fall? To first order by α Σ (∂J/∂θ)².")]
    }
    let digits = example.options.digits
    let fall = PrintedNumber(rounding: example.outcome.fall, digits: digits)
    let forecast = PrintedNumber(rounding: example.outcome.forecast, digits: digits)
    let verb = fall.isNegative ? "rises" : "falls"
    let size = fall.isNegative ? String(fall.onPaper.dropFirst()) : fall.onPaper
    return [
      (
        "compare",
        "J \(verb) by \(size); the first-order forecast α Σ (∂J/∂θ)², over all weights and biases θ, is a "
          + "fall of \(forecast.onPaper)."
      )
    ]
  }

  // MARK: - Paths

  func paths(_ list: PathList) -> [SheetBlock] {
    var notes: [(label: String, text: String)] = []
    let rows = list.paths.enumerated().map { number, path in
      let printed = PrintedNumber(rounding: path.value, digits: example.options.digits)
      let other = example.printedOperandsGive(path.product) ?? printed
      let id = "P\(number + 1)"
      if other != printed { notes.append(note(id, other, printed)) }
      return SheetLine(
        id: id, left: .letter("P", Index(number + 1, of: .outputs)), isAssignment: false,
        stages: [
          .formula(path.product.onPaper), .formula(example.substituted(path.product)),
          .number(printed),
        ], reason: nodes(path), reference: nil, isMarked: other != printed)
    }
    return [.heading("Every path from \(list.parameter.symbol) to the cost"), .lines(rows)]
      + (notes.isEmpty ? [] : [.sentences(notes)]) + [.sentences([("sum", words(of: list))])]
  }

  private func nodes(_ path: NetworkPath) -> String {
    let way = path.nodes.map(String.init).joined(separator: " → ") + " → J"
    return example.batch.count == 1 ? way : "\(way), example \(path.example)"
  }

  private func words(of list: PathList) -> String {
    let digits = example.options.digits
    let sum = PrintedNumber(rounding: list.sum, digits: digits).onPaper
    var text = list.count.map { counted($0, "path") } ?? "more than \(NumberText.count(.max)) paths"
    if list.count.map({ list.paths.count < $0 }) ?? true {
      text += " (the first \(list.paths.count) are listed)"
    }
    text += "; the sum of all is \(sum)"
    if list.penalty != .zero {
      let penalty = PrintedNumber(rounding: list.penalty, digits: digits).onPaper
      text += ", the penalty adds \(penalty)"
    }
    let whole = PrintedNumber(rounding: list.sum + list.penalty, digits: digits).onPaper
    return text + ": \(list.parameter.derivativeSymbol) = \(whole)."
  }

  // MARK: - Marking

  /// What each mistake prints, mistake by mistake.
  var markingKey: [SheetBlock] {
    guard let key = example.markingKey else {
      return [
        .heading("Marking key"),
        .sentences([("", "The network is too large for a marking key.")]),
      ]
    }
    let rows = key.map { marked -> [SheetCell] in
      let values = marked.values.map { "\($0.line)\u{A0}\($0.printed.onPaper)" }
      return [
        .words(marked.mistake.name),
        .words("\(marked.mistake.equation): \(marked.mistake.summary)"),
        .words(values.isEmpty ? "no printed digit" : values.joined(separator: "  ")),
      ]
    }
    return [
      .heading("Marking key"),
      .sentences([
        ("", "What each mistake would print, computed with all digits and rounded once.")
      ]),
      .table(
        SheetTable(
          columns: [.words("mistake"), .words("what is done"), .words("prints")], rows: rows)),
    ]
  }
}

extension SheetTable.Column {
  static func words(_ title: String) -> Self { Self(title: .words(title), isNumeric: false) }
  static func number(_ title: String) -> Self { Self(title: .words(title), isNumeric: true) }
}
