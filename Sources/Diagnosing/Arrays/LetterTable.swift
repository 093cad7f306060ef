// The numbers of a network by their letters.

import NetworkModel
import Notation
import Numbers
import WorkedExamples

/// The numbers that letters of a network's equations stand for, each letter's for all of its indices.
struct LetterTable: Sendable {
  /// A letter without its indices: z^(2), w^(3), δ^(3), M.
  struct Key: Hashable, Sendable {
    let name: String
    let layer: Int?
  }

  /// The numbers of a letter: its nodes first, then the example.
  struct Entry: Sendable {
    let extents: [Int]
    let values: [Bounded]
  }

  let shape: Writing
  private var entries: [Key: Entry] = [:]

  /// What is given: X, Y, weights and biases, each rounded to a double, and constants, which are exact.
  init(_ network: Network, _ batch: Batch) {
    shape = Writing(sizes: network.sizes, examples: batch.count)
    func rounded(_ numbers: [Double]) -> [Bounded] {
      numbers.map { Bounded($0, error: Bounded.halfUnit($0)) }
    }
    self["x"] = Entry(
      extents: [batch.inputs.rows, batch.count], values: rounded(batch.inputs.entries))
    self["y"] = Entry(
      extents: [batch.targets.rows, batch.count], values: rounded(batch.targets.entries))
    for l in 2...network.lastLayer {
      let (W, b) = (network.parameters.weights[l], network.parameters.biases[l])
      self["w", l] = Entry(extents: [W.rows, W.columns], values: rounded(W.entries))
      self["b", l] = Entry(extents: [b.count], values: rounded(b))
    }
    setConstants(network, batch)
  }

  private mutating func setConstants(_ network: Network, _ batch: Batch) {
    func set(_ name: String, _ layer: Int? = nil, _ value: Double) {
      self[name, layer] = Entry(extents: [], values: [Bounded(value)])
    }
    set("M", nil, Double(batch.count))
    set("K", nil, Double(network.outputs))
    let penalty = network.penalty
    set("λ", nil, penalty.l1 == 0 ? penalty.l2 : penalty.l1)
    set("λ₂", nil, penalty.l2)
    set("λ₁", nil, penalty.l1)
    for l in 1...network.lastLayer { set("s", l, Double(network.size(l))) }
    for l in 2...network.lastLayer {
      let parameter =
        l == network.lastLayer
        ? network.hypothesis.parameter : network.activations[l].parameter
      if let parameter { set("c", l, parameter.value) }
    }
  }

  subscript(name: String, layer: Int? = nil) -> Entry? {
    get { entries[Key(name: name, layer: layer)] }
    set { entries[Key(name: name, layer: layer)] = newValue }
  }

  /// The entry of a letter, by the one name that its quantity has.
  subscript(letter: Letter) -> Entry? {
    get {
      let (name, layer) = shape.name(of: letter)
      return self[name, layer]
    }
    set {
      let (name, layer) = shape.name(of: letter)
      self[name, layer] = newValue
    }
  }

  /// How many values an index has.
  func extent(of range: Index.Range) -> Int { shape.values(of: range).count }
}
