// The mistakes of students, as formulas: what a checker has to catch.

import Nabla

extension Mistake {
  private static func scaled(
    _ name: String, by factor: @escaping @Sendable (BatchPropagation<Double>) -> Double
  ) -> Mistake {
    Mistake(
      name: name,
      formula: .BP1 { engine, pass in engine.outputError(pass).map { factor(engine) * $0 } })
  }

  /// BP1 mistakes for every network.
  static let outputMistakes = [
    scaled("missing-average") { Double($0.batch.count) },
    scaled("double-average at the output") { 1 / Double($0.batch.count) },
    scaled("doubled") { _ in 2 },
    scaled("halved") { _ in 0.5 },
    scaled("sign") { _ in -1 },
    Mistake(
      name: "missing-hypothesis-derivative",
      formula: .BP1 { engine, pass in engine.outputGradient(pass) }),
    Mistake(
      name: "extra-hypothesis-derivative",
      formula: .BP1 { engine, pass in engine.outputError(pass) ⊙ diagonal(engine, pass) }),
    Mistake(
      name: "other-cost",
      formula: .BP1 { engine, pass in
        let network = engine.network
        let other: Cost = network.cost == .quadratic ? .crossEntropy : .quadratic
        let changed = Network(
          sizes: network.sizes, activations: network.activations.elements,
          hypothesis: network.hypothesis, cost: other, penalty: network.penalty,
          parameters: network.parameters)
        return BatchPropagation<Double>(changed, engine.batch).outputError(pass)
      }),
  ]

  /// For softmax: the diagonal of the Jacobian alone.
  static let softmaxElementwise = Mistake(
    name: "softmax-elementwise",
    formula: .BP1 { engine, pass in engine.outputGradient(pass) ⊙ diagonal(engine, pass) })

  static let hiddenMistakes = [
    Mistake(
      name: "missing-activation-derivative",
      formula: .BP2 { engine, l, above, _ in engine.activationGradient(l, errorAbove: above) }),
    Mistake(
      name: "activation-derivative-at-activation",
      formula: .BP2 { engine, l, above, pass in
        let g = ActivationProgram(engine.network.activations[l])
        var frame = g.frame(over: Double.self)
        let slope = pass.activation[l].map { g.slope($0, g.value($0, &frame), &frame) }
        return engine.activationGradient(l, errorAbove: above) ⊙ slope
      }),
    Mistake(
      name: "updated-weights",
      formula: .BP2 { engine, l, above, pass in
        var network = engine.network
        let gradient = engine.weightGradient(l + 1, error: above, pass)
        for position in gradient.entries.indices {
          network.parameters.weights[l + 1].entries[position] -= 0.5 * gradient.entries[position]
        }
        return BatchPropagation<Double>(network, engine.batch).hiddenError(
          l, errorAbove: above, pass)
      }),
    Mistake(
      name: "squared-activation-derivative",
      formula: .BP2 { engine, l, above, pass in
        engine.hiddenError(l, errorAbove: above, pass) ⊙ engine.slope(l, pass)!
      }),
  ]

  /// For layers of one size, where a wrong matrix still fits.
  static let squareMistakes = [
    Mistake(
      name: "transposed-weights",
      formula: .BP2 { engine, l, above, pass in
        replacing(l + 1, in: engine, by: engine.network.parameters.weights[l + 1].transposed)
          .hiddenError(l, errorAbove: above, pass)
      }),
    Mistake(
      name: "wrong-layer-weights",
      formula: .BP2 { engine, l, above, pass in
        replacing(l + 1, in: engine, by: engine.network.parameters.weights[l])
          .hiddenError(l, errorAbove: above, pass)
      }),
    Mistake(
      name: "transposed-gradient",
      formula: .BP3 { engine, l, error, pass in
        engine.weightGradient(l, error: error, pass).transposed
      }),
    Mistake(
      name: "activation-of-the-same-layer",
      formula: .BP3 { engine, l, error, pass in
        var pass = pass
        pass.activation[l - 1] = pass.activation[l]
        return engine.weightGradient(l, error: error, pass)
      }),
  ]

  /// Mistakes in the sums over the examples and in the penalty, for M > 1 and λ₂ > 0.
  static let parameterMistakes = [
    Mistake(
      name: "double-average of the weights",
      formula: .BP3 { engine, l, error, pass in
        let M = Double(engine.batch.count)
        let penalty = penaltyPart(engine, l)
        return combine(engine.weightGradient(l, error: error, pass), penalty) {
          ($0 - $1) / M + $1
        }
      }),
    Mistake(
      name: "double-average of the biases",
      formula: .BP4 { engine, l, error in
        engine.biasGradient(l, error: error).map { $0 / Double(engine.batch.count) }
      }),
    Mistake(
      name: "weighted input instead of activation",
      layer: 3,
      formula: .BP3 { engine, l, error, pass in
        var pass = pass
        pass.activation[l - 1] = pass.weightedInput[l - 1]
        return engine.weightGradient(l, error: error, pass)
      }),
    Mistake(
      name: "penalty-missing",
      formula: .BP3 { engine, l, error, pass in
        combine(engine.weightGradient(l, error: error, pass), penaltyPart(engine, l)) { $0 - $1 }
      }),
    Mistake(
      name: "penalty-not-averaged",
      formula: .BP3 { engine, l, error, pass in
        let M = Double(engine.batch.count)
        return combine(engine.weightGradient(l, error: error, pass), penaltyPart(engine, l)) {
          $0 - $1 + M * $1
        }
      }),
    Mistake(
      name: "penalty doubled",
      formula: .BP3 { engine, l, error, pass in
        combine(engine.weightGradient(l, error: error, pass), penaltyPart(engine, l)) { $0 + $1 }
      }),
    Mistake(
      name: "penalty-on-biases",
      formula: .BP4 { engine, l, error in
        let factor = engine.network.penalty.l2 / Double(engine.batch.count)
        return zip(engine.biasGradient(l, error: error), engine.network.parameters.biases[l])
          .map { $0 + factor * $1 }
      }),
    Mistake(
      name: "bias-not-summed",
      formula: .BP4 { engine, l, error in (1...error.rows).map { error[$0, 1] } }),
    Mistake(
      name: "bias of the last example",
      formula: .BP4 { engine, l, error in (1...error.rows).map { error[$0, error.columns] } }),
  ]

  // MARK: What the formulas are made of

  /// h (1 − h), element by element.
  private static func diagonal(
    _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> {
    pass.activation[engine.network.lastLayer].map { $0 * (1 - $0) }
  }

  /// λ₂/M W.
  private static func penaltyPart(_ engine: BatchPropagation<Double>, _ l: Int) -> Matrix<Double> {
    let factor = engine.network.penalty.l2 / Double(engine.batch.count)
    return engine.network.parameters.weights[l].map { factor * $0 }
  }

  private static func combine(
    _ a: Matrix<Double>, _ b: Matrix<Double>, _ operation: (Double, Double) -> Double
  ) -> Matrix<Double> {
    Matrix(rows: a.rows, columns: a.columns, entries: zip(a.entries, b.entries).map(operation))
  }

  private static func replacing(
    _ l: Int, in engine: BatchPropagation<Double>, by weights: Matrix<Double>
  ) -> BatchPropagation<Double> {
    var network = engine.network
    network.parameters.weights[l] = weights
    return BatchPropagation(network, engine.batch)
  }
}

extension Matrix<Double> {
  var transposed: Matrix<Double> {
    var result = Matrix(rows: columns, columns: rows)
    for i in 1...rows { for j in 1...columns { result[j, i] = self[i, j] } }
    return result
  }
}
