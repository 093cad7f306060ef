// A derivation without its smaller steps.

extension CheckedDerivation {
  /// The same with every line in one step, and the checks of those lines.
  public var brief: CheckedDerivation {
    let steps = derivation.steps.map(\.alone)
    let ids = Set(steps.map(\.id))
    return CheckedDerivation(
      derivation.replacingSteps(by: steps), checks: checks.filter { ids.contains($0.key) })
  }
}

extension Derivation {
  fileprivate func replacingSteps(by steps: [Step]) -> Derivation {
    Derivation(
      name: name, title: title, source: source, conventions: conventions, symbols: symbols,
      understoodExample: understoodExample, steps: steps, remarks: remarks, instances: instances)
  }
}

extension Step {
  /// The line without its substeps.
  fileprivate var alone: Step {
    Step(
      id: id, equation: equation, previous: previous, rule: rule, reason: reason, uses: uses,
      changes: changes, conditions: conditions, substeps: [], isFresh: isFresh, origin: origin)
  }
}
