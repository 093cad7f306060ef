// Lines of derivations in index notation, and which of them a worked example uses.

import Deriving
import NetworkModel
import Notation

/// A line of a derivation whose sides are in index notation.
struct ScalarLine {
  let step: Step
  let left: Expression
  let right: Expression

  init?(_ step: Step) {
    guard case .scalar(let left) = step.equation.left, case .scalar(let right) = step.equation.right
    else { return nil }
    self.init(step, left, right)
  }

  private init(_ step: Step, _ left: Expression, _ right: Expression) {
    (self.step, self.left, self.right) = (step, left, right)
  }

  /// The line with the index of its left side's node called by another name; a sum over an index of
  /// that name gets another one first.
  func renamingFirstNode(to name: String?) -> ScalarLine {
    guard let name, let node = left.node, node.name != name else { return self }
    let other = Index(name, node.range)
    return ScalarLine(
      step, left.substituting(node, by: other), right.substituting(node, by: other))
  }
}

extension Derivation {
  /// The last line before whole vectors and matrices.
  var lastScalarLine: ScalarLine { steps.lazy.reversed().compactMap { ScalarLine($0) }.first! }

  /// The line that says what a letter stands for: the first with it on its left.
  func definition(of name: String) -> LineReference? {
    steps.first { step in
      if case .scalar(.letter(let letter)) = step.equation.left {
        letter.name == name
      } else {
        false
      }
    }.map { LineReference(self, $0) }
  }

  /// The last line whose sides are as asked for.
  func line(where test: (ScalarLine) -> Bool) -> ScalarLine? {
    steps.lazy.reversed().compactMap { ScalarLine($0) }.first(where: test)
  }

  /// The last line in index notation that needs nothing which the targets don't keep: where they do not
  /// sum to 1, the line before that is used.
  func lastLine(holdingFor batch: Batch) -> ScalarLine {
    let scalar = steps.compactMap { ScalarLine($0) }
    let isNormalised = (1...batch.count).allSatisfy { m in
      let sum = (1...batch.targets.rows).reduce(0) { $0 + batch.targets[$1, m] }
      return (sum - 1).magnitude < 1e-12
    }
    if isNormalised { return scalar[scalar.count - 1] }
    let usable = scalar.prefix { line in
      line.step.lines.allSatisfy { !$0.conditions.contains(where: \.asksForNormalisedTargets) }
    }
    return usable.last ?? scalar[scalar.count - 1]
  }
}

extension Condition {
  /// Σ_k y_k = 1.
  fileprivate var asksForNormalisedTargets: Bool {
    if case .equal(.summation(_, _, .letter(let letter)), 1) = statement {
      return letter.name == "y"
    }
    return false
  }
}

extension Expression {
  /// Whether it is ∂f/∂x for letters of these names.
  func isPartial(of f: String, by x: String) -> Bool {
    if case .partial(.letter(let letter), by: let variable) = self {
      return letter.name == f && variable.name == x
    }
    return false
  }

  /// Whether it is ∂f/∂x · ∂x/∂y for letters f and x of these names.
  func isProduct(ofPartials f: String, _ x: String) -> Bool {
    guard case .product(let factors) = self, factors.count == 2 else { return false }
    return factors[0].isPartial(of: f, by: x) && factors[1].isPartial(of: x, by: "z")
  }

  /// The node of a letter, or of the letter below ∂.
  fileprivate var node: Index? {
    switch self {
    case .letter(let letter), .partial(_, by: let letter): letter.node
    default: nil
    }
  }
}
