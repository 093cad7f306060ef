// The checks of the lines of one derivation, line by line.

import Notation

/// Checks the lines of a derivation on its instances.
final class LineChecker {
  let instances: [MeasuredInstance]
  private let lines: [String: Step]
  private var sides: [String: Sides] = [:]
  private var lefts: [Side: [[[Double]]]] = [:]
  private var scopes: [String: [Bool]] = [:]

  /// The values of a line's sides: by instance, by place, by entry.
  private struct Sides {
    let indices: [Index]
    let places: [[Assignment]]
    let left: [[[Double]]]
    let right: [[[Double]]]
  }

  /// A left side with the indices and the instances that its values were found for.
  private struct Side: Hashable {
    let formula: Formula
    let indices: [Index]
    let scope: [Bool]
  }

  init(_ derivation: Derivation) {
    instances = derivation.instances.map(MeasuredInstance.init)
    lines = Dictionary(derivation.lines.map { ($0.id, $0) }) { first, _ in first }
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
    // The numbers of a column and of a row are the same.
    if !step.equation.isOfOneShape { differences.fail() }
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
    var values = before.right
    if before.indices != own.indices {
      values = try self.values(of: previous.equation.right, at: own.places)
    }
    for n in instances.indices { compare(values[n], own.right[n], &differences) }
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
    let indices = step.equation.freeIndices
    let scope = try scope(of: step)
    let places = zip(instances, scope).map { instance, isWithin in
      isWithin ? instance.instance.assignments(of: indices) : []
    }
    let left = Side(formula: step.equation.left, indices: indices, scope: scope)
    var known = lefts[left]
    if known == nil { known = try values(of: step.equation.left, at: places) }
    let result = Sides(
      indices: indices, places: places, left: known ?? [],
      right: try values(of: step.equation.right, at: places))
    lefts[left] = result.left
    sides[step.id] = result
    return result
  }

  /// On which instances a line has to hold: where everything that it and the lines before it need holds.
  func scope(of step: Step) throws(EvaluationError) -> [Bool] {
    if let known = scopes[step.id] { return known }
    var scope = Array(repeating: true, count: instances.count)
    for condition in step.conditions {
      guard case .needed = condition.status else { continue }
      for n in instances.indices where scope[n] {
        scope[n] = try condition.statement.holds(on: instances[n])
      }
    }
    for id in [step.previous].compactMap({ $0 }) + step.uses {
      guard let line = lines[id] else { continue }
      scope = zip(scope, try self.scope(of: line)).map { $0 && $1 }
    }
    scopes[step.id] = scope
    return scope
  }

  private func values(
    of formula: Formula, at places: [[Assignment]]
  ) throws(EvaluationError) -> [[[Double]]] {
    var result: [[[Double]]] = []
    for (instance, places) in zip(instances, places) {
      var values: [[Double]] = []
      for place in places { values.append(try instance.evaluation.values(of: formula, at: place)) }
      result.append(values)
    }
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

  /// Every substep, and then the line itself, follows from the one before by its rule.
  private func replayed(_ step: Step) -> LineCheck? {
    guard !step.changes.isEmpty else { return nil }
    let lines = step.lines
    return LineCheck(
      kind: .replay, passed: lines.allSatisfy(\.isReplayed), largestDifference: 0, limit: 0,
      places: lines.count)
  }
}

extension Equation {
  /// Whether both sides have as many rows and columns, if they are matrices.
  fileprivate var isOfOneShape: Bool {
    guard case (.matrix(let left), .matrix(let right)) = (left, right) else { return true }
    guard let own = try? left.shape, let other = try? right.shape else { return false }
    return own == other
  }

  /// The free indices of both sides, by name.
  var freeIndices: [Index] {
    left.freeIndices.union(right.freeIndices).sorted {
      ($0.name, "\($0.range)") < ($1.name, "\($1.range)")
    }
  }
}
