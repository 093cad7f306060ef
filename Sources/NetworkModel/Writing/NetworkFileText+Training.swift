// "training" as text: what differs from what counts where nothing is said.

import Numbers

extension NetworkFileText {
  mutating func member(
    _ key: String, _ settings: TrainingSettings, _ state: TrainingState?, powers: Int?
  ) {
    let usual = TrainingSettings()
    object(key) { text in
      text.word("method", settings.method.rawValue, unless: usual.method.rawValue)
      if settings.batch != usual.batch { text.member("batch") { $0.append(settings.batch) } }
      text.word("order", settings.order.rawValue, unless: usual.order.rawValue)
      text.number("rate", settings.rate, unless: usual.rate)
      text.word("schedule", settings.schedule.name, unless: usual.schedule.name)
      text.number("momentum", settings.momentum, unless: usual.momentum)
      text.number("dropout", settings.dropout, unless: usual.dropout)
      text.member("seed") { $0 += "\(settings.seed)" }
      text.count("test", settings.heldOut, unless: usual.heldOut)
      text.count("iterations", settings.iterations, unless: usual.iterations)
      text.count("epochs", settings.epochs, unless: usual.epochs)
      text.number("until-cost", settings.costGoal, unless: usual.costGoal)
      text.number("until-gradient", settings.gradientGoal, unless: usual.gradientGoal)
      text.count("powers", powers, unless: nil)
      if let state { text.member("state", state) }
    }
  }

  private mutating func member(_ key: String, _ state: TrainingState) {
    object(key) { text in
      text.count("epochs", state.epochs, unless: nil)
      text.count("iterations", state.iterations, unless: nil)
      text.count("updates", state.updates, unless: nil)
      if let velocity = state.velocity {
        text.object("velocity") { $0.members(of: velocity) }
      }
    }
  }

  private mutating func word(_ key: String, _ word: String, unless usual: String) {
    if word != usual { member(key) { $0.append(quoted: word) } }
  }

  private mutating func number(_ key: String, _ number: Double?, unless usual: Double?) {
    if let number, number != usual { member(key) { $0.append(number: number) } }
  }

  private mutating func count(_ key: String, _ count: Int?, unless usual: Int?) {
    if let count, count != usual { member(key) { $0 += "\(count)" } }
  }
}

extension String {
  fileprivate mutating func append(_ batch: BatchSize) {
    switch batch {
    case .all: append(quoted: "all")
    case .examples(let count): self += "\(count)"
    }
  }
}
