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
    let all = derivation.lines.flatMap { checks[$0.id] ?? [] }
    func limit(_ kind: LineCheck.Kind) -> Double? {
      all.filter { $0.kind == kind }.map(\.limit).max()
    }
    var rows: [(mark: String, meaning: String)] = []
    if let limit = limit(.link) {
      rows.append(("= n ✓", "the line equals line n, to \(NumberText.limit(limit)) of its size"))
    }
    if limit(.measured) != nil {
      rows.append(("measured ✓", "it equals what differences measure, within their bound"))
    }
    if limit(.replay) != nil {
      rows.append(("replayed ✓", "the smaller steps, done again one by one, give the line"))
    }
    if limit(.condition) != nil {
      rows.append(
        ("fails ✓", "where the condition does not hold, the line is measured to be wrong"))
    }
    return rows
  }

  /// The networks that the lines were evaluated on.
  var instanceWords: String { derivation.instances.map(\.name).joined(separator: "; ") }

  /// A sentence for each check that failed: only these say by how much.
  func failureWords(_ step: Step) -> [String] {
    (checks[step.id] ?? []).filter { !$0.passed }.map { check in
      let places = "in \(counted(check.places, "place"))"
      let difference = NumberText.limit(check.largestDifference)
      let comparison = "by up to \(difference) > \(NumberText.limit(check.limit)), \(places)"
      switch check.kind {
      case .link: return "✗ differs from line \(step.previous ?? "before") \(comparison)"
      case .measured: return "✗ differs from what differences measure \(comparison)"
      case .replay: return "✗ the smaller steps, done again, differ \(comparison)"
      case .condition: return "✗ holds without its condition, \(places)"
      }
    }
  }
}

extension CheckedDerivation {
  /// Smaller steps stand further in.
  func indent(_ step: Step) -> Int { step.id.contains { !$0.isNumber } ? 2 : 0 }

  /// `= 7 ✓`, or nothing.
  func linkMark(_ step: Step) -> String {
    checks(step, .link).map { "= \(step.previous ?? "before") \($0.mark)" }.joined(separator: " ")
  }

  /// `measured ✓`, or nothing.
  func measuredMark(_ step: Step) -> String {
    checks(step, .measured).map { "measured \($0.mark)" }.joined(separator: " ")
  }

  /// What stands below a line behind its conditions: smaller steps, failures.
  func noteWords(_ step: Step) -> [String] {
    checks(step, .replay).map { "\(listed(step.substeps.map(\.id))) replayed \($0.mark)" }
      + failureWords(step)
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
      }
    }
  }
}
