// Random functions that know their gradient.

import Nabla

/// A random composition of elementary functions, as a list of operations on earlier results: over dual
/// numbers it gives its own gradient.
struct RandomFunction: Sendable {
  enum Operation: Sendable {
    case number(Double), variable(Int)
    case add(Int, Int), subtract(Int, Int), multiply(Int, Int), divide(Int, Int)
    case exp(Int), log(Int), tanh(Int), square(Int), scale(Int, Double)
  }

  private var operations: [Operation]
  let point: [Double]

  /// Numbers of 10^−8 … 10^5, mostly brought to the size of 1; a few operations; all numbers added, so
  /// that each counts; and the whole times 1, 10^8 or 10^−20.
  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = [1e-8, 1e-3, 1, 1, 1, 30, 1e5][generator.integer(below: 7)]
    point = (0..<1 + generator.integer(below: 5)).map { _ in size * generator.gaussian() }
    operations = point.indices.map { .variable($0) }
    for n in point.indices where generator.uniform() < 0.8 {
      operations.append(.scale(n, 1 / size))
    }
    for _ in 0..<3 + generator.integer(below: 20) {
      operations.append(Self.draw(operations.count, &generator))
    }
    for n in point.indices { operations.append(.add(operations.count - 1, n)) }
    let scale = [1, 1, 1, 1e8, 1e-20][generator.integer(below: 5)]
    operations.append(.scale(operations.count - 1, scale))
  }

  private static func draw(_ count: Int, _ generator: inout SeededGenerator) -> Operation {
    func any() -> Int { generator.integer(below: count) }
    switch generator.integer(below: 11) {
    case 0: return .number(4 * generator.gaussian())
    case 1: return .add(any(), any())
    case 2: return .subtract(any(), any())
    case 3, 4: return .multiply(any(), any())
    case 5: return .divide(any(), any())
    case 6: return .exp(any())
    case 7: return .log(any())
    case 8: return .tanh(any())
    case 9: return .square(any())
    default: return .scale(any(), 10 * generator.gaussian())
    }
  }

  func callAsFunction<Number: Scalar>(_ x: [Number]) -> Number {
    var v: [Number] = []
    for operation in operations { v.append(Self.value(of: operation, x, v)) }
    return v[v.count - 1]
  }

  private static func value<Number: Scalar>(
    of operation: Operation, _ x: [Number], _ v: [Number]
  ) -> Number {
    switch operation {
    case .number(let c): Number(c)
    case .variable(let n): x[n]
    case .add(let a, let b): v[a] + v[b]
    case .subtract(let a, let b): v[a] - v[b]
    case .multiply(let a, let b): v[a] * v[b]
    case .divide(let a, let b): v[a] / v[b]
    case .exp(let a): .exp(v[a])
    case .log(let a): .log(v[a])
    case .tanh(let a): .tanh(v[a])
    case .square(let a): v[a] * v[a]
    case .scale(let a, let c): v[a] * Number(c)
    }
  }

  /// The gradient, from dual numbers over double-double.
  var gradient: [Double] { dualGradient(at: point) { self($0) } }
}

/// The gradient of a function at a point, from dual numbers over double-double.
func dualGradient(
  at point: [Double], of f: ([Dual<DoubleDouble>]) -> Dual<DoubleDouble>
) -> [Double] {
  point.indices.map { n in
    f(point.enumerated().map { Dual(DoubleDouble($1), derivative: $0 == n ? .one : .zero) })
      .derivative.real
  }
}
