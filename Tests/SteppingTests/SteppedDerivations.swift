// Derivations to step through in tests, each derived and checked once.

import Nabla

enum SteppedDerivations {
  static let softmax = checked("log-loss softmax")
  static let walk = Walk(softmax)
  static let rectifier = Walk(checked("g rectifier"))
  static let hidden = Walk(checked("BP2"))

  private static func checked(_ name: String) -> CheckedDerivation {
    do {
      return CheckedDerivation(checking: try Topic.named([name]).derivation())
    } catch {
      fatalError("\(name): \(error)")
    }
  }
}
