// Working an example: by its own lines where they are few, by an engine where there are many.

public import Deriving
public import NetworkModel
import Notation
import Numbers

extension WorkedExample {
  /// Works a network through with a batch.
  ///
  /// - Parameter engine: what computes the passes of a network whose lines are too many to be run one by
  ///   one, and stands in for a line whose formula loses its digits.
  /// - Throws: `.undefined` where the cost has no value at the hypothesis.
  public init<Engine: PropagationEngine>(
    _ network: Network, _ batch: Batch, _ options: WorkedExampleOptions,
    engine: (Network, Batch) -> Engine
  ) throws(DerivingError) where Engine.Number == Double {
    let equations = try NetworkEquations(network, batch)
    let given = GivenNumbers(network, batch, learningRate: options.learningRate)
    let original = PassNumbers(engine(network, batch))
    var updated = network
    for coordinate in network.parameters.coordinates {
      updated.parameters[coordinate] -=
        options.learningRate * original.backward.gradient[coordinate]
    }
    let passes = WorkedNumbers(original, PassNumbers(engine(updated, batch)))
    guard Self.termCount(network, batch) <= Self.largestTermCount else {
      self.init(given, options, equations, passes)
      return
    }
    let calculation = Calculation(
      equations.sections.map(\.1), network, examples: batch.count)
    let values = calculation.values(calculation.given.map(given.exactValue)) { line, value in
      passes.corrected(value, at: line)
    }
    self.init(given, options, equations, WorkedNumbers(calculation, values))
  }

  /// One example of a batch, as a batch of its own.
  public static func batch(_ batch: Batch, example m: Int) -> Batch {
    func column(_ matrix: Matrix<Double>) -> Matrix<Double> {
      Matrix(
        rows: matrix.rows, columns: 1, entries: (1...matrix.rows).map { matrix[$0, m] })
    }
    return Batch(inputs: column(batch.inputs), targets: column(batch.targets))
  }

  /// How many products a forward pass has: what makes the lines long.
  static func termCount(_ network: Network, _ batch: Batch) -> Int {
    (2...network.lastLayer).reduce(0) {
      $0 + network.size($1) * (network.size($1 - 1) + (network.hypothesis.isElementwise ? 1 : 4))
    } * batch.count
  }

  static let largestTermCount = 4000
}

extension GivenNumbers {
  /// The number of a given letter, in decimal.
  func exactValue(_ letter: Letter) -> DoubleDouble {
    guard let value = value(of: letter) else {
      preconditionFailure("\(letter) is used before it is computed")
    }
    return DoubleDouble(decimal: value)
  }
}
