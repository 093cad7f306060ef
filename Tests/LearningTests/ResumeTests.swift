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
        state: first.state), now: { 0 })
    let resumed = rest.run()
    #expect(resumed.network.parameters == whole.network.parameters)
    #expect(resumed.state == whole.state)
    #expect(resumed.state.iterations == 40)
  }
}
