// The file to fill in: seven functions, each with its formula.

extension NewPackage {
  static let network = #"""
    // A neural network that learns by backpropagation, written by you in seven steps.
    //
    // Each step is one function below. It returns nil now, which means "not attempted". Write it, run
    //
    //     swift test
    //
    // and the test of that step says whether it is right. README.md has the path through all of them.
    //
    // How numbers are kept. Lists by layer are indexed by the number of the layer, as in the formulas:
    // weights[2] is W^(2), and weights[0] and weights[1] are empty. Layer 1 is the input, layer L the
    // output. Nodes count from 0, as arrays do:
    //
    //     weights[l][i][j]   the weight to node i of layer l from node j of layer l − 1
    //     biases[l][i]       the bias of node i of layer l
    //
    // Failure texts count from 1, as the formulas do: node 3 is index 2.
    //
    // Every node is logistic, g(z) = 1/(1 + e^(−z)), and the cost of M examples is quadratic:
    //
    //     J = 1/2M Σ_m Σ_k (h_k − y_k)²  +  λ/2M Σ w²

    import Foundation

    struct MyNetwork: Sendable {
      /// weights[2] … weights[L]
      var weights: [[[Double]]]
      /// biases[2] … biases[L]
      var biases: [[Double]]
      /// λ
      var lambda: Double

      init(weights: [[[Double]]], biases: [[Double]], lambda: Double) {
        self.weights = weights
        self.biases = biases
        self.lambda = lambda
      }

      /// L, the number of the output layer.
      var L: Int { weights.count - 1 }

      // MARK: - Given

      /// g(z) = 1/(1 + e^(−z))
      func g(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

      // MARK: - Step 1: forward
      //
      //     z_i^(ℓ) = Σ_j w_ij^(ℓ) a_j^(ℓ−1) + b_i^(ℓ)
      //     a_i^(ℓ) = g(z_i^(ℓ))                          for ℓ = 2 … L, with a^(1) = x
      //
      // Return both, by layer: z = [[], [], z^(2), …, z^(L)] and a = [[], x, a^(2), …, a^(L)].

      func forward(_ x: [Double]) -> (z: [[Double]], a: [[Double]])? {
        nil
      }

      // MARK: - Step 2: the error of the output layer
      //
      //     δ_k^(L) = ∂J/∂z_k^(L)       of a single example, so M = 1
      //
      // What is it for the cost above, in h = a^(L), y and z = z^(L)? `nabla derive quadratic logistic`
      // derives it, but try it on paper first: one chain rule, ∂J/∂h_k · ∂h_k/∂z_k.

      func outputError(z: [Double], h: [Double], y: [Double]) -> [Double]? {
        nil
      }

      // MARK: - Step 3: the error of a hidden layer
      //
      //     δ_j^(ℓ) = ∂J/∂z_j^(ℓ)
      //
      // Node j of layer l leads to every node i of layer l + 1: sum over all those paths. `errorAbove`
      // is δ^(ℓ+1), `z` is z^(ℓ); weights[l + 1] lie between the two layers.

      func hiddenError(layer l: Int, errorAbove: [Double], z: [Double]) -> [Double]? {
        nil
      }

      // MARK: - Step 4: the gradient of the weights
      //
      //     ∂J/∂w_ij^(ℓ)                from `error`, δ^(ℓ), and `activationBelow`, a^(ℓ−1)
      //
      // A row for each node i, with a number for each node j.

      func weightGradient(error: [Double], activationBelow: [Double]) -> [[Double]]? {
        nil
      }

      // MARK: - Step 5: the gradient of the biases
      //
      //     ∂J/∂b_i^(ℓ)                 from `error`, δ^(ℓ)

      func biasGradient(error: [Double]) -> [Double]? {
        nil
      }

      // MARK: - Step 6: a batch
      //
      // Put steps 1 to 5 together: for every example forward, then δ^(L), and from the output layer down
      // δ^(ℓ), ∂J/∂W^(ℓ) and ∂J/∂b^(ℓ). J is the average over the M examples, and so is its gradient.
      //
      // Return both by layer, as weights and biases are: dW[0] and dW[1] are empty. This makes zeros of
      // the right shape:
      //
      //     var dW = weights.map { $0.map { $0.map { _ in 0.0 } } }
      //     var db = biases.map { $0.map { _ in 0.0 } }

      func gradients(
        inputs: [[Double]], targets: [[Double]]
      ) -> (weights: [[[Double]]], biases: [[Double]])? {
        nil
      }

      // MARK: - Step 7: the penalty
      //
      // J has the term λ/2M Σ w², over all weights and no bias. Add its derivative to the gradient of
      // step 6, which is given here; `examples` is M.

      func addingPenalty(
        weights dW: [[[Double]]], biases db: [[Double]], examples M: Int
      ) -> (weights: [[[Double]]], biases: [[Double]])? {
        nil
      }

      // MARK: - Given

      /// J over a batch; nil until step 1 is written.
      func cost(inputs: [[Double]], targets: [[Double]]) -> Double? {
        let M = Double(inputs.count)
        var J = 0.0
        for (x, y) in zip(inputs, targets) {
          guard let h = forward(x)?.a.last, h.count == y.count else { return nil }
          for k in y.indices { J += (h[k] - y[k]) * (h[k] - y[k]) / (2 * M) }
        }
        for w in weights.joined().joined() { J += lambda * w * w / (2 * M) }
        return J
      }
    }

    """#
}
