// A letter for what it stands for.

import Notation

extension Rule {
  public static let definition = Rule(
    id: "definition", name: "definition",
    statement: Equation(u, uOfX, relation: .defined),
    sentence: "A letter may always be replaced by what it stands for.",
    hint: "A letter here is only a name.",
    question: "What does the letter stand for?",
    example: .partial(
      .letter("h", .k, example: .m), by: Letter("z", nodes: [.i], example: .m)),
    mistakes: [
      Mistake(
        name: "a sum keeps an index that is taken",
        advice: "Rename the index of a sum when its name already stands for something else."
      ) { before, after, _ in
        guard case .partial(_, let x) = before, let index = x.node else { return nil }
        guard let sum = after.firstSum(over: index.range), sum.boundIndex != index else {
          return nil
        }
        // The sum with its body captured: both indices become one.
        guard case .summation(let bound, let excluded, let body) = sum else { return nil }
        let captured = Expression.summation(
          bound, excluding: excluded, body.substituting(bound, by: index))
        return after.replacing([sum: captured])
      },
      .wrongSign,
    ]
  ) { expression, context in
    // Inside a derivative, the letter that is differentiated; elsewhere any letter.
    switch expression {
    case .partial(.letter(let letter), let x):
      guard !letter.isElement(ofSame: x), let value = context.value(of: letter) else { return [] }
      return [.partial(value.renamingBound(avoiding: context.taken).tidied, by: x)]
    case .letter(let letter):
      guard let value = context.value(of: letter) else { return [] }
      return [value.renamingBound(avoiding: context.taken).tidied]
    default: return []
    }
  }
}

extension Expression {
  /// The first sum over a range, from the outside in.
  func firstSum(over range: Index.Range) -> Expression? {
    if case .summation(let index, _, _) = self, index.range == range { return self }
    return parts.lazy.compactMap { $0.firstSum(over: range) }.first
  }
}
