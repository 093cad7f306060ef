// What a sheet consists of, before it is text, Markdown, LaTeX, HTML or JSON.

import Deriving
public import NetworkModel
public import Notation
public import WorkedExamples

/// The parts of a sheet in the order in which they are read. Every format prints these and nothing else,
/// so that no two formats say different things.
public struct SheetContent: Sendable {
  /// What the sheet is called.
  public let title: String
  /// Its parts, in reading order.
  public let blocks: [SheetBlock]
  /// What stands at the foot of every page.
  public let footer: String
}

/// A part of a sheet.
public enum SheetBlock: Sendable {
  case heading(String)
  /// Sentences below each other, each with a label or none; letters of the notation may occur in them.
  case sentences([(label: String, text: String)])
  /// Given vectors and matrices: a name, and its numbers row by row.
  case matrices([(name: Expression, rows: [[SheetCell]])])
  case lines([SheetLine])
  case table(SheetTable)
  /// The network, with the numbers that are given.
  case picture(Network)
}

/// One line of a calculation: left = stage = stage = …
public struct SheetLine: Sendable {
  /// Its number: "F3", "B12".
  public let id: String
  /// What it finds.
  public let left: Expression
  /// Whether the left side gets a new value, `:=`.
  public let isAssignment: Bool
  /// What stands between the equals signs: formula, numbers put in, value.
  public let stages: [Stage]
  /// What stands at the end of the line: "BP2, line 8".
  public let reason: String
  /// The line of a derivation that it uses.
  public let reference: LineReference?
  /// Whether a note at the end of the section explains that the printed numbers give something else.
  public let isMarked: Bool

  /// One side of an equals sign.
  public enum Stage: Sendable {
    case formula(Expression)
    case number(PrintedNumber)
    /// A rule to write on.
    case blank
  }
}

/// A table with a heading for each column.
public struct SheetTable: Sendable {
  /// The columns, from the left.
  public let columns: [Column]
  /// The rows, each with a cell for every column.
  public let rows: [[SheetCell]]

  /// A column and its heading.
  public struct Column: Sendable {
    /// The heading.
    public let title: SheetCell
    /// Whether the column holds numbers, aligned at the right.
    public let isNumeric: Bool
  }
}

/// What stands in one place of a table or a matrix.
public enum SheetCell: Sendable {
  case words(String)
  case formula(Expression)
  case number(PrintedNumber)
  /// A number that is printed with other digits than the sheet's: 0.1310461343.
  case digits(String)
  case blank
  /// What is left away.
  case ellipsis
}
