// The seven steps together, as one backpropagation.

public import Nabla

/// An own backpropagation in steps, as `expectGradients` takes it: step 6, and step 7 where the network
/// has a penalty.
public struct StepwiseBackprop<Steps: BackpropSteps>: BackpropUnderTest {
  public init(_ type: Steps.Type = Steps.self) {}

  /// Whether every step gives something: then there is a whole to test.
  public var isWritten: Bool {
    let probe = Probe.set().last { !$0.network.penalty.isNone } ?? .standard
    return BackpropStep.allCases.allSatisfy {
      if case .notAttempted = StepCheck($0, Steps.self, probe).run() { false } else { true }
    }
  }

  public func cost(_ network: Network, _ batch: Batch) throws -> Double {
    let steps = network.steps(Steps.self)
    guard let cost = steps.cost(inputs: batch.inputArrays, targets: batch.targetArrays) else {
      throw NotWritten(step: .forward)
    }
    return cost
  }

  public func gradients(_ network: Network, _ batch: Batch) throws -> Parameters<Double>? {
    let steps = network.steps(Steps.self)
    // The cost needs step 1: without it there is nothing to compare with.
    guard steps.cost(inputs: batch.inputArrays, targets: batch.targetArrays) != nil,
      let data = steps.gradients(inputs: batch.inputArrays, targets: batch.targetArrays)
    else { return nil }
    var (weights, biases) = data
    if !network.penalty.isNone {
      guard
        let whole = steps.addingPenalty(weights: weights, biases: biases, examples: batch.count)
      else { return nil }
      (weights, biases) = whole
    }
    return try Parameters(
      byLayer: weights, biases, lastLayer: network.lastLayer)
  }
}

/// A step that others need is not written.
struct NotWritten: Error, CustomStringConvertible {
  let step: BackpropStep
  var description: String { "`\(step.function)` is not written yet (\(step))" }
}
