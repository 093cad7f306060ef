// Momentum, which [W] §10.4 leaves open: Polyak 1964, in the form of Sutskever, Martens, Dahl and Hinton
// 2013, (1) and (2).

import Notation

/// One weight or bias over t steps of learning with momentum.
private struct Momentum {
  let s = Index("s", .steps)
  let earlier = Index("s", .steps(before: 1))

  func velocity(_ step: Index) -> Letter { Letter("v", node: step) }
  func weight(_ step: Index) -> Letter { Letter("w", node: step) }
  func slope(_ step: Index) -> Letter { Letter("γ", node: step) }
  var rate: Expression { .letter("α") }
  var momentum: Expression { .letter("μ") }

  /// γ_t = ∂J_t/∂w_(t−1), J_t being the cost of the examples of step t.
  var gradient: Definition {
    Definition(
      slope(.step()),
      .partial(.letter(Letter("J", node: .step())), by: weight(.step(before: 1))),
      name: "the slope that step t meets")
  }
  var recursion: Definition {
    Definition(
      velocity(.step()),
      momentum * .letter(velocity(.step(before: 1))) - rate * .letter(slope(.step())),
      name: "the step: the one before it, and the slope")
  }
  var update: Definition {
    Definition(
      weight(.step()), .letter(weight(.step(before: 1))) + .letter(velocity(.step())),
      name: "the weight after it")
  }

  /// −α Σ_s μ^(t−s) γ_s, up to step t or the one before.
  func sum(before n: Int, _ index: Index) -> Expression {
    let power = Expression.raised(
      momentum, to: .sum([.index(.step(before: n)), .negative(.index(index))]))
    return .negative(
      .product([rate, .sum(over: index, .product([power, .letter(slope(index))]))]))
  }

  /// Nothing before the first step.
  let atRest = Equality(
    .letter(Letter("v", node: Index(0, of: .steps))), 0, name: "nothing moves before the first step"
  )
  var steady: Equality {
    Equality(.letter(slope(s)), .letter("γ"), name: "while the slope stays the same")
  }

  /// Descents into a valley, ½ κ (w − y)², and down a plane, γ w.
  var setting: Setting {
    var setting = Setting(instances: [
      instance(steps: 4, isPlane: false, from: 0), instance(steps: 5, isPlane: true, from: 0),
      instance(steps: 1, isPlane: true, from: 0),
    ])
    setting.unassuming = instance(steps: 3, isPlane: false, from: 0.5)
    setting.ranges["μ"] = (
      ValueRange(0, 1, includesLower: false, includesUpper: false), "μ lies between 0 and 1"
    )
    return setting
  }

  private func instance(steps: Int, isPlane: Bool, from velocity: Double) -> Instance {
    let before = Expression.letter(weight(.step(before: 1)))
    let cost: Expression =
      isPlane
      ? .letter("γ") * before : .quotient(3, 4) * .power(before - .letter("y"), 2)
    typealias Entry = Instance.Entry
    return Instance(
      name: "\(steps) step\(steps == 1 ? "" : "s") \(isPlane ? "down a plane" : "into a valley")"
        + (velocity == 0 ? "" : ", pushed at the start"),
      current: steps,
      given: [
        Entry("α"): 0.3, Entry("μ"): 0.8, Entry("γ"): -0.7, Entry("y"): 0.4,
        Entry("v", nodes: [0]): velocity, Entry("w", nodes: [0]): 1.6,
      ],
      definitions: [
        gradient, recursion, update,
        Definition(Letter("J", node: .step()), cost, name: "the cost that step t meets"),
      ])
  }
}

extension Derivation {
  /// v_t = −α Σ_s μ^(t−s) γ_s, by going from each step to the next; and what that is on a plane.
  static func momentum() throws(DerivingError) -> Derivation {
    let rule = Momentum()
    let setting = rule.setting
    var draft = Draft(judging: setting.judge)
    draft.define(rule.gradient)
    let recursion = draft.define(rule.recursion)
    draft.define(rule.update)
    var found: [Equality] = []
    for step in 1...3 {
      let v = Expression.letter(rule.velocity(Index(step, of: .steps)))
      var chain = Chain(v, context: RuleContext(definitions: [rule.recursion]))
      chain.use(.definition, reason: "\(recursion) for step \(step)", uses: [recursion])
      if let last = found.last {
        chain.context.earlier = [last]
        chain.use(.substitution, reason: "put \(last.name) in", uses: [last.name])
        chain.use(.distributing)
      } else {
        chain.context.assumptions = [rule.atRest]
        chain.use(.assumption)
      }
      found.append(chain.equality(draft.add(chain)))
    }
    // From any step to the next.
    let before = Expression.letter(rule.velocity(.step(before: 1)))
    let hypothesis = draft.state(
      before, rule.sum(before: 1, rule.earlier), rule: .assumption,
      reason: "suppose this of the step before, as it is for the first ones",
      uses: found.map(\.name),
      needing: [.equal(rule.atRest.left, 0)])
    var chain = Chain(
      .letter(rule.recursion.letter), from: rule.recursion.value,
      context: RuleContext(
        earlier: [Equality(before, rule.sum(before: 1, rule.earlier), name: hypothesis)]))
    chain.use(
      .substitution, reason: "put \(hypothesis) into \(recursion)", uses: [hypothesis])
    chain.endLine()
    chain.isLineByLine = true
    chain.use(.constantIn) { $1.last }
    chain.use(.addingExponents)
    chain.use(.lastTerm)
    chain.use(.constantOut)
    let general = draft.add(chain, from: recursion)
    // On a plane.
    var plane = Chain(
      chain.left, from: chain.right, context: RuleContext(assumptions: [rule.steady]),
      lineByLine: true)
    plane.use(.assumption)
    plane.use(.constantOut)
    plane.use(.geometricSum)
    plane.use(.distributing) { $1.last }
    draft.add(plane, from: general)
    return Derivation(
      name: "momentum", title: "Momentum: every step remembers the ones before",
      source: "[W] §10.4; Polyak 1964; Sutskever et al. 2013, (1), (2)", draft, setting,
      conventions: ["Of one weight or bias, whichever it is."],
      symbols: [
        Symbol(.scalar(.letter(rule.weight(.step()))), "the weight or bias after step t"),
        Symbol(.scalar(.letter(rule.velocity(.step()))), "what step t adds to it; v_0 = 0"),
        Symbol(.scalar(.letter(Letter("J", node: .step()))), "cost of the examples of step t"),
        Symbol(.scalar(.letter(rule.slope(.step()))), "its slope where step t begins"),
        Symbol(.scalar(.letter("γ")), "that slope where it stays the same"),
      ],
      remarks: [
        "Line \(general) says of step t what \(hypothesis) supposes of the step before, and \(found[0].name) says it of "
          + "the first step: so it holds for every step.",
        "μ^t goes to 0 as t grows, so while the slope is γ the steps tend to −α/(1 − μ) γ: with μ = 0.9 to ten times a step "
          + "without momentum.",
      ])
  }
}
