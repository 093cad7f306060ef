// `nabla train --sweep`: one setting chosen by cross validation.

import Nabla

extension TrainCommand {
  /// Trains with each value on all folds but one, and looks at that one.
  func run(
    _ sweep: (setting: SweptSetting, values: [Double]), _ setup: TrainingSetup,
    on console: Console
  ) throws(Failure) -> ExitStatus {
    try checkSweep(sweep.setting, setup)
    let job = Sweep(
      network: setup.network, settings: setup.settings, examples: setup.training,
      setting: sweep.setting, values: sweep.values, folds: folds)
    let progress = SharedProgress(title: "Training")
    let report = try Signals.patiently { () throws(Failure) -> SweepReport? in
      job.run(
        threads: threads, progress: { progress.advance(to: $0, of: $1) },
        isAskedToEnd: { Signals.isAskedToEnd }
      ) { BlockedDescent($0, $1, threads: 1) }
    }
    progress.finish()
    guard let report else {
      console.report("Interrupted; a sweep has a result when all of it is done.\n")
      return .interrupted
    }
    try picture?.write(report.svg())
    try print(report, on: console)
    return .right
  }

  /// Whether the sweep can be made at all.
  private func checkSweep(_ setting: SweptSetting, _ setup: TrainingSetup) throws(Failure) {
    if setting == .dropout, setup.network.lastLayer == 2 {
      throw Failure(
        message: "dropout drops hidden nodes, and this network has none", status: .usage)
    }
    guard folds <= setup.training.count else {
      throw Failure(
        message: "\(folds) folds need as many examples; there are \(setup.training.count)",
        status: .usage)
    }
  }

  private func print(_ report: SweepReport, on console: Console) throws(Failure) {
    let text =
      switch output.format {
      case .text: report.text(style: console.textStyle)
      case .json: report.json()
      case .markdown: report.markdown()
      }
    try console.write(text)
  }
}
