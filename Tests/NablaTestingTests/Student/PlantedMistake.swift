// The mistakes that `MyNetwork` can make: in which step they show, and what the failure must name.

import NablaTesting

/// A mistake by the name under which `MyNetwork` makes it.
struct PlantedMistake: Sendable, CustomStringConvertible {
  let name: String
  let step: BackpropStep
  /// What stands in the text.
  let named: String

  var description: String { name }

  init(_ name: String, _ step: BackpropStep, _ named: String) {
    self.name = name
    self.step = step
    self.named = named
  }

  static let all: [PlantedMistake] = [
    PlantedMistake("forward without bias", .forward, "no bias"),
    PlantedMistake("forward transposed", .forward, "(W^(ℓ))ᵀ instead of W^(ℓ)"),
    PlantedMistake("forward without g", .forward, "no g: a^(ℓ) = z^(ℓ)"),
    PlantedMistake("forward sign", .forward, "the sign of z"),
    PlantedMistake("sign", .outputError, "(sign, BP1)"),
    PlantedMistake("no output slope", .outputError, "(missing-hypothesis-derivative, BP1)"),
    PlantedMistake("doubled", .outputError, "(doubled, BP1)"),
    PlantedMistake("halved", .outputError, "(halved, BP1)"),
    PlantedMistake("squared difference", .outputError, "Δ^(3) is wrong: with it"),
    PlantedMistake("transposed", .hiddenError, "(transposed-weights, BP2)"),
    PlantedMistake("wrong layer", .hiddenError, "(wrong-layer-weights, BP2)"),
    PlantedMistake("no slope", .hiddenError, "(missing-activation-derivative, BP2)"),
    PlantedMistake("slope at a", .hiddenError, "(activation-derivative-at-activation, BP2)"),
    PlantedMistake("slope in z", .hiddenError, "(activation-derivative-in-weighted-input, BP2)"),
    PlantedMistake("gradient transposed", .weightGradient, "(transposed-gradient, BP3)"),
    PlantedMistake("gradient sign", .weightGradient, "∂J/∂W^(3) is -1 times the right one"),
    PlantedMistake("slope in the gradient", .weightGradient, "first wrong    ∂J/∂W^(3)"),
    PlantedMistake("bias zero", .biasGradient, "(bias-left-at-zero, BP4)"),
    PlantedMistake("bias halved", .biasGradient, "∂J/∂b^(3) is 0.5 times the right one"),
    PlantedMistake("no average", .batch, "(missing-average, BP1)"),
    PlantedMistake("averaged twice", .batch, "(double-average, BP3, BP4)"),
    PlantedMistake("bias of first example", .batch, "(bias-not-summed, BP4)"),
    PlantedMistake("bias of last example", .batch, "(bias-not-summed, BP4)"),
    PlantedMistake("z for a", .batch, "(weighted-input-for-activation, BP3)"),
    PlantedMistake("no penalty", .penalty, "(penalty-missing, BP3)"),
    PlantedMistake("penalty not averaged", .penalty, "(penalty-not-averaged, BP3)"),
    PlantedMistake("penalty on biases", .penalty, "(penalty-on-biases, BP4)"),
  ]
}
