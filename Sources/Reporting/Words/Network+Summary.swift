// A network in one line: its name, sizes, functions and cost.

import NetworkModel

extension Network {
  /// `two-two-one`, or `the network` where it has no name.
  func title(_ markup: Markup) -> String {
    name.flatMap { $0.isEmpty ? nil : markup.literal($0) } ?? "the network"
  }

  /// `2-2-1`; of very many layers the first and the last.
  var sizesText: String {
    let words = sizes.map(String.init)
    if words.count <= 10 { return words.joined(separator: "-") }
    return words.prefix(5).joined(separator: "-") + "-…-"
      + words.suffix(3).joined(separator: "-") + " (\(words.count) layers)"
  }

  /// `logistic, then softmax with log-loss`.
  var functionsText: String {
    let hidden = activations.elements.map(\.label)
    let output = "\(hypothesis.label) with \(cost.name)"
    guard let first = hidden.first else { return output }
    let isUniform = hidden.allSatisfy { $0 == first }
    return (isUniform ? first : listed(hidden)) + ", then " + output
  }

  /// `l2 = 0.1, l1 = 0`, or nothing.
  var penaltyText: String? {
    if penalty.isNone { return nil }
    let parts = [("L2", penalty.l2), ("L1", penalty.l1)].filter { $0.1 != 0 }
    return "penalty " + parts.map { "\($0.0) λ = \(NumberText.text($0.1))" }.joined(separator: ", ")
  }

  /// Everything but the name, piece by piece.
  package func summary(examples: Int?) -> [String] {
    [sizesText, functionsText] + (penaltyText.map { [$0] } ?? [])
      + (examples.map { [counted($0, "example")] } ?? [])
  }
}

extension Activation {
  /// The name, and the parameter where it is not the usual one.
  var label: String { labelled(name, parameter) }
}

extension Hypothesis {
  var label: String { labelled(name, parameter) }
}

private func labelled(_ name: String, _ parameter: Activation.Parameter?) -> String {
  guard let parameter else { return name }
  let usual = name == "linear" ? 1.0 : 0
  if parameter.value == usual { return name }
  return "\(name) (\(parameter.name) = \(NumberText.text(parameter.value)))"
}
