// From the arrays of an archive, by their names, to the layers they are of.

/// The arrays of an archive with what their names say.
struct ArchiveArrays {
  private let shapes: ClaimShapes
  private var numbered: [ArrayName: ClaimArray] = [:]
  /// Names that are numbered, in the order of the file.
  private var order: [(role: ArrayName.Role, number: Int, name: String)] = []
  private var positional: [(place: Int, array: ClaimArray)] = []
  private var torchWeights: [ClaimArray] = []
  private var torchBiases: [ClaimArray] = []
  private var cost: ClaimArray?

  init(_ arrays: [ClaimArray], _ shapes: ClaimShapes) throws(ClaimProblem) {
    self.shapes = shapes
    var names: Set<String> = []
    for array in arrays {
      guard names.insert(array.name).inserted else {
        throw ClaimProblem(.repeated(array.name, array.name, symbol: "one array"))
      }
      try add(array)
    }
    positional.sort { $0.place < $1.place }
  }

  private mutating func add(_ array: ClaimArray) throws(ClaimProblem) {
    switch ArrayName(array.name) {
    case .numbered(let role, let n):
      if let first = numbered.updateValue(array, forKey: .numbered(role, n)) {
        let symbol = role == .weights ? "∇W" : role == .biases ? "∇b" : "δ"
        throw ClaimProblem(.repeated(first.name, array.name, symbol: symbol))
      }
      order.append((role, n, array.name))
    case .positional(let place): positional.append((place, array))
    case .torch(let role):
      if role == .weights { torchWeights.append(array) } else { torchBiases.append(array) }
    case .cost:
      if let cost { throw ClaimProblem(.repeated(cost.name, array.name, symbol: "J")) }
      cost = array
    case nil: throw unknown(array.name)
    }
  }

  private func unknown(_ name: String) -> ClaimProblem {
    let names = shapes.layers.prefix(100).flatMap { ["W\($0)", "b\($0)", "delta\($0)"] } + ["cost"]
    return ClaimProblem(
      .unknownArray(
        name, nearest: nearestName(to: name, among: names), needed: shapes.needed))
  }

  /// Every array at its layer.
  func parts() throws(ClaimProblem) -> ClaimParts {
    // The errors may have numbers where the gradients have none.
    let hasNumbers = order.contains { $0.role != .errors }
    let unnumbered = positional.map(\.array) + torchWeights + torchBiases
    if hasNumbers, let other = unnumbered.first { throw unknown(other.name) }
    if !positional.isEmpty, let other = (torchWeights + torchBiases).first {
      throw unknown(other.name)
    }
    if !hasNumbers, !positional.isEmpty { return try positionalParts() }
    if !torchWeights.isEmpty { return try torchParts() }
    if order.isEmpty { throw ClaimProblem(.missing([], needed: shapes.needed)) }
    return try numberedParts()
  }
}

// MARK: - Numbered

extension ArchiveArrays {
  /// The number of the first layer that has weights: 2, as the notes count, or 1, or 0.
  private var firstNumber: Int {
    let numbers = order.map(\.number)
    if numbers.contains(shapes.lastLayer) { return 2 }
    return numbers.contains(0) ? 0 : numbers.contains(1) ? 1 : 2
  }

  private func numberedParts() throws(ClaimProblem) -> ClaimParts {
    let first = firstNumber
    let hasBiases = order.contains { $0.role == .biases }
    let weights = layers(.weights, from: first)
    let biases = layers(.biases, from: first)
    let missing = shapes.layers.flatMap { l in
      let n = l - 2 + first
      return (weights[l] == nil ? ["W\(n)"] : [])
        + (hasBiases && biases[l] == nil ? ["b\(n)"] : [])
    }
    guard missing.isEmpty else {
      throw ClaimProblem(.missing(missing, needed: shapes.needed))
    }
    let readings =
      first == 2
      ? []
      : shapes.layers.map {
        ClaimReading(
          name: weights[$0]!.name, layer: $0,
          layout: first == 1 ? .layersFromOne : .layersFromZero)
      }
    return try parts(
      weights: weights.elements.map { $0! },
      biases: hasBiases ? biases.elements.map { $0! } : nil, firstNumber: first, readings)
  }

  private func layers(_ role: ArrayName.Role, from first: Int) -> Layers<ClaimArray?> {
    Layers(first: 2, shapes.layers.map { numbered[.numbered(role, $0 - 2 + first)] })
  }

  /// With the errors and the cost, and without a name that is of no layer.
  private func parts(
    weights: [ClaimArray], biases: [ClaimArray]?, firstNumber: Int = 2,
    _ readings: [ClaimReading] = []
  ) throws(ClaimProblem) -> ClaimParts {
    let numbers = firstNumber..<firstNumber + shapes.lastLayer - 1
    if let stray = order.first(where: { !numbers.contains($0.number) }) {
      throw unknown(stray.name)
    }
    let errors = layers(.errors, from: firstNumber)
    let all = weights + (biases ?? []) + errors.elements.compactMap { $0 }
    let precision = ClaimPrecision(of: all)
    return ClaimParts(
      weights: Layers(first: 2, weights), biases: biases.map { Layers(first: 2, $0) },
      errors: errors, cost: cost, precision: precision,
      costPrecision: cost?.type == .single ? .single : precision, readings: readings)
  }
}

// MARK: - Without numbers

extension ArchiveArrays {
  /// W2, b2, W3, b3, …; W2, W3, … with the bias folded in; or one list of all.
  private func positionalParts() throws(ClaimProblem) -> ClaimParts {
    let arrays = positional.map(\.array)
    let count = shapes.lastLayer - 1
    if arrays.count == 1, arrays[0].isLine, arrays[0].numbers.count == shapes.parameters {
      return try parts(vector: arrays[0])
    }
    switch arrays.count {
    case 2 * count:
      return try parts(
        weights: (0..<count).map { arrays[2 * $0] }, biases: (0..<count).map { arrays[2 * $0 + 1] })
    case count: return try parts(weights: arrays, biases: nil)
    default: throw ClaimProblem(.positionalCount(found: arrays.count, needed: 2 * count))
    }
  }

  private func torchParts() throws(ClaimProblem) -> ClaimParts {
    let count = shapes.lastLayer - 1
    let counts = (torchWeights.count, torchBiases.count)
    guard counts == (count, count) || counts == (count, 0) else {
      throw ClaimProblem(
        .torchCount(weights: counts.0, biases: counts.1, needed: count, sizes: shapes.sizes))
    }
    return try parts(weights: torchWeights, biases: counts.1 == 0 ? nil : torchBiases)
  }

  /// All parameters in one list, as `torch.nn.utils.parameters_to_vector` has them: layer by layer, the
  /// weights row by row and then the biases.
  func parts(vector: ClaimArray) throws(ClaimProblem) -> ClaimParts {
    var (weights, biases): ([ClaimArray], [ClaimArray]) = ([], [])
    var position = 0
    func next(_ name: String, _ shape: [Int]) -> ClaimArray {
      let end = position + shape.reduce(1, *)
      defer { position = end }
      return ClaimArray(
        name: name, shape: shape, numbers: Array(vector.numbers[position..<end]), type: vector.type)
    }
    for l in shapes.layers {
      weights.append(next("W\(l)", [shapes.size(l), shapes.size(l - 1)]))
      biases.append(next("b\(l)", [shapes.size(l)]))
    }
    let reading = ClaimReading(name: vector.name, layer: 2, layout: .oneVector)
    return try parts(weights: weights, biases: biases, [reading])
  }
}
