// One run of training, watched: progress, log, saves, checks, interrupts.

import Nabla

struct TrainingSession {
  private let command: TrainCommand
  private let input: NetworkFile
  private let setup: TrainingSetup

  init(_ command: TrainCommand, _ input: NetworkFile, _ setup: TrainingSetup) {
    self.command = command
    self.input = input
    self.setup = setup
  }

  /// Trains until it is done, somebody interrupts it, or a file cannot be written on the way: the failure
  /// comes with the report, so that what was learnt can be saved.
  ///
  /// - Throws: where the log cannot be opened.
  func run() throws(Failure) -> (report: TrainingReport, failure: Failure?) {
    try Signals.patiently { () throws(Failure) in
      let problem = Problem()
      let engine = BlockedDescent(setup.network, setup.training, threads: command.threads)
      let trainer = Trainer(
        setup.settings, engine: engine, parameters: setup.network.parameters, state: setup.state)
      let bar = ProgressBar(total: total(trainer.plan), title: "Training")
      try command.log?.open(appending: command.isResumed)
      var run = TrainingRun(
        trainer,
        heldOut: setup.heldOut.map { BlockedDescent(setup.network, $0, threads: command.threads) },
        watch: watch, observer: observer(bar, problem), now: ProgressBar.seconds)
      let report = run.run()
      bar.finish()
      command.log?.close()
      return (report, problem.failure)
    }
  }

  /// What went wrong with a file on the way.
  private final class Problem {
    private(set) var failure: Failure?

    /// Does something with a file, and remembers what went wrong.
    func note(_ work: () throws(Failure) -> Void) {
      do throws(Failure) { try work() } catch { failure = error }
    }
  }

  /// How many iterations there will be at most.
  private func total(_ plan: EpochPlan) -> Int {
    let byEpochs = setup.settings.epochs.map {
      $0.multipliedReportingOverflow(by: plan.iterationsPerEpoch)
    }
    let limits = [setup.settings.iterations, byEpochs.map { $0.overflow ? .max : $0.partialValue }]
    return limits.compactMap { $0 }.min() ?? .max
  }

  /// How many examples of the training set are looked at for troubles.
  private static let watchedExamples = 256

  private var watch: TrainingWatch {
    let sample = setup.training.examples(0..<min(setup.training.count, Self.watchedExamples))
    return TrainingWatch { BatchPropagation<Double>($0, sample) }
  }

  private func observer(
    _ bar: ProgressBar, _ problem: Problem
  ) -> TrainingObserver {
    var observer = TrainingObserver()
    observer.iteration = { moment in
      bar.advance(to: moment.iterations) {
        progressWords(cost: moment.cost, rate: moment.rate, epoch: moment.epoch)
      }
      return !Signals.isAskedToEnd && problem.failure == nil
    }
    if let log = command.log {
      observer.epoch = { record in
        problem.note { () throws(Failure) in try log.add(record.jsonLine()) }
      }
    }
    observer.save = saving(problem)
    if let every = command.checkEvery {
      let options = CheckOptions(
        sample: Self.checkedParameters, seed: setup.settings.seed, threads: command.threads)
      observer.check = (every, { $0.answer(setup.training, options) })
    }
    return observer
  }

  /// How the network is saved on the way, if it is.
  private func saving(
    _ problem: Problem
  ) -> (every: Int, to: (Parameters<Double>, TrainingState) -> Void)? {
    guard let every = command.saveEvery, let result = command.result else { return nil }
    let file = TrainedFile(input, from: command.file, to: result)
    return (
      every,
      { parameters, state in
        problem.note { () throws(Failure) in
          try file.save(parameters, setup.network.penalty, setup.settings, state)
        }
      }
    )
  }

  /// How many parameters a check on the way measures; all of them are compared between the engines.
  private static let checkedParameters = 100
}
