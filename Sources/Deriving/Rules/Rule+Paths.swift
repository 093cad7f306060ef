// The chain rule, summed over all paths.

import Notation

extension Rule {
  public static let paths = Rule(
    id: "chain-rule-paths", name: "chain rule, sum over all paths",
    statement: Equation(
      d(u), .sum(over: .i, .product([.partial(u, by: Letter("v", node: .i)), d(.letter("v", .i))]))),
    sentence: "Where a change reaches the cost on several paths, what comes along each is added.",
    hint: "One change reaches the cost on more than one way.",
    question: "Which quantities of the next stage change with this letter?",
    example: d(.letter("u")),
    mistakes: [
      Mistake(
        name: "only one path is counted",
        advice: "Every node that depends on the letter carries a share; add them all."
      ) { before, after, context in
        guard case .summation(let index, _, let body) = after, case .partial(_, let x) = before
        else {
          return nil
        }
        // The path through the letter's own node, if there are others: of softmax, the diagonal alone.
        let hasOthers = context.definitions.contains { $0.value.firstSum(over: index.range) != nil }
        let own = x.indices.first { $0.range == index.range }
        return body.substituting(index, by: hasOthers && own != nil ? own! : Index(1, of: index.range))
      },
      Mistake(
        name: "the inner derivative is left out",
        advice: "Every link of the chain is a factor: the outer slope times the inner one."
      ) { _, after, _ in
        guard case .summation(let index, _, .product(let factors)) = after else { return nil }
        return .summation(index, excluding: nil, factors[0])
      },
    ]
  ) { expression, context in
    guard let (f, x) = RuleContext.parts(of: expression), case .letter(let quantity) = f,
      let path = context.path(from: quantity, to: x), !path.isSingle
    else { return [] }
    let taken = context.taken.union(x.indices)
    if path.sumsExamples {
      let m = path.through.example!.fresh(avoiding: taken)
      let through = path.through(x, node: nil, example: m)
      return [
        .summation(
          m, excluding: nil,
          .product([.partial(f, by: through), .partial(.letter(through), by: x)]))
      ]
    }
    let i = path.through.node!.fresh(avoiding: taken)
    let through = path.through(x, node: i, example: nil)
    return [
      .summation(
        i, excluding: nil, .product([.partial(f, by: through), .partial(.letter(through), by: x)]))
    ]
  }
}
