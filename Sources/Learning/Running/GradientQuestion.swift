// What a checker is asked on the way, and what it answers.

public import NetworkModel
import Numbers

/// The gradient of some examples of the batch that is about to be followed.
public struct GradientQuestion: Sendable {
  /// The network as it is now; its penalty is scaled so that λ/M of these examples is λ/M of the
  /// training set.
  public let network: Network
  /// Which examples of the training set these are, and the masks of dropout that they have.
  public let examples: MiniBatch
  /// What the descent takes for ∇J of them.
  public let gradient: Parameters<Double>
}

/// What a check says of a gradient.
public enum GradientAnswer: Sendable {
  case right, cannotTell
  case wrong(equation: String, layer: Int)
}
