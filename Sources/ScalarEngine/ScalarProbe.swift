// The scalar engine as a probe: whole forward passes in double-double.

public import NetworkModel
public import Numbers

/// A probe of the scalar engine's cost in double-double, for what `Double` cannot tell: each sample is
/// a whole forward pass, its rounding about 10^−30 of its terms.
///
/// The bound is that of the same pass in `Bounded`, scaled from the roundings of `Double` to those
/// of double-double.
public struct ScalarProbe: CostProbe {
  private let network: Network
  private let batch: Batch
  private let sides: Sides
  private let kept: ForwardPass<Double>
  public let base: CostSample

  /// A rounding of double-double is below 2^−98, one of `Double` is up to 2^−53.
  private static let scale = 0x1p-45

  public init(_ network: Network, _ batch: Batch) {
    self.network = network
    self.batch = batch
    kept = ScalarPropagation<Double>(network, batch).forward()
    sides = kept.sides
    base = Self.sample(network, batch, sides, nil, .zero)
  }

  public func value(of coordinate: Coordinate) -> Double {
    if case .weightedInput(let l, let i, let m) = coordinate { return kept.weightedInput[l][i, m] }
    return network.parameters[coordinate]
  }

  public func evaluate(_ coordinate: Coordinate, nudgedBy h: Double) -> CostSample {
    Self.sample(network, batch, sides, coordinate, DoubleDouble(h))
  }

  public func evaluate(along direction: Parameters<Double>, by h: Double) -> CostSample {
    var nudges: [Coordinate: DoubleDouble] = [:]
    for coordinate in direction.coordinates {
      nudges[coordinate] = DoubleDouble(h) * DoubleDouble(direction[coordinate])
    }
    let pass = ScalarPropagation(network, batch, nudging: nudges).forward(holding: sides)
    let bounding = ScalarPropagation(network, batch, nudging: nudges.mapValues { Bounded($0.real) })
    let bound = bounding.forward(holding: sides).cost.error
    return CostSample(
      cost: pass.cost, roundingBound: Self.scale * bound + 0x1p-98 * pass.cost.high.magnitude,
      nudge: DoubleDouble(h))
  }

  /// J with a coordinate nudged by exactly h: double-double holds θ + h.
  private static func sample(
    _ network: Network, _ batch: Batch, _ sides: Sides, _ coordinate: Coordinate?,
    _ h: DoubleDouble
  ) -> CostSample {
    let cost = nudgedCost(network, batch, sides, coordinate, h)
    let bound = nudgedCost(network, batch, sides, coordinate, Bounded(h.real))
    return CostSample(
      cost: cost, roundingBound: scale * bound.error + 0x1p-98 * cost.high.magnitude, nudge: h)
  }
}

/// J over any number, with one coordinate nudged and the sides held.
@inlinable
public func nudgedCost<Number: Scalar>(
  _ network: Network, _ batch: Batch, _ sides: Sides, _ coordinate: Coordinate?, _ nudge: Number
) -> Number {
  guard let coordinate else {
    return ScalarPropagation<Number>(network, batch).forward(holding: sides).cost
  }
  if case .weightedInput = coordinate {
    return ScalarPropagation<Number>(network, batch)
      .forward(holding: sides, nudging: (coordinate, nudge)).cost
  }
  return ScalarPropagation(network, batch, nudging: [coordinate: nudge]).forward(holding: sides)
    .cost
}
