// Where the numbers of a worked example come from: its own lines, or an engine where there are too many.

public import NetworkModel
import Notation
import Numbers

/// Every number of both passes, by its letter.
struct WorkedNumbers: Sendable {
  private let find: @Sendable (Letter) -> DoubleDouble?
  /// Σ (∂J/∂θ)² over all parameters.
  let gradientSquares: DoubleDouble

  func value(of letter: Letter) -> DoubleDouble? { find(letter) }

  /// The numbers that the lines themselves give, to 30 digits.
  init(_ calculation: Calculation, _ values: [DoubleDouble]) {
    find = { letter in calculation.slot(of: letter).map { values[$0] } }
    gradientSquares = zip(calculation.lines, values.dropFirst(calculation.given.count))
      .filter { $0.0.equation.quantity.isGradient }
      .reduce(.zero) { $0 + $1.1 * $1.1 }
  }

  /// The numbers of an engine's passes, before and after the update.
  init(_ original: PassNumbers, _ updated: PassNumbers) {
    find = { letter in
      (letter.isUpdated ? updated : original).value(of: letter.original)
        .map { DoubleDouble($0) }
    }
    gradientSquares = DoubleDouble(original.gradientSquares)
  }
}

extension WorkedNumbers {
  /// The value of a line of the output layer, or an engine's where the line's formula has lost its digits:
  /// near h = 1 even 30 digits of h leave none of 1 − h, and where h is 0 there is no y/h.
  func corrected(_ value: DoubleDouble, at line: CalculationLine) -> DoubleDouble {
    switch line.equation.quantity {
    case .output, .exampleCost, .cost, .outputGradient, .outputError: break
    default: return value
    }
    guard let engine = self.value(of: line.left), engine.real.isFinite else { return value }
    let difference = (value - engine).real.magnitude
    return difference <= 1e-9 * engine.real.magnitude + 1e-12 ? value : engine
  }
}

extension WorkedQuantity {
  var isGradient: Bool { self == .weightGradient || self == .biasGradient }
}

/// The numbers of one pass of an engine.
public struct PassNumbers: Sendable {
  let network: Network
  let batch: Batch
  let forward: ForwardPass<Double>
  let backward: BackwardPass<Double>

  /// Runs both passes of an engine.
  public init(_ engine: some PropagationEngine<Double>) {
    network = engine.network
    batch = engine.batch
    forward = engine.forward(holding: nil)
    backward = engine.backward(forward)
  }

  var gradientSquares: Double {
    let weights = backward.gradient.weights.elements.flatMap(\.entries)
    return (weights + backward.gradient.biases.elements.joined()).reduce(0) { $0 + $1 * $1 }
  }

  func value(of letter: Letter) -> Double? {
    let m = letter.example?.position ?? 1
    let nodes = letter.nodes.compactMap(\.position)
    let last = network.lastLayer
    let l = letter.layer?.offset ?? last
    switch letter.name {
    case "z": return forward.weightedInput[l][nodes[0], m]
    case "a": return forward.activation[l][nodes[0], m]
    case "h": return forward.activation[last][nodes[0], m]
    case "g′", "h′": return backward.slope[l]?[nodes[0], m]
    case "∂J/∂a", "∂J/∂h": return backward.activationGradient[l][nodes[0], m]
    case "δ": return backward.error[l][nodes[0], m]
    case "∂J/∂w": return backward.gradient.weights[l][nodes[0], nodes[1]]
    case "∂J/∂b": return backward.gradient.biases[l][nodes[0] - 1]
    case "w": return network.parameters.weights[l][nodes[0], nodes[1]]
    case "b": return network.parameters.biases[l][nodes[0] - 1]
    case "J": return letter.example == nil ? forward.cost : exampleCost(m)
    case "Ω": return penalty
    default: return nil
    }
  }
}

// MARK: - What engines do not keep

extension PassNumbers {
  /// J^(m), the share of one example in the cost.
  private func exampleCost(_ m: Int) -> Double {
    let program = OutputProgram(
      hypothesis: network.hypothesis, cost: network.cost, outputs: network.outputs)
    var frame = program.frame(over: Double.self, examples: batch.count)
    for k in 1...network.outputs {
      program.set(
        k, z: forward.weightedInput[network.lastLayer][k, m], y: batch.targets[k, m], &frame)
    }
    program.outputs(sides: { _ in 0 }, &frame)
    let sum = (1...network.outputs).reduce(0) { $0 + program.term($1, &frame) }
    return program.scale(&frame) * sum
  }

  /// Ω, the penalty's share of every weight.
  private var penalty: Double {
    let program = PenaltyProgram(network.penalty)
    var frame = program.frame(over: Double.self, examples: batch.count)
    let weights = network.parameters.weights.elements.flatMap(\.entries)
    return weights.reduce(0) { $0 + program.term($1, &frame) }
  }
}
