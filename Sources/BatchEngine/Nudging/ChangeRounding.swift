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
  /// What is added in units of Σ_m |change|: rounding the sum, and what roundings are where a large
  /// nudge has led to another place than the point.
  let sum: Double

  init(
    _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>, _ table: OutputTable,
    _ known: Gradients<Bounded>?
  ) {
    let backward = known ?? Self.gradients(engine, pass)
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
          times: productTransposed(D, pass.activation[l - 1].map(\.magnitude)).value))
      biases.append(zip(backward.gradient.biases[l], timesOnes(D)).map { $0.error + γ * $1 })
      guard l > 2 else { break }
      D =
        transposedProduct(engine.W[l].map(\.magnitude), D).value
        ⊙ Self.activationSize(l - 1, engine, pass)
      units += 64 + Double(engine.network.size(l - 1))
    }
    parameters = Parameters(
      weights: Layers(first: 2, weights.reversed()), biases: Layers(first: 2, biases.reversed()))
    self.errors = Layers(first: 2, errors.reversed())
    sum = (Double(engine.batch.count) + units) * Bounded.unitRoundoff
  }

  private static func gradients(
    _ engine: BatchPropagation<Double>, _ pass: ForwardPass<Double>
  ) -> Gradients<Bounded> {
    let bounding = BatchPropagation<Bounded>(engine.network, engine.batch)
    return bounding.gradients(bounding.forward(holding: pass.sides))
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
        softmaxSize(m, h, table, &frame, scale, &D)
      }
    }
    return D
  }

  /// Column m of D^(L), from the parts by which the cost depends on the outputs.
  ///
  /// Δh_k, Δ log h_k, Δ log(1 − h_k) are c ([k = i] Δz_i − Σ_i h_i Δz_i), to first order, with
  /// c = h_k, 1 and h_k / (1 − h_k); Δ log(1 − h_p) of the largest output is Σ_i (q_i − h_i) Δz_i. All
  /// Δz are taken relative to that of z_p, which so acts through all others.
  private static func softmaxSize(
    _ m: Int, _ h: OutputProgram, _ table: OutputTable, _ frame: inout Frame<Bounded>,
    _ scale: Double, _ D: inout Matrix<Double>
  ) {
    let (K, first) = (D.rows, (m - 1) * D.rows)
    let p = Int(table.likeliest[m - 1]) + 1
    var own = Array(repeating: 0.0, count: K)
    var (shared, others) = (0.0, 0.0)
    for k in 1...K {
      let (output, complement) = (table.outputs[first + k - 1], table.complements[first + k - 1])
      for (part, name) in h.partNames.enumerated() {
        let slope = h.slope(part: part, k, &frame).value.magnitude
        if slope == 0 { continue }
        switch name {
        case .hk: own[k - 1] += slope * output
        case .log(.hk): own[k - 1] += slope
        default:
          if k == p { others += slope } else { own[k - 1] += slope * output / complement }
        }
      }
      shared += own[k - 1]
    }
    for k in 1...K where k != p {
      let place = first + k - 1
      let spread = table.outputs[place] * (shared + others) + table.others[place] * others
      D[k, m] = scale * (own[k - 1] + spread)
      D[p, m] += D[k, m]
    }
  }
}
