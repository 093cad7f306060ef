// What a function of one number and its derivative look like: points, kinks, jumps.

import NetworkModel
import Notation
import Numbers

/// Points of g and g′, cut where they jump.
struct ActivationCurve {
  /// A place where g or g′ has no derivative or jumps.
  struct Kink: Equatable {
    let z: Double
    /// Values of g just left, there, and just right; and of g′.
    let value: Sides
    let slope: Sides

    struct Sides: Equatable {
      let left: Double
      let here: Double
      let right: Double

      var jumps: Bool { left != here || here != right }
    }
  }

  typealias Point = (x: Double, y: Double)

  let kinks: [Kink]
  /// Kinks too far away for numbers to be drawn from here to there.
  let remote: [Double]
  /// The range of z that is drawn.
  let range: ClosedRange<Double>
  /// g and g′, each as lines that do not jump.
  let values: [[Point]]
  let slopes: [[Point]]

  /// Sums and differences of what is drawn are to be finite.
  private static let limit = 1e300

  init(_ activation: Activation) {
    let all = activation.definition.kinkPlaces()
    let places = all.filter { $0.magnitude < Self.limit }
    remote = all.filter { $0.magnitude >= Self.limit }
    let room = max(5, (places.map(\.magnitude).max() ?? 0) * 1.5)
    range = -room...room
    let (step, near) = (room / 120, room / 120_000)
    let function = Self.function(activation)
    let lines = zip([-room] + places, places + [room]).map { start, end in
      // The ends themselves belong to the other side, or to none.
      let first = start == -room ? start : start + near
      let last = end == room ? end : end - near
      let count = max(2, Int(((last - first) / step).rounded(.up)))
      return (0...count).map { n in
        let z = first + (last - first) * Double(n) / Double(count)
        return (z: z, both: function(z))
      }
    }
    values = lines.map { line in line.map { ($0.z, $0.both.value) } }
    slopes = lines.map { line in line.map { ($0.z, $0.both.slope) } }
    kinks = places.map { Kink(at: $0, near: near, of: function) }
  }

  /// g and g′ as they are computed, kept within what can be drawn.
  private static func function(
    _ activation: Activation
  ) -> (Double) -> (value: Double, slope: Double) {
    let program = ActivationProgram(activation)
    func drawn(_ y: Double) -> Double { min(max(y, -limit), limit) }
    return { z in
      var frame = program.frame(over: Double.self)
      let a = program.value(z, &frame)
      return (drawn(a), drawn(program.slope(z, a, &frame)))
    }
  }
}

extension ActivationCurve.Kink {
  /// - Parameter near: how far to the left and right of the place is looked.
  init(at z: Double, near: Double, of function: (Double) -> (value: Double, slope: Double)) {
    let (left, here, right) = (function(z - near), function(z), function(z + near))
    // As far as the function comes by its slope it has not jumped.
    let steepest = max(left.slope.magnitude, right.slope.magnitude)
    self.init(
      z: z, value: .init(left.value, here.value, right.value, within: 2 * steepest * near),
      slope: .init(left.slope, here.slope, right.slope, within: 1e-4 * steepest))
  }
}

extension ActivationCurve.Kink.Sides {
  /// Values whose differences come from the distance between the places are the same.
  init(_ left: Double, _ here: Double, _ right: Double, within limit: Double) {
    func near(_ value: Double) -> Double {
      (value - here).magnitude <= limit + 1e-9 * here.magnitude ? here : value
    }
    self.init(left: near(left), here: here, right: near(right))
  }
}
