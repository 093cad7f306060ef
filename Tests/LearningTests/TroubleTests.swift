// What is noticed while training.

import Nabla
import Testing

@Suite("troubles")
struct TroubleTests {
  private func kinds(_ report: TrainingReport) -> [TrainingTrouble] {
    report.findings.map(\.trouble)
  }

  @Test("Nothing is found where nothing is wrong")
  func healthy() {
    let report = LearningFixture.classes().run(
      .with {
        $0.rate = 0.3; $0.iterations = 200
      })
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.training.cost < report.start.cost)
  }

  /// Squares of identity outputs: J grows without end where α is above 2 over the largest curvature.
  private var line: LearningFixture {
    var fixture = LearningFixture.classes(hidden: [], outputs: 1)
    fixture.network = Network(
      sizes: [2, 1], activations: [], hypothesis: .identity, cost: .quadratic,
      parameters: fixture.network.parameters)
    for m in 1...60 { fixture.batch.targets[1, m] = fixture.batch.inputs[1, m] }
    return fixture
  }

  @Test("A rate that is too large: J rises, diverges, and is no number in the end")
  func diverging() {
    let report = line.run(
      .with {
        $0.rate = 5; $0.iterations = 10_000
      })
    #expect(report.stop == .notFinite)
    #expect(
      kinds(report).contains {
        if case .rateTooLarge(let before, let after) = $0 { after > before } else { false }
      })
    #expect(
      kinds(report).contains {
        if case .diverging(let from, let to) = $0 { to > 100 * from } else { false }
      })
    #expect(
      kinds(report).contains { if case .notFinite = $0 { true } else { false } })
    #expect(report.network.parameters.isFinite)
  }

  @Test("Rectifiers that no example turns on")
  func deadRectifiers() {
    var fixture = LearningFixture.classes(activation: .rectifier())
    fixture.network.parameters.biases[2] = [-100, 0.5, -100, 0.5, 0.5]
    let report = fixture.run(.with { $0.iterations = 5 })
    #expect(kinds(report).contains(.deadRectifiers(layer: 2, dead: 2, of: 5)))
  }

  @Test(
    "Units that are saturated for every example, and the δ that vanishes behind them",
    arguments: [Activation.logistic, .tanh])
  func saturated(_ activation: Activation) {
    var fixture = LearningFixture.classes(hidden: [4, 5], activation: activation)
    fixture.network.parameters.biases[3] = [50, -50, 50, -50, 50]
    let report = fixture.run(.with { $0.iterations = 1 })
    #expect(kinds(report).contains(.saturated(layer: 3, nodes: 5, of: 5)))
    for layer in [2, 3] {
      #expect(
        kinds(report).contains {
          if case .vanishingError(layer, let ratio) = $0 { ratio < 1e-4 } else { false }
        })
    }
  }

  @Test("Nothing is found in single examples, where J of one is 0 and of another is not")
  func singleExamples() {
    var fixture = line
    fixture.network.parameters.biases[2] = [0]
    fixture.network.parameters.weights[2].entries = [1, 0]
    for m in 2...60 { fixture.batch.targets[1, m] += 0.5 }
    let report = fixture.run(
      .with {
        $0.batch = .examples(1); $0.rate = 0.01; $0.epochs = 3
      })
    #expect(report.findings.isEmpty, "\(report.findings)")
  }

  @Test("The gradient is not accused where features are huge, or a penalised weight lies beside 0")
  func rightGradients() {
    var huge = line
    huge.batch.inputs = huge.batch.inputs.map { 1e8 * $0 }
    var beside = line
    beside.network.penalty = Penalty(l1: 60)
    beside.network.parameters.weights[2].entries = [-3e-17, 0]
    beside.batch.inputs = beside.batch.inputs.map { _ in 0 }
    for fixture in [huge, beside] {
      let report = fixture.run(
        .with {
          $0.rate = 0.1; $0.iterations = 1
        })
      let accused = kinds(report).contains {
        if case .risesUnderSmallStep = $0 { true } else { false }
      }
      #expect(!accused, "\(report.findings)")
    }
  }

  @Test("Behind units whose slope is 0 everywhere no error vanishes")
  func steps() {
    let report = LearningFixture.classes(activation: .step()).run(.with { $0.iterations = 2 })
    #expect(report.findings.isEmpty, "\(report.findings)")
  }

  @Test("A finding is told once")
  func once() {
    var fixture = LearningFixture.classes(activation: .rectifier())
    fixture.network.parameters.biases[2][0] = -100
    let report = fixture.run(.with { $0.iterations = 100 })
    let dead = kinds(report).filter { if case .deadRectifiers = $0 { true } else { false } }
    #expect(dead.count == 1)
  }
}

@Suite("training on a wrong gradient")
struct WrongGradientTests {
  /// What goes wrong with the gradient, and the equation that must be named.
  struct Slip: Sendable, CustomStringConvertible {
    let name: String
    let equation: String
    let layer: Int
    let change: @Sendable (inout Parameters<Double>) -> Void
    var description: String { name }

    static let all = [
      Slip(name: "sign of everything", equation: "BP1", layer: 3) { $0 = $0.map { -$0 } },
      Slip(name: "twice the gradient", equation: "BP1", layer: 3) { $0 = $0.map { 2 * $0 } },
      Slip(name: "hidden δ without its slope", equation: "BP2", layer: 2) {
        $0.weights[2] = $0.weights[2].map { 1.1 * $0 }
        $0.biases[2] = $0.biases[2].map { 1.1 * $0 }
      },
      Slip(name: "a weight's sum too small", equation: "BP3", layer: 2) {
        $0.weights[2][3, 1] += 1e-9
      },
      Slip(name: "biases of the output layer forgotten", equation: "BP4", layer: 3) {
        $0.biases[3] = [0, 0, 0]
      },
    ]
  }

  /// The batch engine's gradient, and a slip.
  struct Slipping: DescentEngine {
    let right: BlockedDescent
    let slip: Slip
    var network: Network { right.network }
    var exampleCount: Int { right.exampleCount }
    func evaluate(
      _ parameters: Parameters<Double>, on batch: MiniBatch,
      to gradient: inout Parameters<Double>
    ) -> Double {
      let J = right.evaluate(parameters, on: batch, to: &gradient)
      slip.change(&gradient)
      return J
    }
    func performance(_ parameters: Parameters<Double>) -> Performance {
      right.performance(parameters)
    }
  }

  private func run(_ slip: Slip?, _ settings: TrainingSettings, checkEvery: Int?) -> TrainingReport
  {
    let fixture = LearningFixture.classes(penalty: Penalty(l2: 0.1))
    var observer = TrainingObserver()
    if let checkEvery {
      observer.check = (checkEvery, { $0.answer(fixture.batch, CheckOptions(sample: 10)) })
    }
    let change: @Sendable (inout Parameters<Double>) -> Void = { _ in }
    let engine = Slipping(
      right: fixture.engine,
      slip: slip ?? Slip(name: "none", equation: "", layer: 0, change: change))
    var run = TrainingRun(
      Trainer(settings, engine: engine, parameters: fixture.network.parameters),
      observer: observer, now: { 0 })
    return run.run()
  }

  @Test(
    "--check-every stops at the first iteration, and names equation and layer", arguments: Slip.all,
    [0, 4, 7])
  func caught(_ slip: Slip, _ variant: Int) {
    let report = run(slip, TrainingSettings.variants[variant], checkEvery: 5)
    #expect(report.stop == .wrongGradient)
    #expect(report.state.updates == 0)
    #expect(
      report.findings.map(\.trouble).contains(
        .wrongGradient(equation: slip.equation, layer: slip.layer)))
  }

  @Test("A slip that comes later is found by the first check behind it")
  func later() {
    let fixture = LearningFixture.classes()
    final class Count: @unchecked Sendable { var calls = 0 }
    let count = Count()
    let slip = Slip(name: "late", equation: "BP1", layer: 3) { gradient in
      count.calls += 1
      if count.calls > 23 { gradient = gradient.map { 1.01 * $0 } }
    }
    var observer = TrainingObserver()
    observer.check = (10, { $0.answer(fixture.batch, CheckOptions(sample: 10)) })
    var run = TrainingRun(
      Trainer(
        .with {
          $0.batch = .examples(20); $0.iterations = 100
        },
        engine: Slipping(right: fixture.engine, slip: slip),
        parameters: fixture.network.parameters), observer: observer, now: { 0 })
    let report = run.run()
    #expect(report.stop == .wrongGradient)
    #expect(report.state.iterations > 0 && report.state.iterations % 10 == 0)
    #expect(report.checks.made == report.state.iterations / 10 + 1)
  }

  @Test("The right gradient passes every check", arguments: TrainingSettings.variants)
  func right(_ settings: TrainingSettings) {
    var settings = settings
    settings.iterations = 12
    let report = run(nil, settings, checkEvery: 5)
    #expect(report.stop == .iterations)
    #expect(report.checks.made == 3 && report.checks.unsure == 0)
  }

  @Test("Without a check, J that rises in every small step tells of a wrong sign")
  func rising() {
    let report = run(Slip.all[0], .with { $0.iterations = 3 }, checkEvery: nil)
    #expect(
      report.findings.contains {
        if case .risesUnderSmallStep(let promised, let measured, _) = $0.trouble {
          promised < 0 && measured > 0
        } else {
          false
        }
      })
  }
}
