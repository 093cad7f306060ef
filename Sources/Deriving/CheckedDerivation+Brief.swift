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
  /// The line without its substeps: it follows, in so many of them, from the line before the first.
  fileprivate var alone: Step {
    guard let first = substeps.first else { return self }
    return Step(
      id: id, equation: equation, previous: first.previous, rule: rule,
      reason: "in \(substeps.count + 1) steps", uses: lines.flatMap(\.uses), changes: changes,
      conditions: conditions, substeps: [], isFresh: isFresh, origin: origin)
  }
}
