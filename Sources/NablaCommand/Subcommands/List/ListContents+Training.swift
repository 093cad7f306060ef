// What the lists say of training: methods, update rules, schedules, initialisations.

import Nabla

extension NamedFormula {
  init(_ method: DescentMethod) {
    switch method {
    case .gradientDescent:
      self.init(
        name: method.rawValue, summary: "every batch is followed by an update",
        source: "[W] §10; [N] Gradient descent")
    case .averagedMiniBatches:
      self.init(
        name: method.rawValue,
        summary: "an epoch is followed by one update, with the average of its batches' gradients",
        source: "[V] Algorithm 1")
    }
  }

  init(_ rule: UpdateRule) {
    let lines = rule.lines.map { line in
      TextNotation.string(Equation(.letter(line.letter), line.value, relation: .defined))
    }
    self.init(name: rule.name, formula: lines.joined(separator: ", "), source: rule.source)
  }

  init(_ schedule: RateSchedule) {
    self.init(
      name: schedule.name, aliases: schedule.aliases,
      formula: TextNotation.string(schedule.definition), source: schedule.source)
  }

  init(_ rule: DeviationRule) {
    let variance = Expression.power(.letter(Letter("σ")), 2)
    self.init(
      name: rule.name, aliases: rule.aliases,
      formula: TextNotation.string(Equation(variance, rule.variance)),
      summary: rule.drawsBiases ? "biases are drawn too" : "biases are 0", source: rule.source)
  }
}
