// Mistakes with whole gradients: another sign, and what the update makes of them.

import Deriving
import NetworkModel
import Notation

extension NetworkMistake {
  static let gradientSign = scaledGradient(
    "gradient-sign", "the whole gradient with the other sign", formula: "−∇W, −∇b",
    lesson:
      "∇J points to where J grows. Descent goes the other way, but its minus stands in the update, "
      + "θ − α ∇J, not in the gradient."
  ) { -$0 }

  static let descentForGradient = scaledGradient(
    "update-for-gradient", "the step of descent, −α ∇J, instead of the gradient",
    formula: "−α ∇W, −α ∇b",
    lesson:
      "The step of descent is the gradient times −α; the gradient itself knows no learning rate."
  ) { -(.letter("α") * $0) }

  static let ascentForGradient = scaledGradient(
    "update-for-gradient", "α ∇J instead of the gradient", formula: "α ∇W, α ∇b",
    lesson: "The learning rate belongs to the update; the gradient itself knows none."
  ) { .letter("α") * $0 }

  private static func scaledGradient(
    _ name: String, _ summary: String, formula: String, lesson: String,
    _ change: @escaping @Sendable (Expression) -> Expression
  ) -> NetworkMistake {
    NetworkMistake(
      name, "BP3, BP4", summary, formula: formula, lesson: lesson, reach: .around
    ) { equation, _ in
      switch equation.quantity {
      // Term by term: the penalty's stay what can be told apart.
      case .weightGradient where equation.penalty != nil:
        .sum(equation.right.addends.map(change))
      case .weightGradient, .biasGradient: change(equation.right)
      default: nil
      }
    }
  }

  static let updatedParametersForGradient = NetworkMistake(
    "updated-parameters-for-gradient", "BP3, BP4", "the updated parameters instead of the gradient",
    formula: "W − α ∇W, b − α ∇b",
    lesson:
      "These are the weights and biases after a step of descent; the gradient is what the step was "
      + "made of.", reach: .around
  ) { equation, _ in
    switch equation.quantity {
    case .weightGradient, .biasGradient:
      equation.left.variableOfSlope.map { .letter($0) - .letter("α") * equation.right }
    default: nil
    }
  }
}
