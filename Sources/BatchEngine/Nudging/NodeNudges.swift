// All nudges of one node's numbers: which columns they are in each example, and what they sum to.

import Kernels
import NetworkModel
import Numbers

/// Nudges of numbers that belong to one node, and the changes of J.
struct NodeNudges {
  let point: NudgePoint
  let coordinates: [Coordinate]
  let steps: [Double]
  let offsets: [Int]
  private let l: Int
  private let i: Int
  /// Where the weight from each node j − 1, the bias and the weighted input of each example stand
  /// among the coordinates; −1 for those that are not nudged.
  private var weights: [Int32]
  private var bias: Int32 = -1
  private var weightedInputs: [Int32]
  /// Σ_m Δterm by offset, then by coordinate; and the sum of their magnitudes, the largest over the
  /// offsets, by coordinate.
  private var sums: [Double]
  private var sizes: [Double]
  private var crossings: [Int: Kink] = [:]

  init(_ point: NudgePoint, _ coordinates: [Coordinate], _ steps: [Double], _ offsets: [Int]) {
    self.point = point
    self.coordinates = coordinates
    self.steps = steps
    self.offsets = offsets
    (l, i) = coordinates.first.map { ($0.layer, $0.node) } ?? (2, 1)
    weights = Array(repeating: -1, count: point.engine.network.size(l - 1))
    weightedInputs = Array(repeating: -1, count: point.engine.batch.count)
    for (place, coordinate) in coordinates.enumerated() {
      precondition(
        coordinate.layer == l && coordinate.node == i, "\(coordinate) is of another node")
      switch coordinate {
      case .weight(_, _, let j): weights[j - 1] = Int32(place)
      case .bias: bias = Int32(place)
      case .weightedInput(_, _, let m): weightedInputs[m - 1] = Int32(place)
      }
    }
    sums = Array(repeating: 0, count: offsets.count * coordinates.count)
    sizes = Array(repeating: 0, count: coordinates.count)
  }

  /// Sums the changes over the examples, in their order.
  mutating func propagate(_ buffers: NudgeBuffers) {
    let numbers = coordinates.count
    let columns = numbers * offsets.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * columns + 1) { memory in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: numbers + 1) { places in
        guard let places = places.baseAddress, let t = memory.baseAddress else { return }
        for m in 1...point.engine.batch.count {
          let count = fill(m, t, places)
          if count > 0 { propagate(m, t, count, places, t + columns, buffers) }
        }
      }
    }
  }

  /// The nudges of z_i^(ℓ)(m) at offset 1, and whose they are.
  private func fill(
    _ m: Int, _ t: UnsafeMutablePointer<Double>, _ places: UnsafeMutablePointer<Int32>
  ) -> Int {
    var count = 0
    func add(_ place: Int32, times a: Double) {
      places[count] = place
      t[count] = steps[Int(place)] * a
      count += 1
    }
    let inputs = point.inputs[l - 1]
    for position in inputs.range(ofExample: m) {
      let place = weights[Int(inputs.nodes[position])]
      if place >= 0 { add(place, times: inputs.values[position]) }
    }
    if bias >= 0 { add(bias, times: 1) }
    if weightedInputs[m - 1] >= 0 { add(weightedInputs[m - 1], times: 1) }
    return count
  }

  /// All offsets of `count` nudges of example m, in blocks.
  private mutating func propagate(
    _ m: Int, _ t: UnsafeMutablePointer<Double>, _ count: Int,
    _ places: UnsafeMutablePointer<Int32>, _ free: UnsafeMutablePointer<Double>,
    _ buffers: NudgeBuffers
  ) {
    let total = count * offsets.count
    let (nudges, changes) = (free, free + total)
    for (o, offset) in offsets.enumerated() {
      kernel_change_scale(count, Double(offset), t, nudges + o * count)
    }
    var crossed: [(column: Int, kink: Kink)] = []
    var changesAnything = false
    for first in stride(from: 0, to: total, by: NudgeBuffers.block) {
      let width = min(NudgeBuffers.block, total - first)
      withoutActuallyEscaping({ (column: Int, kink: Kink) in
        crossed.append((first + column, kink))
      }) { note in
        let example = NudgedExample(point: point, buffers: buffers, m: m, noteCrossing: note)
        if example.change(l, i, by: nudges + first, width, into: changes + first) {
          changesAnything = true
        } else {
          (changes + first).update(repeating: 0, count: width)
        }
      }
    }
    for (column, kink) in crossed {
      let (o, c) = column.quotientAndRemainder(dividingBy: count)
      let sample = Int(places[c]) * offsets.count + o
      if crossings[sample] == nil { crossings[sample] = kink }
    }
    if changesAnything {
      kernel_change_gather(
        offsets.count, count, places, changes, coordinates.count, &sums, &sizes)
    }
  }

  /// The changes of J, the penalty's included, and their bounds.
  func samples() -> [CostSample] {
    var samples: [CostSample] = []
    samples.reserveCapacity(sums.count)
    for (c, coordinate) in coordinates.enumerated() {
      let perNudge = point.rounding[coordinate]
      let sum = point.scale.magnitude * sizes[c] * point.rounding.sum
      for (o, offset) in offsets.enumerated() {
        let nudge = Double(offset) * steps[c]
        let change = point.scale * sums[o * coordinates.count + c]
        let bound = sum + nudge.magnitude * perNudge + 0x1p-1030
        samples.append(
          CostSample(
            change: change, roundingBound: bound.isNaN || change.isNaN ? .infinity : bound,
            nudge: nudge, crossing: crossings[c * offsets.count + o]))
      }
    }
    if !point.engine.network.penalty.isNone { addPenalty(&samples) }
    return samples
  }

  private func addPenalty(_ samples: inout [CostSample]) {
    for (c, coordinate) in coordinates.enumerated() {
      guard case .weight(_, _, let j) = coordinate else { continue }
      let change = PenaltyChange(point, l, i, j)
      for o in offsets.indices {
        let place = c * offsets.count + o
        let (value, rounding) = change(by: samples[place].nudge)
        samples[place].change += value
        samples[place].roundingBound += rounding
        samples[place].crossing =
          change.crossing(by: samples[place].nudge) ?? samples[place].crossing
      }
    }
  }
}
