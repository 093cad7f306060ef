// Every rule of gradient descent, term by term: two updates, and two epochs, beside 60 digits.

import Nabla
import Testing

@Suite("Two updates by hand")
struct TwoStepTests {
  @Test(
    "w := w − α ∂J/∂w, b := b − α ∂J/∂b  [W] §10.1; [N] Batch gradient descent",
    arguments: TwoSteps.named("batch"), EngineKind.allCases)
  func batch(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "for m = 1, …, M: W := W − α ∇_W J  [W] §10.2; [N] Stochastic gradient descent",
    arguments: TwoSteps.named("stochastic"), EngineKind.allCases)
  func stochastic(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "for each batch: W := W − α ∇_W J, averaged over |D^(b)|  [W] §10.3; [N] Mini-batch",
    arguments: TwoSteps.named("mini-batch"), EngineKind.allCases)
  func miniBatch(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "the average of the batches' ∇W, once an epoch, η(e) = η₀ (1 − e / (1 + E))  [V] Algorithm 1, (23)",
    arguments: TwoSteps.named("averaged"), EngineKind.allCases)
  func averaged(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "v := μ v − α ∇J, w := w + v  [W] §10.4",
    arguments: TwoSteps.named("momentum"), EngineKind.allCases)
  func momentum(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "w := w − α (∂J/∂w + λ/M w)  [W] §9.2", arguments: TwoSteps.named("l2"), EngineKind.allCases)
  func squares(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "w := w − α (∂J/∂w + λ/M sign(w))  [W] §9.3",
    arguments: TwoSteps.named("l1"), EngineKind.allCases)
  func magnitudes(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "the M of λ/M is the whole training set's in every batch  [W] §9.2, §9.3, §10.3",
    arguments: TwoSteps.named("l1-l2-mini-batch"), EngineKind.allCases)
  func penalties(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "a := d g(z), d = 0 or 1/(1 − p)  [W] §9.4",
    arguments: TwoSteps.named("dropout"), EngineKind.allCases)
  func dropout(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test(
    "batches, rate, momentum, both penalties and dropout at once  [W] §9, §10; [V] (23)",
    arguments: TwoSteps.named("all"), EngineKind.allCases)
  func everything(steps: TwoSteps, kind: EngineKind) throws { try follow(steps, kind) }

  @Test("every variant of the file is followed, on both networks")
  func complete() {
    let names = [
      "batch", "stochastic", "mini-batch", "averaged", "momentum", "l2", "l1", "l1-l2-mini-batch",
      "dropout", "all",
    ]
    #expect(TwoSteps.all.map(\.name) == names.flatMap { [$0, $0] })
    #expect(Set(TwoSteps.all.map(\.network)).count == 2)
  }
}

/// Trains, and compares with every state of the file on the way.
///
/// A step adds an error of some units in the last place of the largest parameter, and takes those of
/// earlier steps on with a factor 1 + α ‖∇²J‖, at most about 2 over the ten updates of an epoch pair.
private func follow(
  _ steps: TwoSteps, _ kind: EngineKind, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = try steps.file()
  let engine = MaskedDescent(kind.engine(file.network, file.batch), masks: steps.masks)
  var trainer = Trainer(steps.settings, engine: engine, parameters: file.network.parameters)
  for state in steps.states {
    while trainer.state.iterations < state.iterations {
      _ = trainer.propagate()
      trainer.update()
    }
    let place = "\(steps.name), \(steps.network), \(kind), update \(state.updates)"
    #expect(trainer.state.updates == state.updates, "\(place)", sourceLocation: sourceLocation)
    let ulps = 4 * Double(state.updates)
    compare(
      trainer.parameters, state.weights, state.biases, ulps, place, sourceLocation: sourceLocation)
    #expect(
      (trainer.state.velocity == nil) == (state.velocity == nil), "\(place)",
      sourceLocation: sourceLocation)
    if let velocity = trainer.state.velocity, let expected = state.velocity {
      compare(
        velocity, expected.weights, expected.biases, ulps, "v, \(place)",
        sourceLocation: sourceLocation)
    }
  }
}

/// Number by number, to so many units in the last place of 1, or of the largest number above it.
private func compare(
  _ found: Parameters<Double>, _ weights: [[[TwoSteps.Decimal]]], _ biases: [[TwoSteps.Decimal]],
  _ ulps: Double, _ place: String, sourceLocation: SourceLocation
) {
  let numbers = found.weights.elements.flatMap(\.entries) + found.biases.elements.flatMap(\.self)
  let expected =
    weights.flatMap(\.self).flatMap(\.self).map(\.value) + biases.flatMap(\.self).map(\.value)
  #expect(numbers.count == expected.count, "\(place)", sourceLocation: sourceLocation)
  let unit = max(1, expected.reduce(0) { max($0, $1.magnitude) }).ulp
  for (n, (number, value)) in zip(numbers, expected).enumerated() {
    #expect(
      (number - value).magnitude <= ulps * unit,
      "\(place), number \(n + 1): \(number), expected \(value), off by \((number - value) / unit) ulps",
      sourceLocation: sourceLocation)
  }
}
