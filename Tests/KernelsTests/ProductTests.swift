// The products of matrices against sums in double-double, and what their bits may depend on.

import Kernels
import NetworkModel
import Numbers
import Testing

struct ProductTests {
  /// How C begins.
  enum Start: CaseIterable { case zero, given, accumulated }

  @Test(
    "c_ij = c + Σ_k a_ik b_kj within γ_(n+1) Σ |a||b|, for all shapes, steps and beginnings",
    arguments: Version.runnable)
  func sums(version: Version) {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<60 {
      let shape = (0..<3).map { _ in Int.random(in: 0...20, using: &generator) }
      for start in Start.allCases {
        expectSums(Double.self, version, shape, start, &generator)
        expectSums(Float.self, version, shape, start, &generator)
      }
    }
    // One row, one column, more than one block of k, more than one panel of columns.
    for shape in [[1, 5, 3], [5, 1, 1], [1, 1, 60], [2, 600, 3], [3, 2, 101], [19, 259, 50]] {
      expectSums(Double.self, version, shape, .given, &generator)
      expectSums(Float.self, version, shape, .accumulated, &generator)
    }
  }

  private func expectSums<Number: ProductNumber>(
    _ type: Number.Type, _ version: Version, _ shape: [Int], _ start: Start,
    _ generator: inout SeededGenerator
  ) {
    let (rows, inner, columns) = (shape[0], shape[1], shape[2])
    func next() -> Double { .random(in: -1...1, using: &generator) }
    let a = Operand<Number>(rows: rows, columns: inner, isTransposed: next() < 0, gap: 2, next)
    let b = Operand<Number>(rows: inner, columns: columns, isTransposed: next() < 0, gap: 3, next)
    let biases = (0..<rows).map { _ in Number(next()) }
    let before = (0..<rows * (columns + 1)).map { _ in Number(next()) }
    var c = before
    Number.product(
      version, a, b, start: start == .given ? biases : nil, addingTo: start == .accumulated, &c,
      row: columns + 1)
    for i in 0..<rows {
      for j in 0..<columns {
        let position = i * (columns + 1) + j
        let first: Number =
          switch start {
          case .zero: 0
          case .given: biases[i]
          case .accumulated: before[position]
          }
        var (sum, size) = (DoubleDouble(Double(first)), Double(first).magnitude)
        for k in 0..<inner {
          let product = DoubleDouble.product(Double(a[i, k]), Double(b[k, j]))
          sum = sum + product
          size += product.high.magnitude
        }
        let nu = Double(inner + 1) * Number.unitRoundoff
        let distance = (DoubleDouble(Double(c[position])) - sum).magnitude.real
        #expect(
          distance <= nu / (1 - nu) * size,
          "\(Number.self) \(shape) \(start): c_\(i)\(j) is \(c[position]), not \(sum.high)")
      }
      let gap = (i + 1) * (columns + 1) - 1
      #expect(c[gap] == before[gap], "what lies between the rows of C is not touched")
    }
  }

  @Test(
    "a part of a product is the product of the parts, bit for bit",
    arguments: Version.runnable)
  func parts(version: Version) {
    expectParts(Double.self, version)
    expectParts(Float.self, version)
  }

  private func expectParts<Number: ProductNumber>(_ type: Number.Type, _ version: Version) {
    var generator = SeededGenerator(seed: 42)
    func next() -> Double { .random(in: -1...1, using: &generator) }
    for transposed in [(false, false), (true, false), (false, true), (true, true)] {
      let a = Operand<Number>(rows: 29, columns: 301, isTransposed: transposed.0, next)
      let b = Operand<Number>(rows: 301, columns: 109, isTransposed: transposed.1, next)
      let whole = product(a, b, version)
      for (rows, columns) in [(0..<29, 0..<1), (3..<4, 0..<109), (5..<26, 17..<90)] {
        let part = product(a.part(rows, 0..<301), b.part(0..<301, columns), version)
        let same = rows.flatMap { i in columns.map { whole[i * 109 + $0] } }
        #expect(part == same, "\(Number.self) rows \(rows), columns \(columns), \(transposed)")
      }
      // And a sum in two parts is the sum.
      var c = product(a.part(0..<29, 0..<100), b.part(0..<100, 0..<109), version)
      Number.product(
        version, a.part(0..<29, 100..<301), b.part(100..<301, 0..<109), start: nil, addingTo: true,
        &c,
        row: 109)
      #expect(c == whole, "\(Number.self), \(transposed)")
    }
  }

  @Test("0 · ∞ and NaN are NaN wherever they stand, and nothing else becomes one")
  func notNumbers() {
    for (i, k, j) in [(0, 0, 0), (8, 4, 24), (2, 3, 26)] {
      var a = Operand<Double>(rows: 9, columns: 5) { 0 }
      var b = Operand<Double>(rows: 5, columns: 27) { 1 }
      b[k, j] = .infinity
      var c = product(a, b)
      for position in c.indices {
        #expect(
          position % 27 == j ? c[position].isNaN : c[position] == 0, "\(position) of \(k), \(j)")
      }
      b[k, j] = 1
      a[i, k] = .nan
      c = product(a, b)
      for position in c.indices {
        #expect(
          position / 27 == i ? c[position].isNaN : c[position] == 0, "\(position) of \(i), \(k)")
      }
    }
  }

  @Test("the rounds that measure the processor are done: x = ½ x + 1 comes to rest at 2")
  func rounds() {
    // Two operations a number and round, and every number is 2 in the end.
    #expect(
      kernel_multiply_add_rounds_double(200) == Double(kernel_multiply_add_operations_double(1)))
    #expect(
      kernel_multiply_add_rounds_float(200) == Float(kernel_multiply_add_operations_float(1)))
    #expect(
      kernel_multiply_add_operations_double(10) == 10 * kernel_multiply_add_operations_double(1))
  }
}
