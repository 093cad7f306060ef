// The check of a whole derivation by numbers: what each line is compared with.

extension CheckedDerivation {
  /// Checks every line, substeps too, on every network of the derivation and for every value of the
  /// line's free indices.
  ///
  /// | kind | for which lines | what is compared |
  /// |---|---|---|
  /// | link | all | left and right; right and the right of `previous`, if their left sides are the same |
  /// | measured | left is ∂…/∂…, g′(z), or a letter defined as a derivative (δ), or a matrix of these | right and the derivative that differences measure |
  /// | replay | those that a rule gave | the line, and what its rule makes of the one before, substep by substep |
  /// | condition | those with a needed condition, once for each | as measured (or left and right), on the counterexample: they must differ; the condition holds on one of the networks, and not there |
  ///
  /// A left side is evaluated by dual numbers through the definitions of the instance, so a new letter
  /// on the left (a definition's too) must be defined there. In a link, numbers may differ by 10⁻¹² of
  /// the larger one; from a measurement, by its bound on top of that; where a condition is broken, they
  /// must differ by more than a thousand times that.
  ///
  /// A line is checked where everything holds that it needs, and that the lines before it need.
  ///
  /// What has no value, or is NaN, fails; so does a measurement too coarse to tell (at a kink), and a
  /// line that was compared nowhere.
  public init(checking derivation: Derivation) {
    let checker = LineChecker(derivation)
    var checks: [String: [LineCheck]] = [:]
    for step in derivation.lines { checks[step.id, default: []] += checker.checks(of: step) }
    self.init(derivation, checks: checks)
  }
}
