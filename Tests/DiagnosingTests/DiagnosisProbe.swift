// Networks on which mistakes show: generic values, no zero bias, five examples, penalties.

import Nabla
import Testing

struct DiagnosisProbe: Sendable, CustomTestStringConvertible {
  let name: String
  let network: Network
  let batch: Batch

  var testDescription: String { name }

  /// Square layers: wrong matrices still fit. Then one with softmax and other sizes, two deep ones, one with
  /// many hidden nodes and both penalties.
  static let all = [
    DiagnosisProbe([3, 3, 3], [.logistic], .logistic, .quadratic, Penalty(l2: 0.1), seed: 3),
    DiagnosisProbe([4, 3, 2], [.tanh], .softmax, .logLoss, Penalty(l2: 0.3), seed: 4),
    DiagnosisProbe(
      [4, 5, 3, 2], [.tanh, .logistic], .logistic, .crossEntropy, Penalty(l2: 0.3), seed: 5),
    DiagnosisProbe(
      [3, 3, 3, 3], [.tanh, .logistic], .logistic, .crossEntropy, Penalty(l2: 0.2), seed: 8),
    DiagnosisProbe(
      [3, 20, 2], [.rectifier()], .identity, .quadratic, Penalty(l2: 0.3, l1: 0.2), seed: 6),
  ]

  init(
    _ sizes: [Int], _ activations: [Activation], _ hypothesis: Hypothesis, _ cost: Cost,
    _ penalty: Penalty, seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    func draw(_ count: Int, _ range: ClosedRange<Double> = -1...1) -> [Double] {
      (0..<count).map { _ in .random(in: range, using: &generator) }
    }
    name = sizes.map(String.init).joined(separator: "-")
    network = Network(
      name: name, sizes: sizes, activations: activations, hypothesis: hypothesis, cost: cost,
      penalty: penalty,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          zip(sizes.dropFirst(), sizes).map {
            // Sums over many inputs are kept out of saturation.
            let reach = min(1, 5 / Double($1).squareRoot())
            return Matrix(rows: $0, columns: $1, entries: draw($0 * $1, -reach...reach))
          }),
        biases: Layers(first: 2, sizes.dropFirst().map { draw($0) })))
    let outputs = sizes[sizes.count - 1]
    batch = Batch(
      inputs: Matrix(rows: sizes[0], columns: 5, entries: draw(sizes[0] * 5)),
      targets: Matrix(rows: outputs, columns: 5, entries: draw(outputs * 5, 0.1...0.9)))
  }

  /// What somebody claims who makes these mistakes, without δ; `nil` where they cannot be made here.
  func claim(_ mistakes: [PlantedMistake]) throws -> Claim? {
    var claim = try Claim.planting(mistakes, in: network, batch)
    claim?.errors = network.parameters.biases.map { _ in nil }
    return claim
  }

  /// One for all claims of a test: what it measures and derives is the same for all of them.
  var check: ClaimCheck { ClaimCheck(network, batch) }

  /// Whether a mistake, made at the layers that its explanation names, gives the claimed numbers. At other
  /// layers it may change nothing.
  func isExplained(
    _ claim: Claim, by mistake: NetworkMistake, _ report: ClaimReport
  ) throws -> Bool {
    let all = report.diagnosis.map { [$0.found] + $0.alternatives } ?? []
    guard let own = all.first(where: { $0.map(\.mistake.name) == [mistake.name] }),
      let made = try self.claim(
        own[0].layers.map { PlantedMistake(own[0].mistake, layer: $0) })
    else { return false }
    return made.isNear(claim.gradient)
  }

  /// Whether a claim is the right gradient all the same.
  func isRight(_ claim: Claim) -> Bool {
    let engine = BatchPropagation<Double>(network, batch)
    let right = engine.gradients(engine.forward()).gradient
    return claim.isNear(right)
  }
}

extension Claim {
  /// Whether every number is another's but for roundings.
  func isNear(_ other: Parameters<Double>) -> Bool {
    gradient.coordinates.allSatisfy {
      (gradient[$0] - other[$0]).magnitude <= 1e-12 * max(1, other[$0].magnitude)
    }
  }
}

extension ClaimReport {
  /// The names of the mistakes in the first explanation, and in those that give the same numbers.
  var explanations: [Set<String>] {
    guard let diagnosis, diagnosis.firstWrong == nil else { return [] }
    return ([diagnosis.found] + diagnosis.alternatives).map { Set($0.map(\.mistake.name)) }
  }
}
