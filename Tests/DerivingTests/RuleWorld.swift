// Numbers and definitions for the letters of the rules' statements and examples.

import Nabla

@testable import Deriving

/// What the letters u, v, w, c, x, y, z, h, J of a rule stand for.
enum RuleWorld {
  static let (x, v): (Letter, Letter) = (Letter("x"), Letter("v"))
  private static let vk = Letter("v", node: .k)
  private static let softmax = Definition.hypothesis(.softmax)
  private static let error = Definition(
    Letter("δ"), .partial(.letter("J"), by: Letter("z")), name: "definition of δ")

  /// What a rule is told of its example.
  static func context(of rule: Rule) -> RuleContext {
    switch rule.id {
    case Rule.chain.id:
      RuleContext(paths: [Path(of: "u", on: x, through: v, isSingle: true)])
    case Rule.paths.id:
      RuleContext(
        definitions: [definition(of: vk)],
        paths: [Path(of: "u", on: x, through: vk)])
    case Rule.definition.id, Rule.recognition.id:
      RuleContext(definitions: [softmax], taken: [.i, .k, .m])
    case Rule.naming.id: RuleContext(definitions: [error])
    case Rule.assumption.id: RuleContext(assumptions: [OutputPair.normalised])
    case Rule.substitution.id:
      RuleContext(
        earlier: [
          Equality(
            .partial(.letter("J"), by: Letter("h")), .product([2, .letter("h"), .letter("w")]),
            name: "4")
        ])
    default: RuleContext()
    }
  }

  /// Letters that are defined for a rule; u and v are functions of x, but where the rule says otherwise.
  static func definitions(for rule: Rule) -> [Definition] {
    var definitions = [definition(of: v), definition(of: vk), softmax, error]
    let u: Expression =
      switch rule.id {
      case Rule.chain.id: .power(.letter(v), 2) + .exp(.letter(v) / 8)
      case Rule.paths.id: .sum(over: .k, .power(.letter(vk), 3) * .letter("y", .k))
      default: Rule.uOfX
      }
    definitions.append(Definition(Letter("u"), u, name: "u"))
    definitions.append(
      Definition(
        Letter("J"),
        rule.id == Rule.naming.id
          ? .power(.letter("z"), 2) + .exp(.letter("z")) : .power(.letter("h"), 2) * .letter("w"),
        name: "J"))
    return definitions
  }

  private static func definition(of letter: Letter) -> Definition {
    guard let node = letter.node else { return Definition(letter, Rule.vOfX, name: "v") }
    return Definition(
      letter, .letter("y", node) * .exp(.letter(x)) + .letter("x") * .letter("y", node), name: "v_k"
    )
  }

  /// Random positive numbers for all that is not defined, with K outputs; the targets sum to 1.
  static func instance(for rule: Rule, outputs: Int, seed: UInt64) -> Instance {
    var random = SeededGenerator(seed: seed)
    func number() -> Double { 0.25 + random.uniform() }
    typealias Entry = Instance.Entry
    var instance = Instance(
      name: "\(rule.id), \(outputs) outputs, seed \(seed)", sizes: [2, outputs],
      examples: rule.id == Rule.oneExample.id ? 1 : 2,
      current: 2, definitions: definitions(for: rule))
    for name in ["x", "w", "c", "z", "h"] { instance.given[Entry(name)] = number() }
    instance.given[Entry("M")] = 2
    instance.given[Entry("K")] = Double(outputs)
    let isOfX = rule.id == Rule.paths.id
    for i in 1...outputs {
      for name in ["u", "x", "w"] + (isOfX ? [] : ["v"]) {
        instance.given[Entry(name, nodes: [i])] = number()
      }
      for m in 1...2 { instance.given[Entry("z", nodes: [i], example: m)] = number() }
    }
    for m in 1...2 { instance.given[Entry("u", example: m)] = number() }
    for m in [nil, 1, 2] {
      let shares = (1...outputs).map { _ in number() }
      for i in 1...outputs {
        instance.given[Entry("y", nodes: [i], example: m)] = shares[i - 1] / shares.reduce(0, +)
      }
    }
    if !isOfX { instance.definitions.removeAll { $0.letter == vk } }
    instance.functions[Entry("g")] = 1 / (1 + .exp(-.z))
    return instance
  }

  /// The outputs that a rule holds for.
  static func outputs(of rule: Rule) -> Int { rule.id == Rule.writingOut.id ? 2 : 3 }
}

/// By how much two expressions differ on an instance, wherever their indices can be: relative to the
/// larger value; `nil` where one has no value.
func ruleDifference(
  _ a: Expression, _ b: Expression, on instance: Instance
) throws(EvaluationError) -> Double? {
  let difference = try ruleDifference(a, b, with: Evaluation<Double>(instance))
  // What cancels is computed again with twice as many digits.
  guard let difference, difference > 1e-12 else { return difference }
  return try ruleDifference(a, b, with: Evaluation<DoubleDouble>(instance))
}

private func ruleDifference<S: Scalar>(
  _ a: Expression, _ b: Expression, with evaluation: Evaluation<S>
) throws(EvaluationError) -> Double? {
  var largest = 0.0
  let indices = a.freeIndices.union(b.freeIndices).sorted { $0.name < $1.name }
  for place in evaluation.instance.assignments(of: indices) {
    let (left, right) = (try evaluation.value(a, place), try evaluation.value(b, place))
    guard left.real.isFinite, right.real.isFinite else { return nil }
    let scale = max(left.real.magnitude, right.real.magnitude, 1e-3)
    largest = max(largest, (left - right).real.magnitude / scale)
  }
  return largest
}
