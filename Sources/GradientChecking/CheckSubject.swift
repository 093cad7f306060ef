// What is checked: a network, ways to probe its cost, and engines that claim to know its gradient.

public import NetworkModel
public import Numbers

/// Everything that a check looks at. The checker knows no engine; it is given probes and claims.
public struct CheckSubject: Sendable {
  public let network: Network
  public let batch: Batch
  /// Makes the probe that measures first; given what bounds the rounding of the last engine's
  /// derivatives, whose forward pass it may keep.
  public var probe: @Sendable (_ rounding: Gradients<Bounded>) -> any CostProbe
  /// Makes the probe that runs a whole forward pass for every nudge; much slower.
  public let exhaustiveProbe: @Sendable () -> any CostProbe
  /// Makes the probe that measures where the first one's rounding is too large; slower.
  public let preciseProbe: @Sendable () -> any CostProbe
  /// The derivative of J + error · nudge by a step-free scheme, with a bound on its rounding; the
  /// error is 0 but where one is planted.
  public let dualDerivative: @Sendable (Coordinate, _ error: Double) -> Bounded
  public let complexStepDerivative: @Sendable (Coordinate, _ error: Double) -> Bounded
  /// The engines whose backward propagation is checked, the reference first.
  public var engines: [CheckedEngine]

  public init(
    network: Network, batch: Batch,
    probe: @escaping @Sendable (Gradients<Bounded>) -> any CostProbe,
    exhaustiveProbe: @escaping @Sendable () -> any CostProbe,
    preciseProbe: @escaping @Sendable () -> any CostProbe,
    dualDerivative: @escaping @Sendable (Coordinate, Double) -> Bounded,
    complexStepDerivative: @escaping @Sendable (Coordinate, Double) -> Bounded,
    engines: [CheckedEngine]
  ) {
    self.network = network
    self.batch = batch
    self.probe = probe
    self.exhaustiveProbe = exhaustiveProbe
    self.preciseProbe = preciseProbe
    self.dualDerivative = dualDerivative
    self.complexStepDerivative = complexStepDerivative
    self.engines = engines
  }
}

/// An engine, and the same engine over numbers that bound their rounding.
public struct CheckedEngine: Sendable {
  public let name: String
  public let engine: any PropagationEngine<Double>
  /// Gives the same numbers, or numbers with the same bounds.
  public let bounding: any PropagationEngine<Bounded>

  public init(
    name: String, engine: any PropagationEngine<Double>,
    bounding: any PropagationEngine<Bounded>
  ) {
    self.name = name
    self.engine = engine
    self.bounding = bounding
  }
}
