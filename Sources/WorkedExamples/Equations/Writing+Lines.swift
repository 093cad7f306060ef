// Equations written out: a line for every node and every example.

import Notation

extension Writing {
  /// The lines of a group of equations, in the order in which somebody works: every equation of the first
  /// example, then of the next, then what belongs to no example.
  func lines(of group: [WorkedEquation]) -> [CalculationLine] {
    let all = Array(1...examples)
    let perExample = group.filter { $0.left.example != nil }
    let kept = abridgement?.kept(all, of: .examples) ?? all
    return kept.flatMap { m in perExample.flatMap { lines(of: $0, example: m) } }
      + group.filter { $0.left.example == nil }.flatMap { lines(of: $0, example: nil) }
  }

  /// An equation for every node.
  private func lines(of equation: WorkedEquation, example: Int?) -> [CalculationLine] {
    var places: [[Index: Int]] = [example.map { [Index.m.plain: $0] } ?? [:]]
    for node in equation.left.nodes {
      let all = Array(values(of: node.range))
      let kept = abridgement?.kept(all, of: node.range) ?? all
      places = places.flatMap { place in
        kept.map { place.merging([node.plain: $0]) { _, new in new } }
      }
    }
    return places.map { place in
      CalculationLine(
        equation: equation, left: letter(equation.left, place),
        formula: formula(equation.right, place), example: example)
    }
  }
}

extension CalculationLine {
  /// The nodes and the example that its equation was written out for.
  var place: [Index: Int] {
    var place: [Index: Int] = example.map { [Index.m.plain: $0] } ?? [:]
    for (index, fixed) in zip(equation.left.nodes, left.nodes) {
      place[index.plain] = fixed.position
    }
    return place
  }
}
