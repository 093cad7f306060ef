// What is drawn at random while training, each kind and each time from a generator of its own.

import NetworkModel

/// What a generator is for: what is drawn for one thing does not depend on how much was drawn for
/// another, and training that is resumed draws what it would have drawn.
enum Draw: UInt64 {
  case order = 1
  case dropout
  case folds
}

extension SeededGenerator {
  /// A generator for the n-th time that something is drawn.
  init(seed: UInt64, for purpose: Draw, number: Int) {
    var mixer = SeededGenerator(seed: seed)
    let (a, b) = (mixer.next(), mixer.next())
    self.init(seed: a &+ purpose.rawValue &* b &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
  }
}
