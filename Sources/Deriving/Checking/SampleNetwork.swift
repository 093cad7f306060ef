// Seeded small networks for checking lines: parameters of moderate size, no weighted input near a kink.

import NetworkModel
import Notation

/// A small network with its batch, drawn from a seed.
struct SampleNetwork {
  let network: Network
  let batch: Batch
  let seed: UInt64

  /// What the targets of an example are.
  enum Targets {
    /// Any real numbers.
    case real
    /// Between 0 and 1, each by itself.
    case probabilities
    /// Positive, with sum 1.
    case distribution
    /// 1 for one class, else 0.
    case oneHot
  }

  /// How far an argument of a max or a bracket stays from the kink; nudges of a measurement move it
  /// by less.
  static let kinkDistance = 0.05

  /// The first network, from `seed` on, that stays away from kinks.
  init(
    sizes: [Int], examples: Int, activations: [Activation], hypothesis: Hypothesis, cost: Cost,
    penalty: Penalty, targets: Targets, seed: UInt64
  ) {
    for attempt in 0..<1000 {
      let next = Self(
        drawing: sizes, examples, activations, hypothesis, cost, penalty, targets,
        seed: seed + 1000 * UInt64(attempt))
      if next.isAwayFromKinks {
        self = next
        return
      }
    }
    preconditionFailure("no network \(sizes) from seed \(seed) on stays away from kinks")
  }

  private init(
    drawing sizes: [Int], _ examples: Int, _ activations: [Activation], _ hypothesis: Hypothesis,
    _ cost: Cost, _ penalty: Penalty, _ targets: Targets, seed: UInt64
  ) {
    var random = SeededGenerator(seed: seed)
    /// A number away from 0, with either sign.
    func number(_ least: Double, _ most: Double) -> Double {
      let magnitude = least + (most - least) * random.uniform()
      return random.integer(below: 2) == 0 ? magnitude : -magnitude
    }
    var parameters = Parameters<Double>(
      weights: Layers(first: 2, []), biases: Layers(first: 2, []))
    for l in 2...sizes.count {
      let (rows, columns) = (sizes[l - 1], sizes[l - 2])
      parameters.weights.elements.append(
        Matrix(
          rows: rows, columns: columns,
          entries: (0..<rows * columns).map { _ in number(0.2, 0.9) }))
      parameters.biases.elements.append((0..<rows).map { _ in number(0.1, 0.5) })
    }
    let inputs = Matrix(
      rows: sizes[0], columns: examples,
      entries: (0..<sizes[0] * examples).map { _ in number(0.2, 1.1) })
    let outputs = sizes[sizes.count - 1]
    var columns: [[Double]] = []
    for _ in 0..<examples {
      columns.append(targets.draw(outputs, &random))
    }
    let y = Matrix(
      rows: outputs, columns: examples,
      entries: (0..<outputs).flatMap { k in columns.map { $0[k] } })
    network = Network(
      sizes: sizes,
      activations: sizes.count == 2
        ? [] : (0..<sizes.count - 2).map { activations[$0 % activations.count] },
      hypothesis: hypothesis, cost: cost, penalty: penalty, parameters: parameters)
    batch = Batch(inputs: inputs, targets: y)
    self.seed = seed
  }

  /// Whether both sides of every max and bracket differ enough, at every node and example.
  private var isAwayFromKinks: Bool {
    let instance = Instance(network, batch, current: 2)
    let evaluation = Evaluation<Double>(instance)
    let values = instance.definitions.filter {
      ["a", "J"].contains($0.letter.name) && $0.value.kinkCount > 0
    }
    for definition in values {
      var distances: [Expression] = []
      definition.value.collectKinks(&distances)
      for distance in distances {
        let indices = distance.freeIndices.sorted { $0.name < $1.name }
        for place in instance.assignments(of: indices) {
          guard let value = try? evaluation.value(distance, place),
            value.magnitude >= Self.kinkDistance
          else { return false }
        }
      }
    }
    return true
  }
}

extension SampleNetwork.Targets {
  fileprivate func draw(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
    switch self {
    case .real: return (0..<count).map { _ in 2 * random.uniform() - 1 }
    case .probabilities: return (0..<count).map { _ in 0.1 + 0.8 * random.uniform() }
    case .distribution:
      let shares = (0..<count).map { _ in 0.2 + random.uniform() }
      let sum = shares.reduce(0, +)
      return shares.map { $0 / sum }
    case .oneHot:
      let own = random.integer(below: count)
      return (0..<count).map { $0 == own ? 1 : 0 }
    }
  }
}

extension Expression {
  /// Differences of both sides of every max and bracket: 0 at its kink.
  fileprivate func collectKinks(_ distances: inout [Expression]) {
    switch self {
    case .max(let a, let b, _), .bracket(let a, _, let b): distances.append(a - b)
    default: break
    }
    for part in parts { part.collectKinks(&distances) }
  }
}
