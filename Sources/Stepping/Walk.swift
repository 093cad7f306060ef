// What is stepped through: a title, what is agreed on, and the stops in their order.

/// Something that can be stepped through: a derivation, or a pass through a network.
public struct Walk: Sendable {
  /// What is stepped through.
  public let title: String
  /// What the letters and signs mean, in sentences.
  public let conventions: [String]
  /// The lines, in reading order; smaller steps are inside them.
  public let stops: [Stop]
  /// What the sets of numbers are called that lines can be seen in, by their names: networks, points.
  public let numbers: [String]
  /// Sentences for the end: results, remarks.
  public let remarks: [String]
  /// Every stop in reading order, smaller steps before the line that they lead to.
  public let places: [Place]

  /// A stop and where it is.
  public struct Place: Sendable {
    /// The line.
    public let stop: Stop
    /// 0 for a line, 1 for a step of one, and so on.
    public let depth: Int
    /// The place of the line that it is a step of.
    public let parent: Int?
  }

  /// - Precondition: there is a stop, and numbers of stops are all different.
  public init(
    title: String, conventions: [String] = [], stops: [Stop], numbers: [String] = [],
    remarks: [String] = []
  ) {
    precondition(!stops.isEmpty, "\(title) has no line to stop at")
    self.title = title
    self.conventions = conventions
    self.stops = stops
    self.numbers = numbers
    self.remarks = remarks
    places = Self.places(stops, depth: 0, before: 0)
    let ids = places.map(\.stop.id)
    precondition(
      Set(ids).count == ids.count, "\(title) has a number twice: \(ids.joined(separator: ", "))")
  }

  /// - Parameter start: how many places come before.
  private static func places(_ stops: [Stop], depth: Int, before start: Int) -> [Place] {
    var places: [Place] = []
    for stop in stops {
      let inner = Self.places(stop.substeps, depth: depth + 1, before: start + places.count)
      let own = start + places.count + inner.count
      places += inner.map { Place(stop: $0.stop, depth: $0.depth, parent: $0.parent ?? own) }
      places.append(Place(stop: stop, depth: depth, parent: nil))
    }
    return places
  }

  /// The place of a stop, by its number; capitals do not matter.
  public func place(of id: String) -> Int? {
    places.firstIndex { $0.stop.id == id }
      ?? places.firstIndex { $0.stop.id.lowercased() == id.lowercased() }
  }

  /// The next place that is no deeper than this one.
  func place(after place: Int) -> Int? {
    places.indices.dropFirst(place + 1).first { places[$0].depth <= places[place].depth }
  }

  /// The place before this one that is no deeper.
  func place(before place: Int) -> Int? {
    places.indices.prefix(place).last { places[$0].depth <= places[place].depth }
  }
}
