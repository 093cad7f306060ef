// The derivative of Iverson's bracket of a relation.

import Notation

extension Rule {
  public static let bracket = Rule(
    id: "bracket", name: "constant off the jump",
    statement: Equation(d(.bracket(u, .greater, v)), 0),
    sentence: "[u > v] is 1 or 0 and changes only where u = v, so its slope is 0 everywhere else.",
    hint: "How does this bracket change when x does?",
    question: "What is the slope of something that is 1 on one side and 0 on the other?",
    example: d(.bracket(uOfX, .greater, 1)),
    mistakes: [
      Mistake(name: "the bracket passes for its argument", advice: "[z > 0] is no z: it is 1 or 0.")
      {
        before, _, _ in
        guard let (f, x) = RuleContext.parts(of: before), case .bracket(let a, _, _) = f else {
          return nil
        }
        return .partial(a, by: x)
      }
    ],
    needs: { before, _ in
      guard let (f, _) = RuleContext.parts(of: before), case .bracket(let a, _, let b) = f else {
        return []
      }
      return [.different(a, b)]
    }
  ) { expression, _ in
    guard let (f, _) = RuleContext.parts(of: expression), case .bracket = f else { return [] }
    return [0]
  }
}
