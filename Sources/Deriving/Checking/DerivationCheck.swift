// The check of a whole derivation by numbers: what each line is compared with.

extension CheckedDerivation {
  /// Checks every line, substeps too, on every network of the derivation and for every value of the
  /// line's free indices.
  ///
  /// | kind | for which lines | what is compared |
  /// |---|---|---|
  /// | link | all | left and right; right and the right of `previous`, if their left sides are the same |
  /// | measured | left is ∂…/∂…, g′(z), or a letter defined as a derivative (δ), or a matrix of these | right and the derivative that differences measure |
  /// | replay | those with substeps | the last substep and the line; each substep and what its rule makes of the one before |
  /// | condition | those with a needed condition, once for each | as measured (or left and right), on the counterexample: they must differ |
  ///
  /// A left side is evaluated by dual numbers through the definitions of the instance, so a new letter
  /// on the left (a definition's too) must be defined there. In a link, numbers may differ by 10⁻¹² of
  /// the larger one; from a measurement, by its bound on top of that; where a condition is broken, they
  /// must differ by more than a thousand times that.
  ///
  /// What has no value, or is NaN, fails; so does a measurement too coarse to tell (at a kink), and a
  /// line that was compared nowhere.
  ///
  /// - Parameter replay: whether a substep follows from the one before it by its rule.
  public init(checking derivation: Derivation, replay: @escaping (Step) -> Bool = { _ in true }) {
    let checker = LineChecker(derivation, replay: replay)
    var checks: [String: [LineCheck]] = [:]
    for step in derivation.lines { checks[step.id, default: []] += checker.checks(of: step) }
    self.init(derivation, checks: checks)
  }
}
