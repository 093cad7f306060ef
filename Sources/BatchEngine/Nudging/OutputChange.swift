// By how much the cost of one example changes when the weighted inputs of the output layer do.

import Kernels
import NetworkModel
import Notation
import Numbers

/// Σ_k term of one example, made ready for changes of z^(L).
struct OutputChange: Sendable {
  /// How the changes of the outputs follow from those of z.
  enum Form: Sendable {
    /// Softmax in a cost that uses log h only, and each with the factor y: log loss. The addition
    /// theorem takes all outputs at once.
    case softmaxLogarithms
    /// Softmax in any other cost: by slot, what a quantity is.
    case softmax([Quantity])
    /// Each output by itself: a program in z for each quantity.
    case elementwise([(slot: Int, program: ChangeProgram)])
  }

  /// What a cost may use of an output of softmax.
  struct Quantity: Sendable {
    enum Kind: Sendable { case output, complement, logarithm, logarithmOfComplement }
    let slot: Int
    let kind: Kind
  }

  let form: Form
  let term: ChangeProgram
  let letterCount: Int

  /// `nil` where outputs depend on each other in a way that has no change of its own here.
  init?(_ network: Network) {
    let formulas = OutputFormulas(hypothesis: network.hypothesis, cost: network.cost)
    letterCount = formulas.letters.count
    term = ChangeProgram(formulas.term, letters: formulas.letters, fixed: [1, 2], sided: false)
    if network.hypothesis.isElementwise {
      form = .elementwise(
        formulas.quantities.map { slot, _, expression in
          (slot, ChangeProgram(expression, letters: [.zk], sided: formulas.isSided))
        })
    } else if network.hypothesis == .softmax {
      let quantities = formulas.quantities.compactMap { slot, part, _ in
        Self.kind(of: part).map { Quantity(slot: slot, kind: $0) }
      }
      guard quantities.count == formulas.quantities.count else { return nil }
      form = network.cost == .logLoss ? .softmaxLogarithms : .softmax(quantities)
    } else {
      return nil
    }
  }

  private static func kind(of part: Expression) -> Quantity.Kind? {
    switch part {
    case .hk: .output
    case 1 - .hk: .complement
    case .log(.hk): .logarithm
    case .log(1 - .hk): .logarithmOfComplement
    default: nil
    }
  }

  /// How many rows a workspace needs for the programs of one output.
  var nodeCount: Int {
    guard case .elementwise(let quantities) = form else {
      return term.nodes.count + letterCount
    }
    return quantities.reduce(term.nodes.count) { $0 + $1.program.nodes.count }
  }
}
