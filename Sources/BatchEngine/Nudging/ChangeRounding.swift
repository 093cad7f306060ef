// How far changes of the cost can be off.
//
// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1.

import NetworkModel
import Notation
import Numbers

/// What bounds the rounding of a change of J.
///
/// A change passes through the layers as a change, and each operation rounds it by a few units in its
/// own last place, so the rounding is a number of units times |t| times the derivative that there
/// would be if nothing cancelled:
///
///     D^(ℓ) = |W^(ℓ+1)|ᵀ D^(ℓ+1) ⊙ |g′|,   D |A|ᵀ for weights, D 1 for biases
///
/// Besides, the kept forward pass is not exact, which moves the derivative as the claim's rounding
/// moves the claim; the bound on that is the error of a backward pass in `Bounded`.
struct ChangeRounding: Sendable {
  /// The bound divided by the nudge, by coordinate.
  let parameters: Parameters<Double>
  let errors: Layers<Matrix<Double>>
  /// What rounding the sum over the examples adds, in units of Σ_m |change|.
  let sum: Double

  init(
    _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>, _ table: OutputTable
  ) {
    let bounding = BatchPropagation<Bounded>(engine.network, engine.batch)
    let backward = bounding.backward(bounding.forward(holding: pass.sides))
    var D = Self.outputSize(engine, pass, table)
    let L = engine.L
    var units = 64 + 2 * Double(engine.network.outputs)
    var (weights, biases): ([Matrix<Double>], [[Double]]) = ([], [])
    var errors: [Matrix<Double>] = []
    for l in stride(from: L, through: 2, by: -1) {
      let γ = units * Bounded.unitRoundoff
      errors.append(Self.bound(backward.error[l], plus: γ, times: D))
      weights.append(
        Self.bound(
          backward.gradient.weights[l], plus: γ,
          times: productTransposed(D, pass.activation[l - 1].map(\.magnitude))))
      biases.append(zip(backward.gradient.biases[l], timesOnes(D)).map { $0.error + γ * $1 })
      guard l > 2 else { break }
      D =
        transposedProduct(engine.W[l].map(\.magnitude), D)
        ⊙ Self.activationSize(l - 1, engine, pass)
      units += 64 + Double(engine.network.size(l - 1))
    }
    parameters = Parameters(
      weights: Layers(first: 2, weights.reversed()), biases: Layers(first: 2, biases.reversed()))
    self.errors = Layers(first: 2, errors.reversed())
    sum = Double(engine.batch.count + 8) * Bounded.unitRoundoff
  }

  /// The bound divided by the nudge.
  subscript(coordinate: Coordinate) -> Double {
    if case .weightedInput(let l, let i, let m) = coordinate { return errors[l][i, m] }
    return parameters[coordinate]
  }

  private static func bound(
    _ derivative: Matrix<Bounded>, plus γ: Double, times D: Matrix<Double>
  ) -> Matrix<Double> {
    Matrix(
      rows: D.rows, columns: D.columns,
      entries: zip(derivative.entries, D.entries).map { $0.error + γ * $1 })
  }

  /// A change so small that only its first power counts.
  private static let probe = 0x1p-30

  /// |g′| if nothing cancelled in g: the error that an error of z becomes.
  private static func activationSize(
    _ l: Int, _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> {
    var frame = engine.g[l].frame(over: Bounded.self)
    frame.holdsSides = true
    var size = pass.weightedInput[l]
    for position in size.entries.indices {
      frame.sides = pass.sides.nodes[l][position]
      let z = Bounded(size.entries[position], error: probe)
      size.entries[position] = engine.g[l].value(z, &frame).error / probe
    }
    return size
  }

  /// D^(L).
  private static func outputSize(
    _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>, _ table: OutputTable
  ) -> Matrix<Double> {
    let (h, K, M) = (engine.h, engine.network.outputs, engine.batch.count)
    var D = Matrix<Double>(rows: K, columns: M)
    var frame = h.frame(over: Bounded.self, examples: M)
    frame.holdsSides = true
    let scale = engine.scale.magnitude
    for m in 1...M {
      for k in 1...K {
        let z = pass.weightedInput[engine.L][k, m]
        h.set(
          k, z: Bounded(z, error: h.isElementwise ? probe : 0), y: Bounded(engine.Y[k, m]), &frame)
      }
      h.outputs(sides: { pass.sides.nodes[engine.L][($0 - 1) * M + m - 1] }, &frame)
      if h.isElementwise {
        for k in 1...K { D[k, m] = scale * h.term(k, &frame).error / probe }
      } else {
        let shares = (1...K).map { k in
          softmaxSize(k, h, complement: table.complements[(m - 1) * K + k - 1], &frame)
        }
        let total = shares.reduce(0, +)
        let p = Int(table.likeliest[m - 1]) + 1
        // Changes are taken relative to that of z_p, which acts through all others.
        for k in 1...K where k != p {
          D[k, m] = scale * (shares[k - 1] + h.output(k, of: frame).value * total)
          D[p, m] += D[k, m]
        }
      }
    }
    return D
  }

  /// Δh_k, Δ log h_k, Δ log(1 − h_k) are c ([k = i] Δz_i − Σ_i h_i Δz_i), to first order, with
  /// c = h_k, 1 and h_k / (1 − h_k): |∂term/∂part| c, over the parts.
  private static func softmaxSize(
    _ k: Int, _ h: OutputProgram, complement: Double, _ frame: inout Frame<Bounded>
  ) -> Double {
    let output = h.output(k, of: frame).value
    return h.partNames.enumerated().reduce(0) { sum, part in
      let slope = h.slope(part: part.offset, k, &frame).value.magnitude
      let size =
        switch part.element {
        case .hk: output
        case .log(.hk): 1.0
        default: output / complement
        }
      return sum + (slope == 0 ? 0 : slope * size)
    }
  }
}
