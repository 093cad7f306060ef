// The checks of the lines of one derivation, line by line.

import Notation

/// Checks the lines of a derivation on its instances.
final class LineChecker {
  private let instances: [MeasuredInstance]
  private let lines: [String: Step]
  private let replay: (Step) -> Bool
  private var sides: [String: Sides] = [:]

  /// The values of a line's sides: by instance, by place, by entry.
  private struct Sides {
    let indices: [Index]
    var places: [[Assignment]] = []
    var left: [[[Double]]] = []
    var right: [[[Double]]] = []
  }

  init(_ derivation: Derivation, replay: @escaping (Step) -> Bool) {
    instances = derivation.instances.map(MeasuredInstance.init)
    lines = Dictionary(derivation.lines.map { ($0.id, $0) }) { first, _ in first }
    self.replay = replay
  }

  /// Every check that there is for a line.
  func checks(of step: Step) -> [LineCheck] {
    [link(step), measured(step), replayed(step)].compactMap { $0 }
      + step.conditions.compactMap { condition(step, $0) }
  }

  // MARK: - Link

  /// Left is right, and right is the right of the line before.
  private func link(_ step: Step) -> LineCheck {
    var differences = Differences()
    do throws(EvaluationError) {
      let own = try sides(of: step)
      for n in instances.indices {
        compare(own.left[n], own.right[n], &differences)
      }
      if let id = step.previous { try compare(own, with: id, step, &differences) }
    } catch {
      differences.fail()
    }
    return differences.check(.link)
  }

  private func compare(
    _ own: Sides, with id: String, _ step: Step, _ differences: inout Differences
  ) throws(EvaluationError) {
    guard let previous = lines[id] else { return differences.fail() }
    guard previous.equation.left.isSame(as: step.equation.left) else { return }
    let before = try sides(of: previous)
    for (n, instance) in instances.enumerated() {
      if before.indices == own.indices {
        compare(before.right[n], own.right[n], &differences)
        continue
      }
      var values: [[Double]] = []
      for place in own.places[n] {
        values.append(try instance.evaluation.values(of: previous.equation.right, at: place))
      }
      compare(values, own.right[n], &differences)
    }
  }

  private func compare(_ a: [[Double]], _ b: [[Double]], _ differences: inout Differences) {
    for (a, b) in zip(a, b) {
      if a.count != b.count { differences.fail() }
      for (a, b) in zip(a, b) { differences.compare(a, b) }
    }
  }

  /// The values of both sides, found once.
  private func sides(of step: Step) throws(EvaluationError) -> Sides {
    if let known = sides[step.id] { return known }
    var result = Sides(indices: step.equation.freeIndices)
    for instance in instances {
      let places = instance.instance.assignments(of: result.indices)
      var (left, right): ([[Double]], [[Double]]) = ([], [])
      for place in places {
        left.append(try instance.evaluation.values(of: step.equation.left, at: place))
        right.append(try instance.evaluation.values(of: step.equation.right, at: place))
      }
      result.places.append(places)
      result.left.append(left)
      result.right.append(right)
    }
    sides[step.id] = result
    return result
  }

  // MARK: - Measurement

  /// Right is what differences measure, where left is a derivative.
  private func measured(_ step: Step) -> LineCheck? {
    var differences = Differences()
    do throws(EvaluationError) {
      let own = try sides(of: step)
      for (n, instance) in instances.enumerated() {
        for (place, right) in zip(own.places[n], own.right[n]) {
          guard let derivatives = step.equation.left.derivatives(on: instance.instance, at: place)
          else { return nil }
          if derivatives.count != right.count { differences.fail() }
          for (right, target) in zip(right, derivatives) {
            let measured = try instance.derivative(of: target.derivative, at: target.place)
            if !measured.isUseful { differences.fail() }
            differences.compare(right, measured.value, bound: measured.bound)
          }
        }
      }
    } catch {
      differences.fail()
    }
    return differences.check(.measured)
  }

  // MARK: - Substeps

  /// The last substep is the line, and each one follows from the one before by its rule.
  private func replayed(_ step: Step) -> LineCheck? {
    guard let last = step.substeps.last else { return nil }
    let isLine =
      last.equation.left.isSame(as: step.equation.left)
      && last.equation.right.isSame(as: step.equation.right)
    return LineCheck(
      kind: .replay, passed: isLine && step.substeps.allSatisfy(replay), largestDifference: 0,
      limit: 0, places: step.substeps.count)
  }

  // MARK: - Conditions

  /// Where the condition does not hold, the line is wrong: by far more than a measurement can be off.
  private func condition(_ step: Step, _ condition: Condition) -> LineCheck? {
    guard case .needed(let counterexample, _) = condition.status else { return nil }
    let instance = MeasuredInstance(counterexample)
    let places = counterexample.assignments(of: step.equation.freeIndices)
    var (largest, limit, isBroken, isDone) = (0.0, 0.0, false, !places.isEmpty)
    do throws(EvaluationError) {
      for place in places {
        for breach in try breaches(of: step.equation, on: instance, at: place) {
          largest = max(largest, breach.difference)
          limit = max(limit, 1000 * breach.bound)
          if breach.difference > 1000 * breach.bound { isBroken = true }
        }
      }
    } catch {
      isDone = false
    }
    return LineCheck(
      kind: .condition, passed: isBroken && isDone, largestDifference: largest, limit: limit,
      places: places.count)
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

extension Equation {
  /// The free indices of both sides, by name.
  fileprivate var freeIndices: [Index] {
    left.freeIndices.union(right.freeIndices).sorted {
      ($0.name, "\($0.range)") < ($1.name, "\($1.range)")
    }
  }
}
