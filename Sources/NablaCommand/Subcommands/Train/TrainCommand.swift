// `nabla train`: gradient descent, with gradient checks on the way.

import Nabla

struct TrainCommand: Subcommand {
  let file: String
  /// What the options say, put over what the file says.
  let changes: SettingsChanges
  /// A rule for drawing new parameters, where the file's are not wanted.
  let initialisation: DeviationRule?
  /// Whether to go on from the state that the file has.
  let isResumed: Bool
  /// After how many iterations the gradient is checked; never where it is not given.
  let checkEvery: Int?
  /// Where the trained network goes, and after how many epochs it goes there on the way.
  let result: WholeFile?
  let saveEvery: Int?
  /// Where a line of JSON an epoch goes.
  let log: LogFile?
  /// Where the picture of the learning curve goes.
  let picture: WholeFile?
  let sweep: (setting: SweptSetting, values: [Double])?
  let folds: Int
  let threads: Int
  let output: OutputOptions

  init(_ invocation: Invocation) throws(UsageError) {
    file = invocation.arguments[0]
    try Self.checkSeed(invocation)
    changes = SettingsChanges(invocation)
    initialisation = invocation.text(.initialise).flatMap(DeviationRule.named)
    isResumed = invocation.has(.resume)
    checkEvery = invocation.integer(.checkEvery)
    result = invocation.text(.trainedFile).map(WholeFile.init(path:))
    saveEvery = invocation.integer(.saveEvery)
    log = invocation.text(.log).map(LogFile.init(path:))
    picture = invocation.text(.curvePicture).map(WholeFile.init(path:))
    sweep = invocation.sweep(.sweep)
    folds = invocation.integer(.folds) ?? 5
    threads = invocation.integer(.threads) ?? coreCount
    output = OutputOptions(invocation)
  }

  /// A network file holds whole numbers up to 2^53, and the seed goes into one.
  private static func checkSeed(_ invocation: Invocation) throws(UsageError) {
    let most = 1 << 53
    guard let seed = invocation.integer(.trainingSeed), seed > most else { return }
    throw UsageError(
      mistake: .invalidValue(
        "\(seed)", label: Option.trainingSeed.errorLabel, problem: .tooMany(most)),
      path: invocation.path)
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let input = try NetworkInput.read(file)
    let setup = try TrainingSetup(self, input)
    if let sweep { return try run(sweep, setup, on: console) }
    result?.removeLeftDrafts()
    let session = TrainingSession(self, input, setup)
    let report = try session.run()
    let saved = try save(report, input)
    try picture?.write(report.curve.svg(title: input.title))
    try print(report, input, saved, on: console)
    if report.stop == .interrupted { console.report(interruptWords(report, saved)) }
    return ExitStatus(report)
  }

  /// Where the trained network is now; `nil` where it is not wanted, or no network any more.
  private func save(_ report: TrainingReport, _ input: NetworkFile) throws(Failure) -> String? {
    guard let result, report.stop != .notFinite, report.network.parameters.isFinite else {
      return nil
    }
    try TrainedFile(input, from: file, to: result).save(
      report.network.parameters, report.network.penalty, report.settings, report.state)
    return result.path
  }

  private func print(
    _ report: TrainingReport, _ input: NetworkFile, _ saved: String?, on console: Console
  ) throws(Failure) {
    let text =
      switch output.format {
      case .text:
        report.text(
          style: console.textStyle, fileWarnings: input.warnings, classNames: input.classNames,
          saved: saved)
      case .json:
        report.json(fileWarnings: input.warnings, classNames: input.classNames, saved: saved)
      case .markdown:
        report.markdown(fileWarnings: input.warnings, classNames: input.classNames, saved: saved)
      }
    try console.write(text)
  }

  private func interruptWords(_ report: TrainingReport, _ saved: String?) -> String {
    let place = "Interrupted after \(report.state.iterations) iterations"
    guard let saved else {
      return "\(place); nothing was saved, because there is no '--output'.\n"
    }
    return "\(place); saved to \(saved). '--resume' goes on from there.\n"
  }
}

extension ExitStatus {
  /// 1 where the gradient was found wrong, or is no number any more; 3 where a check could not tell.
  init(_ report: TrainingReport) {
    self =
      switch report.stop {
      case .notFinite, .wrongGradient: .wrong
      case .interrupted: .interrupted
      default: report.checks.unsure > 0 ? .cannotTell : .right
      }
  }
}
