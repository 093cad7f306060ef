// Every path from a weight to the cost: [R], "the sum over all paths".

public import NetworkModel
public import Notation
public import Numbers

/// A way from a parameter through the network to the cost.
public struct NetworkPath: Sendable {
  /// The node in each layer from the parameter's to the output layer.
  public let nodes: [Int]
  /// The example m that it is a path of.
  public let example: Int
  /// The factors: a, g′, w, g′, w, …, δ_k^(L).
  public let product: Expression
  /// The product's value.
  public let value: DoubleDouble
}

/// All paths of one parameter, with their sum.
public struct PathList: Sendable {
  /// The weight or the bias that the paths begin at.
  public let parameter: Coordinate
  /// ∂J/∂ the parameter, as a letter.
  public let slope: Letter
  /// The paths that are listed: all, or the first of very many.
  public let paths: [NetworkPath]
  /// How many there are; `nil` where the number is beyond 2⁶³.
  public let count: Int?
  /// The sum over all of them, and the penalty's term where there is one.
  public let sum: DoubleDouble
  /// The penalty's term of ∂J/∂w; 0 for a bias.
  public let penalty: DoubleDouble
}

extension WorkedExample {
  /// The paths of a weight or a bias.
  ///
  ///     ∂J/∂w_ij^(ℓ) = Σ_m Σ_paths a_j^(ℓ−1) g′(z_i^(ℓ)) w^(ℓ+1) … w^(L) δ_k^(L)                [R]
  ///
  /// - Precondition: the coordinate is a parameter of the network.
  /// - Complexity: O(`limit` · L); only so many paths are listed.
  public func paths(from parameter: Coordinate, limit: Int = 200) -> PathList {
    if case .weightedInput = parameter {
      preconditionFailure("\(parameter) is a weighted input, and paths begin at parameters")
    }
    let sizes = (parameter.layer..<network.lastLayer).map { network.size($0 + 1) }
    let perExample = sizes.product
    var paths: [NetworkPath] = []
    for m in 1...batch.count where paths.count < limit {
      for position in 0..<min(perExample ?? .max, limit - paths.count) {
        paths.append(path(parameter, number: position, example: m))
      }
    }
    let slope = parameter.slopeLetter(examples: batch.count)
    guard let total = value(of: slope) else {
      preconditionFailure("\(parameter) is no parameter of a network of sizes \(network.sizes)")
    }
    let penalty = penaltySlope(parameter)
    return PathList(
      parameter: parameter, slope: slope, paths: paths,
      count: (sizes + [batch.count]).product,
      sum: total - penalty, penalty: penalty)
  }

  /// The path whose nodes are the digits of its number, the output layer's the last.
  private func path(_ parameter: Coordinate, number: Int, example m: Int) -> NetworkPath {
    let last = network.lastLayer
    let l = parameter.layer
    var rest = number
    var nodes: [Int] = []
    for layer in stride(from: last, to: l, by: -1) {
      nodes.append(rest % network.size(layer) + 1)
      rest /= network.size(layer)
    }
    nodes = [parameter.node] + nodes.reversed()
    var factors: [Letter] = []
    if case .weight(_, _, let j) = parameter {
      factors.append(l == 2 ? letter("x", j, m, nil) : letter("a", j, m, l - 1))
    }
    for layer in l..<last {
      let node = nodes[layer - l]
      factors.append(letter("g′", node, m, layer))
      factors.append(Letter("w", at: nodes[layer - l + 1], node, layer: layer + 1))
    }
    factors.append(letter("δ", nodes[last - l], m, last))
    return NetworkPath(
      nodes: nodes, example: m,
      product: factors.count == 1
        ? .letter(factors[0]) : .product(factors.map { .letter($0) }),
      value: factors.reduce(.one) { $0 * value(of: $1)! })
  }

  private func letter(_ name: String, _ node: Int, _ m: Int, _ layer: Int?) -> Letter {
    Letter(name, at: node, layer: layer, example: batch.count == 1 ? nil : m)
  }

  /// The penalty's part of a weight's slope: its terms of BP3.
  private func penaltySlope(_ parameter: Coordinate) -> DoubleDouble {
    guard case .weight(let l, let i, let j) = parameter,
      let equation = equations.gradient.first(where: {
        $0.quantity == .weightGradient && $0.layer == l
      }), let term = equation.penalty
    else { return .zero }
    let place = Dictionary(
      uniqueKeysWithValues: zip(equation.left.nodes.map(\.plain), [i, j]))
    let formula = Writing(sizes: network.sizes, examples: batch.count).formula(term, place)
    guard let value = value(of: formula) else {
      preconditionFailure("the penalty's term of \(parameter) has no value: \(formula)")
    }
    return value
  }
}

extension [Int] {
  /// The product of all, as long as it is a number.
  fileprivate var product: Int? {
    reduce(1) { product, factor in
      guard let (value, overflow) = product?.multipliedReportingOverflow(by: factor), !overflow
      else { return nil }
      return value
    }
  }
}
