// A run that is stopped and resumed is the run that was never stopped.

import Nabla
import Testing

@Suite("resuming")
struct ResumeTests {
  @Test("17 iterations and 23 more are 40, to the last bit", arguments: TrainingSettings.variants)
  func exact(_ settings: TrainingSettings) {
    let fixture = LearningFixture.classes()
    var settings = settings
    settings.iterations = 40
    let whole = fixture.run(settings)
    var observer = TrainingObserver()
    observer.iteration = { $0.iterations < 17 }
    let first = fixture.run(settings, observer: observer)
    #expect(first.stop == .interrupted)
    var rest = TrainingRun(
      Trainer(
        settings, engine: fixture.engine, parameters: first.network.parameters,
        state: first.resumable), now: { 0 })
    let resumed = rest.run()
    #expect(resumed.network.parameters == whole.network.parameters)
    #expect(resumed.state == whole.state)
    #expect(resumed.state.iterations == 40)
  }

  @Test("Batches of another size: epochs go on from where they were, and rates stay above 0")
  func otherBatches() {
    let fixture = LearningFixture.classes()
    var settings = TrainingSettings.with {
      $0.batch = .examples(1); $0.schedule = .linearDecay; $0.epochs = 10
    }
    let first = fixture.run(settings)
    settings.batch = .all
    settings.epochs = 20
    var trainer = Trainer(
      settings, engine: fixture.engine, parameters: first.network.parameters, state: first.state)
    #expect(trainer.plannedEpochs == 20)
    var rates: [Double] = []
    for _ in 11...20 {
      rates.append(trainer.rate)
      _ = trainer.propagate()
      let isEpoch = trainer.update()
      #expect(isEpoch)
    }
    #expect(rates == (11...20).map { RateSchedule.linearDecay.rate(0.1, epoch: $0, of: 20) })
    #expect(rates.allSatisfy { $0 > 0 })
    #expect(trainer.state == TrainingState(epochs: 20, iterations: 610, updates: 610))
  }

  @Test("Counts that fit no size of batches, and are as large as can be, begin an epoch anew")
  func otherCounts() {
    let fixture = LearningFixture.classes()
    let state = TrainingState(epochs: 1 << 53, iterations: 5, updates: 0)
    var trainer = Trainer(
      .with {
        $0.batch = .examples(7); $0.method = .averagedMiniBatches
      },
      engine: fixture.engine, parameters: fixture.network.parameters, state: state)
    _ = trainer.propagate()
    trainer.update()
    #expect(trainer.state.iterations == 6 && trainer.resumableState.iterations == 5)
  }
}
