// Whole passes through an engine as lists of named numbers, for comparing engines and number types.

import Nabla
import RandomNetworks
import Testing

import class Foundation.ProcessInfo

/// Whether the long form of the tests is run: `NABLA_LONG=1`.
let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

/// A forward and a backward pass.
struct Propagation<Number: Scalar> {
  let forward: ForwardPass<Number>
  let backward: BackwardPass<Number>

  init<Engine: PropagationEngine>(_ engine: Engine, holding sides: Sides? = nil)
  where Engine.Number == Number {
    forward = engine.forward(holding: sides)
    backward = engine.backward(forward)
  }

  /// J, and by layer z, a, δ, ∇W and ∇b, in that order.
  var quantities: [(name: String, entries: [Number])] {
    [("J", [forward.cost])]
      + forward.weightedInput.range.flatMap { l in
        [
          ("z^(\(l))", forward.weightedInput[l].entries),
          ("a^(\(l))", forward.activation[l].entries),
          ("δ^(\(l))", backward.error[l].entries),
          ("∇W^(\(l))", backward.gradient.weights[l].entries),
          ("∇b^(\(l))", backward.gradient.biases[l]),
        ]
      }
  }
}

/// A network that tests are run on.
struct Subject: Sendable, CustomTestStringConvertible {
  let description: String
  let network: Network
  let batch: Batch

  var testDescription: String { description }

  init(_ fixture: FixtureNetwork) {
    (description, network, batch) = (fixture.name, fixture.network, fixture.batch)
  }

  init(_ random: RandomNetwork) {
    (description, network, batch) = ("\(random)", random.network, random.batch)
  }

  static let fixtures = FixtureNetwork.all.map(Subject.init)

  /// Random networks of one kind; how many in the ordinary form, and in the long one.
  static func random(
    _ trouble: RandomNetwork.Trouble, count: Int, long: Int
  ) -> some Sequence<Subject> {
    (0..<UInt64(isLong ? long : count)).lazy.map {
      Subject(RandomNetwork(seed: $0, trouble: trouble))
    }
  }

  /// The sides that the numbers take in `Double`, held by every other number type.
  var sides: Sides { ScalarPropagation<Double>(network, batch).forward().sides }
}

extension Sequence<Double> {
  /// The largest magnitude; NaN if there is one.
  var largest: Double {
    reduce(0) { $0.isNaN || $1.isNaN ? .nan : Swift.max($0, $1.magnitude) }
  }
}

/// Compares lists of numbers entry by entry; the tolerance is a fraction of the largest of `right`.
func expectEqual(
  _ left: [Double], _ right: [Double], within tolerance: Double, _ what: @autoclosure () -> String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.count == right.count, "\(what())", sourceLocation: sourceLocation)
  let limit = tolerance * right.largest
  for (position, (l, r)) in zip(left, right).enumerated() where !((l - r).magnitude <= limit) {
    Issue.record(
      "\(what()), entry \(position + 1): \(l) and \(r) differ by \((l - r).magnitude) > \(limit)",
      sourceLocation: sourceLocation)
  }
}

/// Compares double-double numbers; the tolerance is a fraction of the largest of `right`, or of what
/// it was summed from.
func expectEqual(
  _ left: [DoubleDouble], _ right: [DoubleDouble], within tolerance: Double,
  summedFrom size: Double = 0,
  _ what: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.count == right.count, "\(what())", sourceLocation: sourceLocation)
  let limit = tolerance * max(right.map(\.real).largest, size)
  for (position, (l, r)) in zip(left, right).enumerated() {
    let difference = (l - r).magnitude.real
    if difference <= limit { continue }
    Issue.record(
      "\(what()), entry \(position + 1): \(l) and \(r) differ by \(difference) > \(limit)",
      sourceLocation: sourceLocation)
  }
}

/// Draws from a seeded generator.
extension SeededGenerator {
  mutating func uniform(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
  mutating func integer(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
}
