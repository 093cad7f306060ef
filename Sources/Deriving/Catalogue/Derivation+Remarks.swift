// What is worth knowing of a pair, and what the notes print of it where that is something else.

import NetworkModel

extension Derivation {
  static func remarks(_ cost: Cost, _ hypothesis: Hypothesis) -> [String] {
    let classical: [(String, String)] = [
      ("quadratic", "identity"), ("cross-entropy", "logistic"), ("log-loss", "softmax"),
    ]
    var remarks: [String] = []
    if !hypothesis.isElementwise {
      remarks.append(
        "Every output of \(hypothesis.name) depends on every z, so the chain rule sums over all outputs."
          + (notes[cost.name + " " + hypothesis.name].map { " " + $0 } ?? ""))
    } else if let note = notes[cost.name + " " + hypothesis.name] {
      remarks.append(note)
    }
    if classical.contains(where: { $0 == (cost.name, hypothesis.name) }) {
      remarks.append(
        "For a batch [W] §8 prints ∂J/∂z_k as 1/M Σ_m (h_k − y_k). That is a sum of errors; each example has its "
          + "own. The matrix 1/M (H − Y), which [W] calls ∇_H J, is this Δ^(L).")
      remarks.append("[V], [R] and [S] look at one example and leave 1/M out of δ.")
    }
    if hypothesis.name == "step" {
      remarks.append("δ is 0 wherever it is defined: by this slope nothing is learnt, [W] §7.1.")
    }
    if hypothesis.name == "rectifier" {
      remarks.append("At z = 0 there is no derivative; [W] counts it as 0 there, [V] (20) as 1.")
    }
    if hypothesis.parameter?.name == "k" {
      remarks.append("[N] writes k for c; k is an output node here.")
    }
    return remarks
  }

  private static let notes = [
    "log-loss softmax":
      "[W] §8.3 prints h′ = h(1 − h) with ⊙ for it; that is the diagonal of the Jacobian only.",
    "quadratic softmax": "[V] (38) leaves out this sum.",
    "log-loss logistic":
      "A target 0 costs nothing here, whatever the output: cross-entropy is the cost for outputs of their own.",
  ]

  /// The sources of two functions, each note once: "[W] §8.3, A.3; [V] (9)".
  static func merged(_ sources: String...) -> String {
    var notes: [String] = []
    var places: [String: [String]] = [:]
    for part in sources.joined(separator: "; ").split(separator: ";") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      let note = words[0]
      if places[note] == nil { notes.append(note) }
      for place in words[1].split(separator: ",").map({ $0.drop(while: { $0 == " " }) })
      where !(places[note] ?? []).contains(String(place)) {
        places[note, default: []].append(String(place))
      }
    }
    return notes.map { "\($0) \(places[$0]!.joined(separator: ", "))" }.joined(separator: "; ")
  }
}
