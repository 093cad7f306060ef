// What lines need, in sentences.

import Deriving
import Notation

/// A sentence about a condition: words, formulas and numbers of lines.
package enum ConditionPart: Equatable {
  case words(String)
  case formula(Condition.Statement)
  case line(String)
}

extension CheckedDerivation {
  /// The conditions of a line in sentences; what was said before is referred to.
  package func conditions(_ step: Step) -> [[ConditionPart]] {
    var marks = checks(step, .condition).map(\.mark)[...]
    return step.conditions.map { condition in
      let mark = condition.isNeeded ? marks.popFirst() ?? "" : ""
      if mark != "✗", let first = firstLine(condition), first != step.id {
        return [.formula(condition.statement), .words(": as in "), .line(first)]
      }
      return sentence(condition, mark)
    }
  }

  private func sentence(_ condition: Condition, _ mark: String) -> [ConditionPart] {
    let statement = ConditionPart.formula(condition.statement)
    switch condition.status {
    case .always(let reason): return [statement, .words(" always: \(reason)")]
    case .stated: return [statement, .words(" is taken as given; no check here tests it")]
    case .needed:
      let that: [ConditionPart] =
        if case .alone = condition.statement { [.words("that ")] } else { [] }
      return that + [statement, .words(" is needed: ")] + breach(condition.statement)
        + (mark.isEmpty ? [] : [.words(" \(mark)")])
    }
  }

  /// `where z_k = 0 the line is measured to be wrong`.
  func breach(_ statement: Condition.Statement) -> [ConditionPart] {
    let place: [ConditionPart] =
      switch statement {
      case .different(let a, let b): [.words("where "), .formula(.equal(a, b))]
      case .positive(let a): [.words("where "), .formula(.equal(a, 0))]
      case .equal, .count, .alone:
        [
          .words(
            "\(instanceNoun == "point" ? "at" : "on") a \(instanceNoun) where it does not hold")
        ]
      }
    return place + [.words(" the line is measured to be wrong")]
  }

  /// The first line that needs the same for the same reason.
  private func firstLine(_ condition: Condition) -> String? {
    derivation.lines.first { step in
      step.conditions.contains { sentence($0, "") == sentence(condition, "") }
    }?.id
  }
}

extension Condition {
  fileprivate var isNeeded: Bool { if case .needed = status { true } else { false } }
}
