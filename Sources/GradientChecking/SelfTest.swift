// What planting errors shows of the check itself.

public import NetworkModel

/// What the planted error showed.
public struct SelfTest: Sendable {
  /// The size of the error that was planted.
  public let planted: Double
  /// How many plants there were, and how many were caught.
  public let plants: Int
  public let caught: Int
  /// Where one was not caught.
  public let missed: Coordinate?

  public init(planted: Double, plants: Int, caught: Int, missed: Coordinate?) {
    self.planted = planted
    self.plants = plants
    self.caught = caught
    self.missed = missed
  }

  public var passed: Bool { caught == plants }
}
