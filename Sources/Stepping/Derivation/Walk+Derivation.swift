// A derivation to step through: every line a stop, its smaller steps below it.

public import Deriving
import Notation
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
      numbers: derivation.instances.map(\.nameOnPaper),
      remarks: [checked.countWords + "."] + derivation.remarks)
  }
}
