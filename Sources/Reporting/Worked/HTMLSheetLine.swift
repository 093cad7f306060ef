// One line of a sheet on an HTML page: number, both sides, the reason.

struct HTMLSheetLine {
  let line: SheetLine
  /// What stands before the number in an address.
  let prefix: String

  /// How wide a formula may be that a browser cannot break, in letters: as wide as a telephone.
  private static let limit = 26.0

  var text: String {
    let id = HTMLText.escaped(prefix + line.id)
    let left = SheetRows.builder.layout(line.left)
    let names = [isOpen ? "open" : "", isLong ? "long" : ""].filter { !$0.isEmpty }
    let style = names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    return """
      <li id="\(id)"\(style)>
      <a class="number" href="#\(id)">\(HTMLText.escaped(line.id))</a>
      <div class="left">\(MathMLNotation.element(left, isBlock: false))</div>
      <div class="right">\(pieces.map(\.text).joined(separator: " "))</div>
      <p class="why">\(HTMLText.sentence(line.reason))</p>
      </li>
      """
  }

  private var isOpen: Bool {
    line.stages.contains { if case .blank = $0 { true } else { false } }
  }

  /// Whether it may be longer than a page: then a page may end within it.
  private var isLong: Bool {
    line.stages.reduce(0) { $0 + ($1.pieces(line.left, limit: .infinity).first?.width ?? 0) } > 500
  }

  /// Formulas in the order in which they are read; lines may end between any two.
  private var pieces: [(text: String, isFirst: Bool)] {
    line.stages.enumerated().flatMap { position, stage in
      let sign = FormulaLayout.sign(position == 0 && line.isAssignment ? .defined : .equal)
      return stage.pieces(line.left, limit: Self.limit).enumerated().map { piece, layout in
        let formula = piece == 0 ? FormulaLayout.row([sign, layout]) : layout
        return (MathMLNotation.element(formula, isBlock: false), piece == 0)
      }
    }
  }
}
