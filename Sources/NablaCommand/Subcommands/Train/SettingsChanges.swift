// What the options of `nabla train` change in the settings that a file has.

import Nabla

/// Settings that were given on the command line.
struct SettingsChanges: Sendable {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// The settings of a file with what was given instead.
  ///
  /// Without any stop, training ends after 1000 iterations.
  func settings(_ file: TrainingSettings) -> TrainingSettings {
    var settings = file
    if let method = invocation.text(.method) { settings.method = DescentMethod(rawValue: method)! }
    if invocation.text(.batch) != nil { settings.batch = .all }
    if let count = invocation.integer(.batch) { settings.batch = .examples(count) }
    if let order = invocation.text(.order) { settings.order = ExampleOrder(rawValue: order)! }
    if let name = invocation.text(.schedule) { settings.schedule = RateSchedule.named(name)! }
    settings.rate = invocation.number(.learningRate) ?? settings.rate
    settings.momentum = invocation.number(.momentum) ?? settings.momentum
    settings.dropout = invocation.number(.dropout) ?? settings.dropout
    settings.seed = invocation.integer(.trainingSeed).map { UInt64($0) } ?? settings.seed
    settings.heldOut = invocation.integer(.heldOut) ?? settings.heldOut
    settings.costGoal = invocation.number(.costGoal) ?? settings.costGoal
    settings.gradientGoal = invocation.number(.gradientGoal) ?? settings.gradientGoal
    setLimits(&settings)
    return settings
  }

  /// Iterations that are asked for here do not end at the epochs of the file, and the other way round.
  private func setLimits(_ settings: inout TrainingSettings) {
    let (iterations, epochs) = (invocation.integer(.iterations), invocation.integer(.epochs))
    if iterations != nil || epochs != nil {
      (settings.iterations, settings.epochs) = (iterations, epochs)
    }
    if settings.iterations == nil && settings.epochs == nil { settings.iterations = 1000 }
  }

  func penalty(_ file: Penalty) -> Penalty {
    Penalty(
      l2: invocation.number(.squarePenalty) ?? file.l2,
      l1: invocation.number(.magnitudePenalty) ?? file.l1)
  }
}
