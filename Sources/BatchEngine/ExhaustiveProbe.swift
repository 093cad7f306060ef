// The plain probe: every sample is a whole forward pass.

public import NetworkModel
public import Numbers

/// A probe that runs the whole forward pass, in `Double`, at the nudged parameters.
///
/// The rounding bound of a sample is that of its forward pass, to first order:
///
///     Σ_ℓ |∂J/∂z^(ℓ)| · rounding of z^(ℓ) + Σ_ℓ |∂J/∂a^(ℓ)| · rounding of g + that of the cost
///
/// with the derivatives of the nudged pass itself: where a network is nearly fitted, they grow with
/// the nudge. Every pass rounds anew, so what samples have in common is J where nothing is nudged.
public struct ExhaustiveProbe: CostProbe {
  private let formulas: ExhaustiveFormulas
  /// The parameters, one of which is replaced while it is nudged.
  private var parameters: Parameters<Double>
  private let kept: ExhaustivePass
  /// J where nothing is nudged.
  public let cost: DoubleDouble

  /// - Parameter sides: where the kinks are held; `nil` for the sides that the numbers take.
  public init(_ engine: BatchPropagation<Double>, holding sides: Sides? = nil) {
    let held = sides ?? engine.forward().sides
    self.init(ExhaustiveFormulas(engine.network, engine.batch, held))
  }

  private init(_ formulas: ExhaustiveFormulas) {
    self.formulas = formulas
    parameters = formulas.network.parameters
    kept = ExhaustivePass(formulas, parameters)
    cost = kept.cost
  }

  public var base: CostSample {
    CostSample(change: 0, roundingBound: kept.roundingBound, nudge: 0)
  }

  public func value(of coordinate: Coordinate) -> Double {
    if case .weightedInput(let l, let i, let m) = coordinate { return kept.weightedInput[l][i, m] }
    return parameters[coordinate]
  }

  public mutating func evaluate(
    _ coordinates: [Coordinate], steps: [Double], offsets: [Int]
  ) -> [CostSample] {
    precondition(
      steps.count == coordinates.count, "\(steps.count) steps for \(coordinates.count) numbers")
    var samples: [CostSample] = []
    samples.reserveCapacity(coordinates.count * offsets.count)
    for (coordinate, step) in zip(coordinates, steps) {
      for offset in offsets { samples.append(sample(coordinate, Double(offset) * step)) }
    }
    return samples
  }

  private mutating func sample(_ coordinate: Coordinate, _ h: Double) -> CostSample {
    let old = value(of: coordinate)
    let new = old + h
    let pass: ExhaustivePass
    if case .weightedInput = coordinate {
      pass = ExhaustivePass(formulas, parameters, replacing: (coordinate, new))
    } else {
      parameters[coordinate] = new
      pass = ExhaustivePass(formulas, parameters)
      parameters[coordinate] = old
    }
    return sample(
      pass, nudge: new - old, crossing: signCrossing(coordinate, old, new) ?? pass.crossing)
  }

  public func evaluate(along direction: Parameters<Double>, by steps: [Double]) -> [CostSample] {
    let engine = BatchPropagation<Double>(formulas.network, formulas.batch)
    let gradient = engine.gradients(engine.forward(holding: formulas.sides)).gradient
    return steps.map { h in
      var moved = parameters
      // What rounding θ + hd does to J.
      var rounding = 0.0
      for coordinate in parameters.coordinates {
        moved[coordinate] += h * direction[coordinate]
        rounding += gradient[coordinate].magnitude * Bounded.halfUnit(moved[coordinate])
      }
      var sample = sample(ExhaustivePass(formulas, moved), nudge: h, crossing: nil)
      sample.roundingBound += rounding
      return sample
    }
  }

  private func sample(_ pass: ExhaustivePass, nudge: Double, crossing: Kink?) -> CostSample {
    let change = (pass.cost - cost).real
    return CostSample(
      change: change, roundingBound: pass.roundingBound + Bounded.halfUnit(change), nudge: nudge,
      crossing: crossing)
  }

  /// The weight itself, where |w| is penalised and the nudge moves it through 0.
  private func signCrossing(_ coordinate: Coordinate, _ old: Double, _ new: Double) -> Kink? {
    guard case .weight(let l, let i, let j) = coordinate, formulas.network.penalty.l1 > 0,
      old.sign != new.sign || old == 0
    else { return nil }
    return .weight(layer: l, i: i, j: j)
  }
}
