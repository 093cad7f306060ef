// Gradients with mistakes in them, on purpose.

public import NetworkModel
import Numbers
public import WorkedExamples

/// A mistake, and where it is made.
public struct PlantedMistake: Sendable {
  public let mistake: NetworkMistake
  /// The layer; every one at which it can be made, if `nil`.
  public let layer: Int?

  public init(_ mistake: NetworkMistake, layer: Int? = nil) {
    self.mistake = mistake
    self.layer = layer
  }
}

extension Claim {
  /// What backpropagation with mistakes gives, by the wrong formulas.
  ///
  /// - Parameter learningRate: α, for mistakes that mix an update into the gradient.
  /// - Returns: `nil` where one of them cannot be made, or not beside the others.
  /// - Throws: what cannot be derived.
  public static func planting(
    _ mistakes: [PlantedMistake], in network: Network, _ batch: Batch, learningRate: Double = 0.1
  ) throws -> Claim? {
    let equations = try NetworkEquations(network, batch)
    let place = NetworkMistake.Place(network, batch, equations)
    guard let plan = equations.planting(mistakes, place) else { return nil }
    var run = EquationRun(network, batch)
    run.setLearningRate(learningRate)
    for equation in plan.forward + plan.backward + plan.gradient { try run.run(equation) }
    func values(_ stage: EquationStage) -> [Double] {
      run.value(of: stage.equations(of: plan).last!.left)!.values.map(\.value)
    }
    let layers = 2...network.lastLayer
    func matrix(_ rows: Int, _ columns: Int, _ stage: EquationStage) -> Matrix<Double> {
      Matrix(rows: rows, columns: columns, entries: values(stage))
    }
    return Claim(
      gradient: Parameters(
        weights: Layers(
          first: 2,
          layers.map {
            matrix(network.size($0), network.size($0 - 1), EquationStage(.weights, layer: $0))
          }),
        biases: Layers(first: 2, layers.map { values(EquationStage(.biases, layer: $0)) })),
      errors: Layers(
        first: 2, layers.map { matrix(network.size($0), batch.count, .error($0, of: network)) }))
  }
}

extension NetworkEquations {
  /// The equations with all of some mistakes in them; `nil` where one cannot be made, or is not seen
  /// beside the others.
  fileprivate func planting(
    _ mistakes: [PlantedMistake], _ place: NetworkMistake.Place
  ) -> NetworkEquations? {
    let plan = with(mistakes, place)
    for n in mistakes.indices {
      var others = mistakes
      others.remove(at: n)
      if with(others, place).all == plan.all { return nil }
    }
    return plan
  }

  private func with(
    _ mistakes: [PlantedMistake], _ place: NetworkMistake.Place
  ) -> NetworkEquations {
    map { equation in
      let here = mistakes.filter { $0.layer == nil || $0.layer == equation.layer }
      return NetworkMistake.changed(equation, by: here.map(\.mistake), in: place) ?? equation
    }
  }
}
