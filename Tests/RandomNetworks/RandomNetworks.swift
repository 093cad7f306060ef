// Seeded random networks for tests: every activation, hypothesis, cost and penalty, and the trouble
// that checkers get into.

public import Nabla

/// A network with its batch, and the seed that makes it again.
public struct RandomNetwork: Sendable, CustomStringConvertible {
  public let seed: UInt64
  public let network: Network
  public let batch: Batch
  /// What is special about it.
  public let trouble: Trouble

  /// What a network is made to suffer from.
  public enum Trouble: String, CaseIterable, Sendable {
    /// Nothing: parameters and inputs of order 1.
    case none
    /// Integer parameters and inputs: many weighted inputs are exactly 0.
    case integers
    /// Duplicated and zero rows: several kinks at exactly 0 at once.
    case kinks
    /// Weights that saturate every logistic and tanh.
    case saturated
    /// Large negative biases: units that no example turns on.
    case dead
    /// Targets equal to the outputs but for noise of 10^−4.
    case fitted
    /// Parameters of every size from 10^−6 to 10^3.
    case scales
  }

  public var description: String {
    let functions = network.activations.elements.map(\.name).joined(separator: ",")
    return
      "seed \(seed) (\(trouble)): \(network.sizes) [\(functions)] \(network.hypothesis.name) "
      + "\(network.cost.name) \(network.penalty) M=\(batch.count)"
  }

  public init(seed: UInt64, trouble: Trouble = .none) {
    var random = Draw(seed: seed)
    let hypothesis = random.element(of: Hypothesis.all)
    var sizes = (0..<random.integer(2...6)).map { _ in random.integer(1...5) }
    if !hypothesis.isElementwise && random.integer(0...9) > 0 {
      sizes[sizes.count - 1] = random.integer(2...5)
    }
    let outputs = sizes[sizes.count - 1]
    let cost = random.element(
      of: Cost.all.filter { $0.isDefined(for: hypothesis, outputs: outputs) })
    let activations = (0..<sizes.count - 2).map { _ in
      random.element(
        of: Activation.all + [.rectifier(slopeAtZero: 1), .linear(k: 2), .step(k: 0.5)])
    }
    let penalty = random.element(of: [
      Penalty.none, .none, Penalty(l2: 0.3), Penalty(l1: 0.2), Penalty(l2: 0.01, l1: 1),
    ])
    let examples = random.integer(1...9)
    let scale = trouble == .saturated ? 30.0 : 1
    func number() -> Double {
      switch trouble {
      case .integers: Double(random.integer(-2...2))
      case .scales: random.sign() * .exp(random.uniform(-13.8...6.9))
      case .kinks: random.integer(0...3) == 0 ? 0 : random.uniform(-1...1)
      default: scale * random.uniform(-1.5...1.5)
      }
    }
    var parameters = Parameters<Double>(
      weights: Layers(
        first: 2,
        (1..<sizes.count).map { l in
          Matrix(
            rows: sizes[l], columns: sizes[l - 1],
            entries: (0..<sizes[l] * sizes[l - 1]).map { _ in number() })
        }),
      biases: Layers(
        first: 2,
        (1..<sizes.count).map { l in
          (0..<sizes[l]).map { _ in trouble == .kinks ? 0 : number() }
        }))
    if trouble == .dead && sizes.count > 2 {
      for i in parameters.biases[2].indices where random.integer(0...1) == 0 {
        parameters.biases[2][i] = -40
      }
    }
    let inputs = (0..<sizes[0] * examples).map { _ in
      switch trouble {
      case .integers: Double(random.integer(-1...1))
      case .kinks: random.integer(0...2) == 0 ? 0 : random.uniform(-1...1)
      default: random.uniform(-1.5...1.5)
      }
    }
    let isProbability = cost.slopes[.hk] == nil
    var targets = Matrix(
      rows: outputs, columns: examples,
      entries: (0..<outputs * examples).map { _ in
        isProbability
          ? (random.integer(0...2) == 0 ? random.uniform(0...1) : Double(random.integer(0...1)))
          : random.uniform(-1...1)
      })
    if !hypothesis.isElementwise && random.integer(0...3) > 0 {
      for m in 1...examples {
        let c = random.integer(1...outputs)
        for k in 1...outputs { targets[k, m] = k == c ? 1 : 0 }
      }
    }
    let network = Network(
      sizes: sizes, activations: activations, hypothesis: hypothesis, cost: cost, penalty: penalty,
      parameters: parameters)
    var batch = Batch(
      inputs: Matrix(rows: sizes[0], columns: examples, entries: inputs), targets: targets)
    if trouble == .fitted {
      let fitted = ScalarPropagation<Double>(network, batch).forward().activation[network.lastLayer]
      batch.targets = fitted.map { $0 + 1e-4 * random.uniform(-1...1) }
    }
    self.seed = seed
    self.trouble = trouble
    self.network = network
    self.batch = batch
  }
}

/// Draws from a seeded generator.
private struct Draw {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func integer(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    .random(in: range, using: &generator)
  }
  mutating func sign() -> Double { integer(0...1) == 0 ? -1 : 1 }
  mutating func element<T>(of list: [T]) -> T { list[integer(0...list.count - 1)] }
}
