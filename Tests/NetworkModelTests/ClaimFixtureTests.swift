// Files that NumPy wrote, each with the same numbers: what is read is what was saved.

import Foundation
import Nabla
import Testing

@Suite("Gradients that NumPy saved are read as they were saved")
struct ClaimFixtureTests {
  /// The numbers of the fixtures: n/7.
  static let gradient = parameters(
    [sevenths(3, 2, from: 1), sevenths(1, 3, from: 21)],
    [sevenths(3, 1, from: 11).entries, sevenths(1, 1, from: 31).entries])
  static let errors: [Matrix<Double>?] = [sevenths(3, 4, from: 41), sevenths(1, 4, from: 61)]

  /// A file and what is different in it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var isSingle = false
    var hasErrors = true
    var hasCost = true
    var readings: Set<ClaimReading> = []
    var testDescription: String { name }
  }

  private static func readings(_ layout: ClaimLayout, _ names: String...) -> Set<ClaimReading> {
    Set(
      names.map {
        ClaimReading(name: $0, layer: $0.last!.wholeNumberValue!, layout: layout)
      })
  }

  static let all = [
    Case(name: "gradients.json"), Case(name: "plain.npz"), Case(name: "plain-32-bit-sizes.npz"),
    Case(name: "version-2.npz"), Case(name: "version-3.npz"), Case(name: "column-major.npz"),
    Case(name: "big-endian.npz"),
    Case(name: "float32.npz", isSingle: true), Case(name: "float32-big-endian.npz", isSingle: true),
    Case(name: "float32-in-float64.npz", isSingle: true),
    Case(
      name: "transposed.npz", hasCost: false,
      readings: readings(.transposedWeights, "W2", "W3")
        .union(readings(.examplesAsRows, "delta2", "delta3"))),
    Case(name: "columns.npz", readings: readings(.flat, "db2", "db3")),
    Case(
      name: "bias-column.npz", hasErrors: false, hasCost: false,
      readings: readings(.biasColumn, "W2", "W3")),
    Case(
      name: "bias-row.npz", hasErrors: false, hasCost: false,
      readings: readings(.biasRow, "W2", "W3")),
    Case(
      name: "bias-last-column.npz", hasErrors: false, hasCost: false,
      readings: readings(.lastBiasColumn, "W2", "W3")),
    Case(
      name: "bias-last-row.npz", hasErrors: false, hasCost: false,
      readings: readings(.lastBiasRow, "W2", "W3")),
    Case(
      name: "flat.npz", hasErrors: false, hasCost: false, readings: readings(.flat, "W2", "W3")),
    Case(name: "positional.npz", hasErrors: false, hasCost: false),
    Case(name: "torch.npz", hasErrors: false, hasCost: false),
    Case(
      name: "vector.npy", hasErrors: false, hasCost: false,
      readings: [ClaimReading(name: "the list", layer: 2, layout: .oneVector)]),
    Case(
      name: "vector-float32.npy", isSingle: true, hasErrors: false, hasCost: false,
      readings: [ClaimReading(name: "the list", layer: 2, layout: .oneVector)]),
  ]

  @Test("numbers, precision and layout", arguments: all)
  func numbers(case: Case) throws {
    let claims = try ClaimedNetwork.plain.read(try claimFixture(`case`.name))
    let claim = try #require(claims.first { Set($0.readings) == `case`.readings })
    func saved(_ x: Double) -> Double { `case`.isSingle ? Double(Float(x)) : x }
    #expect(claim.gradient == Self.gradient.map(saved))
    let errors = `case`.hasErrors ? Self.errors.map { $0?.map(saved) } : [nil, nil]
    #expect(claim.errors.elements == errors)
    #expect(claim.cost == (`case`.hasCost ? saved(5 / 7) : nil))
    #expect(claim.precision == (`case`.isSingle ? .single : .double))
    // A list of 6 may as well be the rows of the transpose, and a folded bias stands first or last;
    // nothing else here is ambiguous.
    let isAmbiguous = `case`.name == "flat.npz" || `case`.name.hasPrefix("bias-")
    #expect(claims.count == (isAmbiguous ? 2 : 1))
  }

  @Test(
    "layers counted from 1, or from 0",
    arguments: [
      ("from-one.npz", ["W1", "W2"], .layersFromOne),
      ("from-zero.npz", ["W0", "W1"], .layersFromZero),
    ] as [(String, [String], ClaimLayout)])
  func numbered(_ file: String, _ names: [String], _ layout: ClaimLayout) throws {
    let claims = try ClaimedNetwork.plain.read(try claimFixture(file))
    #expect(claims.count == 1)
    #expect(claims[0].gradient == Self.gradient)
    #expect(claims[0].errors.elements == [Self.errors[0], nil])
    #expect(
      claims[0].readings == [
        ClaimReading(name: names[0], layer: 2, layout: layout),
        ClaimReading(name: names[1], layer: 3, layout: layout),
      ])
  }

  @Test("integers of every width are exact")
  func integers() throws {
    let claim = try ClaimedNetwork.plain.read(try claimFixture("integers.npz"))[0]
    let w2 = Matrix<Double>(rows: 3, columns: 2, entries: [-3, -2, -1, 0, 1, 2])
    let w3 = Matrix<Double>(rows: 1, columns: 3, entries: [-1, -1, -1])
    #expect(claim.gradient == parameters([w2, w3], [[0, 1, 2], [0x1p53]]))
    #expect(claim.precision == .double)
  }

  @Test("square matrices are read in both ways, as they stand first")
  func square() throws {
    let claims = try ClaimedNetwork.square.read(try claimFixture("square.npz"))
    let (w2, w3) = (sevenths(2, 2, from: 1), sevenths(2, 2, from: 7))
    let biases = [sevenths(2, 1, from: 5).entries, sevenths(2, 1, from: 11).entries]
    let (d2, d3) = (sevenths(2, 2, from: 13), sevenths(2, 2, from: 17))
    func flipped(_ m: Matrix<Double>) -> Matrix<Double> {
      Matrix(rows: 2, columns: 2, entries: [m[1, 1], m[2, 1], m[1, 2], m[2, 2]])
    }
    #expect(
      claims.map(\.gradient)
        == [
          parameters([w2, w3], biases), parameters([w2, w3], biases),
          parameters([flipped(w2), flipped(w3)], biases),
          parameters([flipped(w2), flipped(w3)], biases),
        ])
    // Whoever has (in, out) has examples as rows, first of all.
    #expect(
      claims.map(\.errors.elements)
        == [[d2, d3], [flipped(d2), flipped(d3)], [flipped(d2), flipped(d3)], [d2, d3]])
  }

  @Test("a path is read, and what is not there has status 66")
  func paths() throws {
    let claimed = ClaimedNetwork.plain
    let path = packageRoot.appendingPathComponent("Fixtures/claims/plain.npz").path
    let claims = try ClaimFile.read(path: path, for: claimed.network, batch: claimed.batch)
    #expect(claims.first?.gradient == Self.gradient)
    let error = #expect(throws: ClaimFileError.self) {
      try ClaimFile.read(path: "/none/g.npz", for: claimed.network, batch: claimed.batch)
    }
    #expect(error?.exitStatus == 66)
    #expect(error?.message == "/none/g.npz: no such file")
  }
}
