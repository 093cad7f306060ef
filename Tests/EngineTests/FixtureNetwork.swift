// The networks of Fixtures/networks, read without ceremony, and their known values.

import Nabla
import Testing

import struct Foundation.Data
import class Foundation.FileManager
import class Foundation.JSONDecoder
import struct Foundation.URL

/// A network of `Fixtures/networks` with its batch.
struct FixtureNetwork: Sendable, CustomTestStringConvertible {
  let name: String
  let network: Network
  let batch: Batch

  var testDescription: String { name }
  /// Whether its weighted inputs are so large that h is 0 or 1 to the last bit.
  var isSaturated: Bool { name.hasPrefix("saturated") }

  /// Every network file of the folder.
  static let all: [FixtureNetwork] = try! FileManager.default
    .contentsOfDirectory(atPath: folder.appending(path: "networks").path())
    .filter { $0.hasSuffix(".json") }.sorted()
    .map { try FixtureNetwork(name: String($0.dropLast(5))) }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures")

  static func file(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  init(name: String) throws {
    let json = try JSONDecoder().decode(JSON.self, from: Self.file("networks/\(name).json"))
    let sizes = json["sizes"].numbers.map { Int($0) }
    let penalty = json["penalty"]
    self.name = name
    network = Network(
      name: name, sizes: sizes,
      activations: try Self.activations(json["activation"], hidden: sizes.count - 2),
      hypothesis: try hypothesis(json["hypothesis"]),
      cost: try named(Cost.all, json["cost"]) { [$0.name] + $0.aliases },
      penalty: Penalty(l2: penalty["l2"].number ?? 0, l1: penalty["l1"].number ?? 0),
      parameters: Parameters(
        weights: Layers(first: 2, json["weights"].elements.map(\.matrix)),
        biases: Layers(first: 2, json["biases"].elements.map(\.numbers))))
    batch =
      json["data"].isNull
      ? Self.batch(json["examples"], outputs: sizes[sizes.count - 1])
      : try Self.table(json["data"])
  }

  private static func activations(_ json: JSON, hidden: Int) throws -> [Activation] {
    if case .array(let list) = json { return try list.map(activation) }
    return try (0..<hidden).map { _ in try activation(json) }
  }

  private static func batch(_ examples: JSON, outputs: Int) -> Batch {
    let inputs = examples.elements.map { $0["x"].numbers }
    let targets = examples.elements.map { example -> [Double] in
      guard let c = example["class"].number else { return example["y"].numbers }
      return (1...outputs).map { $0 == Int(c) ? 1 : 0 }
    }
    return Batch(inputs: matrix(columns: inputs), targets: matrix(columns: targets))
  }

  /// A table with a header and one target column, whose classes count in order of appearance.
  private static func table(_ data: JSON) throws -> Batch {
    let text = try String(decoding: file("networks/\(data["csv"].string)"), as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",") }
    let target = lines[0].firstIndex { $0 == data["targets"].elements[0].string }!
    let labels = lines.dropFirst().map { $0[target] }
    let classes = labels.reduce(into: [Substring]()) { if !$0.contains($1) { $0.append($1) } }
    return Batch(
      inputs: matrix(
        columns: lines.dropFirst().map { line in
          line.indices.filter { $0 != target }.map { Double(line[$0])! }
        }),
      targets: matrix(columns: labels.map { label in classes.map { $0 == label ? 1 : 0 } }))
  }
}

// MARK: - Expected values

/// What `Fixtures/expected` says of a network; `nil` where a number is beyond the largest `Double`.
struct ExpectedPropagation: Decodable {
  let cost: Double
  let layers: [Layer]

  struct Layer: Decodable {
    let layer: Int
    let weightedInput, activation, activationGradient, error, weights: [[Double?]]
    let slope: [[Double?]]?
    let biases: [Double?]
  }

  init(_ name: String) throws {
    self = try JSONDecoder().decode(Self.self, from: FixtureNetwork.file("expected/\(name).json"))
  }
}

/// What PyTorch's automatic differentiation says of a network.
struct ExpectedGradient: Decodable {
  let cost: Double
  let weights: [[[Double]]]
  let biases: [[Double]]

  /// `nil` where PyTorch has no answer: it knows no other slope of the rectifier at 0 than 0.
  init?(_ name: String) throws {
    if name == "slope-at-zero" { return nil }
    let data = try FixtureNetwork.file("expected/pytorch/\(name).json")
    self = try JSONDecoder().decode(Self.self, from: data)
  }
}

// MARK: - Reading

private struct UnknownName: Error { let name: String }

private func named<T>(_ list: [T], _ json: JSON, _ names: (T) -> [String]) throws -> T {
  guard let found = list.first(where: { names($0).contains(json.string) }) else {
    throw UnknownName(name: json.string)
  }
  return found
}

private func activation(_ json: JSON) throws -> Activation {
  guard case .object = json else {
    return try named(Activation.all, json) { [$0.name] + $0.aliases }
  }
  switch (try activation(json["name"]).name, json["k"].number, json["slope-at-zero"].number) {
  case ("linear", let k?, nil): return .linear(k: k)
  case ("step", let k?, nil): return .step(k: k)
  case ("rectifier", nil, let slope?): return .rectifier(slopeAtZero: slope)
  default: throw UnknownName(name: "\(json)")
  }
}

private func hypothesis(_ json: JSON) throws -> Hypothesis {
  if case .object = json { return Hypothesis(try activation(json)) }
  return try named(Hypothesis.all, json) { [$0.name] + $0.aliases }
}

private func matrix(columns: [[Double]]) -> Matrix<Double> {
  var result = Matrix<Double>(rows: columns[0].count, columns: columns.count)
  for (m, column) in columns.enumerated() {
    for (i, value) in column.enumerated() { result[i + 1, m + 1] = value }
  }
  return result
}

/// A value of JSON. Numbers are read as the nearest `Double`, which JSONSerialization does not do.
private enum JSON: Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { return members[key] ?? .null }
    return .null
  }

  var isNull: Bool { if case .null = self { true } else { false } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var string: String { if case .string(let value) = self { value } else { "" } }
  /// The elements of an array; a value by itself is one.
  var elements: [JSON] { if case .array(let values) = self { values } else { [self] } }
  var numbers: [Double] { elements.map { $0.number! } }
  var matrix: Matrix<Double> {
    let rows = elements.map(\.numbers)
    return Matrix(rows: rows.count, columns: rows[0].count, entries: rows.flatMap(\.self))
  }
}
