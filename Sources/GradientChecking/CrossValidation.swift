// BP1–BP4 cross-validated between the engines, each equation on its own.

import Cores
import NetworkModel
import Numbers

/// Tests every equation of every engine by itself.
///
/// Each is fed with the right δ from the layer above (the reference's, where the measurement confirms
/// it, else the measured one) and with the reference's forward pass, so that one wrong equation does
/// not colour the ones below it. What comes out is compared with the reference and with what was
/// measured.
struct CrossValidation: Sendable {
  private let claims: [EngineClaim]
  private let survey: Survey
  private let trusted: TrustedErrors

  init(_ claims: [EngineClaim], _ survey: Survey) {
    self.claims = claims
    self.survey = survey
    trusted = TrustedErrors(claims, survey)
  }

  /// One equation at one layer.
  private struct Place: Sendable {
    let equation: EquationResult.Equation
    let layer: Int
  }

  func results(threads: Int) -> [EquationResult] {
    let layers = survey.places.layers
    let last = layers.upperBound - 1
    let hidden = layers.dropLast().reversed().map { Place(equation: .BP2, layer: $0) }
    let equations =
      layers.map { Place(equation: .FP, layer: $0) } + [Place(equation: .BP1, layer: last)] + hidden
      + layers.reversed().map { Place(equation: .BP3, layer: $0) }
      + layers.reversed().map { Place(equation: .BP4, layer: $0) }
    return concurrentMap(count: equations.count, threads: threads) { n in
      let (equation, l) = (equations[n].equation, equations[n].layer)
      return equation == .FP ? forwardResult(l) : result(equation, l)
    }
  }

  /// Z^(ℓ) and A^(ℓ) of the engines beside the reference's, and J with the last layer.
  private func forwardResult(_ l: Int) -> EquationResult {
    let reference = claims[0]
    var difference = Difference()
    for claim in claims.dropFirst() {
      // Which of the two is wrong, the forward pass alone cannot say.
      let both = "\(reference.engine.name) or \(claim.engine.name)"
      if l == survey.places.layers.upperBound - 1 {
        difference.note(
          reference.forward.cost, claim.forward.cost,
          within: reference.forwardBound.cost.error + claim.forwardBound.cost.error, at: nil,
          by: both)
      }
      difference.note(
        reference.forward.weightedInput[l], reference.forwardBound.weightedInput[l],
        claim.forward.weightedInput[l], claim.forwardBound.weightedInput[l], by: both)
      difference.note(
        reference.forward.activation[l], reference.forwardBound.activation[l],
        claim.forward.activation[l], claim.forwardBound.activation[l], by: both)
    }
    return difference.result(.FP, l, columns: survey.places.examples)
  }

  private func result(_ equation: EquationResult.Equation, _ l: Int) -> EquationResult {
    var difference = Difference()
    let (expected, expectedBound) = evaluate(equation, l, by: 0)
    for claim in claims.indices {
      let (value, bound) = claim == 0 ? (expected, expectedBound) : evaluate(equation, l, by: claim)
      let name = claims[claim].engine.name
      difference.note(expected, expectedBound, value, bound, by: name)
      for position in value.entries.indices {
        guard let measured = measured(equation, l, position) else { continue }
        difference.compare(
          value.entries[position], bound.entries[position].error, measured.derivative,
          measured.bound, by: name)
      }
    }
    return difference.result(equation, l, columns: expected.columns)
  }

  private func measured(
    _ equation: EquationResult.Equation, _ l: Int, _ position: Int
  ) -> (derivative: Double, bound: Double)? {
    switch equation {
    case .FP, .BP1, .BP2: survey.input(at: survey.places.inputs(l) + position)
    case .BP3: survey.parameter(at: survey.places.weights(l) + position)
    case .BP4: survey.parameter(at: survey.places.biases(l) + position)
    }
  }

  /// What an engine makes of the trusted right side. Where that is its own, bit for bit, its backward
  /// pass has the answer.
  private func evaluate(
    _ equation: EquationResult.Equation, _ l: Int, by n: Int
  ) -> (Matrix<Double>, Matrix<Bounded>) {
    let (claim, pass, bound) = (claims[n], claims[0].forward, claims[0].forwardBound)
    let (engine, bounding) = (claim.engine.engine, claim.engine.bounding)
    switch equation {
    case .FP: preconditionFailure("forward propagation has no δ above it")
    case .BP1:
      if trusted.hasReferencePass[n] {
        return (claim.backward.error[l], claim.backwardBound.error[l])
      }
      return (engine.outputError(pass), bounding.outputError(bound))
    case .BP2:
      if trusted.isOwn(n, l + 1) { return (claim.backward.error[l], claim.backwardBound.error[l]) }
      return (
        engine.hiddenError(l, errorAbove: trusted.values[l + 1], pass),
        bounding.hiddenError(l, errorAbove: trusted.bounds[l + 1], bound)
      )
    case .BP3:
      if trusted.isOwn(n, l) {
        return (claim.backward.gradient.weights[l], claim.backwardBound.gradient.weights[l])
      }
      return (
        engine.weightGradient(l, error: trusted.values[l], pass),
        bounding.weightGradient(l, error: trusted.bounds[l], bound)
      )
    case .BP4:
      if trusted.isOwn(n, l) {
        return (
          column(claim.backward.gradient.biases[l]), column(claim.backwardBound.gradient.biases[l])
        )
      }
      return (
        column(engine.biasGradient(l, error: trusted.values[l])),
        column(bounding.biasGradient(l, error: trusted.bounds[l]))
      )
    }
  }

  private func column<S: Scalar>(_ entries: [S]) -> Matrix<S> {
    Matrix(rows: entries.count, columns: 1, entries: entries)
  }
}

/// δ of every layer as it is trusted: the reference's, unless the measurement contradicts it.
private struct TrustedErrors: Sendable {
  let values: Layers<Matrix<Double>>
  /// The same with a bound on the distance from the right one.
  let bounds: Layers<Matrix<Bounded>>
  /// Which engines' forward pass is the reference's, bit for bit.
  let hasReferencePass: [Bool]
  private let own: [Layers<Bool>]

  init(_ claims: [EngineClaim], _ survey: Survey) {
    let (errors, errorBounds) = (claims[0].backward.error, claims[0].backwardBound.error)
    var (values, bounds) = (errors, errorBounds)
    for l in errors.range {
      let start = survey.places.inputs(l)
      for position in errors[l].entries.indices {
        let claimed = Bounded(
          errors[l].entries[position], error: errorBounds[l].entries[position].error)
        let δ = Self.trust(claimed, survey.input(at: start + position))
        values[l].entries[position] = δ.value
        bounds[l].entries[position] = δ
      }
    }
    (self.values, self.bounds) = (values, bounds)
    hasReferencePass = claims.indices.map { n in
      n == 0
        || claims[n].forward.weightedInput == claims[0].forward.weightedInput
          && claims[n].forward.activation == claims[0].forward.activation
    }
    own = claims.map { claim in
      Layers(first: 2, errors.range.map { claim.backward.error[$0] == values[$0] })
    }
  }

  /// Whether δ^(ℓ) and the forward pass are those of the engine itself.
  func isOwn(_ claim: Int, _ l: Int) -> Bool { hasReferencePass[claim] && own[claim][l] }

  private static func trust(
    _ claimed: Bounded, _ measured: (derivative: Double, bound: Double)?
  ) -> Bounded {
    guard let measured, measured.bound.isFinite, measured.derivative.isFinite else {
      return claimed
    }
    let difference = (claimed.value - measured.derivative).magnitude
    return difference <= measured.bound + claimed.error
      ? claimed : Bounded(measured.derivative, error: measured.bound)
  }
}
