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
  private static let wide = 88.0
  private static let narrow = 62.0
  /// How many rows of one line stand in one box.
  private static let height = 8

  static let preamble = #"""
    \documentclass[a4paper,11pt]{article}
    \usepackage{amsmath}
    \setlength{\textwidth}{170mm}
    \setlength{\textheight}{245mm}
    \setlength{\oddsidemargin}{\dimexpr(\paperwidth-\textwidth)/2-1in\relax}
    \setlength{\topmargin}{\dimexpr12mm-1in\relax}
    \setlength{\headheight}{0pt}
    \setlength{\headsep}{0pt}
    \setlength{\footskip}{10mm}
    \setlength{\parindent}{0pt}
    \setlength{\parskip}{3pt plus 1pt}
    \setlength{\lineskip}{3pt}
    \setlength{\lineskiplimit}{2pt}
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
    \newlength{\leftside}
    \newcommand{\reason}[1]{\parbox[t]{34mm}{\raggedright\footnotesize\strut #1\strut}}
    % Number, left side, rows of the right side, reason: below them where there is no room beside them.
    \newcommand{\sheetline}[4]{{\par\makebox[9mm][l]{\footnotesize #1}%
      \makebox[\leftside][r]{$\displaystyle #2$}$\begin{aligned}[t] #3 \end{aligned}$%
      \nobreak\hfil\penalty50\hskip1em\null\nobreak\hfil\reason{#4}%
      \parfillskip=0pt\finalhyphendemerits=0\par}}
    \newcommand{\heading}[1]{\par\pagebreak[2]\medskip{\bfseries #1}\par\nopagebreak}
    \begin{document}
    \renewcommand{\arraystretch}{1.1}

    """#

  var text: String {
    let head =
      "\\renewcommand{\\sheetname}{\(LaTeXText.escaped(content.footer))}\n"
      + "{\\Large\\bfseries\\raggedright \(LaTeXText.escaped(content.title))\\par}\n"
      + "{\\small \(LaTeXText.escaped(content.footer))\\par}\n"
      + "\\settowidth{\\leftside}{$\\displaystyle \(LaTeXNotation.string(widestLeft).trimmed)$}"
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
      "$" + group.map { LaTeXNotation.string($0).trimmed }.joined(separator: "$\\qquad $")
        + "$\\par"
    }.joined(separator: "\n")
  }

  // MARK: - Lines

  /// The widest left side of all lines: right sides stand below each other on the whole sheet.
  private var widestLeft: FormulaLayout {
    let lines = content.blocks.flatMap { block -> [SheetLine] in
      if case .lines(let lines) = block { lines } else { [] }
    }
    return lines.map { SheetRows.builder.layout($0.left) }.max { $0.width < $1.width } ?? .nothing
  }

  private func lines(_ lines: [SheetLine]) -> String {
    let limit = Self.narrow - widestLeft.width
    return lines.map { line($0, SheetRows($0, limit: limit)) }.joined(separator: "\n")
  }

  /// A line; the rows of a very long one stand in several boxes, between which a page may end.
  private func line(_ line: SheetLine, _ rows: SheetRows) -> String {
    let right = rows.rows.map { row in
      (row.isStage ? "& " : "& \\quad {} ") + LaTeXNotation.string(row.layout).trimmed
    }
    return stride(from: 0, to: right.count, by: Self.height).map { start in
      let box = right[start..<min(start + Self.height, right.count)].joined(separator: " \\\\ ")
      if start > 0 { return "\\sheetline{}{}{\(box)}{}" }
      return "\\sheetline{\(line.id)}{\(LaTeXNotation.string(rows.left).trimmed)}{\(box)}"
        + "{\(LaTeXText.sentence(line.reason))}"
    }.joined(separator: "\n")
  }
}
