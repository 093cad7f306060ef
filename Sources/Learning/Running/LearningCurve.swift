// How the cost went down.

/// The cost over the epochs, at no more than `limit` of them however long training takes.
public struct LearningCurve: Sendable, Equatable {
  /// What is known of an epoch.
  public struct Point: Sendable, Equatable {
    public var epoch: Int
    /// Iterations so far.
    public var iterations: Int
    /// J of the epoch's batches as they were met, each before its update, on average; with the
    /// penalty, and under dropout with nodes dropped.
    public var cost: Double
    /// J of the held-out examples behind the epoch, without the penalty.
    public var heldOutCost: Double?

    public init(epoch: Int, iterations: Int, cost: Double, heldOutCost: Double? = nil) {
      self.epoch = epoch
      self.iterations = iterations
      self.cost = cost
      self.heldOutCost = heldOutCost
    }
  }

  /// The most points that are kept.
  public static let limit = 128

  /// In ascending order of epochs; the last one is the last epoch that was added.
  public private(set) var points: [Point] = []
  private var stride = 1

  public init() {}

  /// Whether an epoch is one of those that are kept.
  public func keeps(_ epoch: Int) -> Bool { epoch % stride == 0 }

  /// Adds an epoch; every other one is given up where there are too many.
  public mutating func add(_ point: Point) {
    // The last epoch is always there, but stays only if it is one of those that are kept.
    if let last = points.last, !keeps(last.epoch) { points.removeLast() }
    if points.count == Self.limit {
      stride *= 2
      points = points.filter { keeps($0.epoch) }
    }
    points.append(point)
  }
}
