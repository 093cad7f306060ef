// What costs of other libraries are here: the averages of which the message speaks.

import Nabla
import Testing

@Suite("Costs by the names of other libraries")
struct CostElsewhereTests {
  @Test(
    "1/MK ΣΣ (h − y)² is squared-difference for K = 1, quadratic for K = 2, 1/K of squared-difference",
    arguments: 1...4)
  func meanSquare(outputs: Int) {
    let mean = squares(outputs).reduce(0, +) / Double(3 * outputs)
    let squaredDifference = value(of: .squaredDifference, outputs: outputs)
    #expect((squaredDifference / Double(outputs) - mean).magnitude <= 4 * mean.ulp)
    if outputs == 1 { #expect((squaredDifference - mean).magnitude <= 4 * mean.ulp) }
    if outputs == 2 {
      #expect((value(of: .quadratic, outputs: 2) - mean).magnitude <= 4 * mean.ulp)
    }
  }

  @Test("ΣΣ (h − y)² is residual-sum-of-squares", arguments: 1...4)
  func sumOfSquares(outputs: Int) {
    let sum = squares(outputs).reduce(0, +)
    #expect(
      (value(of: .residualSumOfSquares, outputs: outputs) - sum).magnitude <= 4 * sum.ulp)
  }

  /// (h − y)² of three examples.
  private func squares(_ outputs: Int) -> [Double] {
    pairs(outputs).map { ($0.h - $0.y) * ($0.h - $0.y) }
  }

  /// J of three examples, by the cost's own formulas.
  private func value(of cost: Cost, outputs: Int) -> Double {
    let program = Program(cost.scale * cost.term, letters: ["h", "y", "M"], indices: [.k])
    return pairs(outputs).map { pair in
      var frame = Frame<Double>(letters: [[pair.h], [pair.y], [3]], indices: [0])
      return program.run(&frame)
    }.reduce(0, +)
  }

  private func pairs(_ outputs: Int) -> [(h: Double, y: Double)] {
    (1...3 * outputs).map { (h: 0.37 * Double($0), y: 1 / Double($0)) }
  }
}
