// Shapes and values of matrix formulas, and that a wrong formula is seen.

import Nabla
import Testing

@Suite("Matrix formulas") struct VectorisedShapeTests {
  private static func letter(
    _ name: String, _ rows: Index?, _ columns: Index?
  ) -> MatrixExpression {
    let indices = [rows, columns].compactMap { $0 }
    return .letter(
      MatrixLetter(
        .letter(name, layer: nil, example: nil),
        entry: .letter(Letter(name.lowercased(), nodes: indices)), rows: rows, columns: columns))
  }
  private static let (i, j) = (Index("i", .nodes(.number(1))), Index("j", .nodes(.number(2))))
  private static let a = letter("A", i, j)
  private static let u = letter("u", i, nil)
  private static let ones = MatrixExpression.ones(rows: j.range, columns: nil)

  /// A = (1 2 3; 4 5 6), u = (7; 8).
  private static let instance: Instance = {
    var instance = Instance(name: "two and three", sizes: [2, 3])
    for (n, number) in (1...6).enumerated() {
      instance.given[Instance.Entry("a", nodes: [n / 3 + 1, n % 3 + 1])] = Double(number)
    }
    instance.given[Instance.Entry("u", nodes: [1])] = 7
    instance.given[Instance.Entry("u", nodes: [2])] = 8
    instance.functions[Instance.Entry("g")] = .power(.letter("z"), 2)
    return instance
  }()

  @Test(
    "values, entry by entry",
    arguments: [
      (.transpose(a), [[1, 4], [2, 5], [3, 6]]),
      (.product([a, ones]), [[6], [15]]),
      (.product([.transpose(u), a]), [[39, 54, 69]]),
      (.product([u, .transpose(ones)]), [[7, 7, 7], [8, 8, 8]]),
      (.diagonal(u), [[7, 0], [0, 8]]),
      (.product([.diagonal(u), a]), [[7, 14, 21], [32, 40, 48]]),
      (.hadamard([a, a]), [[1, 4, 9], [16, 25, 36]]),
      (.quotient(a, a), [[1, 1, 1], [1, 1, 1]]),
      (.power(u, 2), [[49], [64]]),
      (.scaled(2, .negative(u)), [[-14], [-16]]),
      (.sum([.constant(1, rows: i.range, columns: nil), .negative(u)]), [[-6], [-7]]),
      (.call("g", primes: 0, u), [[49], [64]]),
      (.call("g", primes: 1, a), [[2, 4, 6], [8, 10, 12]]),
      (
        .bracket(a, .greater, .constant(3, rows: i.range, columns: j.range)),
        [[0, 0, 0], [1, 1, 1]]
      ),
      (
        .max(a, .constant(3, rows: i.range, columns: j.range), tie: .first),
        [[3, 3, 3], [4, 5, 6]]
      ),
    ] as [(MatrixExpression, [[Double]])])
  func values(_ matrix: MatrixExpression, _ expected: [[Double]]) throws {
    let value = try Evaluation<Double>(Self.instance).value(of: matrix, at: Assignment(current: 1))
    #expect(value == expected, "\(matrix.text)")
  }

  @Test("shapes that do not fit are named")
  func misfits() throws {
    let (wide, column) = (
      Shape(rows: Self.i.range, columns: Self.j.range),
      Shape(rows: Self.i.range, columns: nil)
    )
    let expected: [(MatrixExpression, ShapeError)] = [
      (.sum([Self.a, Self.u]), .different(Self.a, wide, Self.u, column)),
      (.product([Self.a, Self.u]), .notMultipliable(Self.a, wide, Self.u, column)),
      (.diagonal(Self.a), .noVector(Self.a, wide)),
    ]
    for (matrix, error) in expected {
      #expect(throws: error) { try matrix.shape }
      #expect(throws: error) {
        try Evaluation<Double>(Self.instance).value(of: matrix, at: Assignment(current: 1))
      }
    }
    #expect("\(wide)" == "N × s_2")
  }

  @Test("a wrong matrix is seen: without its transpose, where shapes cannot tell")
  func wrong() throws {
    let w = Expression.letter("w", .i, .k)
    let expression = Expression.sum(over: .i, w * Notes.h(.i))
    let right = try Vectorisation.vectorised(expression, rows: .k, columns: .m)
    guard case .product(let factors) = right, case .transpose(let matrix) = factors[0] else {
      Issue.record("\(right.text)")
      return
    }
    let wrong = MatrixExpression.product([matrix, factors[1]])
    let instance = Instance(for: expression, VectorisationSizes.all[0], seed: 5)
    func difference(_ matrix: MatrixExpression) throws -> Double {
      try largestDifference(matrix, expression, rows: .k, columns: .m, on: instance)
    }
    #expect(try difference(right) <= 1e-15)
    #expect(try difference(wrong) > 0.1)
    #expect(try difference(.transpose(right)) == .infinity)
  }
}
