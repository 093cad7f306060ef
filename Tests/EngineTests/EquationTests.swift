// Each equation of each engine by itself, fed with numbers that no network made.

import Nabla
import RandomNetworks
import Testing

@Suite("Equations, one by one")
struct EquationTests {
  static let subjects =
    Subject.fixtures
    + [.none, .kinks, .integers].flatMap { Array(Subject.random($0, count: 6, long: 100)) }

  /// What an equation is fed with: a pass and a random Δ for every layer.
  struct Setting {
    let pass: ForwardPass<Double>
    let error: Layers<Matrix<Double>>

    init(_ subject: Subject) {
      pass = ScalarPropagation<Double>(subject.network, subject.batch).forward()
      var random = SeededGenerator(seed: 71)
      error = pass.weightedInput.map { $0.map { _ in random.uniform(-1...1) } }
    }
  }

  private func engines(_ subject: Subject) -> [(String, any PropagationEngine<Double>)] {
    [
      ("scalar", ScalarPropagation<Double>(subject.network, subject.batch)),
      ("batch", BatchPropagation<Double>(subject.network, subject.batch)),
    ]
  }

  @Test("z_i^(ℓ) = b_i + Σ_j w_ij a_j  (FP1.1, FP2.1)", arguments: subjects)
  func weightedInput(subject: Subject) {
    let parameters = subject.network.parameters
    for (engine, propagation) in engines(subject) {
      let pass = propagation.forward(holding: nil)
      #expect(pass.activation[1] == subject.batch.inputs)
      for l in pass.weightedInput.range {
        let (w, a) = (parameters.weights[l], pass.activation[l - 1])
        for (i, m) in pairs(pass.weightedInput[l]) {
          let terms = (1...w.columns).map { w[i, $0] * a[$0, m] } + [parameters.biases[l][i - 1]]
          check(
            pass.weightedInput[l][i, m], terms,
            "\(engine) z_\(i)^(\(l))(\(m)); \(subject.description)")
        }
      }
    }
  }

  @Test(
    "∂J/∂a_j^(ℓ) = Σ_i w_ij^(ℓ+1) δ_i^(ℓ+1), and δ_j^(ℓ) is that times g′(z_j)  (BP2.1, BP2.2)",
    arguments: subjects)
  func hiddenError(subject: Subject) {
    let setting = Setting(subject)
    for (engine, propagation) in engines(subject) {
      for l in (2..<subject.network.lastLayer) {
        let above = setting.error[l + 1]
        let w = subject.network.parameters.weights[l + 1]
        let gradient = propagation.activationGradient(l, errorAbove: above)
        let error = propagation.hiddenError(l, errorAbove: above, setting.pass)
        let slope = propagation.slope(l, setting.pass)!
        for (j, m) in pairs(gradient) {
          let terms = (1...w.rows).map { w[$0, j] * above[$0, m] }
          check(gradient[j, m], terms, "\(engine) ∂J/∂a_\(j)^(\(l))(\(m)); \(subject.description)")
          let product = gradient[j, m] * slope[j, m]
          #expect(error[j, m] == product, "\(engine) δ_\(j)^(\(l))(\(m)); \(subject.description)")
        }
      }
    }
  }

  @Test(
    "∂J/∂w_ij = Σ_m δ_i(m) a_j(m) + λ₂/M w_ij + λ₁/M sign(w_ij)  (BP3.1, BP3.2)",
    arguments: subjects)
  func weightGradient(subject: Subject) {
    let setting = Setting(subject)
    let M = Double(subject.batch.count)
    for penalty in [
      subject.network.penalty, Penalty(l2: 0.6), Penalty(l1: 0.25), Penalty(l2: 3, l1: 2),
    ] {
      let other = subject.with(penalty: penalty)
      for (engine, propagation) in engines(other) {
        let pass = propagation.forward(holding: nil)
        for l in setting.error.range {
          let (Δ, a) = (setting.error[l], setting.pass.activation[l - 1])
          let w = subject.network.parameters.weights[l]
          let gradient = propagation.weightGradient(l, error: Δ, pass)
          for (i, j) in pairs(w) {
            let sign: Double = w[i, j] > 0 ? 1 : w[i, j] < 0 ? -1 : 0
            let terms =
              (1...subject.batch.count).map { Δ[i, $0] * a[j, $0] }
              + [penalty.l2 / M * w[i, j], penalty.l1 / M * sign]
            check(
              gradient[i, j], terms,
              "\(engine) ∂J/∂w_\(i)\(j)^(\(l)), \(penalty); \(subject.description)")
          }
        }
      }
    }
  }

  @Test("∂J/∂b_i = Σ_m δ_i(m), without a penalty  (BP4.1, BP4.2)", arguments: subjects)
  func biasGradient(subject: Subject) {
    let setting = Setting(subject)
    for (engine, propagation) in engines(subject.with(penalty: Penalty(l2: 9, l1: 9))) {
      for l in setting.error.range {
        let Δ = setting.error[l]
        let gradient = propagation.biasGradient(l, error: Δ)
        for i in 1...Δ.rows {
          let terms = (1...Δ.columns).map { Δ[i, $0] }
          check(gradient[i - 1], terms, "\(engine) ∂J/∂b_\(i)^(\(l)); \(subject.description)")
        }
      }
    }
  }

  @Test("J with a penalty is J without, plus λ₂/2M Σ w² + λ₁/M Σ |w|", arguments: subjects)
  func penalty(subject: Subject) {
    let M = Double(subject.batch.count)
    let weights = subject.network.parameters.weights.elements.flatMap(\.entries)
    for penalty in [Penalty(l2: 0.6), Penalty(l1: 0.25), Penalty(l2: 3, l1: 2)] {
      let (plain, other) = (subject.with(penalty: Penalty.none), subject.with(penalty: penalty))
      for ((engine, without), (_, with)) in zip(engines(plain), engines(other)) {
        let J = without.forward(holding: nil).cost
        let terms =
          [J]
          + weights.map {
            penalty.l2 / (2 * M) * $0 * $0 + penalty.l1 / M * $0.magnitude
          }
        check(
          with.forward(holding: nil).cost, terms, "\(engine) J, \(penalty); \(subject.description)")
      }
    }
  }

  /// Each is within its bound of the exact number. Their roundings differ: the kernels may multiply and
  /// add in one operation, and have functions of their own.
  @Test(
    "the batch engine's numbers are the scalar engine's, within both bounds", arguments: subjects)
  func engines(subject: Subject) {
    let (network, batch) = (subject.network, subject.batch)
    let left = Propagation(BatchPropagation<Double>(network, batch))
    let right = Propagation(ScalarPropagation<Double>(network, batch))
    #expect(left.forward.sides == right.forward.sides, "\(subject.description)")
    #expect(Set(left.forward.kinks) == Set(right.forward.kinks), "\(subject.description)")
    let sides = left.forward.sides
    let bounds = zip(
      Propagation(BatchPropagation<Bounded>(network, batch), holding: sides).quantities,
      Propagation(ScalarPropagation<Bounded>(network, batch), holding: sides).quantities)
    for ((left, right), bound) in zip(zip(left.quantities, right.quantities), bounds) {
      for position in left.entries.indices {
        let (l, r) = (left.entries[position], right.entries[position])
        let limit = bound.0.entries[position].error + bound.1.entries[position].error
        #expect(
          (l - r).magnitude <= firstOrder * limit,
          "\(left.name), entry \(position + 1): \(l), \(r), bound \(limit); \(subject.description)")
      }
    }
  }

  private func pairs(_ matrix: Matrix<Double>) -> [(Int, Int)] {
    (1...matrix.rows).flatMap { i in (1...matrix.columns).map { (i, $0) } }
  }

  /// A sum in any order is right to n u times the sum of its terms' magnitudes.
  private func check(_ sum: Double, _ terms: [Double], _ what: @autoclosure () -> String) {
    let expected = terms.map { DoubleDouble($0) }.reduce(.zero, +).real
    let size = terms.reduce(0) { $0 + $1.magnitude }
    let limit = Double(terms.count + 4) * 0x1p-53 * size
    #expect((sum - expected).magnitude <= limit, "\(what()): \(sum), \(expected)")
  }
}

extension Subject {
  init(description: String, _ network: Network, _ batch: Batch) {
    (self.description, self.network, self.batch) = (description, network, batch)
  }

  /// The same network and batch with other functions.
  func with(
    activation: Activation? = nil, hypothesis: Hypothesis? = nil, cost: Cost? = nil,
    penalty: Penalty? = nil, targets: Matrix<Double>? = nil
  ) -> Subject {
    let other = Network(
      name: network.name, sizes: network.sizes,
      activations: network.activations.elements.map { activation ?? $0 },
      hypothesis: hypothesis ?? network.hypothesis, cost: cost ?? network.cost,
      penalty: penalty ?? network.penalty, parameters: network.parameters)
    return Subject(
      description: description, other,
      Batch(inputs: batch.inputs, targets: targets ?? batch.targets))
  }

  /// The same batch and functions with other parameters.
  func with(sizes: [Int]? = nil, activations: [Activation]? = nil, parameters: Parameters<Double>)
    -> Subject
  {
    let other = Network(
      name: network.name, sizes: sizes ?? network.sizes,
      activations: activations ?? network.activations.elements, hypothesis: network.hypothesis,
      cost: network.cost, penalty: network.penalty, parameters: parameters)
    return Subject(description: description, other, batch)
  }
}
