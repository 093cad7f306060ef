// A network to step through: every line of a worked example a stop.

import Deriving
public import GradientChecking
import NetworkModel
import Notation
import Reporting
public import WorkedExamples

extension Walk {
  /// The walk through forward and backward propagation, the update, and the pass after it.
  ///
  /// - Parameter check: what differences measure, shown beside δ and the gradient.
  public init(_ example: WorkedExample, check: CheckReport?, name: String) {
    let lines = NetworkLines(example, check)
    let network = example.network
    var conventions = [network.summary(examples: example.batch.count).joined(separator: "; ") + "."]
    conventions.append(
      example.batch.count == 1
        ? "One example: M = 1, and 1/M is left out." : "1/M is inside δ, and δ is ∂J/∂z.")
    if example.abridgement != nil {
      conventions.append("Of large layers the first three nodes and the last are shown.")
    }
    self.init(
      title: "\(name): forward and backward propagation, line by line", conventions: conventions,
      stops: example.sections.flatMap(\.lines).map(lines.stop), numbers: ["this network"],
      remarks: [lines.outcome])
  }
}
