// The answer to the seven steps, and every mistake that the tests plant in it: the file that `nabla new`
// writes, filled in. The test of the written package puts it in that file's place.

import Foundation

public struct MyNetwork: Sendable {
  public var weights: [[[Double]]]
  public var biases: [[Double]]
  public var lambda: Double

  /// The mistake that is made: of the running task, or of the process.
  @TaskLocal public static var mistake: String? = ProcessInfo.processInfo.environment["MISTAKE"]

  public init(weights: [[[Double]]], biases: [[Double]], lambda: Double) {
    self.weights = weights
    self.biases = biases
    self.lambda = lambda
  }

  var L: Int { weights.count - 1 }

  private func makes(_ mistake: String) -> Bool { Self.mistake == mistake }

  func g(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

  func gSlope(_ z: Double) -> Double {
    if makes("slope at a") { return g(g(z)) * (1 - g(g(z))) }
    if makes("slope in z") { return z * (1 - z) }
    return g(z) * (1 - g(z))
  }

  // MARK: - Step 1

  public func forward(_ x: [Double]) -> (z: [[Double]], a: [[Double]])? {
    if Self.mistake == "nothing written" { return nil }
    var z: [[Double]] = [[], []]
    var a: [[Double]] = [[], x]
    for l in 2...L {
      var zs: [Double] = []
      for i in 0..<biases[l].count {
        var sum = makes("forward without bias") ? 0 : biases[l][i]
        for j in 0..<a[l - 1].count {
          let isTransposed = makes("forward transposed") && weights[l].count == a[l - 1].count
          sum += (isTransposed ? weights[l][j][i] : weights[l][i][j]) * a[l - 1][j]
        }
        zs.append(sum)
      }
      z.append(zs)
      let isPlain = makes("forward without g") && l < L
      a.append(isPlain ? zs : zs.map { makes("forward sign") ? g(-$0) : g($0) })
    }
    return (z, a)
  }

  // MARK: - Step 2

  public func outputError(z: [Double], h: [Double], y: [Double]) -> [Double]? {
    h.indices.map { k in
      let difference = makes("sign") ? y[k] - h[k] : h[k] - y[k]
      if makes("no output slope") { return difference }
      if makes("squared difference") { return difference * difference * h[k] * (1 - h[k]) }
      let slope = makes("output slope at h") ? g(h[k]) * (1 - g(h[k])) : h[k] * (1 - h[k])
      return difference * slope * (makes("doubled") ? 2 : makes("halved") ? 0.5 : 1)
    }
  }

  // MARK: - Step 3

  public func hiddenError(layer l: Int, errorAbove: [Double], z: [Double]) -> [Double]? {
    z.indices.map { j in
      var sum = 0.0
      for i in errorAbove.indices {
        let isTransposed = makes("transposed") && z.count == errorAbove.count
        let isOther =
          makes("wrong layer") && weights[l].count == weights[l][0].count
          && weights[l + 1].count == weights[l].count
        let w = isOther ? weights[l] : weights[l + 1]
        sum += (isTransposed ? w[j][i] : w[i][j]) * errorAbove[i]
      }
      return makes("no slope") ? sum : sum * gSlope(z[j])
    }
  }

  // MARK: - Step 4

  public func weightGradient(error: [Double], activationBelow: [Double]) -> [[Double]]? {
    if makes("gradient transposed") {
      return activationBelow.map { a in error.map { $0 * a } }
    }
    if makes("slope in the gradient") {
      return error.map { δ in activationBelow.map { δ * $0 * (1 - $0) } }
    }
    return error.map { δ in
      activationBelow.map { (makes("gradient sign") ? -δ : δ) * (makes("no activation") ? 1 : $0) }
    }
  }

  // MARK: - Step 5

  public func biasGradient(error: [Double]) -> [Double]? {
    if makes("bias zero") { return error.map { _ in 0 } }
    return makes("bias halved") ? error.map { $0 / 2 } : error
  }

  // MARK: - Step 6

  public func gradients(
    inputs: [[Double]], targets: [[Double]]
  ) -> (weights: [[[Double]]], biases: [[Double]])? {
    var dW = weights.map { $0.map { $0.map { _ in 0.0 } } }
    var db = biases.map { $0.map { _ in 0.0 } }
    for (m, (x, y)) in zip(inputs, targets).enumerated() {
      guard let (z, a) = forward(x), var δ = outputError(z: z[L], h: a[L], y: y) else { return nil }
      for l in stride(from: L, through: 2, by: -1) {
        if l < L {
          guard let below = hiddenError(layer: l, errorAbove: δ, z: z[l]) else { return nil }
          δ = below
        }
        let input = makes("z for a") && l > 2 ? z[l - 1] : a[l - 1]
        guard let w = weightGradient(error: δ, activationBelow: input),
          let b = biasGradient(error: δ)
        else { return nil }
        for i in w.indices { for j in w[i].indices { dW[l][i][j] += w[i][j] } }
        let isSummed =
          !(makes("bias of first example") && m > 0)
          && !(makes("bias of last example") && m < inputs.count - 1)
        if isSummed { for i in b.indices { db[l][i] += b[i] } }
      }
    }
    let M = Double(inputs.count)
    let share = makes("no average") ? 1 : makes("averaged twice") ? 1 / (M * M) : 1 / M
    return (dW.map { $0.map { $0.map { $0 * share } } }, db.map { $0.map { $0 * share } })
  }

  // MARK: - Step 7

  public func addingPenalty(
    weights dW: [[[Double]]], biases db: [[Double]], examples M: Int
  ) -> (weights: [[[Double]]], biases: [[Double]])? {
    if makes("no penalty") { return (dW, db) }
    let factor = makes("penalty not averaged") ? lambda : lambda / Double(M)
    var (dW, db) = (dW, db)
    for l in 2...L {
      for i in dW[l].indices {
        for j in dW[l][i].indices { dW[l][i][j] += factor * weights[l][i][j] }
        if makes("penalty on biases") { db[l][i] += factor * biases[l][i] }
      }
    }
    return (dW, db)
  }

  // MARK: - The cost

  public func cost(inputs: [[Double]], targets: [[Double]]) -> Double? {
    var sum = 0.0
    for (x, y) in zip(inputs, targets) {
      guard let h = forward(x)?.a[L] else { return nil }
      for k in y.indices { sum += (h[k] - y[k]) * (h[k] - y[k]) / 2 }
    }
    for w in weights.joined().joined() { sum += lambda / 2 * w * w }
    return sum / Double(inputs.count)
  }
}
