// A setting chosen by cross validation: what was tried, and how it went.

public import NetworkModel

/// A setting that can be swept over.
public enum SweptSetting: String, CaseIterable, Sendable {
  /// λ of the squares, λ of the magnitudes, α, μ, and the probability of dropout.
  case l2, l1, rate, momentum, dropout
}

/// Training and held-out costs over the values of one setting, by k-fold cross validation.
///
/// Source: M. Stone, "Cross-validatory choice and assessment of statistical predictions", Journal of
/// the Royal Statistical Society B 36 (1974); [W] §9.1 asks for it.
public struct SweepReport: Sendable {
  public let network: Network
  public let settings: TrainingSettings
  public let setting: SweptSetting
  public let folds: Int
  /// How many examples the folds share.
  public let exampleCount: Int
  /// One for each value, in the order in which they were given.
  public let points: [Point]

  /// What one value has come to.
  public struct Point: Sendable, Equatable {
    public let value: Double
    /// Of each fold: the performance on the examples trained with, and on those held out.
    public let training: [Performance]
    public let heldOut: [Performance]

    public init(value: Double, training: [Performance], heldOut: [Performance]) {
      self.value = value
      self.training = training
      self.heldOut = heldOut
    }

    /// J without the penalty, averaged over the folds.
    public var trainingCost: Double { mean(training.map(\.dataCost)) }
    public var heldOutCost: Double { mean(heldOut.map(\.dataCost)) }
    /// The standard error of the mean of the held-out costs.
    public var heldOutError: Double {
      let costs = heldOut.map(\.dataCost)
      let squares = costs.map { ($0 - heldOutCost) * ($0 - heldOutCost) }
      let variance = squares.reduce(0, +) / Double(max(costs.count - 1, 1))
      return (variance / Double(costs.count)).squareRoot()
    }
    /// Of all held-out examples, the share that is put into its class.
    public var heldOutAccuracy: Double? { accuracy(heldOut) }
    public var trainingAccuracy: Double? { accuracy(training) }

    private func mean(_ numbers: [Double]) -> Double {
      numbers.reduce(0, +) / Double(numbers.count)
    }

    private func accuracy(_ performances: [Performance]) -> Double? {
      let correct = performances.compactMap(\.correct)
      guard correct.count == performances.count else { return nil }
      return Double(correct.reduce(0, +)) / Double(performances.reduce(0) { $0 + $1.count })
    }
  }

  public init(
    network: Network, settings: TrainingSettings, setting: SweptSetting, folds: Int,
    exampleCount: Int, points: [Point]
  ) {
    self.network = network
    self.settings = settings
    self.setting = setting
    self.folds = folds
    self.exampleCount = exampleCount
    self.points = points
  }

  /// The value with the least held-out cost, the first of equal ones; `nil` where no cost is a number.
  public var best: Point? {
    points.filter { $0.heldOutCost.isFinite }.min { $0.heldOutCost < $1.heldOutCost }
  }
}
