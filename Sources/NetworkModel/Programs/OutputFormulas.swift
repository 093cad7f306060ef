// The formulas of the output layer as they are computed, for an engine that evaluates them its own way.

package import Notation

/// The cost's term and the quantities that it is computed from: h_k and what has a sound form.
package struct OutputFormulas {
  /// The letters of `term` by slot: z_k, y_k, M, h_k, then a letter for each other quantity.
  package let letters: [Expression]
  /// What the cost adds up for one output, in these letters.
  package let term: Expression
  /// The quantities by slot, each with what it stands for and its form in z.
  package let quantities: [(slot: Int, part: Expression, form: Expression)]
  /// Whether the max and bracket nodes of the quantities are kinks.
  package let isSided: Bool

  package init(hypothesis: Hypothesis, cost: Cost) {
    let binding = OutputLetters(hypothesis)
    letters =
      [.zk, .yk, .M, .hk] + binding.letters.dropFirst(4).map { .letter(Letter($0, node: .k)) }
    let formula = binding.formula(cost.term)
    let (letters, computed) = (letters, binding.computed)
    term = formula
    isSided = binding.kinked
    quantities = computed.enumerated().compactMap { position, part in
      let slot = OutputProgram.h + position
      guard formula.contains(letters[slot]) else { return nil }
      return (slot, part, hypothesis.soundForms[part] ?? hypothesis.definition)
    }
  }
}
