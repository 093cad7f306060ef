// The gradient that training is about to follow, checked.

import BatchEngine
public import GradientChecking
public import Learning
public import NetworkModel
import Numbers

extension GradientQuestion {
  /// Checks the gradient that training takes for ∇J of some examples of its training set.
  ///
  /// Backward propagation of both engines is measured as `nabla check` does, every δ and a sample of
  /// the parameters. Then every number of the descent's own gradient is compared with the batch
  /// engine's, within the bounds on the rounding of both.
  public func answer(_ trainingSet: Batch, _ options: CheckOptions) -> GradientAnswer {
    var batch = trainingSet.examples(examples.positions ?? Array(0..<trainingSet.count))
    batch.masks = examples.masks
    if let answer = answer(batch) { return answer }
    let report = GradientCheck(network, batch, options).run()
    switch report.verdict {
    case .right: return .right
    case .cannotTell: return .cannotTell
    case .wrong:
      let first = report.equations.first { $0.verdict == .wrong }
      return .wrong(
        equation: first?.equation.rawValue ?? "BP1", layer: first?.layer ?? network.lastLayer)
    }
  }

  /// The first equation whose results differ from the batch engine's, from the output layer down.
  ///
  /// ∇_b is Δ summed up: where it is right, so is Δ, and a wrong ∇_W is BP3's. Where both are wrong, Δ
  /// is.
  private func answer(_ batch: Batch) -> GradientAnswer? {
    let engine = BatchPropagation<Double>(network, batch)
    let expected = engine.gradients(engine.forward()).gradient
    let bounding = BatchPropagation<Bounded>(network, batch)
    let bounds = bounding.gradients(bounding.forward()).gradient
    for l in stride(from: network.lastLayer, through: 2, by: -1) {
      let weightsDiffer = differ(
        gradient.weights[l].entries, expected.weights[l].entries, bounds.weights[l].entries)
      let biasesDiffer = differ(gradient.biases[l], expected.biases[l], bounds.biases[l])
      switch (weightsDiffer, biasesDiffer) {
      case (false, false): continue
      case (true, false): return .wrong(equation: "BP3", layer: l)
      case (false, true): return .wrong(equation: "BP4", layer: l)
      case (true, true): return .wrong(equation: l == network.lastLayer ? "BP1" : "BP2", layer: l)
      }
    }
    return nil
  }

  /// Each of the two is within the bound of what an exact computation gives; the λ/M of the descent's
  /// penalty is rounded in another way, which four units more allow for.
  private func differ(_ claimed: [Double], _ expected: [Double], _ bounds: [Bounded]) -> Bool {
    zip(claimed, zip(expected, bounds)).contains { g, other in
      !((g - other.0).magnitude <= 2 * other.1.error + 4 * max(g.magnitude, other.0.magnitude).ulp)
    }
  }
}
