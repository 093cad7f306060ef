// What a line is worth on one instance: both its sides, and what differences measure.

public import Notation

/// The two sides of a line at one place, in numbers.
public struct LineNumbers: Sendable {
  /// The free indices of the line, and the numbers that they are here.
  public let indices: [(index: Index, position: Int)]
  /// The same for whoever evaluates something else here.
  public let place: Assignment
  /// Row by row; a number is one row of one.
  public let left: [[Double]]
  public let right: [[Double]]
  /// The left side as differences measure it, entry by entry; `nil` where it is no derivative. An entry
  /// that has no derivative, at a kink, is `nil` too.
  public let measured: [[Double?]]?
}

extension Instance {
  /// The numbers of a line at each place of its free indices, the first few of them.
  ///
  /// - Throws: where a side has no value.
  /// - Complexity: six values of what is differentiated, for each measured entry.
  public func numbers(
    of equation: Equation, limit: Int = .max
  ) throws(EvaluationError) -> [LineNumbers] {
    let measuring = MeasuredInstance(self)
    let indices = equation.freeIndices
    var result: [LineNumbers] = []
    for place in assignments(of: indices).prefix(limit) {
      result.append(
        LineNumbers(
          indices: indices.map { ($0, place.indices[$0] ?? 0) }, place: place,
          left: try measuring.rows(of: equation.left, at: place),
          right: try measuring.rows(of: equation.right, at: place),
          measured: try measuring.measuredRows(of: equation.left, at: place)))
    }
    return result
  }

  /// How many places a line has here.
  public func placeCount(of equation: Equation) -> Int {
    equation.freeIndices.reduce(1) { $0 * values(of: $1.range, current: current).count }
  }
}

extension MeasuredInstance {
  fileprivate func rows(
    of formula: Formula, at place: Assignment
  ) throws(EvaluationError) -> [[Double]] {
    let values = try evaluation.values(of: formula, at: place)
    guard case .matrix(let matrix) = formula,
      let rows = try? evaluation.value(of: matrix, at: place)
    else { return [values] }
    return rows
  }

  fileprivate func measuredRows(
    of formula: Formula, at place: Assignment
  ) throws(EvaluationError) -> [[Double?]]? {
    guard let targets = formula.derivatives(on: instance, at: place) else { return nil }
    var values: [Double?] = []
    for target in targets {
      let measured = try derivative(of: target.derivative, at: target.place)
      values.append(measured.isUseful ? measured.value : nil)
    }
    let shape = try rows(of: formula, at: place)
    let width = max(1, shape.first?.count ?? 1)
    return stride(from: 0, to: values.count, by: width).map { start in
      Array(values[start..<min(start + width, values.count)])
    }
  }
}

extension Derivation {
  /// On which of the derivation's instances a line has to hold: where everything holds that it and
  /// the lines before it need.
  public func scope(of step: Step) -> [Bool] {
    (try? LineChecker(self).scope(of: step)) ?? instances.map { _ in true }
  }

  /// The line with a number.
  public func line(_ id: String) -> Step? { lines.first { $0.id == id } }
}
