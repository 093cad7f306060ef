// A check of a network with everything that the package has: the one place where engines and checker
// meet.

import BatchEngine
public import GradientChecking
public import NetworkModel
import Numbers
import ScalarEngine

extension CheckSubject {
  /// A network and its batch: measured by what a nudge changes in the batch engine's forward pass
  /// (by whole passes for a hypothesis that has no rules for that, and under dropout), in
  /// double-double where that cannot tell; claimed by both engines.
  public init(_ network: Network, _ batch: Batch) {
    let sides = { @Sendable in ScalarPropagation<Double>(network, batch).forward().sides }
    let engine = BatchPropagation<Double>(network, batch)
    let bounding = BatchPropagation<Bounded>(network, batch)
    self.init(
      network: network, batch: batch,
      probe: { rounding in
        if batch.masks == nil, let probe = IncrementalProbe(engine, rounding: rounding) {
          return probe
        }
        return ExhaustiveProbe(engine)
      },
      exhaustiveProbe: { ExhaustiveProbe(engine) },
      preciseProbe: { ScalarProbe(network, batch) },
      dualDerivative: { coordinate, error in
        let ε = Dual<Bounded>(.zero, derivative: .one)
        let cost = nudgedCost(network, batch, sides(), coordinate, ε) + Dual(error) * ε
        return cost.derivative
      },
      complexStepDerivative: { coordinate, error in
        let h = 0x1p-200
        let ε = Dual<Bounded>(.zero, derivative: .one)
        // The imaginary parts are the derivatives of forward mode, up to the order of operations.
        let bound = nudgedCost(network, batch, sides(), coordinate, ε).derivative.error
        let nudge = Complex(0, h)
        let cost = nudgedCost(network, batch, sides(), coordinate, nudge) + Complex(error) * nudge
        // Where h times the derivative is below the normal numbers, digits are lost.
        let underflow = Double.leastNormalMagnitude / h
        return Bounded(cost.imaginary / h, error: 4 * bound + underflow)
      },
      engines: [
        CheckedEngine(
          name: "scalar", engine: ScalarPropagation<Double>(network, batch),
          bounding: ScalarBounds(products: bounding)),
        CheckedEngine(
          name: "batch", engine: engine, bounding: bounding),
      ])
  }
}

extension GradientCheck {
  /// Checks the gradient of a network with both engines.
  public init(_ network: Network, _ batch: Batch, _ options: CheckOptions = CheckOptions()) {
    self.init(CheckSubject(network, batch), options)
  }
}
