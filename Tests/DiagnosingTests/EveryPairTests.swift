// The catalogue on every pair of a cost and a hypothesis: caught, located, named.

import Nabla
import Testing

@Suite struct EveryPairTests {
  @Test(
    "With any cost and hypothesis, every mistake is wrong, located, and named first or beside its equal",
    arguments: Shape.all)
  func shapes(_ shape: Shape) throws {
    let counts = try concurrentMap(count: shape.pairs.count) { n in
      Result { try Self.count(shape.probe(shape.pairs[n])) }
    }.map { try $0.get() }
    let total = counts.reduce(DetectionCount()) { $0.adding($1) }
    if isLong { print("\(shape.name), \(shape.pairs.count) pairs: \(total)") }
    #expect(total.made > 0)
    #expect(total.wrong == total.made, "\(total)")
    #expect(total.named * 100 >= total.made * 98, "\(total)")
    #expect(total.located * 100 >= total.made * 98, "\(total)")
  }

  private static func count(_ probe: DiagnosisProbe) throws -> DetectionCount {
    let check = probe.check
    var count = DetectionCount()
    for mistake in NetworkMistake.all {
      guard let claim = try probe.claim([PlantedMistake(mistake)]), !probe.isRight(claim) else {
        continue
      }
      try count.add(mistake, claim, check.run(claim), in: probe)
    }
    return count
  }
}

/// How many planted mistakes were found, and how well.
struct DetectionCount: CustomStringConvertible, Sendable {
  /// Mistakes that change a number.
  var made = 0
  /// Claims that are called wrong.
  var wrong = 0
  /// Named first.
  var first = 0
  /// Named first, or after others that give the same numbers.
  var named = 0
  /// The mistake made at the layers that its explanation names gives the claim: at others it may change
  /// nothing.
  var located = 0
  /// What was named first instead, where that gives the same numbers.
  var equals: Set<String> = []
  var missed: [String] = []

  mutating func add(
    _ mistake: NetworkMistake, _ claim: Claim, _ report: ClaimReport, in probe: DiagnosisProbe
  ) throws {
    made += 1
    wrong += report.verdict == .wrong ? 1 : 0
    let explanations = report.explanations
    first += explanations.first == [mistake.name] ? 1 : 0
    if explanations.contains([mistake.name]) {
      named += 1
      if explanations[0] != [mistake.name] {
        let first = explanations[0].sorted().joined(separator: " + ")
        equals.insert("\(mistake.name) = \(first)")
      }
    } else {
      missed.append("\(probe.network.cost.name) \(probe.network.hypothesis.name): \(mistake.name)")
    }
    located += try probe.isExplained(claim, by: mistake, report) ? 1 : 0
  }

  func adding(_ other: DetectionCount) -> DetectionCount {
    DetectionCount(
      made: made + other.made, wrong: wrong + other.wrong, first: first + other.first,
      named: named + other.named, located: located + other.located,
      equals: equals.union(other.equals), missed: missed + other.missed)
  }

  var description: String {
    func share(_ count: Int) -> String { "\(count) (\((1000 * count / max(made, 1) + 5) / 10) %)" }
    return "\(made) mistakes, \(share(wrong)) wrong, \(share(first)) named first, "
      + "\(share(named)) first or beside an equal, \(share(located)) with their layers"
      + (equals.isEmpty ? "" : "; equals: \(equals.sorted())")
      + (missed.isEmpty ? "" : "; missed: \(missed)")
  }
}

extension EveryPairTests {
  /// Sizes of a network, and the pairs that it is tried with.
  struct Shape: CustomTestStringConvertible, Sendable {
    typealias Pair = (cost: Cost, hypothesis: Hypothesis)

    let sizes: [Int]
    let activations: [Activation]
    let pairs: [Pair]

    var name: String { sizes.map(String.init).joined(separator: "-") }
    var testDescription: String { name }

    /// All shapes and pairs in the long form, else two pairs by seed of each small shape.
    static let all: [Shape] = {
      let pairs: [Pair] = Cost.all.flatMap { cost in
        Hypothesis.all.filter { cost.isDefined(for: $0, outputs: 2) }.map { (cost, $0) }
      }
      var generator = SeededGenerator(seed: 11)
      let shapes: [([Int], [Activation])] = [
        ([3, 3, 3], [.tanh]), ([4, 3, 2], [.logistic]), ([4, 5, 3, 2], [.logistic, .tanh]),
        ([3, 20, 2], [.tanh]),
      ]
      let small = (isLong ? shapes : Array(shapes.prefix(2))).map { sizes, activations in
        Shape(
          sizes: sizes, activations: activations,
          pairs: isLong ? pairs : Array(pairs.shuffled(using: &generator).prefix(2)))
      }
      let natural: [Pair] = [(.logLoss, .softmax), (.crossEntropy, .logistic)]
      let digits = Shape(sizes: [784, 10, 10], activations: [.logistic], pairs: natural)
      return small + (isLong ? [digits] : [])
    }()

    func probe(_ pair: Pair) -> DiagnosisProbe {
      DiagnosisProbe(
        sizes, activations, pair.hypothesis, pair.cost, Penalty(l2: 0.3), seed: 21)
    }
  }
}
