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

  /// How lines are checked, in sentences.
  var limits: [String] {
    let checks = checked.checks.values.joined()
    var sentences: [String] = []
    if let limit = checks.filter({ $0.kind == .link }).map(\.limit).max() {
      sentences.append(
        "“Equals line 7” means: on the networks below, for every value of the indices, both lines "
          + "have the same value; the relative difference may be \(power(limit)), which is rounding."
      )
    }
    if checks.contains(where: { $0.kind == .measured }) {
      sentences.append(
        "“Measured” means: equal to the derivative that differences measure, within their bound.")
    }
    if checks.contains(where: { $0.kind == .replay }) {
      sentences.append(
        "“Follows by its rule” and “smaller steps lead here” mean: the rules, carried out again, give "
          + "the line.")
    }
    if checks.contains(where: { $0.kind == .condition }) {
      sentences.append(
        "“Condition needed” means: on a network where it does not hold, the line fails.")
    }
    return sentences
  }

  /// The networks that the lines are evaluated on.
  var networks: String { checked.derivation.instances.map(\.name).joined(separator: "; ") }

  /// What lines need, and what becomes of them otherwise; the condition itself stands between both.
  func conditions() -> [(lines: String, statement: Condition.Statement, ending: String)] {
    var needs: [(need: Need, lines: [String])] = []
    for step in checked.derivation.lines {
      for condition in step.conditions {
        let need = Need(condition)
        if let known = needs.firstIndex(where: { $0.need == need }) {
          needs[known].lines.append(step.id)
        } else {
          needs.append((need, [step.id]))
        }
      }
    }
    return needs.map { need, lines in
      let start = lines.count == 1 ? "Line \(lines[0]) needs" : "Lines \(listed(lines)) need"
      return (start, need.statement, need.ending)
    }
  }

  private struct Need: Equatable {
    let statement: Condition.Statement
    let ending: String

    init(_ condition: Condition) {
      statement = condition.statement
      ending =
        switch condition.status {
        case .always(let reason): "It always holds: \(ended(reason))"
        case .needed(_, let name): "Otherwise the line fails by measurement: \(ended(name))"
        case .stated: "It is only stated: nothing here proves it."
        }
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

  /// `1e-12` as 10⁻¹².
  private func power(_ limit: Double) -> String {
    let text = NumberText.limit(limit)
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
func ended(_ sentence: String) -> String {
  guard let last = sentence.last, !".!?:”".contains(last) else { return sentence }
  return sentence + "."
}
