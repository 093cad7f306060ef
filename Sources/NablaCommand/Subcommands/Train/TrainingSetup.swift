// What training starts from: settings, network, examples.

import Nabla

/// A file and the options on the command line, put together.
struct TrainingSetup: Sendable {
  let settings: TrainingSettings
  /// With the penalty and the parameters that training starts with.
  let network: Network
  let state: TrainingState
  let training: Batch
  /// The examples that are held out, if there are any.
  let heldOut: Batch?

  init(_ command: TrainCommand, _ input: NetworkFile) throws(Failure) {
    settings = command.changes.settings(input.training)
    let M = input.batch.count
    guard settings.heldOut < M else {
      throw Failure(
        message: "\(settings.heldOut) examples cannot be held out of \(M): one at least is needed "
          + "to train with", status: .usage)
    }
    state = try Self.state(command, input, settings)
    if settings.dropout > 0, input.network.lastLayer == 2 {
      throw Failure(
        message: "dropout drops hidden nodes, and this network has none", status: .usage)
    }
    let split = HeldOutSplit(examples: M, heldOut: settings.heldOut, seed: settings.seed)
    training = settings.heldOut == 0 ? input.batch : input.batch.examples(split.training)
    heldOut = settings.heldOut == 0 ? nil : input.batch.examples(split.heldOut)
    var network = input.network.with(penalty: command.changes.penalty(input.network.penalty))
    if let rule = command.initialisation {
      network.parameters = Initialisation(
        distribution: .gaussian, deviation: .rule(rule), seed: settings.seed,
        biases: command.firstBiases
      ).parameters(sizes: network.sizes, examples: training.count)
    }
    self.network = network
  }

  /// Where an earlier run stopped, if this one goes on from there.
  private static func state(
    _ command: TrainCommand, _ input: NetworkFile, _ settings: TrainingSettings
  ) throws(Failure) -> TrainingState {
    guard command.isResumed else { return TrainingState() }
    guard let state = input.state else {
      throw Failure(
        message:
          "\(command.file.abridged): there is no \"state\" under \"training\" to go on from; "
          + "'nabla train --output' writes one", status: .malformed)
    }
    guard settings.seed == input.training.seed, settings.heldOut == input.training.heldOut else {
      throw Failure(
        message:
          "'--resume' holds out the examples that were held out before: 'seed' and 'test' stay "
          + "\(input.training.seed) and \(input.training.heldOut)", status: .usage)
    }
    guard max(state.iterations, state.epochs, state.updates) <= 1 << 52 else {
      throw Failure(
        message: "\(command.file.abridged): the counts of \"state\" are too large to go on from",
        status: .malformed)
    }
    return state
  }
}
