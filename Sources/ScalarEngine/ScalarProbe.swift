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
  /// J where nothing is nudged.
  public let cost: DoubleDouble
  public let base: CostSample

  /// A rounding of double-double is below 2^−98, one of `Double` is up to 2^−53.
  private static let scale = 0x1p-45

  public init(_ network: Network, _ batch: Batch) {
    self.network = network
    self.batch = batch
    kept = ScalarPropagation<Double>(network, batch).forward()
    sides = kept.sides
    cost = nudgedCost(network, batch, sides, nil, DoubleDouble.zero)
    let bound = nudgedCost(network, batch, sides, nil, Bounded.zero).error
    base = CostSample(change: 0, roundingBound: Self.bound(bound, cost), nudge: 0)
  }

  public func value(of coordinate: Coordinate) -> Double {
    if case .weightedInput(let l, let i, let m) = coordinate { return kept.weightedInput[l][i, m] }
    return network.parameters[coordinate]
  }

  /// J with each number nudged by exactly offset · step: double-double holds θ + h.
  public func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample] {
    zip(coordinates, steps).flatMap { coordinate, step in
      offsets.map { offset in
        let h = Double(offset) * step
        return sample(
          nudgedCost(network, batch, sides, coordinate, DoubleDouble(h)),
          bound: nudgedCost(network, batch, sides, coordinate, Bounded(h)).error, nudge: h)
      }
    }
  }

  public func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    steps.map { h in
      var nudges: [Coordinate: DoubleDouble] = [:]
      for coordinate in direction.coordinates {
        nudges[coordinate] = DoubleDouble(h) * DoubleDouble(direction[coordinate])
      }
      let pass = ScalarPropagation(network, batch, nudging: nudges).forward(holding: sides)
      let bounding = ScalarPropagation(
        network, batch, nudging: nudges.mapValues { Bounded($0.real) })
      let bound = bounding.forward(holding: sides).cost.error
      return sample(pass.cost, bound: bound, nudge: h)
    }
  }

  /// - Parameter bound: what the roundings would be in `Double`.
  private func sample(_ moved: DoubleDouble, bound: Double, nudge: Double) -> CostSample {
    let change = (moved - cost).real
    return CostSample(
      change: change, roundingBound: Self.bound(bound, moved) + Bounded.halfUnit(change),
      nudge: nudge)
  }

  private static func bound(_ bound: Double, _ cost: DoubleDouble) -> Double {
    scale * bound + 0x1p-98 * cost.high.magnitude
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
