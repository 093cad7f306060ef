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
  /// The range of z that is drawn.
  let range: ClosedRange<Double>
  /// g and g′, each as lines that do not jump.
  let values: [[Point]]
  let slopes: [[Point]]

  init(_ activation: Activation) {
    let program = ActivationProgram(activation)
    var frame = program.frame(over: Double.self)
    func both(_ z: Double) -> (value: Double, slope: Double) {
      let a = program.value(z, &frame)
      return (a, program.slope(z, a, &frame))
    }
    let places = activation.definition.kinkPlaces().filter { $0.magnitude < 1e12 }
    let room = max(5, (places.map(\.magnitude).max() ?? 0) * 1.5)
    range = -room...room
    let step = room / 120
    var (values, slopes, kinks): ([[Point]], [[Point]], [Kink]) = ([], [], [])
    for (start, end) in zip([-room] + places, places + [room]) {
      // The ends themselves belong to the other side, or to none.
      let (first, last) = (
        start == -room ? start : start + step / 1000, end == room ? end : end - step / 1000
      )
      let count = max(2, Int(((last - first) / step).rounded(.up)))
      let points = (0...count).map { n in
        let z = first + (last - first) * Double(n) / Double(count)
        return (z: z, both: both(z))
      }
      values.append(points.map { ($0.z, $0.both.value) })
      slopes.append(points.map { ($0.z, $0.both.slope) })
    }
    for place in places {
      let (left, here, right) = (both(place - step / 1000), both(place), both(place + step / 1000))
      kinks.append(
        Kink(
          z: place,
          value: .init(left.value, here.value, right.value, within: step / 100),
          slope: .init(left.slope, here.slope, right.slope, within: 1e-4)))
    }
    (self.values, self.slopes, self.kinks) = (values, slopes, kinks)
  }
}

extension ActivationCurve.Kink.Sides {
  /// Values whose differences come from the distance between the places are the same.
  init(_ left: Double, _ here: Double, _ right: Double, within limit: Double) {
    let scale = max(1, here.magnitude) * limit
    func near(_ value: Double) -> Double { (value - here).magnitude <= scale ? here : value }
    self.init(left: near(left), here: here, right: near(right))
  }
}
