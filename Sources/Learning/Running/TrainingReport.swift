// What training has come to.

public import NetworkModel

/// The result of training: the network, what it makes of the examples, and how it got there.
public struct TrainingReport: Sendable {
  public let settings: TrainingSettings
  /// The network with the parameters that it has now.
  public let network: Network
  /// How far it has come.
  public let state: TrainingState
  /// Where it can go on from: for [V] Algorithm 1 the end of an epoch.
  public let resumable: TrainingState
  /// How many iterations an epoch has.
  public let iterationsPerEpoch: Int
  /// What the network made of the training set before this run.
  public let start: Performance
  /// What it makes of the training set now, without dropout.
  public let training: Performance
  /// What it makes of the held-out examples, if there are any.
  public let heldOut: Performance?
  public let stop: StopReason
  public let curve: LearningCurve
  /// What was noticed on the way, in the order in which it was noticed; each kind and place once.
  public let findings: [TrainingFinding]
  /// How many gradient checks were made, and how many could not tell.
  public let checks: (made: Int, unsure: Int)
  /// What the first iteration began with and the last ended with lie so far apart, in seconds of a
  /// clock on the wall; reading and the last evaluation are not in it.
  public let seconds: Double

  public init(
    settings: TrainingSettings, network: Network, state: TrainingState,
    resumable: TrainingState? = nil, iterationsPerEpoch: Int,
    start: Performance, training: Performance, heldOut: Performance?, stop: StopReason,
    curve: LearningCurve,
    findings: [TrainingFinding], checks: (made: Int, unsure: Int), seconds: Double
  ) {
    self.settings = settings
    self.network = network
    self.state = state
    self.resumable = resumable ?? state
    self.iterationsPerEpoch = iterationsPerEpoch
    self.start = start
    self.training = training
    self.heldOut = heldOut
    self.stop = stop
    self.curve = curve
    self.findings = findings
    self.checks = checks
    self.seconds = seconds
  }
}

/// Why training stopped.
public enum StopReason: Sendable, Equatable {
  /// The chosen number of iterations or epochs is reached.
  case iterations, epochs
  /// J is small enough, or ‖∇J‖ is: what it was when that was seen.
  case costGoal(Double), gradientGoal(Double)
  /// Somebody asked for it.
  case interrupted
  /// J or its gradient is no finite number any more.
  case notFinite
  /// A gradient check said that the gradient is wrong.
  case wrongGradient
}
