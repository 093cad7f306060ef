// The numbers of a page that steps: every quantity is a list, with a place for each node and example.

import NetworkModel
import Notation
import WorkedExamples

/// The quantities of a worked example, as the page's script keeps them.
///
/// A number is found by its quantity and by its place in there: the first node's index counts slowest,
/// the example's fastest.
struct PageQuantities {
  struct Quantity: Hashable {
    let name: String
    let layer: Int?
    /// How many nodes each index counts, and how many examples; `nil` where the quantity has none.
    let sizes: [Int]
    let examples: Int?

    var count: Int { sizes.reduce(1, *) * (examples ?? 1) }
  }

  /// One number.
  struct Place: Hashable {
    let quantity: Int
    let offset: Int

    /// As attributes of the page spell it.
    var text: String { "\(quantity),\(offset)" }
  }

  let example: WorkedExample
  let writing: Writing
  private(set) var all: [Quantity] = []
  private var numbers: [Quantity: Int] = [:]

  /// - Parameter general: the equations that the page computes by.
  init(_ example: WorkedExample, _ general: NetworkEquations) {
    self.example = example
    writing = Writing(sizes: example.network.sizes, examples: example.batch.count)
    for equation in (example.equations.sections + general.sections).flatMap(\.1) {
      add(equation.left)
      for letter in equation.right.letters { add(letter) }
      for letter in example.network.soundForm(of: equation).letters { add(letter) }
    }
    // What can be changed is there even where no line uses it.
    for l in 2...example.network.lastLayer {
      add(Letter("w", at: 1, 1, layer: l))
      add(Letter("b", at: 1, layer: l))
    }
    for name in ["x", "y"] { add(Letter(name, at: 1, example: 1)) }
  }

  private mutating func add(_ letter: Letter) {
    let quantity = quantity(of: letter)
    if isLocal(letter) || numbers[quantity] != nil { return }
    numbers[quantity] = all.count
    all.append(quantity)
  }

  /// A letter that a formula defines for itself, or that stands for nothing.
  func isLocal(_ letter: Letter) -> Bool {
    letter.indices.isEmpty && letter.layer == nil && example.value(of: letter) == nil
  }

  /// The quantity of a letter, its indices free or numbers.
  func quantity(of letter: Letter) -> Quantity {
    let (name, layer) = writing.name(of: letter)
    let network = example.network
    let plain = Letter(name).original.name
    var sizes: [Int] = []
    if letter.nodes.count == 2 {
      sizes = [network.size(layer!), network.size(layer! - 1)]
    } else if letter.nodes.count == 1 {
      sizes = [plain == "x" ? network.sizes[0] : layer.map(network.size) ?? network.outputs]
    }
    // One example alone is not numbered on paper.
    let isOfExample = letter.example != nil || sizes.count == 1 && !Self.isOfAll(plain)
    return Quantity(
      name: name, layer: layer, sizes: sizes,
      examples: isOfExample ? example.batch.count : nil)
  }

  /// Whether a quantity with one node belongs to all examples together.
  private static func isOfAll(_ name: String) -> Bool { ["b", "∂J/∂b"].contains(name) }

  func number(of letter: Letter) -> Int? { numbers[quantity(of: letter)] }

  /// Where the number of a letter with fixed indices is.
  func place(of letter: Letter) -> Place? {
    let quantity = quantity(of: letter)
    guard !isLocal(letter), let number = numbers[quantity] else { return nil }
    var offset = 0
    for (size, index) in zip(quantity.sizes, letter.nodes) {
      guard let position = index.position else { return nil }
      offset = offset * size + position - 1
    }
    if let examples = quantity.examples {
      offset = offset * examples + (letter.example?.position ?? 1) - 1
    }
    return Place(quantity: number, offset: offset)
  }
}

extension PageQuantities {
  /// The lists for the script, given numbers filled in.
  var json: JSONOutput {
    .array(
      all.map { quantity in
        .object([
          "name": .string(quantity.name), "layer": quantity.layer.map { .integer($0) },
          "sizes": .array(quantity.sizes.map { .integer($0) }),
          "examples": quantity.examples.map { .integer($0) },
          "given": given(quantity).map { .numbers($0) },
        ])
      })
  }

  /// The numbers of a given quantity, in their order.
  private func given(_ quantity: Quantity) -> [Double]? {
    var places: [[Int]] = [[]]
    for size in quantity.sizes {
      places = places.flatMap { place in (1...size).map { place + [$0] } }
    }
    let examples: [Int?] = quantity.examples.map { (1...$0).map { $0 } } ?? [nil]
    var numbers: [Double] = []
    for place in places {
      for m in examples {
        let letter = Letter(
          quantity.name, nodes: place.map { Index($0, of: .outputs) },
          layer: quantity.layer.map(Layer.number), example: m.map { Index($0, of: .examples) })
        guard let value = example.given.value(of: letter) else { return nil }
        numbers.append(value)
      }
    }
    return numbers
  }
}
