// The products of the batch engine: shares of them, and bounds in any order of summation.

import Nabla
import Testing

@testable import BatchEngine

@Suite("Products of matrices")
struct MatrixProductTests {
  private static func matrix(_ rows: Int, _ columns: Int, _ next: () -> Double) -> Matrix<Double> {
    Matrix(rows: rows, columns: columns, entries: (0..<rows * columns).map { _ in next() })
  }

  @Test("shares of rows or columns have the bits of the kernel's whole product")
  func shares() {
    var random = SeededGenerator(seed: 8)
    for (rows, inner, columns) in [(67, 91, 70), (9, 120, 401), (1, 2, 3), (2, 0, 3), (0, 4, 4)] {
      func next() -> Double { .random(in: -1...1, using: &random) }
      let (a, b) = (Self.matrix(rows, inner, next), Self.matrix(inner, columns, next))
      let whole = MatrixProduct(Factor(a), Factor(b)).value
      var expected = Array(repeating: 0.0, count: rows * columns)
      if rows > 0 {
        Double.product(
          rows, inner, columns, a.entries, inner, 1, b.entries, columns, 1, nil, &expected, columns)
      }
      #expect(whole.entries == expected, "\(rows)×\(inner)×\(columns)")
    }
  }

  @Test("|c − exact| ≤ bound for exact numbers within the factors' bounds, summed in any order")
  func bounds() {
    var random = SeededGenerator(seed: 9)
    for scale in [1, 0x1p-530, 0x1p500] {
      for (rows, inner, columns) in [(3, 40, 5), (1, 1, 1), (4, 0, 2), (2, 300, 2)] {
        func next() -> Double {
          .random(in: -1...1, using: &random) * scale
            * Double.exp(.random(in: -40...0, using: &random))
        }
        func bounded(_ rows: Int, _ columns: Int) -> Matrix<Bounded> {
          Self.matrix(rows, columns, next).map { x in
            Bounded(x, error: x.magnitude * (next() < 0 ? 0 : 0x1p-50))
          }
        }
        let (a, b) = (bounded(rows, inner), bounded(inner, columns))
        let start = bounded(rows, 1).entries
        let c = affine(a, b, plus: start).value
        for i in 1...rows {
          for j in 1...columns {
            // The exact factors are as far off as they may be, each way.
            for sign in [1.0, -1.0] {
              func exact(_ x: Bounded) -> DoubleDouble { .sum(x.value, sign * x.error) }
              var sum = exact(start[i - 1])
              var backwards = 0.0
              for k in (0..<inner).reversed() {
                sum = sum + exact(a[i, k + 1]) * exact(b[k + 1, j])
                backwards += a[i, k + 1].value * b[k + 1, j].value
              }
              backwards += start[i - 1].value
              for value in [c[i, j].value, backwards] {
                let error = (DoubleDouble(value) - sum).magnitude.real
                #expect(
                  error <= firstOrder * c[i, j].error,
                  "\(value) ± \(c[i, j].error), exact \(sum.real); \(rows)×\(inner)×\(columns), \(scale)"
                )
              }
            }
          }
        }
      }
    }
  }

  @Test("a value that is no number, or infinite, has no finite bound")
  func notFinite() {
    for x in [Double.nan, .infinity, .greatestFiniteMagnitude] {
      let a = Matrix(rows: 1, columns: 2, entries: [Bounded(x), Bounded(x)])
      let b = Matrix(rows: 2, columns: 1, entries: [Bounded(2), Bounded(1)])
      let c = affine(a, b, plus: [Bounded(0)]).value[1, 1]
      #expect(!c.value.isFinite && !c.error.isFinite, "\(x): \(c)")
    }
  }
}
