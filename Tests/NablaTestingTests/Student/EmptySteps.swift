// Steps that nobody has written yet, and steps whose answers have wrong shapes.

import NablaTesting

typealias Lists = (weights: [[[Double]]], biases: [[Double]])

/// Every step gives nil.
struct Unwritten: BackpropSteps {
  init(weights: [[[Double]]], biases: [[Double]], lambda: Double) {}
  func forward(_ x: [Double]) -> (z: [[Double]], a: [[Double]])? { nil }
  func outputError(z: [Double], h: [Double], y: [Double]) -> [Double]? { nil }
  func hiddenError(layer l: Int, errorAbove: [Double], z: [Double]) -> [Double]? { nil }
  func weightGradient(error: [Double], activationBelow: [Double]) -> [[Double]]? { nil }
  func biasGradient(error: [Double]) -> [Double]? { nil }
  func gradients(inputs: [[Double]], targets: [[Double]]) -> Lists? { nil }
  func addingPenalty(weights: [[[Double]]], biases: [[Double]], examples: Int) -> Lists? { nil }
  func cost(inputs: [[Double]], targets: [[Double]]) -> Double? { nil }
}

/// Every answer has a number too many, or a list too few.
struct Misshapen: BackpropSteps {
  init(weights: [[[Double]]], biases: [[Double]], lambda: Double) {}
  func forward(_ x: [Double]) -> (z: [[Double]], a: [[Double]])? { ([], [x]) }
  func outputError(z: [Double], h: [Double], y: [Double]) -> [Double]? { h + [0] }
  func hiddenError(layer l: Int, errorAbove: [Double], z: [Double]) -> [Double]? { z + [0] }
  func weightGradient(error: [Double], activationBelow: [Double]) -> [[Double]]? {
    [error + [0], activationBelow]
  }
  func biasGradient(error: [Double]) -> [Double]? { error + error }
  func gradients(inputs: [[Double]], targets: [[Double]]) -> Lists? { ([], []) }
  func addingPenalty(weights: [[[Double]]], biases: [[Double]], examples: Int) -> Lists? {
    (weights.dropLast(), biases)
  }
  func cost(inputs: [[Double]], targets: [[Double]]) -> Double? { 0 }
}
