// The cost with numbers nudged, computed from what moves alone.

import Kernels
public import NetworkModel
import Numbers

/// A probe into the batch engine's cost that propagates changes instead of running forward passes.
///
/// Nudging w_ij^(ℓ) by h changes z_i^(ℓ) of example m by h a_j, so examples with a_j = 0 are left out;
/// Δa = g(z + t) − g(z), ΔZ^(ℓ+1) = W Δa, and so on up to the cost. Nothing is approximated, J(θ) plus
/// the change is J at the nudged parameters; but since no two nearly equal costs are subtracted, a
/// change has all its digits however small the nudge (`Changes.h`).
public struct IncrementalProbe: CostProbe {
  let point: NudgePoint
  private var buffers: NudgeBuffers?

  /// - Parameter rounding: what bounds the rounding of the derivatives where nothing is nudged; computed
  ///   where it is not given.
  /// - Returns: `nil` where the hypothesis is neither elementwise nor softmax.
  public init?(_ engine: BatchPropagation<Double>, rounding: Gradients<Bounded>? = nil) {
    guard let point = NudgePoint(engine, rounding) else { return nil }
    self.point = point
  }

  public var base: CostSample { CostSample(change: 0, roundingBound: 0, nudge: 0) }

  public func value(of coordinate: Coordinate) -> Double {
    if case .weightedInput(let l, let i, let m) = coordinate {
      return point.pass.weightedInput[l][i, m]
    }
    return point.engine.network.parameters[coordinate]
  }

  public mutating func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample] {
    // A copy of a probe makes buffers of its own. (Bound to a name first, they would have two owners.)
    if !isKnownUniquelyReferenced(&buffers) { buffers = NudgeBuffers(point) }
    guard let own = buffers else { preconditionFailure("a probe has no buffers") }
    var nudges = NodeNudges(point, coordinates, steps, offsets)
    nudges.propagate(own)
    return nudges.samples()
  }
}
