// Swift's own differentiation as an oracle that we did not write, where the toolchain has it.

#if canImport(_Differentiation)
  import Foundation
  import Nabla
  import Testing
  import _Differentiation

  /// The activations, written once more as ordinary Swift.
  private enum Formula: String, CaseIterable {
    case identity, logistic, rectifier, tanh

    var activation: Activation {
      switch self {
      case .identity: .identity
      case .logistic: .logistic
      case .rectifier: .rectifier()
      case .tanh: .tanh
      }
    }

    @differentiable(reverse,wrt: z)
    func value(_ z: Double) -> Double {
      switch self {
      case .identity: return z
      case .logistic: return 1 / (1 + exp(-z))
      case .rectifier: if z > 0 { return z } else { return 0 }
      case .tanh: return Foundation.tanh(z)
      }
    }
  }

  /// A 2-2-1 network with a logistic output, one number at a time.
  private struct SmallNetwork: Differentiable {
    var w11 = 0.1, w12 = -0.7, w21 = 0.9, w22 = 0.4
    var b1 = 0.3, b2 = -0.2
    var v1 = 1.5, v2 = -0.6, c = 0.25
    @noDerivative var formula: Formula

    @differentiable(reverse)
    func output(_ x1: Double, _ x2: Double) -> Double {
      let a1 = formula.value(w11 * x1 + w12 * x2 + b1)
      let a2 = formula.value(w21 * x1 + w22 * x2 + b2)
      return 1 / (1 + exp(-(v1 * a1 + v2 * a2 + c)))
    }

    /// The cross-entropy of two examples, and λ/2M Σ w² with λ = 0.4.
    @differentiable(reverse)
    func cost() -> Double {
      let (h1, h2) = (output(0.05, 0.8), output(0.9, -0.4))
      let squares = w11 * w11 + w12 * w12 + w21 * w21 + w22 * w22 + v1 * v1 + v2 * v2
      return -(log(h1) + log(1 - h2)) / 2 + 0.1 * squares
    }

    var network: Network {
      let hidden = Matrix<Double>(rows: 2, columns: 2, entries: [w11, w12, w21, w22])
      return Network(
        sizes: [2, 2, 1], activations: [formula.activation], hypothesis: .logistic,
        cost: .crossEntropy, penalty: Penalty(l2: 0.4, l1: 0),
        parameters: Parameters(
          weights: Layers(first: 2, [hidden, Matrix(rows: 1, columns: 2, entries: [v1, v2])]),
          biases: Layers(first: 2, [[b1, b2], [c]])))
    }

    static let batch = Batch(
      inputs: Matrix(rows: 2, columns: 2, entries: [0.05, 0.9, 0.8, -0.4]),
      targets: Matrix(rows: 1, columns: 2, entries: [1, 0]))
  }

  private func list(_ slopes: SmallNetwork.TangentVector) -> [Double] {
    [
      slopes.w11, slopes.w12, slopes.w21, slopes.w22, slopes.b1, slopes.b2, slopes.v1, slopes.v2,
      slopes.c,
    ]
  }

  @Suite("Swift's own differentiation agrees with backward propagation")
  struct SwiftDifferentiationTests {
    @Test("∇J of a 2-2-1 network, in both engines", arguments: Formula.allCases)
    private func gradient(_ formula: Formula) {
      let small = SmallNetwork(formula: formula)
      let (cost, theirs) = valueWithGradient(at: small) { $0.cost() }
      let scalar = Propagation(ScalarPropagation<Double>(small.network, SmallNetwork.batch))
      let batch = Propagation(BatchPropagation<Double>(small.network, SmallNetwork.batch))
      for ours in [scalar, batch] {
        let gradient = ours.backward.gradient
        let entries =
          gradient.weights[2].entries + gradient.biases[2] + gradient.weights[3].entries
          + gradient.biases[3]
        #expect((ours.forward.cost - cost).magnitude <= 4 * cost.ulp)
        expectEqual(entries, list(theirs), within: 1e-15, "∇J with \(formula)")
      }
    }

    @Test("g′(z) times a cotangent that is not 1", arguments: Formula.allCases)
    private func pullbacks(_ formula: Formula) {
      for z in [-3, -0.4, 0.2, 1.7] {
        for cotangent in [2.5, -0.03, 1e5] {
          // 1-1-1 with the identity and the quadratic cost: δ^(3) = h − y, W^(3) = 1, z^(2) = x = z.
          let network = Network(
            sizes: [1, 1, 1], activations: [formula.activation], hypothesis: .identity,
            cost: .quadratic,
            parameters: Parameters(
              weights: Layers(
                first: 2,
                [
                  Matrix(rows: 1, columns: 1, entries: [1]),
                  Matrix(rows: 1, columns: 1, entries: [1]),
                ]),
              biases: Layers(first: 2, [[0], [0]])))
          let (a, pullback) = valueWithPullback(at: z) { formula.value($0) }
          let batch = Batch(
            inputs: Matrix(rows: 1, columns: 1, entries: [z]),
            targets: Matrix(rows: 1, columns: 1, entries: [a - cotangent]))
          let ours = Propagation(BatchPropagation<Double>(network, batch)).backward.error
          let (δ, theirs) = (ours[2].entries[0], pullback(ours[3].entries[0]))
          // The slope may be 1 − a², of which the last bits are those of 1.
          let limit = 4e-16 * cotangent.magnitude
          #expect((δ - theirs).magnitude <= limit, "\(formula) at \(z): \(δ), Swift \(theirs)")
          #expect((ours[3].entries[0] - cotangent).magnitude <= 1e-9 * cotangent.magnitude)
        }
      }
    }
  }
#endif
