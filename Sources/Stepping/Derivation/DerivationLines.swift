// The lines of a derivation as stops: which words each has, and what was found out about it.

import Deriving
import Notation
import Reporting

/// The lines of a derivation, and what is shown about each.
struct DerivationLines: LineLayout, Sendable {
  let checked: CheckedDerivation
  let digits: Int
  private let memory = LineMemory()

  init(_ checked: CheckedDerivation) {
    self.checked = checked
    digits = checked.derivation.lines.map(\.id.count).max() ?? 1
  }

  func stop(_ step: Step, substeps: [Stop]) -> Stop {
    Stop(
      id: step.id, name: step.reason,
      searched: [
        step.rule.name, text(step.equation, .unicode), text(step.equation, .ascii),
      ],
      substeps: substeps, isGiven: step.rule.id == Rule.definition.id && step.changes.isEmpty
    ) { aspect, style in
      switch aspect {
      case .line: card(step, style)
      case .question: question(step, style)
      case .numbers(let set): numbers(step, set, style)
      case .why: why(step, style)
      case .conditions: conditions(step, style)
      case .mistake: mistakes(step, style)
      case .hint(let stage): hint(step, stage, style)
      case .picture: []
      }
    }
  }

  /// The numbers of a line on one of the derivation's instances, or on another one.
  func numbers(
    of step: Step, on instance: Instance, named key: String, limit: Int
  ) -> [LineNumbers] {
    memory.numbers("\(step.id) \(key)") {
      (try? instance.numbers(of: step.equation, limit: limit)) ?? []
    }
  }

  /// On which instances a line has to hold.
  func scope(of step: Step) -> [Bool] {
    memory.scope(step.id) { checked.derivation.scope(of: step) }
  }

  /// The line with the typical mistakes, and what each gives beside the right value.
  func mistakenLines(of step: Step) -> [(line: MistakenLine, worth: String?)] {
    memory.mistakes(step.id) { step.mistakenLines.map { ($0, worth($0, of: step)) } }
  }

  func text(_ equation: Equation, _ charset: TextStyle.Charset) -> String {
    TextNotation.string(
      equation, understoodExample: checked.derivation.understoodExample, charset: charset)
  }

  func text(_ formula: Formula, _ charset: TextStyle.Charset) -> String {
    TextNotation.string(
      formula, understoodExample: checked.derivation.understoodExample, charset: charset)
  }

  func text(_ statement: Condition.Statement, _ charset: TextStyle.Charset) -> String {
    TextNotation.string(
      statement, understoodExample: checked.derivation.understoodExample, charset: charset)
  }
}
