// The Swift part of the article "Is my gradient right?": its network, its mistake, its test's text.

import Foundation
import Nabla
import NablaTesting
import Testing

/// The network of `Fixtures/newcomer/network.json` as somebody might write it: plain arrays, all
/// parameters in one list, layer by layer, weights and then biases.
private struct Rings {
  let parameters: [Double]
  let examples: [(x: [Double], class: Int)]
  /// Whether δ^(2) is computed with W^(3) where (W^(3))ᵀ belongs.
  var isTransposed = false

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(
      contentsOf: folder.appending(path: "../../Fixtures/newcomer/network.json"))
    let file = try JSONDecoder().decode(File.self, from: data)
    parameters = zip(file.weights, file.biases).flatMap { $0.flatMap { $0 } + $1 }
    examples = file.examples.map { ($0.x, $0.class - 1) }
  }

  private struct File: Decodable {
    let weights: [[[Double]]]
    let biases: [[Double]]
    let examples: [Example]
  }

  private struct Example: Decodable {
    let x: [Double]
    let `class`: Int
  }

  private func forward(_ θ: [Double], _ x: [Double]) -> (a: [Double], h: [Double]) {
    var a = [0.0, 0, 0]
    var e = [0.0, 0, 0]
    for i in 0..<3 { a[i] = tanh(θ[2 * i] * x[0] + θ[2 * i + 1] * x[1] + θ[6 + i]) }
    for k in 0..<3 {
      var z = θ[18 + k]
      for i in 0..<3 { z += θ[9 + 3 * k + i] * a[i] }
      e[k] = exp(z)
    }
    let sum = e[0] + e[1] + e[2]
    return (a, e.map { $0 / sum })
  }

  func loss(_ θ: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in examples { sum -= log(forward(θ, x).h[y]) }
    return sum / Double(examples.count)
  }

  func gradient(_ θ: [Double]) -> [Double] {
    var g = θ.map { _ in 0.0 }
    for (x, y) in examples {
      let (a, h) = forward(θ, x)
      var δ3 = h
      δ3[y] -= 1
      δ3 = δ3.map { $0 / Double(examples.count) }
      for i in 0..<3 {
        var δ2 = 0.0
        for k in 0..<3 { δ2 += θ[9 + (isTransposed ? 3 * i + k : 3 * k + i)] * δ3[k] }
        δ2 *= 1 - a[i] * a[i]
        for j in 0..<2 { g[2 * i + j] += δ2 * x[j] }
        g[6 + i] += δ2
        for k in 0..<3 { g[9 + 3 * k + i] += δ3[k] * a[i] }
        g[18 + i] += δ3[i]
      }
    }
    return g
  }
}

@Suite("A newcomer's network in Swift")
struct NewcomerTests {
  @Test("Its loss is the one that the NumPy program prints, and its gradient is right")
  func right() throws {
    let rings = try Rings()
    #expect((rings.loss(rings.parameters) - 1.2344).magnitude < 5e-5)
    expectGradient(
      of: { θ in rings.loss(θ) }, is: rings.gradient(rings.parameters), at: rings.parameters)
  }

  @Test("With W where Wᵀ belongs, nine of its 21 entries are wrong: those of layer 2")
  func wrong() throws {
    var rings = try Rings()
    rings.isTransposed = true
    let report = FunctionCheck(
      of: { rings.loss($0) }, is: rings.gradient(rings.parameters), at: rings.parameters
    ).run()
    #expect(report.text.hasPrefix("✘ the claimed gradient is wrong in 9 of 21 entries\n"))
    #expect(report.entries.filter { $0.verdict == .wrong }.map(\.index) == Array(0..<9))
    #expect(report.entries.dropFirst(9).allSatisfy { $0.verdict == .right })
  }
}
