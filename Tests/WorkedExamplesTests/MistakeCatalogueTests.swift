// The catalogue of mistakes: its names, and that every mistake can be made and shows.

import Nabla
import Testing

@testable import WorkedExamples

@Suite("The catalogue of mistakes")
struct MistakeCatalogueTests {
  /// The names that reports promise, the likelier first.
  static let promised = [
    "missing-average", "double-average", "doubled", "halved", "sign",
    "missing-hypothesis-derivative", "extra-hypothesis-derivative", "softmax-elementwise",
    "other-cost", "missing-activation-derivative", "activation-derivative-at-activation",
    "transposed-weights", "wrong-layer-weights", "updated-weights", "penalty-missing",
    "penalty-not-averaged", "penalty-on-biases", "bias-not-summed",
  ]

  /// Square networks of four layers, with a penalty and four examples.
  static let probes: [WorkedExample] = {
    let targets: [(Cost, Hypothesis, [Double])] = [
      (.quadratic, .tanh, [1, 0, 0, 0, 1, 1, 0, 1]),
      (.quadratic, .logistic, [1, 0, 0, 0, 1, 1, 0, 1]),
      (.quadratic, .softmax, [1, 0, 0, 1, 0, 1, 1, 0]),
      (.crossEntropy, .logistic, [1, 0, 0, 0, 1, 1, 0, 1]),
      (.logLoss, .softmax, [1, 0, 0, 1, 0, 1, 1, 0]),
      (.logLoss, .softmax, [0.5, 0, 0.25, 1, 0.25, 1, 0.75, 0.5]),
      (.squaredDifference, .linear(k: 2), [1, 0, 0, 0, 1, 1, 0, 1]),
    ]
    return targets.enumerated().map { n, target in
      let (cost, hypothesis, targets) = target
      let plain = Network.square(cost, hypothesis)
      let network = Network(
        sizes: plain.sizes,
        activations: n == 0 ? [.rectifier(), .tanh] : plain.activations.elements,
        hypothesis: hypothesis,
        cost: cost, penalty: Penalty(l2: 0.3, l1: 0.2), parameters: plain.parameters)
      let batch = Batch(
        inputs: Matrix(rows: 2, columns: 4, entries: [0.5, -1, 2, 0.3, 0.25, 1, -0.5, 0.7]),
        targets: Matrix(rows: 2, columns: 4, entries: targets))
      do { return try WorkedExample(network, batch, .full) } catch { fatalError("\(error)") }
    }
  }()

  @Test(
    "At least thirty names, the promised ones first and in their order, and no two mistakes the same"
  )
  func names() {
    let all = NetworkMistake.cases(examples: 4)
    let names = all.map(\.name).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(Set(names).count == names.count, "the mistakes of a name stand together: \(names)")
    #expect(names.count >= 30)
    #expect(Array(names.prefix(Self.promised.count)) == Self.promised)
    #expect(Set(all.map { $0.name + $0.summary }).count == all.count)
    for mistake in all {
      #expect(mistake.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") })
      #expect(!mistake.summary.isEmpty && !mistake.formula.isEmpty)
      #expect(mistake.lesson.hasSuffix(".") && mistake.lesson.count < 260, "\(mistake.name)")
    }
  }

  @Test("A mistake of one example can be made with any of them, and with no more than 64 between")
  func cases() {
    for name in ["bias-not-summed", "weights-not-summed"] {
      func count(_ M: Int) -> Int { NetworkMistake.cases(examples: M).count { $0.name == name } }
      #expect([1, 2, 3, 5, 64, 65, 10_000].map(count) == [2, 2, 3, 5, 64, 65, 65])
    }
  }

  @Test("Every mistake can be made somewhere, and changes a number of the gradient there")
  func made() throws {
    var unseen = NetworkMistake.cases(examples: 4)
    for example in Self.probes {
      let right = Self.gradient(example, example.equations)
      unseen.removeAll { mistake in
        guard let wrong = mistake.equations(example.equations, example.network, example.batch)
        else { return false }
        let values = Self.gradient(example, wrong)
        return zip(values, right).contains { ($0 - $1).magnitude > 1e-6 }
      }
    }
    #expect(unseen.map { "\($0.name): \($0.summary)" } == [])
  }

  @Test("A wrong formula uses indices that its equation has, and letters that have a value")
  func wellFormed() {
    for example in Self.probes {
      let place = NetworkMistake.Place(example.network, example.batch, example.equations)
      for mistake in NetworkMistake.cases(examples: 4) {
        for equation in example.equations.all {
          guard let wrong = mistake.changed(equation, in: place) else { continue }
          #expect(wrong.right.isWellFormed(at: wrong, sizes: 4), "\(mistake.name): \(wrong.right)")
          #expect(wrong.left == equation.left && wrong.reference == equation.reference)
        }
      }
    }
  }

  @Test(
    "Two mistakes can be made in one equation, whichever is named first; not two that write it anew"
  )
  func pairs() {
    for example in Self.probes.prefix(5) {
      let place = NetworkMistake.Place(example.network, example.batch, example.equations)
      for equation in example.equations.all where equation.layer ?? 0 > 2 {
        let made = NetworkMistake.all.filter { $0.changed(equation, in: place) != nil }
        for (a, first) in made.enumerated() {
          for second in made[(a + 1)...] {
            let both = NetworkMistake.changed(equation, by: [first, second], in: place)
            let isRefused = first.reach == .whole && second.reach == .whole
            #expect((both == nil) == isRefused, "\(first.name), \(second.name)")
            guard let both else { continue }
            #expect(both.right.isWellFormed(at: both, sizes: 4), "\(first.name), \(second.name)")
            let other = NetworkMistake.changed(equation, by: [second, first], in: place)
            #expect(other != nil)
          }
        }
      }
    }
  }

  /// Every number of the gradient.
  private static func gradient(_ example: WorkedExample, _ equations: NetworkEquations) -> [Double]
  {
    let calculation = Calculation(
      [equations.forward, equations.backward, equations.gradient], example.network,
      examples: example.batch.count)
    let values = calculation.values(calculation.given.map(example.given.exactValue))
    return calculation.lines.filter {
      $0.equation.quantity == .weightGradient || $0.equation.quantity == .biasGradient
    }.map { values[calculation.slot(of: $0.left)!].real }
  }
}

extension Expression {
  /// Whether every index is bound or belongs to the left side, and every letter is known.
  fileprivate func isWellFormed(at equation: WorkedEquation, sizes L: Int) -> Bool {
    let known = Set(equation.left.indices.map(\.name))
    let names: Set = [
      "w", "b", "x", "y", "z", "a", "h", "δ", "c", "J", "M", "λ", "λ₁", "λ₂", "α", "g′", "h′",
      "∂J/∂a", "∂J/∂h",
    ]
    return freeIndices.allSatisfy { known.contains($0.name) }
      && letters.allSatisfy { letter in
        names.contains(letter.name)
          && (letter.layer.map { $0 == .last || 1...L ~= $0.offset } ?? true)
      }
      && !contains { part in
        switch part {
        case .raised, .index, .repeatedProduct: true
        case .partial(let of, by: let x): of != .letter("J") || !["a", "h"].contains(x.name)
        case .call(let name, let primes, _): name != "g" || primes != 1
        default: false
        }
      }
  }
}
