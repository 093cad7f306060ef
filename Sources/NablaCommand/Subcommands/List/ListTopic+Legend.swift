// What the letters in the lists' formulas mean.

extension ListCommand.Topic {
  /// What the letters of a list's formulas mean.
  var legend: String? {
    switch self {
    case .activations:
      "z is the weighted input of a node, c the parameter k; [z ≥ c] is 1 if that holds, else 0."
    case .hypotheses:
      "z_k is the weighted input of output node k, c the parameter that files call k; [z_k ≥ c] is 1 if "
        + "that holds, else 0."
    case .costs:
      "h_k^(m) is output k for example m, y_k^(m) its target; there are M examples and K outputs; log "
        + "is the natural logarithm."
    case .updates:
      "w is a weight or a bias, G the derivative ∂J/∂w, α the learning rate, μ the momentum rate; "
        + "v is 0 before the first update."
    case .schedules:
      "The rate of epoch e = 1 … E; α is the rate that training starts with."
    case .initialisations:
      "σ is the deviation of the weights of layer ℓ, s_ℓ the number of its nodes, M the number of "
        + "examples to train with."
    case .mistakes:
      "The equation that is wrong, and the wrong formula. W, δ and ∇ are those of the network; a formula "
        + "that stands for another one names only what differs."
    case .pairs, .schemes, .derivations, .methods: nil
    }
  }
}
