// A definition read from right to left where what it stands for is a derivative: ∂J/∂z is δ.

import Notation

extension Rule {
  /// A definition read from right to left where what it stands for is a derivative: ∂J/∂z is δ.
  public static let naming = Rule(
    id: "naming", name: "definition of δ, read backwards",
    statement: Equation(d(.letter("J"), "z"), .letter("δ")),
    sentence: "The derivative of the cost by a weighted input has a name of its own: δ.",
    hint: "One of the factors has a name.",
    question: "Which derivative is called δ?",
    example: d(.letter("J"), "z"),
    mistakes: [.wrongSign]
  ) { expression, context in
    guard case .partial(_, let x) = expression else { return [] }
    return context.definitions.compactMap { definition in
      guard case .partial = definition.value else { return nil }
      // The letter that is defined has the indices and the layer of the variable.
      let letter = Letter(
        definition.letter.name, nodes: x.nodes,
        layer: definition.letter.layer == nil ? nil : x.layer, example: x.example)
      return context.value(of: letter)?.isSame(as: expression) == true ? .letter(letter) : nil
    }
  }
}
