// Derivations as one LaTeX file, which needs amsmath only.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation as a complete LaTeX file.
  public func latex() -> String { Self.latex([self]) }

  /// Some derivations as one complete LaTeX file, each beginning on a page of its own.
  ///
  /// Every line stands in an `align*` with its reason beside it and its number as a tag. The file
  /// holds limits but no differences, so it is the same on every processor.
  public static func latex(_ derivations: [CheckedDerivation]) -> String {
    let bodies = derivations.map { LaTeXDerivation(checked: $0).text }
    return LaTeXDerivation.preamble + bodies.joined(separator: "\n\\clearpage\n\n")
      + "\n\\end{document}\n"
  }
}

/// One derivation of the file.
private struct LaTeXDerivation {
  let checked: CheckedDerivation

  static let preamble = #"""
    \documentclass[a4paper]{article}
    \usepackage{amsmath}
    \setlength{\textwidth}{170mm}
    \setlength{\textheight}{247mm}
    \setlength{\oddsidemargin}{\dimexpr(\paperwidth-\textwidth)/2-1in\relax}
    \setlength{\topmargin}{\dimexpr(\paperheight-\textheight)/2-1in-\headheight-\headsep\relax}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{4pt}
    \allowdisplaybreaks
    \newcommand{\reason}[1]{\parbox[t]{50mm}{\raggedright\small\strut #1\strut}}
    \newcommand{\smallreason}[1]{\parbox[t]{50mm}{\raggedright\footnotesize\itshape\strut #1\strut}}
    \newcommand{\widereason}[1]{\parbox[t]{130mm}{\raggedright\small\strut #1\strut}}
    \newcommand{\smallwidereason}[1]{\parbox[t]{130mm}{\raggedright\footnotesize\itshape\strut #1\strut}}
    \newcommand{\heading}[1]{\par\medskip\textbf{#1}\quad}
    \begin{document}
    \setlength{\abovedisplayskip}{5pt plus 2pt}
    \setlength{\belowdisplayskip}{5pt plus 2pt}

    """#

  private var derivation: Derivation { checked.derivation }
  private var words: DerivationWords { DerivationWords(checked: checked) }
  private var builder: FormulaBuilder {
    FormulaBuilder(understoodExample: derivation.understoodExample, showsShapes: true)
  }
  private var plain: FormulaBuilder {
    FormulaBuilder(understoodExample: derivation.understoodExample)
  }

  var text: String {
    var parts = [
      "\\begin{center}\n{\\Large\\bfseries \(LaTeXText.sentence(derivation.title))\\par}\n"
        + "{\\small \(LaTeXText.escaped(derivation.source))\\par}\n\\end{center}"
    ]
    parts += section("Conventions", derivation.conventions(.mathematics))
    parts += symbols
    parts += LaTeXLines(checked: checked, builder: builder).blocks
    parts += section("Conditions", conditions, isLaTeX: true)
    parts += section("Remarks", derivation.remarks)
    parts.append(footer)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ sentences: [String], isLaTeX: Bool = false) -> [String] {
    if sentences.isEmpty { return [] }
    let text = sentences.map { isLaTeX ? $0 : LaTeXText.sentence(ended($0)) }
    return ["\\heading{\(title)}\n" + text.joined(separator: "\n")]
  }

  private var symbols: [String] {
    if derivation.symbols.isEmpty { return [] }
    let rows = derivation.symbols.map { symbol in
      "$\(LaTeXNotation.string(plain.layout(symbol.formula)))$ & "
        + "\(LaTeXText.sentence(symbol.meaning))\(wholes(symbol)) \\\\"
    }
    return [
      "\\heading{Symbols}\\par\\smallskip\n\\begin{tabular}{@{}lp{140mm}@{}}\n"
        + rows.joined(separator: "\n") + "\n\\end{tabular}"
    ]
  }

  /// `; all k: $h$ ($K$)`.
  private func wholes(_ symbol: Derivation.Symbol) -> String {
    func inline(_ layout: FormulaLayout) -> String { "$\(LaTeXNotation.string(layout))$" }
    if case .matrix = symbol.formula, let shape = symbol.shape {
      return " (\(inline(plain.layout(shape))))"
    }
    let wholes = derivation.wholes(of: symbol).map {
      LaTeXText.sentence($0.entries)
        + ": \(inline(plain.layout($0.formula))) (\(inline(plain.layout($0.shape))))"
    }
    return wholes.isEmpty ? "" : "; " + wholes.joined(separator: ", ")
  }

  private var conditions: [String] {
    words.conditions().map { parts in
      parts.map { part in
        switch part {
        case .words(let words): LaTeXText.sentence(words)
        case .formula(let statement): "$\(LaTeXNotation.string(plain.layout(statement)))$"
        case .line(let id): LaTeXText.escaped(id)
        }
      }.joined()
    }
  }

  private var footer: String {
    return "\\medskip\\hrule\\smallskip\n{\\footnotesize "
      + words.sentences.map(LaTeXText.sentence).joined(separator: "\n") + "\\par}"
  }
}

/// The lines, in blocks of `align*`.
private struct LaTeXLines {
  let checked: CheckedDerivation
  let builder: FormulaBuilder

  /// How wide both sides together may be beside a reason, and without one: in letters.
  private static let narrow = 45.0
  private static let wide = 74.0

  /// The lines that are smaller steps.
  private var substeps: Set<String> {
    Set(checked.derivation.steps.flatMap(\.substeps).map(\.id))
  }

  /// One `align*` for lines that fit beside their reasons, one for each that does not.
  var blocks: [String] {
    let substeps = substeps
    // The fractions and sums of smaller steps are smaller.
    func scale(_ step: Step) -> Double { substeps.contains(step.id) ? 0.85 : 1 }
    let lines = checked.derivation.lines
    let left = lines.map { builder.layout($0.equation.left).width * scale($0) }.max() ?? 0
    var text = AlignedText()
    for (position, step) in lines.enumerated() {
      let isSmall = substeps.contains(step.id)
      let room = (Self.narrow - left) / scale(step)
      let rows = EquationRows(step.equation, builder, limit: room)
      let isWide = rows.width > room
      if isWide { text.endBlock() }
      if position > 0, isWhole(step), !isWhole(lines[position - 1]) {
        text.say("With whole vectors and matrices, their shapes below them:")
      }
      if isWide {
        let limit = Self.wide / scale(step) - rows.left.width
        let rows = EquationRows(step.equation, builder, limit: limit)
        text.add(wideText(step, rows, isSmall: isSmall))
        text.endBlock(size: Self.size((rows.left.width + rows.width) * scale(step)))
      } else {
        text.add(self.text(step, rows, isSmall: isSmall))
      }
    }
    text.endBlock()
    return text.blocks
  }

  /// The size of letters in which a line that cannot be broken fits.
  private static func size(_ width: Double) -> String {
    if width <= wide { return "" }
    return width * 0.9 <= wide ? "\\small" : "\\footnotesize"
  }

  private func isWhole(_ step: Step) -> Bool {
    if case .matrix = step.equation.left { true } else { false }
  }

  private func text(_ step: Step, _ rows: EquationRows, isSmall: Bool) -> String {
    let style = style(isSmall)
    return first(step, rows, style)
      + " && \\\(isSmall ? "small" : "")reason{\(reason(step))}\(tag(step)) \\\\"
      + continued(rows, style)
  }

  /// The reason below the line.
  private func wideText(_ step: Step, _ rows: EquationRows, isSmall: Bool) -> String {
    let style = style(isSmall)
    return first(step, rows, style) + "\(tag(step)) \\\\" + continued(rows, style)
      + "\n&\\qquad\\\(isSmall ? "smallwide" : "wide")reason{\(reason(step))} \\\\"
  }

  private func style(_ isSmall: Bool) -> String { isSmall ? "\\textstyle " : "" }

  private func first(_ step: Step, _ rows: EquationRows, _ style: String) -> String {
    style + LaTeXNotation.string(rows.left).trimmed + " &" + relation(rows) + style
      + LaTeXNotation.string(rows.rows[0]).trimmed
  }

  private func relation(_ rows: EquationRows) -> String {
    LaTeXNotation.string(rows.relation).trimmed + " "
  }

  private func tag(_ step: Step) -> String { " \\tag{\(LaTeXText.escaped(step.id))}" }

  private func continued(_ rows: EquationRows, _ style: String) -> String {
    rows.rows.dropFirst().map { row in
      "\n&\\quad \(style){} " + LaTeXNotation.string(row).trimmed + " \\\\"
    }.joined()
  }

  private func reason(_ step: Step) -> String {
    let needs = step.conditions.map { "$\(LaTeXNotation.string(builder.layout($0.statement)))$" }
    return LaTeXText.sentence(step.reason)
      + (needs.isEmpty ? "" : "; needs " + needs.joined(separator: ", "))
  }
}

/// Blocks of `align*`, and sentences within and between them.
private struct AlignedText {
  private(set) var blocks: [String] = []
  private var rows: [String] = []

  mutating func add(_ row: String) { rows.append(row) }

  mutating func say(_ sentence: String) {
    if rows.isEmpty { blocks.append(sentence) } else { rows.append("\\intertext{\(sentence)}") }
  }

  mutating func endBlock(size: String = "") {
    if rows.isEmpty { return }
    let text = rows.joined(separator: "\n").droppingLastBreak
    let block = "\\begin{align*}\n\(text)\n\\end{align*}"
    blocks.append(size.isEmpty ? block : "{\(size)\n\(block)\n}")
    rows = []
  }
}

extension String {
  /// The last row of an `align*` must not be ended, or an empty one follows.
  fileprivate var droppingLastBreak: String { hasSuffix(" \\\\") ? String(dropLast(3)) : self }
}
