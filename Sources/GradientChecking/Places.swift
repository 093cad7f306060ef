// Where the numbers of a network stand in lists of all of them, and in samples.

import NetworkModel

/// Where the numbers of a network stand: in the list of its parameters, layer by layer the weights row
/// by row and then the biases, or in that of its weighted inputs, layer by layer and row by row.
struct Places: Sendable {
  private let sizes: [Int]
  let examples: Int
  private let weightStarts: Layers<Int>
  private let inputStarts: Layers<Int>
  /// How many parameters and how many weighted inputs there are.
  let parameterCount: Int
  let inputCount: Int

  init(_ network: Network, examples: Int) {
    sizes = network.sizes
    self.examples = examples
    var (weights, inputs) = (Layers(first: 2, [Int]()), Layers(first: 2, [Int]()))
    var (parameterCount, inputCount) = (0, 0)
    for l in 2...network.lastLayer {
      weights.elements.append(parameterCount)
      inputs.elements.append(inputCount)
      parameterCount += network.size(l) * (network.size(l - 1) + 1)
      inputCount += network.size(l) * examples
    }
    (weightStarts, inputStarts) = (weights, inputs)
    (self.parameterCount, self.inputCount) = (parameterCount, inputCount)
  }

  var layers: Range<Int> { weightStarts.range }
  func size(_ l: Int) -> Int { sizes[l - 1] }

  /// Where W^(ℓ) begins among the parameters, and b^(ℓ); where Z^(ℓ) begins among the weighted inputs.
  func weights(_ l: Int) -> Int { weightStarts[l] }
  func biases(_ l: Int) -> Int { weightStarts[l] + size(l) * size(l - 1) }
  func inputs(_ l: Int) -> Int { inputStarts[l] }

  /// The place of a number of node i: among the parameters, or among the weighted inputs.
  func place(of number: Int, _ l: Int, _ i: Int) -> Place {
    let width = size(l - 1)
    if number < width { return .parameter(weights(l) + (i - 1) * width + number) }
    if number == width { return .parameter(biases(l) + i - 1) }
    return .input(inputs(l) + (i - 1) * examples + number - width - 1)
  }

  enum Place {
    case parameter(Int)
    case input(Int)
  }
}

/// A sample of the parameters and one of the weighted inputs.
struct Chosen: Sendable {
  /// By place, where it stands in the sample; −1 where it is not in it.
  private(set) var parameters: [Int]
  private(set) var inputs: [Int]
  let parameterCount: Int
  let inputCount: Int

  /// - Returns: `nil` where the sample is the whole.
  init?(_ count: Int?, seed: UInt64, of places: Places) {
    guard let count, count < max(places.parameterCount, places.inputCount) else { return nil }
    (parameters, parameterCount) = Self.draw(count, of: places.parameterCount, seed: seed)
    (inputs, inputCount) = Self.draw(count, of: places.inputCount, seed: seed)
  }

  /// A seeded sample, in the order of the whole.
  private static func draw(_ count: Int, of total: Int, seed: UInt64) -> ([Int], Int) {
    if count >= total { return (Array(0..<total), total) }
    var generator = SeededGenerator(seed: seed)
    var result = Array(repeating: -1, count: total)
    let drawn = generator.permutation(of: total).prefix(count).sorted()
    for (rank, place) in drawn.enumerated() { result[place] = rank }
    return (result, count)
  }

  /// What of the numbers of node i is in the sample, counted as in `NodeBlock`.
  func numbers(of places: Places, _ l: Int, _ i: Int) -> [Int] {
    (0..<places.size(l - 1) + 1 + places.examples).filter {
      switch places.place(of: $0, l, i) {
      case .parameter(let place): parameters[place] >= 0
      case .input(let place): inputs[place] >= 0
      }
    }
  }
}
