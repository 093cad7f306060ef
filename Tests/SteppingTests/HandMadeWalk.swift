// A walk made up by hand: each aspect of each stop says what it is.

import Nabla

enum HandMadeWalk {
  static func stop(_ id: String, _ name: String, substeps: [Stop] = [], isGiven: Bool = false)
    -> Stop
  {
    Stop(id: id, name: name, searched: ["δ = \(name)"], substeps: substeps, isGiven: isGiven) {
      aspect, _ in
      switch aspect {
      case .line: ["line \(id)"]
      case .question: ["question \(id)"]
      case .numbers(let set): id == "1" ? [] : ["numbers \(set) of \(id)"]
      case .why: id == "1" ? [] : ["why \(id)"]
      case .conditions: id == "3" ? ["needs of \(id)"] : []
      case .mistake: id == "3" ? ["mistake at \(id)"] : []
      case .hint(let stage): ["hint \(stage) for \(id)"]
      case .picture: id == "3" ? ["picture of \(id)"] : []
      }
    }
  }

  static let walk = Walk(
    title: "A walk", conventions: ["Lines are numbered."],
    stops: [
      stop("1", "definition", isGiven: true),
      stop("2", "chain rule", substeps: [stop("2a", "put 1 in"), stop("2b", "linearity")]),
      stop("3", "cancel"), stop("4", "the end"),
    ],
    numbers: ["first", "second", "third"], remarks: ["That was all."])

  static let small = Window(columns: 60, rows: 24, style: TextStyle(width: 60))
}

extension Stepper {
  /// What is there after some typed lines.
  func after(_ lines: String...) -> Stepper {
    var stepper = self
    for line in lines { _ = stepper.enter(line) }
    return stepper
  }

  /// What is there after some keys.
  func pressing(_ keys: Key..., in window: Window = HandMadeWalk.small) -> Stepper {
    var stepper = self
    for key in keys { _ = stepper.type(key, in: window) }
    return stepper
  }

  var answer: String { answer(.plain) }
}
