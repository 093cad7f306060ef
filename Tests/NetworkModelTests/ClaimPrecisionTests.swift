// How exact claimed numbers are, by how they are written.

import Nabla
import Testing

@Suite("Numbers claim no more digits than they are written with")
struct ClaimPrecisionTests {
  private func precision(_ numbers: [String], _ declared: String? = nil) throws -> ClaimPrecision {
    let n = numbers.count - 1
    let precision = declared.map { ", \"precision\": \"\($0)\"" } ?? ""
    let text =
      "{\"weights\": [[[\(numbers.dropLast().joined(separator: ", "))]]], "
      + "\"biases\": [[\(numbers[n])]]\(precision)}"
    return try ClaimedNetwork([n, 1], examples: 1).read(text)[0].precision
  }

  @Test(
    "digits and decimals",
    arguments: [
      (["0.5000", "0.25"], 4, 4), (["1.5e-3", "0.25"], 2, 4), (["15e3", "0.5"], 2, 1),
      (["0.012", "3.4"], 2, 3), (["-1.2340", "0"], 5, 4), (["0.00001234", "0.12345678"], 8, 8),
      (["1E2", "1.5"], 2, 1), (["1.50e+1", "2"], 3, 1), (["0.1234567890123", "1"], 13, 13),
      (["100", "0.5"], 3, 1), (["1e0", "2e0"], 1, 0),
    ])
  func written(_ numbers: [String], _ significant: Int, _ decimals: Int) throws {
    #expect(try precision(numbers) == .written(significant: significant, decimals: decimals))
  }

  @Test(
    "exact, or of double precision",
    arguments: [
      ["1", "-2", "300"], ["0", "0.0", "0e0"], ["0.1234567890123456", "0.5"],
      ["0.30000000000000004", "1"], ["0.10000000149011612", "0.1234567890123456"],
    ])
  func double(_ numbers: [String]) throws {
    #expect(try precision(numbers) == .double)
  }

  @Test("floats printed as floats, and as the doubles that they are")
  func single() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let numbers = (0..<20).map { _ in Float(generator.uniform() - 0.5) }
      #expect(try precision(numbers.map { "\($0)" }) == .single, "seed 3: \(numbers)")
      #expect(try precision(numbers.map { "\(Double($0))" }) == .single, "seed 3: \(numbers)")
    }
  }

  @Test("small doubles with eight decimals are not taken for floats")
  func fixedDecimals() throws {
    #expect(
      try precision(["0.00001234", "0.01234567"]) == .written(significant: 7, decimals: 8))
    #expect(try precision(["0.25", "0.012345679"]) == .single)
  }

  @Test("what the file declares is believed; few digits remain few")
  func declared() throws {
    #expect(try precision(["0.1234567890123456", "1"], "float32") == .single)
    #expect(try precision(["0.1234567890123456", "1"], "single") == .single)
    #expect(try precision(["0.5", "1"], "float64") == .double)
    #expect(try precision(["0.5", "1"], "double") == .double)
    #expect(try precision(["0.123", "1"], "float32") == .written(significant: 3, decimals: 3))
  }

  @Test("arrays of float64 with the numbers of float32 in them; halves and quarters are of either")
  func arrays() throws {
    func precision(_ x: Double, _ y: Double) throws -> ClaimPrecision {
      let b3 = arrayBytes([1], [x])
      let w3 = arrayBytes([1, 3], [y, 0, 0])
      let bytes = archive([
        "b3": b3, "W3": w3, "W2": arrayBytes([3, 2], [0, 0, 0, 0, 0, 0]),
        "b2": arrayBytes([3], [0, 0, 0]),
      ]).bytes()
      return try ClaimedNetwork.plain.read(bytes)[0].precision
    }
    #expect(try precision(0.25, 1.5) == .double)
    #expect(try precision(Double(Float(0.1)), 1.5) == .single)
    #expect(try precision(Double(Float(0.1)), 0.1) == .double)
    #expect(try precision(0, 0) == .double)
  }

  @Test("arrays that np.round has rounded claim no more decimals")
  func rounded() throws {
    func precision(_ numbers: [Double]) throws -> ClaimPrecision {
      let bytes = ClaimArchive([
        ("W2.npy", arrayBytes([1, numbers.count], numbers)), ("b2.npy", arrayBytes([1], [0.5])),
      ]).bytes()
      return try ClaimedNetwork([numbers.count, 1], examples: 1).read(bytes)[0].precision
    }
    #expect(try precision([0.1234, -12.3, 7e-4]) == .written(significant: 6, decimals: 4))
    #expect(try precision([0.1234, 1.0 / 3]) == .double)
    #expect(try precision([0.375, -2]) == .double)
  }

  @Test("J claims the digits that it is written with, whatever the gradient has")
  func cost() throws {
    let text = "{\"weights\": [[[0.1234567890123456]]], \"biases\": [[0.25]], \"cost\": 0.6931}"
    let claim = try ClaimedNetwork([1, 1], examples: 1).read(text)[0]
    #expect(claim.precision == .double)
    #expect(claim.costPrecision == .written(significant: 4, decimals: 4))
  }
}
