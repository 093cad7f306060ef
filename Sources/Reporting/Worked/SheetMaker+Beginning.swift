// The beginning and the end of a sheet: what it is called, what is agreed on, what is given.

import Deriving
import NetworkModel
import Notation
import WorkedExamples

extension SheetMaker {
  private var network: Network { example.network }
  private var isSingle: Bool { example.batch.count == 1 }

  var title: String { "Worked example \(sheet.name)" }

  var footer: String {
    let kind =
      switch sheet.kind {
      case .question: "questions"
      case .answer: "answers"
      case .marking: "marking key, for the teacher"
      }
    return "\(sheet.name) · \(kind)"
  }

  var conventions: [(label: String, text: String)] {
    var words = [network.summary(examples: nil).joined(separator: "; ")]
    if let m = sheet.exampleNumber {
      words.append("example \(m) of the batch alone: M = 1, and 1/M is left out")
    } else {
      words.append(
        isSingle
          ? "one example: M = 1, and 1/M is left out"
          : "M = \(example.batch.count) examples; 1/M is inside δ")
    }
    words.append("δ is ∂J/∂z; log is the natural logarithm; α is the learning rate")
    if let kinks { words.append(kinks) }
    var sentences = [("conventions", words.joined(separator: "; ") + ".")]
    if example.abridgement != nil {
      sentences.append(
        (
          "left out",
          "Of more than \(example.options.limit) nodes, examples or terms the first three and the last are "
            + "shown; inputs that are 0 everywhere are passed over."
        ))
    }
    return sentences
  }

  /// What is agreed on where there is no derivative.
  private var kinks: String? {
    let functions = network.activations.elements.map(\.name) + [network.hypothesis.name]
    var words: [String] = []
    if functions.contains("rectifier") {
      words.append("the slope of the rectifier at 0 is a convention")
    }
    if functions.contains("step") { words.append("the slope of the step is 0") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  var rounding: [(label: String, text: String)] {
    let digits = example.options.digits
    var text =
      "\(digits) decimals; whole numbers without them; below "
      + "\(NumberText.text(PrintedNumber.smallest(digits))), \(digits) digits and a power "
      + "of ten; halves away from zero. "
    if example.isRoundingProof {
      text +=
        "This sheet is rounding-proof: each number is right whether one goes on with the printed values "
        + "or with all digits, and no rounding is a tie."
    } else {
      text += "Values are carried with all digits and rounded once, when they are printed."
      let marked = sheet.sections.flatMap(\.lines).filter { $0.printedOperandsGive != nil }
      if !marked.isEmpty {
        text +=
          " The sheet is not rounding-proof: in \(counted(marked.count, "line")) the printed numbers give "
          + "another last digit."
      }
    }
    return [("rounding", text)]
  }

  // MARK: - Given numbers

  /// x, y, W and b.
  var given: [(name: Expression, rows: [[SheetCell]])] {
    let batch = example.batch
    var matrices: [(Expression, [[SheetCell]])] = [
      (
        .letter(isSingle ? "x" : "X"),
        rows(batch.inputs.rows, batch.count, .nodes(.number(1)), .examples) {
          batch.inputs[$0, $1]
        }
      ),
      (
        .letter(isSingle ? "y" : "Y"),
        rows(batch.targets.rows, batch.count, .nodes(.last), .examples) { batch.targets[$0, $1] }
      ),
    ]
    for l in 2...network.lastLayer {
      let w = network.parameters.weights[l]
      matrices.append(
        (
          .letter("W", layer: .number(l)),
          rows(w.rows, w.columns, .nodes(.number(l)), .nodes(.number(l - 1))) { w[$0, $1] }
        ))
      let b = network.parameters.biases[l]
      matrices.append(
        (
          .letter("b", layer: .number(l)),
          rows(b.count, 1, .nodes(.number(l)), .examples) { i, _ in b[i - 1] }
        ))
    }
    return matrices + constants
  }

  private func rows(
    _ count: Int, _ columns: Int, _ down: Index.Range, _ across: Index.Range,
    _ entry: (Int, Int) -> Double
  ) -> [[SheetCell]] {
    func shown(_ count: Int, _ range: Index.Range) -> [Int?] {
      example.abridgement?.shown(Array(1...count), of: range) ?? (1...count).map { $0 }
    }
    let columns = shown(columns, across)
    return shown(count, down).map { row in
      columns.map { column in
        guard let row, let column else { return .ellipsis }
        return .number(PrintedNumber(given: entry(row, column), digits: example.options.digits))
      }
    }
  }

  /// α, M, λ and the parameters of functions, where the lines use them.
  private var constants: [(name: Expression, rows: [[SheetCell]])] {
    var seen: Set<Letter> = []
    let letters = sheet.sections.flatMap(\.lines).flatMap(\.formula.letters).filter {
      ["α", "M", "λ", "λ₁", "λ₂", "c"].contains($0.name) && seen.insert($0).inserted
    }
    return letters.compactMap { letter in
      example.printed(letter).map { (.letter(letter), [[.number($0)]]) }
    }
  }
}
