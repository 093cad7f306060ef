// How far training came, why it stopped, and what the classes are called: in words.

import Learning
import NetworkModel

extension TrainingReport {
  /// How far it came, what was checked, where the network is.
  func courseItems(_ markup: Markup, saved: String?) -> [TrainingItem] {
    var items = [
      TrainingItem(label: "run", pieces: runPieces),
      TrainingItem(label: "stopped", pieces: [stopWords]),
    ]
    if checks.made > 0 { items.append(TrainingItem(label: "checked", pieces: [checkWords])) }
    if let saved {
      items.append(TrainingItem(label: "saved", pieces: [markup.literal(saved, limit: 200)]))
    }
    return items
  }

  /// The heading's pieces, behind the name.
  var summaryPieces: [String] {
    network.summary(examples: training.count)
      + (heldOut.map { ["\(NumberText.count($0.count)) held out"] } ?? [])
  }

  private var runPieces: [String] {
    [
      counted(state.epochs, "epoch"),
      counted(state.iterations, "iteration") + ", \(NumberText.count(iterationsPerEpoch)) an epoch",
      counted(state.updates, "update"), "\(NumberText.text(seconds, digits: 3)) s",
    ]
  }

  private var stopWords: String {
    switch stop {
    case .iterations: "the iterations asked for are done"
    case .epochs: "the epochs asked for are done"
    case .costGoal(let cost): "J = \(NumberText.text(cost))\(goalWords(settings.costGoal))"
    case .gradientGoal(let size):
      "‖∇J‖ = \(NumberText.text(size))\(goalWords(settings.gradientGoal))"
    case .interrupted: "on request; the parameters are those of the last update"
    case .notFinite: "a number is not finite any more, and nothing is saved"
    case .wrongGradient: "a gradient check found the gradient wrong"
    }
  }

  private func goalWords(_ goal: Double?) -> String {
    goal.map { " is no larger than the goal, \(NumberText.text($0))" } ?? ""
  }

  private var checkWords: String {
    let made = counted(checks.made, "gradient check") + " on the way"
    let isWrong = findings.contains {
      if case .wrongGradient = $0.trouble { true } else { false }
    }
    let unsure =
      checks.unsure == 0 ? "" : ", \(NumberText.count(checks.unsure)) of which cannot tell"
    return made + unsure
      + (isWrong ? "; the gradient is wrong, see below" : "; none finds an error")
  }

  /// Which class is which; `nil` where outputs are no classes.
  func classWords(_ names: [String]?, _ markup: Markup) -> String? {
    guard training.correct != nil else { return nil }
    if network.outputs == 1 { return "class 1 where h ≥ ½, else class 0" }
    let choice = "the class is the number of the largest output"
    guard let names, !names.isEmpty else { return choice }
    if names == names.indices.map(String.init) {
      return "class c is digit c − 1: class 1 is \(names[0]), class \(names.count) is "
        + "\(names[names.count - 1])"
    }
    return listed(
      names.enumerated().map { "class \($0 + 1) is \(markup.literal($1, limit: 24))" })
  }
}
