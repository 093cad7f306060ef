// The check along random directions: a few costs for a network of any size.
//
// Source: the Taylor-remainder test of optimisation (N. Boumal, "An introduction to optimization on
// smooth manifolds", 2023, §4.8); random signs instead of Gaussians, so that no entry is invisible.

public import Cores
public import NetworkModel
import Numbers

/// What a check along some directions finds.
public struct DirectionalReport: Sendable {
  public let network: Network
  public let cost: Double
  public let verdict: Verdict
  public let seed: UInt64
  public let directions: [Direction]
  /// An additive error of this size in any one parameter would have been found.
  public let smallestDetectableError: Double?
  /// Whether an error planted in the cost was caught along every direction that is right.
  public let selfTestPassed: Bool

  public init(
    network: Network, cost: Double, verdict: Verdict, seed: UInt64, directions: [Direction],
    smallestDetectableError: Double?, selfTestPassed: Bool = true
  ) {
    self.network = network
    self.cost = cost
    self.verdict = verdict
    self.seed = seed
    self.directions = directions
    self.smallestDetectableError = smallestDetectableError
    self.selfTestPassed = selfTestPassed
  }

  /// One direction d: P random signs, each divided by √P.
  public struct Direction: Sendable {
    /// ⟨∇J, d⟩ as claimed, with the most that its roundings can be.
    public let claimed: Double
    public let claimRounding: Double
    /// The derivative of J(θ + hd) by h.
    public let measurement: Measurement
    public let verdict: Verdict
    /// The Taylor remainders R(h) = |J(θ + hd) − J(θ) − h ⟨∇J, d⟩| that are above their rounding.
    public let remainders: [Remainder]

    public init(
      claimed: Double, claimRounding: Double, measurement: Measurement, verdict: Verdict,
      remainders: [Remainder]
    ) {
      self.claimed = claimed
      self.claimRounding = claimRounding
      self.measurement = measurement
      self.verdict = verdict
      self.remainders = remainders
    }

    /// How fast the remainders fall: 2 where the gradient is right, 1 where it is wrong; `nil` where
    /// all of them are rounding.
    public var slope: Double? {
      let slopes = remainders.dropLast().indices.map { n in
        Double.log(remainders[n].value / remainders[n + 1].value)
          / Double.log(remainders[n].step / remainders[n + 1].step)
      }
      guard !slopes.isEmpty else { return nil }
      return slopes.sorted()[slopes.count / 2]
    }
  }

  public struct Remainder: Sendable {
    public let step: Double
    public let value: Double

    public init(step: Double, value: Double) {
      self.step = step
      self.value = value
    }
  }
}

/// Checks ⟨∇J, d⟩ against the measured derivative of J along random directions d.
public struct DirectionalCheck: Sendable {
  public let subject: CheckSubject
  public let seed: UInt64
  /// How many directions; equal and opposite errors hide from one of them, seldom from several.
  public let count: Int
  /// How many threads work at most; the report does not depend on it.
  public let threads: Int

  public init(
    _ subject: CheckSubject, seed: UInt64 = 1, count: Int = 3, threads: Int = coreCount
  ) {
    self.subject = subject
    self.seed = seed
    self.count = count
    self.threads = threads
  }

  /// - Complexity: about 30 forward passes a direction.
  public func run() -> DirectionalReport {
    let claims = EngineClaim.all(of: subject.engines, threads: threads)
    let probe = subject.probe(claims[claims.count - 1].backwardBound)
    var generator = SeededGenerator(seed: seed)
    let ways = (0..<count).map { _ in randomSigns(&generator) }
    let found = concurrentMap(count: count, threads: threads) { n in
      check(along: ways[n], claims, probe)
    }
    let directions = found.map(\.direction)
    let size = Double(subject.network.parameters.count).squareRoot()
    let detectable = directions.filter { $0.verdict == .right }.map {
      ($0.measurement.bound + $0.claimRounding
        + ($0.claimed - $0.measurement.derivative).magnitude) * size
    }
    let plants = found.compactMap(\.isPlantCaught)
    return DirectionalReport(
      network: subject.network, cost: claims[0].forward.cost,
      verdict: .of(directions.map(\.verdict)), seed: seed, directions: directions,
      smallestDetectableError: detectable.min(),
      selfTestPassed: plants.allSatisfy { $0 })
  }

  private func randomSigns(_ generator: inout SeededGenerator) -> Parameters<Double> {
    let size = 1 / Double(subject.network.parameters.count).squareRoot()
    return subject.network.parameters.map { _ in generator.uniform() < 0.5 ? size : -size }
  }

  /// One direction: the first claim that is wrong, else the reference's; and whether an error of ten
  /// times its bound, planted in the cost, is caught.
  private func check(
    along direction: Parameters<Double>, _ claims: [EngineClaim], _ probe: any CostProbe
  ) -> (direction: DirectionalReport.Direction, isPlantCaught: Bool?) {
    let slopes = claims.map { ClaimedSlope($0, along: direction) }
    var probe = DirectionProbe(probe: probe, direction: direction)
    let automatic = AutomaticMeasuring()
    let measurement = automatic.measure(
      DirectionProbe.place, goal: 1e-10 * slopes[0].magnitude, &probe)
    let comparisons = slopes.map { $0.comparison(with: measurement) }
    let worst = comparisons.firstIndex { $0.verdict == .wrong } ?? 0
    let result = DirectionalReport.Direction(
      claimed: slopes[worst].value.real, claimRounding: slopes[worst].rounding,
      measurement: measurement, verdict: comparisons[worst].verdict,
      remainders: remainders(slopes[worst].value, probe))
    guard result.verdict == .right, comparisons[0].detectable > 0 else { return (result, nil) }
    probe.error = 10 * comparisons[0].detectable
    let planted = slopes[0].comparison(with: automatic.repeat(measurement, &probe))
    return (result, planted.verdict == .wrong)
  }

  private func remainders(
    _ claimed: DoubleDouble, _ probe: DirectionProbe
  ) -> [DirectionalReport.Remainder] {
    let steps = (4...14).map { Double(sign: .plus, exponent: -$0, significand: 1) }
    let samples = probe.evaluate(along: probe.direction, by: steps)
    return zip(steps, samples).compactMap { h, sample in
      let value = (DoubleDouble(sample.change) - DoubleDouble(h) * claimed).real.magnitude
      let rounding = sample.roundingBound + probe.base.roundingBound
      return value > 8 * rounding ? DirectionalReport.Remainder(step: h, value: value) : nil
    }
  }
}

/// ⟨∇J, d⟩ as an engine claims it.
private struct ClaimedSlope {
  private(set) var value = DoubleDouble.zero
  /// What the roundings in ∇J can have done to it.
  private(set) var rounding = 0.0
  /// Σ |g_i d_i|, what a bound is measured by.
  private(set) var magnitude = 0.0

  init(_ claim: EngineClaim, along direction: Parameters<Double>) {
    let (gradient, bounds) = (claim.backward.gradient, claim.backwardBound.gradient)
    for l in direction.weights.range {
      add(
        gradient.weights[l].entries, bounds.weights[l].entries, direction.weights[l].entries)
      add(gradient.biases[l], bounds.biases[l], direction.biases[l])
    }
  }

  private mutating func add(
    _ gradient: [Double], _ bounds: [Bounded], _ direction: [Double]
  ) {
    for n in gradient.indices {
      let (g, d) = (gradient[n], direction[n])
      value = value + DoubleDouble.product(g, d)
      rounding += bounds[n].error * d.magnitude
      magnitude += (g * d).magnitude
    }
  }

  func comparison(with measurement: Measurement) -> Comparison {
    Comparison(
      claimed: value.real, claimRounding: rounding, measurement, scale: magnitude)
  }
}

/// A probe in which every coordinate is the way along one direction.
private struct DirectionProbe: CostProbe {
  let probe: any CostProbe
  let direction: Parameters<Double>
  /// An error to add to the derivative, as a cost that is wrong by that times h.
  var error = 0.0

  /// What stands in for a coordinate: the direction is the only one.
  static let place = Coordinate.bias(layer: 2, i: 1)

  var base: CostSample { probe.base }
  func value(of coordinate: Coordinate) -> Double { 0 }

  func evaluate(_ coordinates: [Coordinate], steps: [Double], offsets: [Int]) -> [CostSample] {
    evaluate(along: direction, by: steps.flatMap { h in offsets.map { Double($0) * h } })
  }

  func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    probe.evaluate(along: direction, by: steps).map { sample in
      var sample = sample
      sample.change += error * sample.nudge
      return sample
    }
  }
}
