// The checks of what lines need: on a counterexample the condition does not hold, and the line is wrong.

import Notation

extension LineChecker {
  /// The condition holds on some instance; on the counterexample it does not, and the line is wrong
  /// by far more than a measurement can be off.
  func condition(_ step: Step, _ condition: Condition) -> LineCheck? {
    guard case .needed(let counterexample, _) = condition.status else { return nil }
    let other = MeasuredInstance(counterexample)
    var (largest, limit, isBroken) = (0.0, 0.0, false)
    let indices = step.equation.freeIndices
    let places = counterexample.assignments(of: indices)
    do throws(EvaluationError) {
      var holds = false
      for instance in instances where !holds {
        holds = try condition.statement.holds(on: instance)
      }
      if !holds { return failed(places.count) }
      if try condition.statement.holds(on: other) { return failed(places.count) }
      for place in places {
        for breach in try breaches(of: step.equation, on: other, at: place) {
          largest = max(largest, breach.difference)
          limit = max(limit, 1000 * breach.bound)
          if breach.difference > 1000 * breach.bound { isBroken = true }
        }
      }
    } catch {
      return failed(places.count)
    }
    return LineCheck(
      kind: .condition, passed: isBroken, largestDifference: largest, limit: limit,
      places: places.count)
  }

  private func failed(_ places: Int) -> LineCheck {
    LineCheck(
      kind: .condition, passed: false, largestDifference: .infinity, limit: 0, places: places)
  }

  /// By how much the sides differ, and by how much they could if the line were right: both relative.
  ///
  /// Where there is no derivative because of a kink, or the right side has no value, the difference is
  /// infinite.
  private func breaches(
    of equation: Equation, on instance: MeasuredInstance, at place: Assignment
  ) throws(EvaluationError) -> [(difference: Double, bound: Double)] {
    let right = try instance.evaluation.values(of: equation.right, at: place)
    var left: [MeasuredDerivative] = []
    var kinks: Set<Int> = []
    if let derivatives = equation.left.derivatives(on: instance.instance, at: place) {
      for (n, target) in derivatives.enumerated() {
        left.append(try instance.derivative(of: target.derivative, at: target.place))
        if left[n].isUseful { continue }
        if try instance.probe(target.derivative, at: target.place).isKink { kinks.insert(n) }
      }
    } else {
      left = try instance.evaluation.values(of: equation.left, at: place).map {
        MeasuredDerivative(value: $0, bound: 0)
      }
    }
    return zip(left, right).enumerated().map { n, pair in
      let (left, right) = pair
      if kinks.contains(n) || left.isUseful && !right.isFinite { return (.infinity, 0) }
      let scale = Differences.scale(left.value, right)
      let difference = (left.value - right).magnitude / scale
      return (difference.isNaN ? 0 : difference, left.bound / scale + Differences.rounding)
    }
  }
}

extension Condition.Statement {
  /// Whether it is true wherever its indices can be: to rounding; different numbers differ by more.
  func holds(on instance: MeasuredInstance) throws(EvaluationError) -> Bool {
    switch self {
    case .equal(let a, let b): return try Self.compare(a, b, areEqual: true, on: instance)
    case .different(let a, let b): return try Self.compare(a, b, areEqual: false, on: instance)
    case .positive(let a):
      return try Self.compare(a, 0, areEqual: false, on: instance)
        && Self.compare(.bracket(a, .greater, 0), 1, areEqual: true, on: instance)
    case .count(let range, let n):
      return instance.instance.values(of: range, current: instance.instance.current).count == n
    case .alone(let quantity, let variable):
      // Every derivative by another element than its own is 0.
      let own = variable.nodes[0]
      let other = own.fresh(avoiding: [own])
      let slope = Expression.partial(
        .letter(quantity.mappingIndices { $0.name == own.name ? other : $0 }), by: variable)
      return try Self.compare(
        .product([slope, 1 - .same(own, other)]), 0, areEqual: true, on: instance)
    }
  }

  private static func compare(
    _ a: Expression, _ b: Expression, areEqual: Bool, on instance: MeasuredInstance
  ) throws(EvaluationError) -> Bool {
    let indices = a.freeIndices.union(b.freeIndices).sorted { $0.name < $1.name }
    for place in instance.instance.assignments(of: indices) {
      let left = try instance.evaluation.value(a, place)
      let right = try instance.evaluation.value(b, place)
      guard left.isFinite, right.isFinite else { return false }
      var differences = Differences()
      differences.compare(left, right)
      if differences.check(.condition).passed != areEqual { return false }
    }
    return true
  }
}
