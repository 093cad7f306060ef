// A derivation to step through: every line a stop, its smaller steps below it.

public import Deriving
import Reporting

extension Walk {
  /// The walk through a derivation and its checks.
  public init(_ checked: CheckedDerivation) {
    let derivation = checked.derivation
    let lines = DerivationLines(checked)
    self.init(
      title: derivation.title,
      conventions: derivation.conventions(.text).map(\.unglued),
      stops: derivation.steps.map { step in
        lines.stop(step, substeps: step.substeps.map { lines.stop($0, substeps: []) })
      },
      numbers: derivation.instances.map { $0.name.replacing("= -", with: "= −") },
      remarks: [checked.countWords + "."] + derivation.remarks)
  }
}

/// The lines of a derivation, and what is shown about each.
struct DerivationLines: Sendable {
  let checked: CheckedDerivation
  /// How wide the numbers of lines are.
  let digits: Int

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
