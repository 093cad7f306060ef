// The check along random directions: a few costs for a network of any size.
//
// Source: the Taylor-remainder test of optimisation (N. Boumal, "An introduction to optimization on
// smooth manifolds", 2023, §4.8); random signs instead of Gaussians, so that no entry is invisible.

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

  public init(
    network: Network, cost: Double, verdict: Verdict, seed: UInt64, directions: [Direction],
    smallestDetectableError: Double?
  ) {
    self.network = network
    self.cost = cost
    self.verdict = verdict
    self.seed = seed
    self.directions = directions
    self.smallestDetectableError = smallestDetectableError
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

  public init(_ subject: CheckSubject, seed: UInt64 = 1, count: Int = 3) {
    self.subject = subject
    self.seed = seed
    self.count = count
  }

  /// - Complexity: about 30 forward passes a direction.
  public func run() -> DirectionalReport {
    let claims = [EngineClaim(subject.engines[0], holding: nil)]
    var generator = SeededGenerator(seed: seed)
    let directions = (0..<count).flatMap { _ in
      let direction = randomSigns(&generator)
      return claims.map { check(direction, $0) }
    }
    let size = Double(subject.network.parameters.count).squareRoot()
    let detectable = directions.filter { $0.verdict == .right }.map {
      ($0.measurement.bound + $0.claimRounding
        + ($0.claimed - $0.measurement.derivative).magnitude) * size
    }
    return DirectionalReport(
      network: subject.network, cost: claims[0].forward.cost,
      verdict: .of(directions.map(\.verdict)), seed: seed, directions: directions,
      smallestDetectableError: detectable.min())
  }

  private func randomSigns(_ generator: inout SeededGenerator) -> Parameters<Double> {
    let size = 1 / Double(subject.network.parameters.count).squareRoot()
    return subject.network.parameters.map { _ in Bool.random(using: &generator) ? size : -size }
  }

  private func check(
    _ direction: Parameters<Double>, _ claim: EngineClaim
  ) -> DirectionalReport.Direction {
    var claimed = DoubleDouble.zero
    var claimRounding = 0.0
    var magnitude = 0.0
    var nudgeRounding = 0.0
    for coordinate in direction.coordinates {
      let (g, rounding) = claim.derivative(coordinate)
      claimed = claimed + DoubleDouble.product(g, direction[coordinate])
      claimRounding += rounding * direction[coordinate].magnitude
      magnitude += (g * direction[coordinate]).magnitude
      let θ = subject.network.parameters[coordinate].magnitude
      nudgeRounding += g.magnitude * unitRoundoff * (θ + direction[coordinate].magnitude)
    }
    var probe = DirectionProbe(
      probe: subject.probe(), direction: direction, nudgeRounding: nudgeRounding)
    var automatic = AutomaticMeasuring()
    let any = Coordinate.bias(layer: 2, i: 1)  // the direction stands in for a coordinate
    let measurement = automatic.measure(any, goal: 1e-10 * magnitude, &probe)
    let comparison = Comparison(
      claimed: claimed.real, claimRounding: claimRounding, measurement, scale: magnitude)
    return DirectionalReport.Direction(
      claimed: claimed.real, claimRounding: claimRounding, measurement: measurement,
      verdict: comparison.verdict, remainders: remainders(claimed, &probe, any))
  }

  private func remainders(
    _ claimed: DoubleDouble, _ probe: inout DirectionProbe, _ any: Coordinate
  ) -> [DirectionalReport.Remainder] {
    let base = probe.base
    return (4...14).compactMap { n in
      let h = Double(sign: .plus, exponent: -n, significand: 1)
      let sample = probe.evaluate(any, nudgedBy: h)
      let value = (sample.cost - base.cost - DoubleDouble(h) * claimed).real.magnitude
      let rounding = sample.roundingBound + base.roundingBound
      return value > 8 * rounding ? DirectionalReport.Remainder(step: h, value: value) : nil
    }
  }
}

/// A probe in which every coordinate is the way along one direction.
private struct DirectionProbe: CostProbe {
  let probe: any CostProbe
  let direction: Parameters<Double>
  /// What rounding θ + hd can do to J.
  let nudgeRounding: Double

  var base: CostSample { probe.base }
  func value(of coordinate: Coordinate) -> Double { 0 }

  func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    var sample = probe.evaluate(along: direction, by: h)
    sample.roundingBound += nudgeRounding
    return sample
  }

  func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    probe.evaluate(along: direction, by: h)
  }
}
