// Why a line of a worked example holds: the line of the derivation that it uses, and that line's rule.

import Deriving
import NetworkModel
import Notation
import WorkedExamples

/// The rule and the reason below each step.
struct PageReasons {
  private let formula: PageFormula
  private let network: Network
  /// The lines that are pointed at.
  private let lines: [LineReference: Step]

  init(_ example: WorkedExample, _ formula: PageFormula) {
    self.formula = formula
    network = example.network
    let references = Set(example.lines.compactMap(\.reference))
    var lines: [LineReference: Step] = [:]
    for name in Set(references.map(\.derivation)).sorted() {
      guard let derivation = LineReference.derivation(named: name) else { continue }
      for step in derivation.lines {
        let reference = LineReference(derivation: name, line: step.id)
        if references.contains(reference) { lines[reference] = step }
      }
    }
    self.lines = lines
  }

  func text(_ line: WorkedLine) -> String {
    let first = "<p>\(HTMLText.sentence(sentence(line)))</p>"
    guard let reference = line.reference, let step = lines[reference] else { return first }
    let rule = step.rule
    let why =
      rule.sentence.isEmpty ? "" : " \(HTMLText.sentence(ended(rule.sentence.capitalizedFirst)))"
    return """
      \(first)
      <p class="rule">Line \(HTMLText.escaped(reference.line)) of \
      <code>nabla derive \(HTMLText.escaped(reference.derivation))</code>: \
      <b>\(HTMLText.sentence(rule.name))</b>.\(why)</p>
      """
  }

  /// What is found, in words.
  private func sentence(_ line: WorkedLine) -> String {
    let l = line.layer ?? 0
    return switch line.quantity {
    case .weightedInput:
      "The values of layer \(l - 1), each times its weight, and the bias: what the node gets."
    case .activation:
      "The activation function \(line.reason) of the weighted input: what the node gives."
    case .output: "The hypothesis \(line.reason): what the network answers."
    case .exampleCost:
      "What this example adds to the cost \(network.cost.name), which is an average."
    case .penalty: "What large weights cost; biases cost nothing."
    case .cost: "How wrong the answers are: the number that learning is to make small."
    case .outputGradient: "How fast the cost grows with this output."
    case .outputSlope: "How fast the output grows with its weighted input."
    case .outputError:
      "How fast the cost grows with this weighted input: the error of an output node."
    case .activationGradient:
      "The node feeds every node of layer \(l + 1), so it shares in all of their errors."
    case .slope: "How fast the node's value grows with its weighted input."
    case .error: "How fast the cost grows with this weighted input: the error of a hidden node."
    case .weightGradient:
      "The error of the node that the weight leads to, times the value it comes from."
    case .biasGradient: "The error of its node: a bias is a weight from a node that is always 1."
    case .weightUpdate, .biasUpdate:
      "Against the slope, in proportion to it: the learning rate α says how far."
    }
  }
}

extension WorkedSection.Kind {
  var title: String {
    switch self {
    case .forward: "Forward propagation"
    case .backward: "Backward propagation: the errors"
    case .gradient: "Backward propagation: the gradient"
    case .update: "One step of gradient descent"
    case .again: "Forward propagation after the step"
    }
  }

  var sentence: String {
    switch self {
    case .forward: "From the inputs to the cost, layer by layer."
    case .backward: "From the cost back to every weighted input."
    case .gradient: "From the errors to every weight and bias."
    case .update: "Every weight and bias moves a little downhill."
    case .again: "The same network with its new weights and biases."
    }
  }
}
