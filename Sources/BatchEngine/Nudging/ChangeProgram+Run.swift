// Running a change program: values at the point, then rows of changes, as far as they are needed.

import Kernels
import Notation
import Numbers

/// Where change programs work: a number for each node, and a row of changes for each that changes.
///
/// The memory belongs to the buffers of one probe.
struct ChangeWorkspace {
  let values: UnsafeMutablePointer<Double>
  let rows: UnsafeMutablePointer<Double>
  let results: UnsafeMutablePointer<UnsafePointer<Double>?>
  let isDone: UnsafeMutablePointer<Bool>
  /// The distance of rows, at least the number of changes in one.
  let stride: Int
}

/// The point at which a program stands, and the changes that it is given.
struct ChangeInput {
  /// The letters' values by slot.
  let letters: UnsafePointer<Double>
  /// The letters' changes by slot; `nil` where a letter does not change here.
  let changes: UnsafePointer<UnsafePointer<Double>?>
  /// How many changes there are.
  let count: Int
  /// The sides of the kinks, where the program has some.
  let sides: UInt8
}

extension ChangeProgram {
  /// The changes of the formula; `nil` where it does not change.
  func run(_ input: ChangeInput, in workspace: ChangeWorkspace) -> UnsafePointer<Double>? {
    evaluate(input, workspace)
    for node in nodes.indices { workspace.isDone[node] = false }
    return change(root, input, workspace)
  }

  /// The value of every node at the point.
  private func evaluate(_ input: ChangeInput, _ workspace: ChangeWorkspace) {
    let v = workspace.values
    for node in nodes.indices {
      switch nodes[node] {
      case .number(let value): v[node] = value
      case .letter(let slot): v[node] = input.letters[slot]
      case .sum(let a, let b): v[node] = v[a] + v[b]
      case .difference(let a, let b): v[node] = v[a] - v[b]
      case .negative(let a): v[node] = -v[a]
      case .product(let a, let b): v[node] = v[a] * v[b]
      case .quotient(let a, let b): v[node] = v[a] / v[b]
      case .power(let a, let n): v[node] = Double.power(v[a], n)
      case .function(let function, let a): v[node] = function.value(v[a])
      case .max(let a, let b, let tieIsSecond, let kink):
        let natural = v[b] > v[a] || tieIsSecond && v[b] == v[a]
        v[node] = side(kink, natural, input.sides) ? v[b] : v[a]
      case .bracket(let a, let relation, let b, let kink):
        v[node] = side(kink, holds(v[a], relation, v[b]), input.sides) ? 1 : 0
      }
    }
  }

  private func side(_ kink: Int, _ natural: Bool, _ sides: UInt8) -> Bool {
    kink < 0 ? natural : sides & (1 << UInt8(kink)) != 0
  }

  private func holds(_ a: Double, _ relation: Expression.Relation, _ b: Double) -> Bool {
    switch relation {
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .less: a < b
    }
  }

  /// The changes of a node, computed when they are first asked for.
  private func change(
    _ node: Int, _ input: ChangeInput, _ workspace: ChangeWorkspace
  ) -> UnsafePointer<Double>? {
    guard varies[node] else { return nil }
    if !workspace.isDone[node] {
      workspace.results[node] = compute(node, input, workspace)
      workspace.isDone[node] = true
    }
    return workspace.results[node]
  }

  private func compute(
    _ node: Int, _ input: ChangeInput, _ workspace: ChangeWorkspace
  ) -> UnsafePointer<Double>? {
    let (v, n) = (workspace.values, input.count)
    let row = workspace.rows + node * workspace.stride
    func of(_ operand: Int) -> UnsafePointer<Double>? { change(operand, input, workspace) }
    switch nodes[node] {
    case .number, .bracket: return nil
    case .letter(let slot): return input.changes[slot]
    case .sum(let a, let b):
      guard let x = of(a) else { return of(b) }
      guard let y = of(b) else { return x }
      kernel_change_sum(n, x, y, row)
    case .difference(let a, let b):
      guard let y = of(b) else { return of(a) }
      if let x = of(a) {
        kernel_change_difference(n, x, y, row)
      } else {
        kernel_change_scale(n, -1, y, row)
      }
    case .negative(let a):
      guard let x = of(a) else { return nil }
      kernel_change_scale(n, -1, x, row)
    case .product(let a, let b): return product(a, b, input, workspace, row)
    case .quotient(let a, let b):
      guard let y = of(b) else {
        guard let x = of(a) else { return nil }
        kernel_change_scale(n, 1 / v[b], x, row)
        break
      }
      kernel_change_quotient(n, v[node], of(a), v[b], y, row)
    case .power(let a, let exponent):
      guard let x = of(a) else { return nil }
      return power(exponent, of: v[a], x, n, row)
    case .function(let function, let a):
      guard let x = of(a) else { return nil }
      apply(function, at: v[a], value: v[node], x, n, row)
    case .max(let a, let b, let tieIsSecond, let kink):
      let natural = v[b] > v[a] || tieIsSecond && v[b] == v[a]
      return of(side(kink, natural, input.sides) ? b : a)
    }
    return UnsafePointer(row)
  }

  /// Where one factor is 0 and stays so, the other's changes are not even computed.
  private func product(
    _ a: Int, _ b: Int, _ input: ChangeInput, _ workspace: ChangeWorkspace,
    _ row: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double>? {
    let (v, n) = (workspace.values, input.count)
    let x = v[b] == 0 && !varies[b] ? nil : change(a, input, workspace)
    let y = v[a] == 0 && !varies[a] ? nil : change(b, input, workspace)
    switch (x, y) {
    case (nil, nil): return nil
    case (let x?, nil): kernel_change_scale(n, v[b], x, row)
    case (nil, let y?): kernel_change_scale(n, v[a], y, row)
    case (let x?, let y?): kernel_change_product(n, v[a], x, v[b], y, row)
    }
    return UnsafePointer(row)
  }

  /// x^n as a product; 1/x^n where n is negative.
  private func power(
    _ exponent: Int, of x: Double, _ change: UnsafePointer<Double>, _ n: Int,
    _ row: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double>? {
    let size = exponent.magnitude
    if size == 0 { return nil }
    kernel_change_scale(n, 1, change, row)
    for factors in 1..<Int(size) {
      kernel_change_product(n, Double.power(x, factors), row, x, change, row)
    }
    if exponent < 0 {
      let value = Double.power(x, Int(size))
      kernel_change_quotient(n, 1 / value, nil, value, row, row)
    }
    return UnsafePointer(row)
  }

  private func apply(
    _ function: ElementaryFunction, at x: Double, value: Double,
    _ change: UnsafePointer<Double>, _ n: Int, _ row: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exp: kernel_change_exp(n, value, change, row)
    case .expMinusOne: kernel_change_exp(n, Double.exp(x), change, row)
    case .log: kernel_change_log(n, x, change, row)
    case .logOnePlus: kernel_change_log(n, 1 + x, change, row)
    case .tanh: kernel_change_tanh(n, value, tanhSlope(x), change, row)
    }
  }
}

// MARK: - Kinks

extension ChangeProgram {
  /// Whether the program has kinks whose sides are held.
  var isSided: Bool { kinkCount > 0 }

  /// Notes the columns in which a kink would have been on its other side, had it not been held; after
  /// `run`.
  func noteCrossings(
    _ input: ChangeInput, in workspace: ChangeWorkspace, _ note: (_ column: Int) -> Void
  ) {
    for node in nodes.indices {
      switch nodes[node] {
      case .max(let a, let b, let tieIsSecond, let kink) where kink >= 0:
        compare(a, b, held: side(kink, false, input.sides), input, workspace, note) {
          $1 > $0 || tieIsSecond && $1 == $0
        }
      case .bracket(let a, let relation, let b, let kink) where kink >= 0:
        compare(a, b, held: side(kink, false, input.sides), input, workspace, note) {
          holds($0, relation, $1)
        }
      default: break
      }
    }
  }

  private func compare(
    _ a: Int, _ b: Int, held: Bool, _ input: ChangeInput, _ workspace: ChangeWorkspace,
    _ note: (_ column: Int) -> Void, _ natural: (Double, Double) -> Bool
  ) {
    let (x, y) = (change(a, input, workspace), change(b, input, workspace))
    let v = workspace.values
    let reach =
      (x.map { kernel_largest(input.count, $0) } ?? 0)
      + (y.map { kernel_largest(input.count, $0) } ?? 0)
    if (v[a] - v[b]).magnitude > 2 * reach { return }
    for column in 0..<input.count
    where natural(v[a] + (x?[column] ?? 0), v[b] + (y?[column] ?? 0)) != held {
      note(column)
    }
  }
}

/// 1 − tanh² x, also where tanh x rounds to 1.
func tanhSlope(_ x: Double) -> Double {
  let q = Double.exp(-2 * x.magnitude)
  return 4 * q / ((1 + q) * (1 + q))
}

/// g (1 − g) of the logistic function, also where it rounds to 0 or 1.
func logisticSlope(_ x: Double) -> Double {
  let q = Double.exp(-x.magnitude)
  return q / ((1 + q) * (1 + q))
}
