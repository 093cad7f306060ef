// A setting tried at several values, each by cross validation: [W] §9.1.

import Cores
public import NetworkModel

/// k-fold cross validation of one setting of training.
public struct Sweep: Sendable {
  private let network: Network
  private let settings: TrainingSettings
  private let examples: Batch
  private let setting: SweptSetting
  private let values: [Double]
  private let folds: [HeldOutSplit]

  /// - Parameters:
  ///   - network: with the parameters that every training starts with.
  ///   - folds: k; the examples are shared out by the seed of the settings.
  public init(
    network: Network, settings: TrainingSettings, examples: Batch, setting: SweptSetting,
    values: [Double], folds: Int
  ) {
    self.network = network
    self.settings = settings
    self.examples = examples
    self.setting = setting
    self.values = values
    self.folds = HeldOutSplit.folds(folds, examples: examples.count, seed: settings.seed)
  }

  /// Trains once for each value and fold, several at a time.
  ///
  /// - Parameter engine: makes an engine that holds some examples, for one thread.
  /// - Returns: `nil` where it was asked to end.
  public func run<Engine: DescentEngine & SendableMetatype>(
    threads: Int, progress: (@Sendable (Int, Int) -> Void)? = nil,
    isAskedToEnd: @escaping @Sendable () -> Bool = { false },
    engine: @Sendable (Network, Batch) -> Engine
  ) -> SweepReport? {
    let jobs = values.count * folds.count
    let done = SharedCount(total: jobs, listener: progress)
    let made = concurrentMap(count: jobs, threads: threads) { job -> FoldResult? in
      if isAskedToEnd() { return nil }
      defer { done.add(1) }
      return performances(values[job / folds.count], folds[job % folds.count], isAskedToEnd, engine)
    }
    let results = made.compactMap(\.self)
    if isAskedToEnd() || results.count < jobs { return nil }
    let points = values.enumerated().map { n, value in
      let own = results[n * folds.count..<(n + 1) * folds.count]
      return SweepReport.Point(
        value: value, training: own.map(\.training), heldOut: own.map(\.heldOut))
    }
    return SweepReport(
      network: network, settings: settings, setting: setting, folds: folds.count,
      exampleCount: examples.count, points: points)
  }

  private typealias FoldResult = (training: Performance, heldOut: Performance)

  private func performances<Engine: DescentEngine>(
    _ value: Double, _ fold: HeldOutSplit, _ isAskedToEnd: @escaping () -> Bool,
    _ engine: (Network, Batch) -> Engine
  ) -> FoldResult {
    var (network, settings) = (network, settings)
    switch setting {
    case .l2: network.penalty.l2 = value
    case .l1: network.penalty.l1 = value
    case .rate: settings.rate = value
    case .momentum: settings.momentum = value
    case .dropout: settings.dropout = value
    }
    var observer = TrainingObserver()
    observer.iteration = { _ in !isAskedToEnd() }
    let trainer = Trainer(
      settings, engine: engine(network, examples.examples(fold.training)),
      parameters: network.parameters)
    var run = TrainingRun(trainer, observer: observer, now: { 0 })
    let report = run.run()
    var rest = engine(network, examples.examples(fold.heldOut))
    return (report.training, rest.performance(report.network.parameters))
  }
}
