// The layouts that people's programs use, told apart by shapes.

import Nabla
import Testing

@Suite("Another layout is recognised by the shapes of all layers")
struct ClaimLayoutTests {
  /// 2-3-1 without errors.
  private func layouts(_ text: String, _ claimed: ClaimedNetwork = .plain) throws -> [[ClaimLayout]]
  {
    try claimed.read(text).map { claim in
      ClaimLayout.allCases.filter { layout in claim.readings.contains { $0.layout == layout } }
    }
  }

  @Test("one non-square W decides for the square ones")
  func oneDecides() throws {
    let claimed = ClaimedNetwork([2, 2, 3], examples: 1)
    let square = "[[1, 2], [3, 4]]"
    let biases = "\"biases\": [[1, 2], [1, 2, 3]]"
    let plain = try claimed.read("{\"weights\": [\(square), [[1, 2], [3, 4], [5, 6]]], \(biases)}")
    #expect(plain.map { $0.gradient.weights[2].entries } == [[1, 2, 3, 4]])
    let transposed = try claimed.read(
      "{\"weights\": [\(square), [[1, 2, 3], [4, 5, 6]]], \(biases)}")
    #expect(transposed.map { $0.gradient.weights[2].entries } == [[1, 3, 2, 4]])
    #expect(transposed[0].gradient.weights[3].entries == [1, 4, 2, 5, 3, 6])
  }

  @Test("a row or a column stands for a matrix only where nothing else fits")
  func lines() throws {
    // W3 as a column fits (in, out) as it is, W2 as well.
    let biases = "\"biases\": [[1, 2, 3], [4]]"
    #expect(
      try layouts("{\"weights\": [[[1, 2, 3], [4, 5, 6]], [[1], [2], [3]]], \(biases)}")
        == [[.transposedWeights]])
    // W2 stands as (out, in): then the column is a list of the numbers of W3.
    #expect(
      try layouts("{\"weights\": [[[1, 2], [3, 4], [5, 6]], [[1], [2], [3]]], \(biases)}")
        == [[.flat]])
  }

  @Test("where a transpose changes nothing there is one reading")
  func noDifference() throws {
    let claimed = ClaimedNetwork([1, 1], examples: 1)
    #expect(
      try layouts("{\"weights\": [[[1]]], \"biases\": [[2]], \"errors\": [[[3]]]}", claimed) == [[]]
    )
    #expect(try layouts("{\"weights\": [7], \"biases\": [2]}", claimed) == [[.flat]])
  }

  @Test("biases may be folded in as the first or the last column, or row of the transpose")
  func folded() throws {
    let claimed = ClaimedNetwork([2, 3], examples: 1)
    let claims = try claimed.read("{\"weights\": [[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]}")
    #expect(
      claims.map { $0.gradient.biases[2] } == [[1, 4, 7], [1, 2, 3], [3, 6, 9], [7, 8, 9]])
    #expect(
      claims.map { $0.gradient.weights[2].entries } == [
        [2, 3, 5, 6, 8, 9], [4, 7, 5, 8, 6, 9], [1, 2, 4, 5, 7, 8], [1, 4, 2, 5, 3, 6],
      ])
    #expect(
      claims.map { $0.readings.map(\.layout) } == [
        [.biasColumn], [.biasRow], [.lastBiasColumn], [.lastBiasRow],
      ])
  }

  @Test("errors of some layers only")
  func someErrors() throws {
    let text =
      "{\"weights\": [[[1, 2]]], \"biases\": [[2]], \"errors\": [[[1, 2, 3]]], \"cost\": 2}"
    let claim = try ClaimedNetwork([2, 1], examples: 3).read(text)[0]
    #expect(claim.errors[2]?.entries == [1, 2, 3])
    #expect(claim.cost == 2)
    let none = try ClaimedNetwork([2, 1], examples: 3).read(
      "{\"weights\": [[[1, 2]]], \"biases\": [[2]], \"errors\": [null]}")
    #expect(!none[0].hasErrors)
  }

  @Test(
    "names that other programs use",
    arguments: [
      ["dW2", "db2", "dW3", "db3"], ["grad_W2", "grad_b2", "grad_W3", "grad_b3"],
      ["W2_grad", "b2_grad", "W3_grad", "b3_grad"], ["dJdW1", "dJdb1", "dJdW2", "dJdb2"],
      ["w_2", "b_2", "w_3", "b_3"], ["W1", "b1", "W2", "b2"],
      ["hidden.weight", "hidden.bias", "output.weight", "output.bias"],
      ["0.weight.grad", "0.bias.grad", "2.weight.grad", "2.bias.grad"],
      ["arr_0", "arr_1", "arr_2", "arr_3"],
    ])
  func names(_ names: [String]) throws {
    let plain = archive()
    let renamed = ClaimArchive(zip(names, plain.members).map { ($0 + ".npy", $1.bytes) })
    let claims = try ClaimedNetwork.plain.read(renamed.bytes())
    #expect(
      claims.map(\.gradient) == (try ClaimedNetwork.plain.read(plain.bytes())).map(\.gradient))
  }

  @Test("one array of all parameters in an archive")
  func oneVector() throws {
    let numbers = (1...13).map(Double.init)
    let bytes = ClaimArchive([("arr_0.npy", arrayBytes([13], numbers))]).bytes()
    let claim = try ClaimedNetwork.plain.read(bytes)[0]
    #expect(claim.gradient.weights[2].entries == [1, 2, 3, 4, 5, 6])
    #expect(claim.gradient.biases[2] == [7, 8, 9])
    #expect(claim.gradient.weights[3].entries == [10, 11, 12])
    #expect(claim.gradient.biases[3] == [13])
  }

  @Test("archives whose directory ends in 64 bits", arguments: [false, true])
  func longEnd(replaces: Bool) throws {
    var lies = ClaimArchive.Lies()
    lies.longEnd = ClaimArchive.LongEnd(replaces: replaces)
    let claims = try ClaimedNetwork.plain.read(archive().bytes(lies))
    #expect(
      claims.map(\.gradient) == (try ClaimedNetwork.plain.read(archive().bytes())).map(\.gradient))
  }
}
