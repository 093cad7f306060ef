// `nabla train`: gradient descent, with gradient checks on the way.

import Nabla

struct TrainCommand: Subcommand {
  let file: String
  /// What the options say, put over what the file says.
  let changes: SettingsChanges
  /// A rule for drawing new parameters, where the file's are not wanted.
  let initialisation: DeviationRule?
  /// What all new biases are, if the rule is not to say.
  let firstBiases: Double?
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
    try Self.checkWholeNumbers(invocation)
    try Self.checkFiles(invocation)
    changes = SettingsChanges(invocation)
    initialisation = invocation.text(.initialise).flatMap(DeviationRule.named)
    firstBiases = invocation.number(.firstBiases)
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

  /// A network file holds whole numbers up to 2^53, and settings go into one.
  private static func checkWholeNumbers(_ invocation: Invocation) throws(UsageError) {
    let most = 1 << 53
    for option in [Option.trainingSeed, .iterations, .epochs, .batch, .heldOut] {
      guard let number = invocation.integer(option), number > most else { continue }
      throw UsageError(
        mistake: .invalidValue(
          "\(number)", label: option.errorLabel, problem: .tooMany(most)),
        path: invocation.path)
    }
  }

  /// Files that are written must not be one another; nor may the log or a picture be the network.
  private static func checkFiles(_ invocation: Invocation) throws(UsageError) {
    let given = [Option.trainedFile, .log, .curvePicture].compactMap { option in
      invocation.text(option).map { (option, WholeFile(path: $0).place) }
    }
    for (n, (option, place)) in given.enumerated() {
      let isInput =
        option.name != Option.trainedFile.name
        && place == WholeFile(path: invocation.arguments[0]).place
      guard isInput || given[..<n].contains(where: { $0.1 == place }) else { continue }
      throw UsageError(
        mistake: .sameFile(invocation.text(option)!, label: option.errorLabel),
        path: invocation.path)
    }
  }

  func run(on console: Console) throws(Failure) -> ExitStatus {
    let input = try NetworkInput.read(file)
    let setup = try TrainingSetup(self, input)
    for file in [result, picture].compactMap(\.self) {
      file.removeLeftDrafts()
      try file.checkPlace()
    }
    if let sweep { return try run(sweep, setup, on: console) }
    let session = TrainingSession(self, input, setup)
    let (report, failure) = try session.run()
    let saved = try save(report, input)
    if let failure { throw failure }
    try picture?.write(report.curve.svg(title: input.title))
    try print(report, input, saved, on: console)
    if report.stop == .interrupted { console.report(interruptWords(report, saved)) }
    if let result, saved == nil {
      console.report("Nothing was written to \(result.path): a number is not finite.\n")
    }
    return ExitStatus(report)
  }

  /// Where the trained network is now; `nil` where it is not wanted, or no network any more.
  private func save(_ report: TrainingReport, _ input: NetworkFile) throws(Failure) -> String? {
    guard let result, report.stop != .notFinite, report.network.parameters.isFinite else {
      return nil
    }
    try TrainedFile(input, from: file, to: result).save(
      report.network.parameters, report.network.penalty, report.settings, report.resumable)
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
    let count = report.state.iterations
    let place = "Interrupted after \(count) iteration\(count == 1 ? "" : "s")"
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
