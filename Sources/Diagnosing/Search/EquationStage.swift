// The stages of backpropagation at one layer, each of which can be worked right or wrong.

import NetworkModel
import WorkedExamples

/// The equations of one stage at one layer, in the order in which they are worked.
struct EquationStage: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case forward, outputError, hiddenError, weights, biases }
  let kind: Kind
  let layer: Int

  init(_ kind: Kind, layer: Int) {
    self.kind = kind
    self.layer = layer
  }

  /// The stage that finds δ^(ℓ).
  static func error(_ l: Int, of network: Network) -> EquationStage {
    EquationStage(l == network.lastLayer ? .outputError : .hiddenError, layer: l)
  }

  /// Whether it finds δ.
  var isOfError: Bool { kind == .outputError || kind == .hiddenError }

  /// Whether what another stage gives goes into it.
  func uses(_ other: EquationStage) -> Bool {
    switch (other.kind, kind) {
    case (.forward, .forward): other.layer < layer
    case (.forward, _): true
    case (.outputError, .forward), (.hiddenError, .forward): false
    case (.outputError, .weights), (.outputError, .biases), (.hiddenError, .weights),
      (.hiddenError, .biases):
      other.layer >= layer
    case (.outputError, _), (.hiddenError, _): other.layer > layer
    case (.weights, _), (.biases, _): false
    }
  }

  private var quantities: [WorkedQuantity] {
    switch kind {
    case .forward: [.weightedInput, .activation, .output]
    case .outputError: [.outputGradient, .outputSlope, .outputError]
    case .hiddenError: [.activationGradient, .slope, .error]
    case .weights: [.weightGradient]
    case .biases: [.biasGradient]
    }
  }

  /// The stage's equations among those of a network.
  func equations(of equations: NetworkEquations) -> [WorkedEquation] {
    let group =
      switch kind {
      case .forward: equations.forward
      case .outputError, .hiddenError: equations.backward
      case .weights, .biases: equations.gradient
      }
    return group.filter { quantities.contains($0.quantity) && $0.layer == layer }
  }
}

/// A way to work a stage: right, or with mistakes.
struct StageVariant: Sendable {
  let stage: EquationStage
  /// None where the stage is worked as it should be.
  let mistakes: [NetworkMistake]
  let equations: [WorkedEquation]
  /// Whether α stands in it, which nobody has told.
  let usesLearningRate: Bool

  init(stage: EquationStage, mistakes: [NetworkMistake], equations: [WorkedEquation]) {
    self.stage = stage
    self.mistakes = mistakes
    self.equations = equations
    usesLearningRate = equations.contains { $0.right.contains(.letter("α")) }
  }
}
