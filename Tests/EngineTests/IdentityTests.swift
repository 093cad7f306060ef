// Identities between networks: different formulas that must give the same numbers.

import Nabla
import RandomNetworks
import Testing

/// Subjects, targets and passes for comparing networks that are the same by an identity.
enum Identities {
  /// Random shapes and parameters without a penalty; functions and targets are replaced.
  static let subjects = (isLong ? 0..<200 : 0..<16 as Range<UInt64>).map {
    Subject(RandomNetwork(seed: $0)).with(penalty: Penalty.none)
  }

  /// Targets 0 or 1, one 1 in each column.
  static func oneHot(_ rows: Int, _ columns: Int, seed: UInt64 = 81) -> Matrix<Double> {
    var random = SeededGenerator(seed: seed)
    var targets = Matrix<Double>(rows: rows, columns: columns)
    for m in 1...columns { targets[random.integer(1...rows), m] = 1 }
    return targets
  }

  static func targets(_ rows: Int, _ columns: Int) -> Matrix<Double> {
    var random = SeededGenerator(seed: 82)
    return Matrix(
      rows: rows, columns: columns, entries: (0..<rows * columns).map { _ in random.uniform(0...1) }
    )
  }

  static func passes(_ subject: Subject) -> [(String, Propagation<DoubleDouble>)] {
    let sides = subject.sides
    return [
      (
        "scalar",
        Propagation(
          ScalarPropagation<DoubleDouble>(subject.network, subject.batch), holding: sides)
      ),
      (
        "batch",
        Propagation(
          BatchPropagation<DoubleDouble>(subject.network, subject.batch), holding: sides)
      ),
    ]
  }
}

@Suite("Identities of costs and output errors")
struct IdentityTests {
  // MARK: - δ^(L) in closed form

  @Test("softmax and log loss: δ = (h Σ_i y_i − y) / M", arguments: Identities.subjects)
  func softmaxLogLoss(subject: Subject) {
    let outputs = subject.network.outputs
    for (y, name) in [
      (Identities.targets(outputs, subject.batch.count), "any y"),
      (Identities.oneHot(outputs, subject.batch.count), "Σ y = 1"),
    ] {
      let other = subject.with(hypothesis: .softmax, cost: .logLoss, targets: y)
      let M = DoubleDouble(Double(other.batch.count))
      for (engine, pass) in Identities.passes(other) {
        let (h, δ) = (
          pass.forward.activation[other.network.lastLayer],
          pass.backward.error[other.network.lastLayer]
        )
        var expected = h
        for m in 1...h.columns {
          let sum = (1...outputs).map { DoubleDouble(y[$0, m]) }.reduce(.zero, +)
          for k in 1...outputs { expected[k, m] = (h[k, m] * sum - DoubleDouble(y[k, m])) / M }
        }
        if name != "any y" {
          let simple = zip(h.entries, y.entries).map { ($0 - DoubleDouble($1)) / M }
          expectEqual(
            δ.entries, simple, within: 1e-28, "\(engine) δ = (h − y)/M; \(subject.description)")
        }
        expectEqual(
          δ.entries, expected.entries, within: 1e-28, "\(engine) δ, \(name); \(subject.description)"
        )
      }
    }
  }

  @Test("logistic and cross entropy: δ = (h − y) / M", arguments: Identities.subjects)
  func logisticCrossEntropy(subject: Subject) {
    let y = Identities.targets(subject.network.outputs, subject.batch.count)
    let other = subject.with(hypothesis: .logistic, cost: .crossEntropy, targets: y)
    let M = DoubleDouble(Double(other.batch.count))
    for (engine, pass) in Identities.passes(other) {
      let l = other.network.lastLayer
      let expected = zip(pass.forward.activation[l].entries, y.entries).map {
        ($0 - DoubleDouble($1)) / M
      }
      expectEqual(
        pass.backward.error[l].entries, expected, within: 1e-28,
        "\(engine) δ; \(subject.description)")
    }
  }

  // MARK: - Costs

  @Test(
    "squared difference = 2 × quadratic, residual sum of squares = 2M × quadratic",
    arguments: Identities.subjects)
  func squares(subject: Subject) {
    let M = Double(subject.batch.count)
    let y = Identities.targets(subject.network.outputs, subject.batch.count)
    let quadratic = Identities.passes(subject.with(cost: .quadratic, targets: y))
    for (cost, factor) in [(Cost.squaredDifference, 2), (.residualSumOfSquares, 2 * M)] {
      let other = Identities.passes(subject.with(cost: cost, targets: y))
      for ((engine, left), (_, right)) in zip(other, quadratic) {
        for (left, right) in zip(left.quantities, right.quantities) {
          let isDerivative = left.name == "J" || "δ∇".contains(left.name.first!)
          let expected = right.entries.map { isDerivative ? DoubleDouble(factor) * $0 : $0 }
          expectEqual(
            left.entries, expected, within: 1e-28,
            "\(engine) \(cost.name) \(left.name); \(subject.description)")
        }
      }
    }
  }

  @Test(
    "softmax, K = 2, Σ y = 1: cross entropy is twice log loss, gradient and all",
    arguments: Identities.subjects.filter { $0.network.outputs == 2 })
  func crossEntropyOfSoftmax(subject: Subject) {
    let y = Identities.oneHot(2, subject.batch.count)
    let twice = Identities.passes(
      subject.with(hypothesis: .softmax, cost: .crossEntropy, targets: y))
    let once = Identities.passes(subject.with(hypothesis: .softmax, cost: .logLoss, targets: y))
    for ((engine, left), (_, right)) in zip(twice, once) {
      for (left, right) in zip(left.quantities, right.quantities) {
        let isDerivative = left.name == "J" || "δ∇".contains(left.name.first!)
        let expected = right.entries.map { isDerivative ? $0 + $0 : $0 }
        expectEqual(
          left.entries, expected, within: 1e-27, "\(engine) \(left.name); \(subject.description)")
      }
    }
  }
}
