// The values of letters while an instance is evaluated: given, or by their definitions, each found once;
// and which letters they depend on.

public import Numbers

extension Evaluation {
  /// A letter's value, given or by its definition, and its derivative.
  @inlinable
  func value(
    of entry: Instance.Entry, seed: Instance.Entry?
  ) throws(EvaluationError) -> Dual<S> {
    if !open.isEmpty { open[open.count - 1].append(entry) }
    let value = try plainValue(of: entry)
    guard let seed else { return Dual(value, derivative: .zero) }
    if entry == seed { return Dual(value, derivative: .one) }
    guard depends(entry, on: seed) else { return Dual(value, derivative: .zero) }
    let key = Pair(entry: entry, other: seed)
    if let known = slopes[key] { return Dual(value, derivative: known) }
    let slope = try definedValue(of: entry, seed: seed).derivative
    slopes[key] = slope
    return Dual(value, derivative: slope)
  }

  @inlinable
  func plainValue(of entry: Instance.Entry) throws(EvaluationError) -> S {
    if let known = memory[entry] { return known }
    if let original, let nudged, let known = original.memory[entry],
      !original.depends(entry, on: nudged)
    {
      memory[entry] = known
      return known
    }
    var result: S
    if let value = instance.given[entry] {
      result = S(value)
    } else {
      open.append([])
      defer { uses[entry] = open.removeLast() }
      result = try definedValue(of: entry, seed: nil).value
    }
    if entry == nudged { result = result + nudge }
    memory[entry] = result
    return result
  }

  /// Whether a letter whose value is known was computed from another, or is that other.
  @inlinable
  func depends(_ entry: Instance.Entry, on other: Instance.Entry) -> Bool {
    if entry == other { return true }
    // What a value is computed from is the same whatever the numbers are.
    guard let used = uses[entry] ?? original?.uses[entry] else { return false }
    let key = Pair(entry: entry, other: other)
    if let known = dependences[key] { return known }
    let result = used.contains { depends($0, on: other) }
    dependences[key] = result
    return result
  }

  @inlinable
  func definedValue(
    of entry: Instance.Entry, seed: Instance.Entry?
  ) throws(EvaluationError) -> Dual<S> {
    for definition in instance.definitions {
      let letter = definition.letter
      guard letter.name == entry.name, letter.nodes.count == entry.nodes.count,
        (letter.layer == nil) == (entry.layer == nil),
        (letter.example == nil) == (entry.example == nil)
      else { continue }
      let current = entry.layer ?? instance.current
      if let layer = letter.layer, instance.number(of: layer, current: current) != entry.layer {
        continue
      }
      var place = Assignment(current: current)
      let positions = entry.nodes + (entry.example.map { [$0] } ?? [])
      guard
        zip(letter.indices, positions).allSatisfy({ index, position in
          // There is no step before the first one.
          if index.stepsBefore != nil { return position > 0 }
          return index.position == nil || index.position == position
        })
      else { continue }
      for (index, position) in zip(letter.indices, positions) {
        // What is defined at step t is defined at every step.
        if let n = index.stepsBefore { place.current = position + n }
        place.indices[index] = position
      }
      // A derivative has a value, not a slope: δ is a number to whatever is differentiated outside.
      return try evaluate(definition.value, place, seed: seed)
    }
    throw .unknown(letter: "\(entry)")
  }
}
