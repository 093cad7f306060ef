// What a network file may say, and seldom means.

extension Network {
  /// What people who come from elsewhere may not expect of this network, a sentence each.
  ///
  /// The names of the costs mislead: what [W] calls cross-entropy has a second term, which other
  /// books leave out where the outputs are classes.
  func warnings(for batch: Batch) -> [String] {
    switch (hypothesis.name, cost.name, outputs) {
    case ("softmax", "cross-entropy", 2):
      [
        "softmax with cross-entropy counts each of the K = 2 outputs twice: "
          + "the gradient is twice that of log-loss, the usual cost for softmax"
      ]
    case ("softmax", "cross-entropy", _):
      [
        "softmax with cross-entropy adds (1 - y) log(1 - h) for each output: with K = \(outputs) "
          + "that is another cost than log-loss, the usual one for softmax"
      ]
    case ("softmax", "log-loss", 1):
      ["softmax of one output is always 1: log-loss is 0 whatever the weights are"]
    case (_, "log-loss", 1):
      [
        "log-loss with one output has no term (1 - y) log(1 - h): examples with y = 0 cost nothing; "
          + "cross-entropy is the usual cost"
      ]
    case ("softmax", "log-loss", _): batch.unusualSum.map { [$0] } ?? []
    default: []
    }
  }
}

extension Batch {
  /// The first example whose targets do not sum to 1, in a sentence.
  fileprivate var unusualSum: String? {
    for m in 1...count {
      let sum = (1...targets.rows).reduce(0) { $0 + targets[$1, m] }
      if abs(sum - 1) > 1e-9 {
        return "the targets of example \(m) sum to \(sum), not to 1: "
          + "its error at the output is (h Σy - y)/M, which is (h - y)/M only where Σy = 1"
      }
    }
    return nil
  }
}
