// What is said about a derivation and its lines, in the same words everywhere.

import Deriving
import Notation

extension LineCheck {
  var mark: String { passed ? "✓" : "✗" }
}

extension CheckedDerivation {
  func checks(_ step: Step, _ kinds: LineCheck.Kind...) -> [LineCheck] {
    (checks[step.id] ?? []).filter { kinds.contains($0.kind) }
  }

  /// `13 lines, 24 checks, all passed`.
  var countWords: String {
    guard checkCount > 0 else { return "\(counted(lineCount, "line")), not checked" }
    let wrong = derivation.lines.filter { !(checks[$0.id] ?? []).allSatisfy(\.passed) }.map(\.id)
    let result =
      wrong.isEmpty ? "all passed" : "not all passed: \(wrong.count == 1 ? "line" : "lines") "
    return "\(counted(lineCount, "line")), \(counted(checkCount, "check")), "
      + result + listed(wrong)
  }

  var mark: String { checkCount == 0 ? "–" : passed ? "✓" : "✗" }

  /// What the marks stand for, with limits and no residuals: those differ between processors.
  var legend: [(mark: String, meaning: String)] {
    let lines = derivation.lines
    let kinds = Set(checks.values.joined().map(\.kind))
    let limit = checks.values.joined().filter { $0.kind == .link }.map(\.limit).max() ?? 0
    let same = "have the same value, to \(NumberText.limit(limit)) of its size"
    var rows: [(mark: String, meaning: String)] = []
    if lines.contains(where: { linkedLine($0) != nil && !checks($0, .link).isEmpty }) {
      let replay = kinds.contains(.replay) ? "; the rules, used again one by one, lead here" : ""
      rows.append(("= n ✓", "both sides and line n \(same)\(replay)"))
    }
    if lines.contains(where: { linkedLine($0) == nil && !checks($0, .link).isEmpty }) {
      rows.append(("sides ✓", "both sides \(same)"))
    }
    if kinds.contains(.measured) {
      rows.append(("measured ✓", "the line equals what differences measure, within their bound"))
    }
    if kinds.contains(.condition) {
      rows.append(("fails ✓", "without its condition, the line is measured to be wrong"))
    }
    return rows
  }

  /// The networks that the lines were evaluated on, each name once.
  var instanceWords: String {
    derivation.instances.map(\.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: "; ")
  }

  /// A sentence for each check that failed: only these say by how much.
  func failureWords(_ step: Step) -> [String] {
    (checks[step.id] ?? []).filter { !$0.passed }.map { check in
      let places = "in \(counted(check.places, "place"))"
      let difference = NumberText.limit(check.largestDifference)
      let comparison = "by up to \(difference) > \(NumberText.limit(check.limit)), \(places)"
      switch check.kind {
      case .link:
        let other = linkedLine(step).map { "its left side or line \($0)" } ?? "its left side"
        return "✗ differs from \(other) \(comparison)"
      case .measured: return "✗ differs from what differences measure \(comparison)"
      case .replay: return "✗ its rules, used again one by one, do not lead here"
      case .condition: return "✗ holds without its condition, \(places)"
      }
    }
  }
}

extension CheckedDerivation {
  /// Smaller steps stand further in.
  func indent(_ step: Step) -> Int { step.id.contains { !$0.isNumber } ? 2 : 0 }

  /// `= 7 ✓` where a line goes on from another; `sides ✓` where it stands by itself; or nothing.
  ///
  /// The rules that lead to a line, used again, count here too.
  func linkMark(_ step: Step) -> String {
    let links = checks(step, .link, .replay)
    if links.isEmpty { return "" }
    let words = linkedLine(step).map { "= \($0)" } ?? "sides"
    return words + " " + (links.allSatisfy(\.passed) ? "✓" : "✗")
  }

  /// The line before, if it has the same left side: then the right sides are compared too.
  func linkedLine(_ step: Step) -> String? {
    guard let id = step.previous, let line = derivation.line(id),
      line.equation.left == step.equation.left
    else { return nil }
    return id
  }

  /// `measured ✓`, or nothing.
  func measuredMark(_ step: Step) -> String {
    checks(step, .measured).map { "measured \($0.mark)" }.joined(separator: " ")
  }

  /// The conditions of a line; the checks of those that are needed stand in the same order.
  func conditions(_ step: Step) -> [(statement: Condition.Statement, status: String)] {
    var marks = checks(step, .condition).map(\.mark)[...]
    return step.conditions.map { condition in
      switch condition.status {
      case .always(let reason): return (condition.statement, "always, because \(reason)")
      case .needed(_, let name):
        let mark = marks.popFirst().map { " \($0)" } ?? ""
        return (condition.statement, "needed; on \(name) the line fails\(mark)")
      case .stated: return (condition.statement, "taken as given; no check here tests it")
      }
    }
  }
}

extension Derivation {
  /// The line with a number.
  fileprivate func line(_ id: String) -> Step? {
    for step in steps {
      if step.id == id { return step }
      if let substep = step.substeps.first(where: { $0.id == id }) { return substep }
    }
    return nil
  }
}
