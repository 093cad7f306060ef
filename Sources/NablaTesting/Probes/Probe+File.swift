// A probe as a network file, for `nabla`.

import Nabla

extension Probe {
  /// The text of a network file: with it, `nabla work` shows every number on the way.
  public var fileText: String {
    var network = network
    network.name = name
    return NetworkFile(network: network, batch: batch).text(
      parameters: network.parameters, penalty: network.penalty, settings: TrainingSettings(),
      state: nil)
  }
}
