// Weights and biases, and what has their shape: a gradient.

public import Numbers

/// A number for every weight and every bias: the parameters themselves, or ∂J/∂ each of them.
///
/// - Shapes: `weights[l]` is W^(ℓ), s_ℓ × s_(ℓ−1); `biases[l]` is b^(ℓ), s_ℓ; l = 2 … L.
@frozen
public struct Parameters<S: Scalar>: Sendable {
  public var weights: Layers<Matrix<S>>
  public var biases: Layers<[S]>

  @inlinable
  public init(weights: Layers<Matrix<S>>, biases: Layers<[S]>) {
    self.weights = weights
    self.biases = biases
  }

  @inlinable
  public func map<T: Scalar>(_ transform: (S) throws -> T) rethrows -> Parameters<T> {
    Parameters<T>(
      weights: try weights.map { try $0.map(transform) },
      biases: try biases.map { try $0.map(transform) })
  }

  /// How many numbers there are.
  public var count: Int {
    weights.elements.reduce(0) { $0 + $1.entries.count }
      + biases.elements.reduce(0) { $0 + $1.count }
  }
}

extension Parameters: Equatable where S: Equatable {}

extension Parameters<Double> {
  /// Adds others, number by number.
  package mutating func add(_ other: Parameters<Double>) {
    for l in weights.range {
      add(other.weights[l].entries, to: &weights[l].entries)
      add(other.biases[l], to: &biases[l])
    }
  }

  private func add(_ terms: [Double], to sums: inout [Double]) {
    sums.withUnsafeMutableBufferPointer { sums in
      terms.withUnsafeBufferPointer { terms in
        precondition(sums.count == terms.count, "\(terms.count) numbers added to \(sums.count)")
        for n in sums.indices { sums[n] += terms[n] }
      }
    }
  }

  /// Σ of all squares: ‖∇J‖² of a gradient.
  public var sumOfSquares: Double {
    func sum(_ numbers: [Double]) -> Double { numbers.reduce(0) { $0 + $1 * $1 } }
    return weights.range.reduce(0) { $0 + sum(weights[$1].entries) + sum(biases[$1]) }
  }

  /// Whether every number is finite.
  public var isFinite: Bool {
    weights.range.allSatisfy { l in
      weights[l].entries.allSatisfy(\.isFinite) && biases[l].allSatisfy(\.isFinite)
    }
  }
}

extension Parameters {
  /// Every parameter, layer by layer: the weights row by row, then the biases.
  public var coordinates: [Coordinate] {
    weights.range.flatMap { l in
      let shape = weights[l]
      let weights = (1...shape.rows).flatMap { i in
        (1...shape.columns).map { j in Coordinate.weight(layer: l, i: i, j: j) }
      }
      return weights + (1...shape.rows).map { .bias(layer: l, i: $0) }
    }
  }

  /// The number at a coordinate.
  /// - Precondition: the coordinate is a weight's or a bias's.
  @inlinable
  public subscript(coordinate: Coordinate) -> S {
    get {
      switch coordinate {
      case .weight(let l, let i, let j): return weights[l][i, j]
      case .bias(let l, let i): return biases[l][i - 1]
      case .weightedInput: preconditionFailure("a weighted input is no parameter")
      }
    }
    set {
      switch coordinate {
      case .weight(let l, let i, let j): weights[l][i, j] = newValue
      case .bias(let l, let i): biases[l][i - 1] = newValue
      case .weightedInput: preconditionFailure("a weighted input is no parameter")
      }
    }
  }
}
