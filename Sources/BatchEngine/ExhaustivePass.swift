// A forward pass that knows its rounding: FP2.1 and FP2.2 of [W] §5.2, for the exhaustive probe.

import NetworkModel
import Notation
import Numbers

/// What stays the same from one pass of the exhaustive probe to the next.
struct ExhaustiveFormulas: Sendable {
  let network: Network
  let batch: Batch
  /// Where every kink is held.
  let sides: Sides
  let g: Layers<ActivationProgram>
  let h: OutputProgram
  let penalty: PenaltyProgram
  /// What stands before the sums of the cost.
  let scale: DoubleDouble

  init(_ network: Network, _ batch: Batch, _ sides: Sides) {
    self.network = network
    self.batch = batch
    self.sides = sides
    g = network.activations.map(ActivationProgram.init)
    h = OutputProgram(
      hypothesis: network.hypothesis, cost: network.cost, outputs: network.outputs, fast: true)
    penalty = PenaltyProgram(network.penalty)
    var frame = h.frame(over: DoubleDouble.self, examples: batch.count)
    scale = h.scale(&frame)
  }
}

/// One forward pass in `Double` with the kinks held, and a bound on the rounding of its cost.
///
/// It sums by itself, one product after the other with the roundings kept, so its bound does not
/// depend on how the engine's products are summed.
struct ExhaustivePass: Sendable {
  let formulas: ExhaustiveFormulas
  var weightedInput: Layers<Matrix<Double>>
  var activation: Layers<Matrix<Double>>
  /// Bounds on the rounding of each z and of each g(z) by itself.
  var inputRounding: Layers<Matrix<Double>>
  var activationRounding: Layers<Matrix<Double>>
  /// A kink whose other side the numbers are on.
  var crossing: Kink?
  /// J, and a bound on its error.
  var cost = DoubleDouble.zero
  var roundingBound = 0.0

  /// - Parameter replaced: a weighted input, and the value that takes its place.
  init(
    _ formulas: ExhaustiveFormulas, _ parameters: Parameters<Double>,
    replacing replaced: (coordinate: Coordinate, value: Double)? = nil
  ) {
    self.formulas = formulas
    let M = formulas.batch.count
    let layers = parameters.weights.map { Matrix<Double>(rows: $0.rows, columns: M) }
    (weightedInput, inputRounding, activationRounding) = (layers, layers, layers)
    activation = Layers(first: 1, [formulas.batch.inputs] + layers.elements)
    for l in layers.range {
      let (W, b) = (parameters.weights[l], parameters.biases[l])
      for i in 1...W.rows { computeRow(l, i, W.entries[W.range(ofRow: i)], bias: b[i - 1]) }
      if let replaced, case .weightedInput(l, let i, let m) = replaced.coordinate {
        weightedInput[l][i, m] = replaced.value
      }
      if l < formulas.network.lastLayer { activate(l) }
    }
    finish(parameters)
  }

  /// z_i^(ℓ) = b_i + Σ_j w_ij a_j for all examples, and a bound on its rounding.
  ///
  /// The rounding of an addition is a number, s + p − fl(s + p), and so is that of a product. Their sum
  /// is added at the end, so that little more than the rounding of z itself is left.
  private mutating func computeRow(
    _ l: Int, _ i: Int, _ weights: ArraySlice<Double>, bias: Double
  ) {
    let M = formulas.batch.count
    var sums = Array(repeating: bias, count: M)
    var errors = Array(repeating: 0.0, count: M)
    var bounds = errors
    let inputs = activation[l - 1].entries
    var start = 0
    for w in weights {
      defer { start += M }
      if w == 0 { continue }
      for m in 0..<M {
        let a = inputs[start + m]
        let product = w * a
        let sum = DoubleDouble.sum(sums[m], product)
        let lost = sum.low + (-product).addingProduct(w, a)
        sums[m] = sum.high
        errors[m] += lost
        // What `lost` and the sum of these round, and products below the normal numbers.
        bounds[m] += Bounded.unitRoundoff * (2 * lost.magnitude + errors[m].magnitude)
        if product.magnitude < 0x1p-960 { bounds[m] += .leastNonzeroMagnitude }
      }
    }
    for m in 0..<M {
      let z = DoubleDouble.sum(sums[m], errors[m])
      weightedInput[l][i, m + 1] = sums[m].isFinite ? z.high : sums[m]
      inputRounding[l][i, m + 1] = (z.low.magnitude + bounds[m]) * (1 + 0x1p-40)
    }
  }

  /// A = g(Z) with the kinks held, and its rounding; under dropout g(Z) ⊙ D.
  private mutating func activate(_ l: Int) {
    let g = formulas.g[l]
    var frame = g.frame(over: Bounded.self)
    frame.holdsSides = true
    for position in weightedInput[l].entries.indices {
      frame.sides = formulas.sides.nodes[l][position]
      frame.crossed = false
      var a = g.value(Bounded(weightedInput[l].entries[position]), &frame)
      if let mask = formulas.batch.masks?[l] { a = Bounded(mask.entries[position]) * a }
      activation[l].entries[position] = a.value
      activationRounding[l].entries[position] = a.error
      if frame.crossed && crossing == nil {
        let (i, m) = position.quotientAndRemainder(dividingBy: formulas.batch.count)
        crossing = .node(layer: l, i: i + 1, example: m + 1)
      }
    }
  }
}
