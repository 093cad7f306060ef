// A reading of a claim, from the output layer down: which formulas gave its numbers so far.

import Numbers
import WorkedExamples

/// Somebody's backpropagation as it may have gone, down to some layer.
struct SearchPath: Sendable {
  /// A mistake made at a stage.
  struct Made: Sendable {
    let mistake: NetworkMistake
    let stage: EquationStage
  }

  /// What was worked so far, wrong where it was wrong.
  var run: EquationRun
  var made: [Made] = []
  /// Blocks that no formula gives.
  var unmatched: [ClaimBlock] = []
  /// Blocks whose equation is right, given δ as it is here.
  var right: [ClaimBlock] = []
  /// The largest residual of a block that a formula gives.
  var residual = 0.0
  /// α, once a mistake has needed it.
  var learningRate: Double?

  /// Whether somewhere neither ∇W nor ∇b of a layer is what δ gives: δ is not what it seems then, and what
  /// lies below says little.
  var hasLost: Bool {
    unmatched.contains { block in
      block.kind == .weights && unmatched.contains(ClaimBlock(.biases, layer: block.layer))
    }
  }

  /// Different mistakes; one that is made in several layers counts once.
  var mistakes: [NetworkMistake] {
    var found: [NetworkMistake] = []
    for made in made where !found.contains(where: { $0.isSame(as: made.mistake) }) {
      found.append(made.mistake)
    }
    return found
  }

  /// The fewer blocks are left over, the fewer mistakes and unknown numbers it takes, the more likely a
  /// reading is.
  var rank: (Int, Int, Int) {
    (unmatched.count, mistakes.count, learningRate == nil ? 0 : 1)
  }

  mutating func note(_ variant: StageVariant) {
    made += variant.mistakes.map { Made(mistake: $0, stage: variant.stage) }
  }
}

extension NetworkMistake {
  /// Whether it is the same mistake: the same name and the same wrong formula.
  func isSame(as other: NetworkMistake) -> Bool {
    identity == other.identity
  }
}
