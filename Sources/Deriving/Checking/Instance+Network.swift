// A network and its batch as an instance: numbers for w, b, x, y, M, λ and c, definitions for z, a, h,
// J and δ.

public import NetworkModel
public import Notation

extension Instance {
  /// The numbers and the definitions of a network.
  ///
  /// Given are w_ij^(ℓ), b_i^(ℓ), x_n^(m), y_k^(m), M, λ and c. So that J has a derivative by each letter
  /// of the same number, a_n^(1)(m) is defined as x_n^(m), and h_k^(m) as a_k^(L)(m). g (by layer) and h (where it is elementwise) can also be used by name.
  ///
  /// - Parameters:
  ///   - current: the number that ℓ stands for.
  ///   - name: in words; the sizes and the number of examples, if `nil`.
  public init(_ network: Network, _ batch: Batch, current: Int, name: String? = nil) {
    let parameter = network.sharedParameter
    var functions: [Entry: Expression] = [:]
    for l in network.activations.range {
      functions[Entry("g", layer: l)] = network.activations[l].definition
    }
    if network.hypothesis.isElementwise {
      let formula = network.hypothesis.definition.replacing([.zk: .z])
      functions[Entry("h", layer: network.lastLayer)] = formula
      functions[Entry("h")] = formula
    }
    self.init(
      name: name ?? Self.name(of: network, batch), sizes: network.sizes, examples: batch.count,
      current: current, given: Self.numbers(of: network, batch, parameter),
      definitions: Self.definitions(of: network, general: parameter != nil), functions: functions)
  }

  static func name(of network: Network, _ batch: Batch) -> String {
    let sizes = network.sizes.map(String.init).joined(separator: "-")
    return "\(sizes), \(batch.count) example\(batch.count == 1 ? "" : "s")"
  }

  private static func numbers(
    of network: Network, _ batch: Batch, _ parameter: Double?
  ) -> [Entry: Double] {
    var given = [Entry("M"): Double(batch.count)]
    given[Entry("c")] = parameter
    let (penalty, letters) = (network.penalty, network.penalty.letters)
    if penalty.l2 != 0 { given[Entry(letters.square.name)] = penalty.l2 }
    if penalty.l1 != 0 { given[Entry(letters.magnitude.name)] = penalty.l1 }
    given[Entry("K")] = Double(network.outputs)
    for l in 1...network.lastLayer { given[Entry("s", layer: l)] = Double(network.size(l)) }
    for l in 2...network.lastLayer {
      for i in 1...network.size(l) {
        given[Entry("b", nodes: [i], layer: l)] = network.parameters.biases[l][i - 1]
        for j in 1...network.size(l - 1) {
          given[Entry("w", nodes: [i, j], layer: l)] = network.parameters.weights[l][i, j]
        }
      }
    }
    for m in 1...batch.count {
      for n in 1...network.size(1) {
        given[Entry("x", nodes: [n], example: m)] = batch.inputs[n, m]
      }
      for k in 1...network.outputs {
        given[Entry("y", nodes: [k], example: m)] = batch.targets[k, m]
      }
    }
    return given
  }

  /// - Parameter general: whether c is given; else the numbers stand in the formulas.
  private static func definitions(of network: Network, general: Bool) -> [Definition] {
    let (hypothesis, last) = (network.hypothesis, Layer.number(network.lastLayer))
    let output = general ? hypothesis.generalDefinition : hypothesis.definition
    let k = Index.k
    let n = Index("n", .nodes(.number(1)))
    var definitions = [
      .weightedInput,
      Definition(
        Letter("a", nodes: [n], layer: .number(1), example: .m),
        .letter("x", n, example: .m), name: "the first activation value is the feature"),
      Definition(
        Letter("a", nodes: [k], layer: last, example: .m), output.ofExample,
        name: "definition of \(hypothesis.name)"),
      Definition(
        Letter("z", node: k, example: .m), .letter("z", k, layer: .last, example: .m),
        name: "z_k is the weighted input of the output layer"),
      Definition(
        Letter("h", node: k, example: .m), .letter("a", k, layer: .last, example: .m),
        name: "the output is the last activation value"),
      .cost(network.cost, network.penalty, of: (2...network.lastLayer).map(Layer.number)),
      .error,
    ]
    for l in network.activations.range {
      let activation = network.activations[l]
      let layer = Layer.number(l)
      let own = Definition.activation(activation, in: layer)
      let z = Expression.letter("z", own.letter.nodes[0], layer: layer, example: .m)
      definitions.append(
        general
          ? own
          : Definition(own.letter, activation.definition.replacing([.z: z]), name: own.name))
    }
    return definitions
  }
}

extension Network {
  /// The number of the letter c, if the functions that have it agree on it; `nil` also where none has.
  var sharedParameter: Double? {
    var numbers = activations.elements.filter { $0.generalDefinition.contains(.c) }
      .compactMap(\.parameter?.value)
    if hypothesis.generalDefinition.contains(.c), let own = hypothesis.parameter {
      numbers.append(own.value)
    }
    return Set(numbers).count == 1 ? numbers[0] : nil
  }
}
