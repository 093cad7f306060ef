// The lists as JSON.

import Nabla

enum ListJSON {
  /// One object with a member for each list.
  static func text(_ lists: [ListContents]) -> String {
    let members = lists.map { list in
      switch list {
      case .functions(let topic, let formulas): member(topic.rawValue, formulas.map(object))
      case .pairs(let pairs): member("pairs", pairs.map(object))
      case .derivations(let topics): member("derivations", topics.map(object))
      case .mistakes(let mistakes): member("mistakes", mistakes.map(object))
      }
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private static func member(_ name: String, _ objects: [String]) -> String {
    objects.isEmpty
      ? "  \"\(name)\": []"
      : "  \"\(name)\": [\n" + objects.map { "    " + $0 }.joined(separator: ",\n") + "\n  ]"
  }

  private static func object(_ formula: NamedFormula) -> String {
    var members = [("name", string(formula.name))]
    if let line = formula.line { members.append(("formula", string(line))) }
    if let summary = formula.summary { members.append(("summary", string(summary))) }
    if let order = formula.order { members.append(("order", String(order))) }
    members.append(("aliases", "[" + formula.aliases.map(string).joined(separator: ", ") + "]"))
    if let parameter = formula.parameter {
      members.append(
        (
          "parameter",
          object([("name", string(parameter.name)), ("value", parameter.value.short)])
        ))
    }
    members.append(("source", string(formula.source)))
    return object(members)
  }

  private static func object(_ pair: CostPair) -> String {
    object([
      ("cost", string(pair.cost)), ("hypothesis", string(pair.hypothesis)),
      ("defined", String(pair.isDefined)),
      ("definedForOneOutput", String(pair.isDefinedForOneOutput)),
      ("reason", pair.reason.map(string) ?? "null"),
    ])
  }

  private static func object(_ topic: Topic) -> String {
    object([
      ("name", string(topic.name)), ("group", string(topic.group.rawValue)),
      ("summary", string(topic.summary)),
    ])
  }

  private static func object(_ mistake: ListedMistake) -> String {
    object([
      ("name", string(mistake.name)), ("equation", string(mistake.equation)),
      ("formula", string(mistake.formulas.joined(separator: "; "))),
      ("lesson", string(mistake.lessons.joined(separator: " "))),
    ])
  }

  private static func object(_ members: [(name: String, value: String)]) -> String {
    "{ " + members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ") + " }"
  }

  /// The names and sources of the lists hold no control characters.
  private static func string(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
