// The degenerate networks are the classical methods: [W] §8; [R] "Reviewing Polynomial Regression".

import Nabla
import Testing

@Suite("Networks without a hidden layer")
struct ClassicalTests {
  @Test("identity and quadratic cost are linear regression, (Σ x xᵀ) θ = Σ x y  [W] §8.1")
  func linear() throws { try descend("iris-linear") }

  @Test("with λ/2M Σ w² ridge regression, (Σ x xᵀ + λ) θ = Σ x y  [W] §8.1, §9.2")
  func ridge() throws { try descend("iris-ridge") }

  @Test("logistic and cross entropy are logistic regression  [W] §8.2")
  func logistic() throws { try descend("iris-logistic") }

  @Test("softmax and log loss are softmax regression  [W] §8.3")
  func softmax() throws { try descend("iris-softmax") }

  @Test("powers of x are polynomial regression, y = k₀ + k₁ x + … + k_d x^d  [R]")
  func polynomial() throws { try descend("polynomial") }

  @Test("every network of the file is trained")
  func complete() {
    let names = ["iris-linear", "iris-ridge", "iris-logistic", "iris-softmax", "polynomial"]
    #expect(ClassicalOptimum.all.map(\.network) == names)
  }
}

/// Descends as the file says until the gradient is small, and looks how far from the known minimum
/// that is.
private func descend(
  _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let optimum = ClassicalOptimum.named(name)
  let file = try optimum.file()
  let engine = BlockedDescent(file.network, file.batch)
  let trainer = Trainer(file.training, engine: engine, parameters: file.network.parameters)
  var run = TrainingRun(trainer) { 0 }
  let report = run.run()
  guard case .gradientGoal(let size) = report.stop else {
    Issue.record("\(name) stops with \(report.stop)", sourceLocation: sourceLocation)
    return
  }
  // What the gradient's own rounding adds: sums over the examples of terms of size 10 at most.
  let bound = optimum.distance(gradientSize: size + 1e-14)
  let distance = optimum.distance(to: report.network.parameters)
  #expect(
    distance <= bound, "\(name): ‖θ − θ*‖ = \(distance) > \(bound), ‖∇J‖ = \(size)",
    sourceLocation: sourceLocation)
  // J is convex: it is above its minimum by no more than ‖∇J‖ ‖θ − θ*‖.
  #expect(
    (report.training.cost - optimum.cost.value).magnitude <= size * bound + 1e-15,
    "\(name): J = \(report.training.cost), at the minimum \(optimum.cost.value)",
    sourceLocation: sourceLocation)
}
