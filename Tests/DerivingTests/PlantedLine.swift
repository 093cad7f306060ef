// Wrong lines: a line of a derivation with another right side, and what the checks say about it.

import Nabla

@testable import Deriving

/// A line whose right side was made wrong on purpose.
struct PlantedLine {
  let step: Step
  /// What was done: the name of a mistake.
  let mistake: String
  let right: Formula

  var text: String { "\(mistake): \(step.equation.left.plain) = \(right.plain), not \(step.plain)" }

  /// The same line with the wrong side, under a number of its own.
  ///
  /// Its rule and its substeps are left out: what finds the mistake has to be numbers. Its conditions
  /// stay, for a line is checked where they hold.
  func planted(_ number: Int) -> Step {
    Step(
      id: "\(step.id) planted \(number)",
      equation: Equation(step.equation.left, right, relation: step.equation.relation),
      previous: step.previous, rule: step.rule, reason: step.reason, uses: step.uses, changes: [],
      conditions: step.conditions, substeps: [], isFresh: step.isFresh, origin: nil)
  }
}

/// How many wrong lines were planted, and those that nothing noticed.
struct PlantedCount {
  var planted = 0
  /// Those whose two sides have the same values on every network: no mistakes there.
  var equal = 0
  var unnoticed: [String] = []

  var text: String {
    "\(planted - unnoticed.count) of \(planted) caught"
      + (equal == 0 ? "" : ", \(equal) changed no value")
  }

  static func += (a: inout PlantedCount, b: PlantedCount) {
    a.planted += b.planted
    a.equal += b.equal
    a.unnoticed += b.unnoticed
  }
}

/// The checks of one derivation, with one line replaced by a wrong one at a time.
final class PlantedChecker {
  private let checker: LineChecker
  private let derivation: Derivation
  private var number = 0

  init(_ derivation: Derivation) {
    self.derivation = derivation
    checker = LineChecker(derivation)
  }

  /// Whether the link or the measurement of the wrong line fails.
  func catches(_ line: PlantedLine) -> Bool {
    number += 1
    return checker.checks(of: line.planted(number)).contains {
      !$0.passed && [.link, .measured].contains($0.kind)
    }
  }

  /// Whether the wrong right side has another value than the right one somewhere, or none.
  func changesValue(_ line: PlantedLine) -> Bool {
    let old = line.step.equation
    let indices = Equation(old.left, line.right).freeIndices
    for instance in checker.instances {
      for place in instance.instance.assignments(of: indices) {
        // Where the right line has no value it is not checked either.
        guard let right = try? instance.evaluation.values(of: old.right, at: place) else {
          continue
        }
        guard
          let wrong = try? instance.evaluation.values(of: line.right, at: place),
          right.count == wrong.count
        else { return true }
        if let (a, b) = shapes(old.right, line.right), a != b { return true }
        for (a, b) in zip(right, wrong) {
          // Above what the checks allow for rounding.
          if !((a - b).magnitude / max(a.magnitude, b.magnitude, 1e-3) <= 1e-11) { return true }
        }
      }
    }
    return false
  }

  private func shapes(_ a: Formula, _ b: Formula) -> (Shape, Shape)? {
    guard case (.matrix(let a), .matrix(let b)) = (a, b), let first = try? a.shape,
      let second = try? b.shape
    else { return nil }
    return (first, second)
  }

  /// Plants lines; with `mayBeEqual`, those that change no value are counted apart.
  func count(_ lines: [PlantedLine], mayBeEqual: Bool) -> PlantedCount {
    var count = PlantedCount()
    for line in lines {
      if mayBeEqual, !changesValue(line) {
        count.equal += 1
        continue
      }
      count.planted += 1
      if !catches(line) { count.unnoticed.append("\(derivation.name): \(line.text)") }
    }
    return count
  }
}

extension Step {
  /// The line with each typical mistake of its rule made in each of its changes.
  var mistaken: [PlantedLine] {
    guard let origin else { return [] }
    return changes.indices.flatMap { n in
      rule.mistakes.compactMap { mistake in
        let change = changes[n]
        guard let wrong = mistake.wrong(change.before, change.after, origin.context) else {
          return nil
        }
        var all = changes
        all[n] = Change(before: change.before, after: wrong)
        // Beside a factor 0 a mistake leaves the line as it is.
        guard let right = rewritten(all), .scalar(right) != equation.right else { return nil }
        return PlantedLine(step: self, mistake: mistake.name, right: .scalar(right))
      }
    }
  }
}
