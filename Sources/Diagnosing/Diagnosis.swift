// What a diagnosis says: which mistakes give a claim, or what can be said where none does.

public import WorkedExamples

/// Why a claim is wrong.
public struct Diagnosis: Sendable {
  /// The mistakes that together give every claimed number; empty where no known ones do.
  public let found: [FoundMistake]
  /// By how much the numbers of `found` differ from the claim, as a share of the largest of each block.
  public let residual: Double
  /// Other explanations that the numbers of this network cannot tell from the first.
  public let alternatives: [[FoundMistake]]
  /// The next best explanation and its residual: how clear the answer is.
  public let runnerUp: (mistakes: [FoundMistake], residual: Double)?
  /// The blocks whose numbers are right, from the output layer down.
  public let right: [ClaimBlock]
  /// The blocks that are wrong only because a wrong δ went into them.
  public let following: [ClaimBlock]
  /// The first wrong block that no mistake explains.
  public let firstWrong: ClaimBlock?
  /// How the wrong blocks look where no formula gives them.
  public let fingerprints: [Fingerprint]

  public init(
    found: [FoundMistake], residual: Double, alternatives: [[FoundMistake]],
    runnerUp: (mistakes: [FoundMistake], residual: Double)?, right: [ClaimBlock],
    following: [ClaimBlock] = [], firstWrong: ClaimBlock?, fingerprints: [Fingerprint]
  ) {
    self.found = found
    self.residual = residual
    self.alternatives = alternatives
    self.runnerUp = runnerUp
    self.right = right
    self.following = following
    self.firstWrong = firstWrong
    self.fingerprints = fingerprints
  }
}

/// A mistake, and the layers at which it is made.
public struct FoundMistake: Sendable {
  public let mistake: NetworkMistake
  /// From the output layer down.
  public let layers: [Int]
  /// Whether it is made at every layer at which it can be.
  public let isEverywhere: Bool
  /// The line of the derivation that has it right.
  public let reference: LineReference?
  /// α, where the mistake has one that was found from the numbers.
  public let learningRate: Double?

  public init(
    mistake: NetworkMistake, layers: [Int], isEverywhere: Bool, reference: LineReference?,
    learningRate: Double? = nil
  ) {
    self.mistake = mistake
    self.layers = layers
    self.isEverywhere = isEverywhere
    self.reference = reference
    self.learningRate = learningRate
  }
}

/// A part of a claim that one equation gives at one layer.
public struct ClaimBlock: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case error, weights, biases }
  public let kind: Kind
  public let layer: Int

  public init(_ kind: Kind, layer: Int) {
    self.kind = kind
    self.layer = layer
  }
}

/// How the numbers of a wrong block are related to the right ones.
public struct Fingerprint: Sendable {
  public enum Relation: Sendable {
    /// Every number is the right one times this.
    case ratio(Double)
    /// The difference is this times the parameter.
    case proportionalToParameters(Double)
    /// Each row, or each column, has a ratio of its own.
    case ratioOfRows
    case ratioOfColumns
    /// Only some entries differ.
    case entries(wrong: Int, of: Int)
    case none
  }
  public let block: ClaimBlock
  public let relation: Relation

  public init(block: ClaimBlock, relation: Relation) {
    self.block = block
    self.relation = relation
  }
}
