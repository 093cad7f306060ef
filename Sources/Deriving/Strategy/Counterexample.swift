// Networks on which a condition fails: one number is moved until two expressions are equal.

import Notation
import Numbers

extension Instance {
  /// The instance with one number changed so that two expressions are equal at node 1 and example 1.
  func moved(to a: Expression, equal b: Expression) -> Instance? {
    var place = Assignment(current: current)
    for index in a.freeIndices.union(b.freeIndices) {
      place.indices[index] = values(of: index.range, current: current).lowerBound
    }
    guard let knob = knob(of: a - b, at: place), let start = given[knob] else { return nil }
    func difference(_ number: Double) -> Double? {
      var moved = self
      moved.given[knob] = number
      return try? Evaluation<Double>(moved).value(a - b, place)
    }
    guard var last = difference(start) else { return nil }
    // The secant method: on a straight line it is there after one step.
    var (x, step) = (start, 0x1p-6)
    for _ in 0..<40 where last.magnitude > 1e-15 {
      guard let next = difference(x + step), next != last, step != 0 else { break }
      x += step
      step *= -next / (next - last)
      last = next
    }
    var moved = self
    moved.given[knob] = x
    moved.name = "\(name) with both made equal"
    return moved
  }

  /// The number that moves an expression: a weighted input moves with its bias, what is given moves
  /// itself.
  private func knob(of expression: Expression, at place: Assignment) -> Entry? {
    let evaluation = Evaluation<Double>(self)
    var knob: Entry?
    expression.forEachLetter { letter in
      guard knob == nil, let entry = try? evaluation.entry(letter, place) else { return }
      let bias = Entry("b", nodes: entry.nodes, layer: entry.layer ?? sizes.count)
      if given[entry] != nil {
        knob = letter.name == "c" ? nil : entry
      } else if letter.name == "z", given[bias] != nil {
        knob = bias
      }
    }
    return knob
  }
}

extension Condition {
  /// The condition of a max or a bracket is only stated where the kinks of several cancel, as those of
  /// a function that is pieced together smoothly do: then nothing breaks there.
  func weakened(for entry: Chain.Entry, of left: Expression) -> Condition {
    guard case .needed(let counterexample, _) = status,
      [Rule.maximum.id, Rule.bracket.id].contains(entry.rule.id),
      counterexample.isSmooth(left)
    else { return self }
    return Condition(statement: statement, status: .stated)
  }
}

extension Instance {
  /// Whether a left side that is a derivative can be measured everywhere here.
  fileprivate func isSmooth(_ left: Expression) -> Bool {
    guard let derivative = MeasurableDerivative(left, definitions: definitions) else { return false }
    let instance = MeasuredInstance(self)
    let indices = left.freeIndices.sorted { $0.name < $1.name }
    return assignments(of: indices).allSatisfy { place in
      (try? instance.probe(derivative, at: place))?.isKink == false
    }
  }
}
