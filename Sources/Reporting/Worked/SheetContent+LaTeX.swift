// Sheets as one LaTeX file, which needs amsmath only.

import Notation
import WorkedExamples

extension SheetContent {
  /// Sheets as one complete LaTeX file, each beginning on a page of its own and with its name at the foot
  /// of every page.
  ///
  /// The text fits on A4 and on Letter. The picture of the network is left out, since LaTeX has none
  /// without more packages.
  public static func latex(_ sheets: [SheetContent]) -> String {
    LaTeXSheet.preamble
      + sheets.map { LaTeXSheet(content: $0).text }.joined(separator: "\n\\clearpage\n\n")
      + "\n\\end{document}\n"
  }

  /// The sheet as a LaTeX file.
  public func latex() -> String { Self.latex([self]) }
}

/// One sheet of the file.
private struct LaTeXSheet {
  let content: SheetContent

  /// How wide a row of given matrices may be, and a line with its left side: in letters.
  private static let wide = 66.0
  private static let narrow = 50.0

  static let preamble = #"""
    \documentclass[a4paper,11pt,fleqn]{article}
    \usepackage{amsmath}
    \setlength{\textwidth}{170mm}
    \setlength{\textheight}{236mm}
    \setlength{\oddsidemargin}{\dimexpr(\paperwidth-\textwidth)/2-1in\relax}
    \setlength{\topmargin}{\dimexpr14mm-1in\relax}
    \setlength{\headheight}{0pt}
    \setlength{\headsep}{0pt}
    \setlength{\footskip}{10mm}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{3pt plus 1pt}
    \setlength{\mathindent}{0pt}
    \raggedbottom
    \allowdisplaybreaks
    \newcommand{\sheetname}{}
    \makeatletter
    \newcommand{\ps@sheet}{%
      \renewcommand{\@oddhead}{}\renewcommand{\@evenhead}{}%
      \renewcommand{\@oddfoot}{\footnotesize\sheetname\hfil\thepage}%
      \renewcommand{\@evenfoot}{\@oddfoot}}
    \makeatother
    \pagestyle{sheet}
    \newcommand{\reason}[1]{\parbox[t]{34mm}{\raggedright\footnotesize\strut #1\strut}}
    \newcommand{\lineno}[1]{\makebox[9mm][l]{\footnotesize #1}}
    \newcommand{\heading}[1]{\par\pagebreak[1]\medskip{\bfseries #1}\par\nopagebreak}
    \begin{document}
    \setlength{\abovedisplayskip}{3pt plus 1pt}
    \setlength{\belowdisplayskip}{3pt plus 1pt}
    \setlength{\abovedisplayshortskip}{3pt plus 1pt}
    \setlength{\belowdisplayshortskip}{3pt plus 1pt}
    \renewcommand{\arraystretch}{1.1}

    """#

  var text: String {
    let head =
      "\\renewcommand{\\sheetname}{\(LaTeXText.escaped(content.footer))}\n"
      + "{\\Large\\bfseries\\raggedright \(LaTeXText.escaped(content.title))\\par}\n"
      + "{\\small \(LaTeXText.escaped(content.footer))\\par}"
    return ([head] + content.blocks.compactMap(text)).joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: SheetBlock) -> String? {
    switch block {
    case .heading(let title): "\\heading{\(LaTeXText.sentence(title))}"
    case .sentences(let sentences):
      sentences.map { "{\\small\\raggedright \(sentence($0))\\par}" }.joined(separator: "\n")
    case .matrices(let matrices): self.matrices(matrices)
    case .lines(let lines): self.lines(lines)
    case .table(let table): LaTeXTable(table: table).text
    case .picture: nil
    }
  }

  private func sentence(_ sentence: (label: String, text: String)) -> String {
    let text = LaTeXText.sentence(sentence.text)
    return sentence.label.isEmpty
      ? text : "\\textbf{\(LaTeXText.escaped(sentence.label))}\\quad \(text)"
  }

  private func matrices(_ matrices: [(name: Expression, rows: [[SheetCell]])]) -> String {
    FormulaLayout.groups(matrices, limit: Self.wide).map { group in
      "\\[ "
        + group.map { LaTeXNotation.string($0).trimmed }.joined(separator: " \\qquad ") + " \\]"
    }.joined(separator: "\n")
  }

  // MARK: - Lines

  /// One block: number, left side, right side; the reason in the place of a tag, which goes below the
  /// line where there is no room.
  private func lines(_ lines: [SheetLine]) -> String {
    let left = lines.map { SheetRows.builder.layout($0.left).width }.max() ?? 0
    let rows = lines.map { line(SheetRows($0, limit: Self.narrow - left), $0) }
    return "\\begin{alignat*}{2}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{alignat*}"
  }

  private func line(_ rows: SheetRows, _ line: SheetLine) -> String {
    rows.rows.enumerated().map { position, row in
      let right = LaTeXNotation.string(row.layout).trimmed
      if position > 0 { return row.isStage ? "&&& \(right)" : "&&&\\quad {} \(right)" }
      let reason = LaTeXText.sentence(line.reason)
      return "\\lineno{\(line.id)} && \(LaTeXNotation.string(rows.left).trimmed) & \(right)"
        + (reason.isEmpty ? "" : " \\tag*{\\reason{\(reason)}}")
    }.joined(separator: " \\\\\n")
  }
}
