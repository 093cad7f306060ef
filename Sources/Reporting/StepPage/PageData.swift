// What the script of a page works with, as JSON.

import Deriving
import NetworkModel
import Notation
import WorkedExamples

/// The quantities of an example, its equations in the order of the calculation, and how numbers are
/// written.
struct PageData {
  let example: WorkedExample
  let general: NetworkEquations
  let quantities: PageQuantities

  var json: JSONOutput {
    .object([
      "digits": .integer(example.options.digits),
      "quantities": quantities.json,
      "forward": equations { $0 == .forward },
      "others": equations { $0 != .forward },
      "cost": .integer(quantities.number(of: Letter("J"))!),
      "needsTargetsThatSumToOne": .bool(example.equations.backward != general.backward),
    ])
  }

  private func equations(_ isAsked: (WorkedSection.Kind) -> Bool) -> JSONOutput {
    let tree = PageTree(quantities: quantities)
    let sections = general.sections.filter { isAsked($0.0) }
    return .array(
      sections.flatMap(\.1).map { equation in
        tree.json(equation, computedBy: example.network.soundForm(of: equation))
      })
  }
}

extension WorkedExample {
  /// The equations whatever the targets are, for these can be changed: a line that needs Σ y = 1 is
  /// computed by the one before it that does not.
  var generalEquations: NetworkEquations {
    let targets = Matrix(
      rows: batch.targets.rows, columns: batch.count,
      entries: Array(repeating: 2.0, count: batch.targets.rows * batch.count))
    let other = Batch(inputs: batch.inputs, targets: targets)
    do throws(DerivingError) {
      return try NetworkEquations(network, other)
    } catch {
      preconditionFailure(
        "\(network.sizes) was worked with other targets, but not with these: \(error)")
    }
  }
}
