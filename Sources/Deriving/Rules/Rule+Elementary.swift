// What tanh and its like mean, in exp and log.

import Notation

extension Rule {
  /// tanh and its like for what they mean, in exp and log.
  public static let elementary = Rule(
    id: "elementary-function", name: "what the function means",
    statement: Equation(.tanh(u), ElementaryFunction.tanh.definition(of: u)!),
    sentence: "tanh u, log(1 + u) and their like are short for something in e^u and log u.",
    hint: "One function here is an abbreviation.",
    question: "What does it mean in e^u and log u?",
    example: .tanh(vOfX),
    mistakes: [.wrongSign]
  ) { expression, _ in
    guard case .function(let f, let u) = expression, let meaning = f.definition(of: u) else {
      return []
    }
    return [meaning]
  }
}
