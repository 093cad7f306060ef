// What a printed derivation says about its checks: marks with words, counts and limits. Never the
// differences themselves, which are not the same on every processor.

import Deriving
import Notation

struct DerivationWords {
  let checked: CheckedDerivation

  /// `13 lines, 18 checks: all pass`.
  var counts: String {
    let failed = checked.checks.values.joined().count { !$0.passed }
    return counted(checked.lineCount, "line") + ", " + counted(checked.checkCount, "check") + ": "
      + (failed == 0 ? "all pass" : "\(failed) failed")
  }

  /// What is checked, and on which networks.
  var sentences: [String] {
    let meaning = checked.meaning(showsMarks: false)
    let first = "\(counts)" + (meaning.isEmpty ? "." : ". What is checked: \(ended(meaning))")
    if checked.derivation.instances.isEmpty { return [first] }
    return [first, "\(checked.instanceNoun.capitalizedFirst)s: \(ended(checked.instanceWords))"]
  }

  /// What lines need, each condition once: "Lines 5 and 8 need h_k ≠ 0, always: …".
  func conditions() -> [[ConditionPart]] {
    var needs: [(statement: Condition.Statement, ending: [ConditionPart], lines: [String])] = []
    for step in checked.derivation.lines {
      for condition in step.conditions {
        let ending = ending(condition, step)
        if let known = needs.firstIndex(where: {
          $0.statement == condition.statement && $0.ending == ending
        }) {
          needs[known].lines.append(step.id)
        } else {
          needs.append((condition.statement, ending, [step.id]))
        }
      }
    }
    return needs.map { statement, ending, lines in
      let start = lines.count == 1 ? "Line \(lines[0]) needs " : "Lines \(listed(lines)) need "
      return [.words(start), .formula(statement)] + ending
    }
  }

  private func ending(_ condition: Condition, _ step: Step) -> [ConditionPart] {
    switch condition.status {
    case .always(let reason): [.words(", which always holds: \(ended(reason))")]
    case .needed where !checked.checks(step, .condition).allSatisfy(\.passed):
      [.words(": ✗ it holds without its condition.")]
    case .needed: [.words(": ")] + checked.breach(condition.statement) + [.words(".")]
    case .stated: [.words(", taken as given; no check here tests it.")]
    }
  }

  func checks(of step: Step) -> [(mark: String, words: String)] {
    (checked.checks[step.id] ?? []).map { ($0.passed ? "✓" : "✗", words($0, step)) }
  }

  private func words(_ check: LineCheck, _ step: Step) -> String {
    switch (check.kind, check.passed) {
    case (.link, true): step.previous.map { "equals line \($0)" } ?? "both sides are equal"
    case (.link, false):
      step.previous.map { "does not equal line \($0)" } ?? "the sides are not equal"
    case (.measured, true): "measured"
    case (.measured, false): "measured otherwise"
    case (.condition, true): "condition needed"
    case (.condition, false): "holds without the condition"
    case (.replay, true): step.substeps.isEmpty ? "follows by its rule" : "smaller steps lead here"
    case (.replay, false):
      step.substeps.isEmpty ? "does not follow by its rule" : "smaller steps lead elsewhere"
    }
  }
}

extension NumberText {
  /// `1e-12` as 10⁻¹².
  static func power(_ value: Double) -> String {
    let text = limit(value)
    let parts = text.split(separator: "e")
    guard parts.count == 2 else { return text }
    let raised: [Character: Character] = [
      "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
      "8": "⁸", "9": "⁹",
    ]
    let power = "10" + String(parts[1].map { raised[$0] ?? $0 })
    return parts[0] == "1" ? power : "\(parts[0]) · \(power)"
  }
}

extension CheckedDerivation {
  /// The rules that some derivations use, each once, in the order of their first use.
  static func rules(of derivations: [CheckedDerivation]) -> [Rule] {
    var known: Set<String> = []
    return derivations.flatMap(\.derivation.lines).map(\.rule).filter {
      known.insert($0.id).inserted
    }
  }
}

/// A sentence with its full stop.
package func ended(_ sentence: String) -> String {
  guard let last = sentence.last, !".!?:”".contains(last) else { return sentence }
  return sentence + "."
}
