// [R]'s handwritten digits, where MNIST's test set lies beside the package.

import Foundation
import Nabla
import NetworkModel
import Testing

@Suite("handwritten digits")
struct DigitTrainingTests {
  private static let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../shared/mnist").standardized

  private func file(_ sizes: [Int]) throws -> NetworkFile {
    let text = """
      {"sizes": \(sizes), "activation": "rectifier", "hypothesis": "softmax", "cost": "log-loss",
       "initialise": {"distribution": "uniform", "deviation": 0.5, "seed": 1},
       "data": {"idx-images": "t10k-images-idx3-ubyte.gz",
                "idx-labels": "t10k-labels-idx1-ubyte.gz"}}
      """
    return try NetworkFile.read(
      text: Array(text.utf8), name: "digits", directory: Self.directory.path)
  }

  @Test(
    "Around 90 % after around 1000 iterations at α = 0.1; more with more hidden nodes and layers  [R]",
    .enabled(
      if: isLong && FileManager.default.fileExists(atPath: directory.path),
      "needs MNIST's test files beside the package, in shared/mnist, and NABLA_LONG=1"))
  func accuracy() throws {
    var reached: [Double] = []
    for sizes in [[784, 10, 10], [784, 64, 32, 10]] {
      let file = try file(sizes)
      let split = HeldOutSplit(examples: file.batch.count, heldOut: 2000, seed: 1)
      var network = file.network
      if sizes.count > 3 {
        network.parameters = Initialisation(
          distribution: .gaussian, deviation: .rule(.he), seed: 1
        ).parameters(sizes: sizes, examples: split.training.count)
      }
      let test = BlockedDescent(network, file.batch.examples(split.heldOut))
      var run = TrainingRun(
        Trainer(
          .with { $0.iterations = 1000 },
          engine: BlockedDescent(network, file.batch.examples(split.training)),
          parameters: network.parameters), heldOut: test, now: { 0 })
      let report = run.run()
      let (training, heldOut) = try (
        #require(report.training.accuracy), #require(report.heldOut?.accuracy)
      )
      #expect(training >= 0.87 && heldOut >= 0.85, "\(sizes): \(training), \(heldOut)")
      reached.append(heldOut)
    }
    #expect(reached[1] > reached[0])
  }
}
