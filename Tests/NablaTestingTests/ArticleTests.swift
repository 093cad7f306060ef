// The code of the article "Testing your own backprop", compiled and run.

import Foundation
import Nabla
import NablaTesting
import Testing

@Suite("The article on testing one's own backprop")
struct ArticleTests {
  @Test("The gradients of functions that it shows are right")
  func functions() {
    expectGradient(
      of: { x in 100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0]) },
      is: [-359.6, -148], at: [-1.2, 0.7])
    expectGradient(of: { x in x * x * x }, is: 12, at: 2)
  }

  @Test("Its network has the cost of the standard probes, and is not attempted")
  func network() {
    for probe in Probe.standardSet where probe.network.penalty.isNone {
      let expected = BatchPropagation<Double>(probe.network, probe.batch).forward().cost
      let cost = Article.MyNetwork().cost(probe.network, probe.batch)
      #expect((cost - expected).magnitude < 1e-14)
      withKnownIssue {
        expectGradients(of: Article.MyNetwork(), at: probe)
      } matching: {
        $0.severity == .warning && $0.text.contains("not attempted")
      }
    }
    #expect(Probe.set(cost: .crossEntropy)[0].network.cost == .crossEntropy)
  }

  @Test("What it prints is what is compiled here")
  func text() throws {
    let article = try String(
      contentsOf: BuiltProducts.package.appending(
        path: "Sources/Nabla/Nabla.docc/Testing-your-own-backprop.md"), encoding: .utf8)
    let lines = try String(contentsOfFile: #filePath, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "enum Article {"))
    // Two columns further left, without the enum around it.
    let code = lines[(start + 1)...].dropLast(2).map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(article.contains(code))
    for claim in ["is: [-359.6, -148], at: [-1.2, 0.7])", "{ x in x * x * x }, is: 12, at: 2)"] {
      #expect(article.contains(claim))
    }
  }
}

enum Article {
  /// Layers of logistic nodes, with the quadratic cost.
  struct MyNetwork: BackpropUnderTest {
    func cost(_ network: Network, _ batch: Batch) -> Double {
      let (weights, biases) = (network.parameters.weights, network.parameters.biases)
      var J = 0.0
      for m in 1...batch.count {
        var a = (1...network.size(1)).map { batch.inputs[$0, m] }
        for l in 2...network.lastLayer {
          a = (1...network.size(l)).map { i in
            var z = biases[l][i - 1]
            for j in 1...network.size(l - 1) { z += weights[l][i, j] * a[j - 1] }
            return 1 / (1 + exp(-z))
          }
        }
        for k in 1...network.outputs {
          let difference = a[k - 1] - batch.targets[k, m]
          J += difference * difference / Double(2 * batch.count)
        }
      }
      return J
    }

    func gradients(_ network: Network, _ batch: Batch) -> Parameters<Double>? {
      nil  // Not attempted. `network.parameters.map { _ in 0.0 }` has the right shapes to fill in.
    }
  }
}
