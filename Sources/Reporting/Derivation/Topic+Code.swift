// Where the code computes what a derivation derives, and which test compares both.

import Deriving

/// Files of the repository that belong to a derivation.
struct TopicCode {
  /// Where the function is defined or the equation computed.
  let sources: [String]
  /// Where that is tested.
  let tests: [String]

  private init(_ sources: [String], _ tests: [String], in folder: String = "EngineTests") {
    self.sources = sources.map { "Sources/\($0).swift" }
    self.tests = tests.map { "Tests/\(folder)/\($0)Tests.swift" }
  }
}

extension TopicCode {
  /// By the words of the name: a function's file has the function's name.
  init(of topic: Topic) {
    let words = topic.words
    let (first, last) = (words[0], words[words.count - 1])
    switch (topic.group, first) {
    case (.pairs, _):
      self.init([Self.cost(first), Self.hypothesis(words[1])], ["Differentiation", "Identity"])
    case (.propagation, "FP1"): self.init([Self.scalar], ["Equation"])
    case (.propagation, "FP2"): self.init([Self.batch], ["Equation"])
    case (.propagation, "BP1"):
      self.init([Self.scalarBackward, Self.batchBackward], ["Differentiation", "Identity"])
    case (.propagation, _) where last.contains("."): self.init([Self.scalarBackward], ["Equation"])
    case (.propagation, _): self.init([Self.scalarBackward, Self.batchBackward], ["Equation"])
    case (.functions, "g") where last == "softmax":
      self.init([Self.hypothesis(last)], ["Function"])
    case (.functions, "g"): self.init([Self.activation(last)], ["Function"])
    case (.functions, "cost"): self.init([Self.cost(last)], ["Cost"])
    case (.functions, _), (.origins, "prior"): self.init([Self.penalty], ["Cost"])
    case (.origins, "two-classes"):
      self.init([Self.cost("log-loss"), Self.cost("cross-entropy")], ["NetworkIdentity"])
    case (.origins, _): self.init(Self.origins[topic.name] ?? [], ["Cost", "Identity"])
    case (.learning, "decay"): self.init([Self.penalty], ["Cost"])
    case (.learning, "descent"):
      self.init([Self.updateRule, "Learning/Trainer"], ["TwoStep", "Trouble"], in: Self.learning)
    case (.learning, "momentum"):
      self.init([Self.updateRule], ["UpdateRule", "TwoStep"], in: Self.learning)
    case (.learning, "dropout"):
      self.init(
        ["Learning/Rules/Dropout", Self.scalarBackward, Self.batchBackward],
        ["Dropout", "TwoStep"], in: Self.learning)
    case (.learning, _): self.init([Self.scalarBackward], ["Differentiation"])
    case (.examples, "polynomial"):
      self.init([Self.cost("residual-sum-of-squares")], ["Cost"])
    case (.examples, _): self.init([Self.scalarBackward], ["Differentiation"])
    }
  }

  private static let scalar = "ScalarEngine/ScalarPropagation"
  private static let scalarBackward = "ScalarEngine/ScalarPropagation+Backward"
  private static let batch = "BatchEngine/BatchPropagation"
  private static let batchBackward = "BatchEngine/BatchPropagation+Backward"
  private static let penalty = "NetworkModel/Penalty"
  private static let updateRule = "Learning/Rules/UpdateRule"
  private static let learning = "LearningTests"

  /// The costs that come out, and the hypothesis that goes with each.
  private static let origins = [
    "likelihood gaussian": [cost("quadratic")],
    "likelihood bernoulli": [cost("cross-entropy")],
    "likelihood multinomial": [cost("log-loss")],
    "natural identity": [cost("quadratic"), hypothesis("identity")],
    "natural logistic": [cost("cross-entropy"), hypothesis("logistic")],
    "natural softmax": [cost("log-loss"), hypothesis("softmax")],
  ]

  private static func cost(_ name: String) -> String { "NetworkModel/Costs/Cost+\(name.typeName)" }
  private static func hypothesis(_ name: String) -> String {
    "NetworkModel/Hypotheses/Hypothesis+\(name.typeName)"
  }
  private static func activation(_ name: String) -> String {
    "NetworkModel/Activations/Activation+\(name.typeName)"
  }
}

extension String {
  /// `LogLoss` for `log-loss`.
  fileprivate var typeName: String {
    split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
