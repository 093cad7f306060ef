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

  /// `13 lines, 24 checks`.
  var countWords: String {
    "\(counted(lineCount, "line")), \(counted(checkCount, "check"))"
  }

  /// What the marks stand for, with the limits and without any residual: those differ between
  /// processors.
  var summaryWords: String {
    var words: [String] = []
    let all = derivation.lines.flatMap { checks[$0.id] ?? [] }
    if let link = limitWords(all, .link) {
      words.append("= n: equals line n \(link)")
    }
    if let mark = overallMark(all, .measured) {
      words.append("measured: equals what differences measure, within their bound \(mark)")
    }
    if let mark = overallMark(all, .replay) {
      words.append("replayed: the smaller steps, done again, give the line \(mark)")
    }
    if let mark = overallMark(all, .condition) {
      words.append("fails there: by measurement, so the condition is needed \(mark)")
    }
    return countWords + (words.isEmpty ? "" : ". " + words.joined(separator: "; ")) + "."
  }

  private func limitWords(_ checks: [LineCheck], _ kind: LineCheck.Kind) -> String? {
    guard let mark = overallMark(checks, kind),
      let limit = checks.filter({ $0.kind == kind }).map(\.limit).max()
    else { return nil }
    return "to \(NumberText.limit(limit)) \(mark)"
  }

  private func overallMark(_ checks: [LineCheck], _ kind: LineCheck.Kind) -> String? {
    let own = checks.filter { $0.kind == kind }
    if own.isEmpty { return nil }
    return own.allSatisfy(\.passed) ? "✓" : "✗"
  }

  /// The networks that the lines were evaluated on.
  var instanceWords: String { listed(derivation.instances.map(\.name), limit: 4) }

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

  /// `= 7 ✓  measured ✓`.
  func marks(_ step: Step) -> String {
    let links = checks(step, .link).map { "= \(step.previous ?? "before") \($0.mark)" }
    let measured = checks(step, .measured).map { "measured \($0.mark)" }
    return (links + measured).joined(separator: "  ")
  }

  /// What stands below a line behind its conditions: smaller steps, failures.
  func noteWords(_ step: Step) -> [String] {
    checks(step, .replay).map { "the smaller steps, done again, give this line \($0.mark)" }
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
