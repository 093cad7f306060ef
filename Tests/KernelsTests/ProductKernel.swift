// The products of both number types under one name, and the plain loop beside them.

import KernelVersions
import Kernels
import Numbers

/// A number type that the products are made for.
protocol ProductNumber: BinaryFloatingPoint, Sendable {
  /// u: the largest relative error of one rounding.
  static var unitRoundoff: Double { get }
  static func product(
    _ version: Version, _ a: Operand<Self>, _ b: Operand<Self>, start: [Self]?,
    addingTo accumulates: Bool, _ c: inout [Self], row: Int)
}

/// A matrix, row by row or column by column, with gaps between them.
struct Operand<Number: ProductNumber> {
  let rows: Int
  let columns: Int
  let isTransposed: Bool
  let gap: Int
  var numbers: [Number]

  init(
    rows: Int, columns: Int, isTransposed: Bool = false, gap: Int = 0, _ next: () -> Double
  ) {
    (self.rows, self.columns, self.isTransposed, self.gap) = (rows, columns, isTransposed, gap)
    let (lines, length) = isTransposed ? (columns, rows) : (rows, columns)
    numbers = (0..<lines * (length + gap)).map { _ in Number(next()) }
  }

  var rowStep: Int { isTransposed ? 1 : columns + gap }
  var columnStep: Int { isTransposed ? rows + gap : 1 }

  subscript(i: Int, j: Int) -> Number {
    get { numbers[i * rowStep + j * columnStep] }
    set { numbers[i * rowStep + j * columnStep] = newValue }
  }

  /// Some rows and columns of it.
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> Operand {
    var part = Operand(rows: rows.count, columns: columns.count, isTransposed: isTransposed) { 0 }
    for (i, row) in rows.enumerated() {
      for (j, column) in columns.enumerated() { part[i, j] = self[row, column] }
    }
    return part
  }
}

extension Double: ProductNumber {
  static var unitRoundoff: Double { 0x1p-53 }
  static func product(
    _ version: Version, _ a: Operand<Double>, _ b: Operand<Double>, start: [Double]?,
    addingTo accumulates: Bool, _ c: inout [Double], row: Int
  ) {
    guard version == .chosen else {
      kernel_version_product_double(
        version.number, a.rows, a.columns, b.columns, a.numbers, a.rowStep, a.columnStep,
        b.numbers, b.rowStep, b.columnStep, start, accumulates ? 1 : 0, &c, row)
      return
    }
    kernel_product_double(
      a.rows, a.columns, b.columns, a.numbers, a.rowStep, a.columnStep, b.numbers, b.rowStep,
      b.columnStep, start, accumulates ? 1 : 0, &c, row)
  }
}

extension Float: ProductNumber {
  static var unitRoundoff: Double { 0x1p-24 }
  static func product(
    _ version: Version, _ a: Operand<Float>, _ b: Operand<Float>, start: [Float]?,
    addingTo accumulates: Bool, _ c: inout [Float], row: Int
  ) {
    guard version == .chosen else {
      kernel_version_product_float(
        version.number, a.rows, a.columns, b.columns, a.numbers, a.rowStep, a.columnStep,
        b.numbers, b.rowStep, b.columnStep, start, accumulates ? 1 : 0, &c, row)
      return
    }
    kernel_product_float(
      a.rows, a.columns, b.columns, a.numbers, a.rowStep, a.columnStep, b.numbers, b.rowStep,
      b.columnStep, start, accumulates ? 1 : 0, &c, row)
  }
}

/// A B, rows next to each other.
func product<Number: ProductNumber>(
  _ a: Operand<Number>, _ b: Operand<Number>, _ version: Version = .chosen
) -> [Number] {
  var c = Array(repeating: Number(7), count: a.rows * b.columns)
  Number.product(version, a, b, start: nil, addingTo: false, &c, row: b.columns)
  return c
}

extension Version {
  /// Which one `kernel_version_product_double` takes it for.
  var number: Int32 {
    switch self {
    case .version4: 4
    case .version3: 3
    case .baseline, .chosen: 0
    }
  }
}
