// A worked example with everything that the package has.

import BatchEngine
public import Deriving
public import NetworkModel
public import WorkedExamples

extension WorkedExample {
  /// Works a network through with a batch.
  ///
  /// - Throws: `.undefined` where the cost has no value at the hypothesis.
  public init(
    _ network: Network, _ batch: Batch, _ options: WorkedExampleOptions = WorkedExampleOptions()
  ) throws(DerivingError) {
    try self.init(network, batch, options) { BatchPropagation<Double>($0, $1) }
  }
}
