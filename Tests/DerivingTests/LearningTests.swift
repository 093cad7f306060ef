// What the derivations about learning say, and that it is so in numbers that are computed here by hand.

import Nabla
import Testing

@testable import Deriving

@Suite("Derivations of steps of learning") struct LearningTests {
  private static func derivation(_ name: String) throws -> Derivation {
    try Topic.named([name]).derivation()
  }

  /// The right side of a line of index notation.
  private static func right(_ id: String, of derivation: Derivation) throws -> Expression {
    guard case .scalar(let right) = try #require(derivation.line(id)).equation.right else {
      throw EvaluationError.unknown(letter: "line \(id)")
    }
    return right
  }

  private static func lastScalar(of derivation: Derivation) throws -> Step {
    try #require(
      derivation.steps.last { if case .scalar = $0.equation.right { true } else { false } })
  }

  /// The last line of index notation, and what it says.
  static let results = [
    (
      "decay l2", "u_ij^(ℓ) = (1 − αλ/M) w_ij^(ℓ) − α · ∂J₀/∂w_ij^(ℓ)",
      "W − α ∇J with the penalty λ/2M Σ w² is (1 − α λ/M) W − α ∇J₀  [W] §9.2, §10.1"
    ),
    (
      "decay l1",
      "u_ij^(ℓ) = w_ij^(ℓ) − α · ∂J₀/∂w_ij^(ℓ) − αλ/M ([w_ij^(ℓ) > 0] − [w_ij^(ℓ) < 0])",
      "W − α ∇J with the penalty λ/M Σ |w| is W − α ∇J₀ − α λ/M sign(W)  [W] §9.3, §10.1"
    ),
    (
      "descent", "∂J/∂α = −Σ_p γ_p²",
      "a step against the gradient starts with the slope −Σ_p (∂J/∂θ_p)²  [W] §10.1"
    ),
    (
      "momentum", "v_t = −α · γ/(1 − μ) + α · (γ μ^t)/(1 − μ)",
      "momentum tends to −α/(1 − μ) γ  [W] §10.4"
    ),
    (
      "dropout",
      "δ_j^(ℓ) = (Σ_i δ_i^(ℓ+1) w_ij^(ℓ+1)) d_j^(ℓ) g′(z_j^(ℓ))",
      "δ^(ℓ) = (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ d ⊙ g′(z^(ℓ))  [W] §9.4"
    ),
  ]

  @Test("the result", arguments: results.indices)
  func result(_ n: Int) throws {
    let (name, expected, law) = Self.results[n]
    let derivation = try Self.derivation(name)
    let line = try Self.lastScalar(of: derivation)
    let text = TextNotation.string(
      line.equation, understoodExample: derivation.understoodExample)
    #expect(text == expected, "\(law)")
  }

  @Test("momentum by hand: α = μ = ½ and the slopes 1, 2, 4 give −1/2, −5/4, −21/8")
  func momentum() throws {
    let derivation = try Self.derivation("momentum")
    let slopes = [1, 2, 4.0]
    var instance = Instance(name: "by hand", current: 3)
    instance.given = [Instance.Entry("α"): 0.5, Instance.Entry("μ"): 0.5]
    for (n, slope) in slopes.enumerated() {
      instance.given[Instance.Entry("γ", nodes: [n + 1])] = slope
    }
    for (line, steps, expected) in [
      ("4", 1, -0.5), ("5", 2, -1.25), ("6", 3, -2.625), ("10", 1, -0.5), ("10", 3, -2.625),
      ("12", 1, -0.5), ("12", 2, -1.25),
      ("12", 3, -2.625),
    ] {
      instance.current = steps
      let value = try Evaluation<Double>(instance).value(
        Self.right(line, of: derivation), Assignment(current: steps))
      #expect(value == expected, "line \(line), step \(steps)")
    }
  }

  @Test("momentum on a plane by hand: α = μ = ½, γ = 1 gives −1/2, −3/4, −7/8 on the way to −1")
  func plane() throws {
    let derivation = try Self.derivation("momentum")
    for (n, expected) in [-0.5, -0.75, -0.875].enumerated() {
      let given = ["α": 0.5, "μ": 0.5, "γ": 1].map { (Instance.Entry($0), $1) }
      let instance = Instance(
        name: "a plane", current: n + 1, given: Dictionary(uniqueKeysWithValues: given))
      for line in ["13", "14", "15", "16"] {
        let value = try Evaluation<Double>(instance).value(
          Self.right(line, of: derivation), Assignment(current: n + 1))
        #expect(value == expected, "line \(line), step \(n + 1)")
      }
    }
  }

  @Test("descent: a short step lowers the cost, by α Σ_p γ_p² but for what is of second order")
  func descent() throws {
    let derivation = try Self.derivation("descent")
    let slope = try Self.right(derivation.result.id, of: derivation)
    for instance in derivation.instances {
      func cost(after α: Double) throws -> Double {
        var moved = instance
        moved.given[Instance.Entry("α")] = α
        return try Evaluation<Double>(moved).value(.letter("J"), Assignment(current: 2))
      }
      let expected = try Evaluation<Double>(instance).value(slope, Assignment(current: 2))
      let rest = try [0x1p-8, 0x1p-9].map { try cost(after: $0) - cost(after: 0) - $0 * expected }
      #expect(try cost(after: 0x1p-8) < cost(after: 0), "\(instance.name)")
      // Half the step leaves a quarter of the rest.
      #expect((rest[0] / rest[1] - 4).magnitude < 0.05, "\(instance.name): \(rest)")
    }
  }

  @Test("dropout: without a mask the line is BP2; where a value is dropped the error is 0")
  func dropout() throws {
    let derivation = try Self.derivation("dropout")
    let line = try Self.lastScalar(of: derivation)
    let masked = try Self.right(line.id, of: derivation)
    let mask = try #require(derivation.symbols.map(\.formula).first { $0.plain.hasPrefix("d_") })
    guard case .scalar(.letter(let letter)) = mask else { return }
    let own = letter.mappingIndices { $0.name == "i" ? Index("j", $0.range) : $0 }
    let plain = try Self.lastScalar(of: Self.derivation("BP2"))
    #expect(masked.contains(.letter(own)))
    guard case .scalar(let unmasked) = plain.equation.right else { return }
    #expect(masked.replacing([.letter(own): 1]).tidied.isSame(as: unmasked))
    var dropped = 0
    for instance in derivation.instances {
      let evaluation = Evaluation<Double>(instance)
      for place in instance.assignments(of: line.equation.freeIndices) {
        guard try evaluation.value(.letter(own), place) == 0 else { continue }
        dropped += 1
        #expect(try evaluation.values(of: line.equation.left, at: place) == [0])
      }
    }
    #expect(dropped > 10)
  }

  @Test("a definition at step t holds at every step: v_3 = μ v_2 − α γ_3, v_(t−1) = μ v_(t−2) − …")
  func steps() throws {
    func v(_ step: Index) -> Letter { Letter("v", node: step) }
    let recursion = Definition(
      v(.step()), .letter("μ") * .letter(v(.step(before: 1))) - .letter("γ", .step()),
      name: "a recursion")
    #expect(
      recursion.value(of: v(Index(3, of: .steps)))?.plain == "μ v_2 − γ_3")
    #expect(recursion.value(of: v(.step(before: 1)))?.plain == "μ v_t−2 − γ_t−1")
    #expect(Expression.letter(v(.step())).freeIndices.isEmpty)
    // There is no step 0 to begin from, unless it is given.
    let instance = Instance(
      name: "two steps", current: 2,
      given: [
        Instance.Entry("μ"): 3, Instance.Entry("γ", nodes: [1]): 5,
        Instance.Entry("γ", nodes: [2]): 7,
      ], definitions: [recursion])
    #expect(throws: EvaluationError.unknown(letter: "v_0")) {
      try Evaluation<Double>(instance).value(.letter(v(.step())), Assignment(current: 2))
    }
    var begun = instance
    begun.given[Instance.Entry("v", nodes: [0])] = 2
    let value = try Evaluation<Double>(begun).value(.letter(v(.step())), Assignment(current: 2))
    #expect(value == 3 * (3 * 2 - 5) - 7)
  }
}
