// A gradient as JSON, for programs.

import NetworkModel
import Numbers

extension GradientReport {
  /// The gradient as JSON text: J, one object a layer ℓ = 2 … L, matrices as s_ℓ rows, predictions.
  public func json() -> String { jsonValue().text() + "\n" }

  /// The same as a value, to which more keys can be added.
  public func jsonValue() -> JSONOutput {
    .object([
      "cost": .number(forward.cost),
      "layers": .array((2...network.lastLayer).map(layerJSON)),
      "predictions": .array(
        predictions.map { prediction in
          .object([
            "class": .integer(prediction.label), "probability": .number(prediction.probability),
            "name": className(prediction.label).map { .string($0) },
          ])
        }),
      "engine": .string(engine),
    ])
  }

  private func layerJSON(_ l: Int) -> JSONOutput {
    .object([
      "layer": .integer(l),
      "weightedInput": rows(forward.weightedInput[l]),
      "activation": rows(forward.activation[l]),
      "slope": backward.slope[l].map(rows) ?? .null,
      "activationGradient": rows(backward.activationGradient[l]),
      "error": rows(backward.error[l]),
      "weights": rows(backward.gradient.weights[l]),
      "biases": .numbers(backward.gradient.biases[l]),
    ])
  }

  private func rows(_ matrix: Matrix<Double>) -> JSONOutput {
    .array((1...matrix.rows).map { .numbers(matrix.entries[matrix.range(ofRow: $0)]) })
  }
}
