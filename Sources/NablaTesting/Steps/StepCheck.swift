// One step of somebody's backpropagation, fed with what is right everywhere else.

import Nabla

/// Checks a step by itself: what it is given is right, and what it gives is put into a backpropagation
/// that is right in every other line. So a mistake in one step does not make another one look wrong.
struct StepCheck<Steps: BackpropSteps> {
  let step: BackpropStep
  let probe: Probe
  private let student: Steps
  private let engine: BatchPropagation<Double>
  private let pass: ForwardPass<Double>
  private let right: Gradients<Double>

  init(_ step: BackpropStep, _ type: Steps.Type, _ probe: Probe) {
    self.step = step
    self.probe = probe
    student = probe.network.steps(type)
    engine = BatchPropagation(probe.network, probe.batch)
    pass = engine.forward()
    right = engine.gradients(pass)
  }

  private var lastLayer: Int { probe.network.lastLayer }
  private var M: Int { probe.batch.count }

  /// The first thing that there is to say.
  func run() -> StepFinding {
    if let trouble = CheckerTest.trouble { return .finding(.checkerBroken(trouble)) }
    do throws(FindingError) {
      if step == .forward { return ForwardCheck(probe, pass).run(student) }
      guard let claim = try claim() else { return .notAttempted }
      let report = judge(probe.network, probe.batch, claim)
      if let trouble = BackpropCheck<StepwiseBackprop<Steps>>.trouble(report) {
        return .finding(.checkerBroken(trouble))
      }
      return .finding(BackpropCheck<StepwiseBackprop<Steps>>.finding(report))
    } catch {
      return .finding(error.finding)
    }
  }

  /// A whole gradient with this step in it; `nil` where the step is not written.
  private func claim() throws(FindingError) -> Claim? {
    switch step {
    case .forward: return nil
    case .outputError, .hiddenError: return try errors().map(claim(errors:))
    case .weightGradient: return try weightGradients()
    case .biasGradient: return try biasGradients()
    case .batch:
      return try claim(
        student.gradients(inputs: probe.batch.inputArrays, targets: probe.batch.targetArrays))
    case .penalty:
      let data = BatchPropagation<Double>(probe.network.with(penalty: Penalty.none), probe.batch)
      let gradient = data.gradients(data.forward()).gradient
      let whole = try claim(
        student.addingPenalty(
          weights: gradient.weights.padded(\.rowArrays), biases: gradient.biases.padded { $0 },
          examples: M))
      return whole.map { withRightErrors($0.gradient) }
    }
  }
}

// MARK: - What a step gives, in a whole gradient

extension StepCheck {
  private func claim(
    _ answer: (weights: [[[Double]]], biases: [[Double]])?
  ) throws(FindingError) -> Claim? {
    guard let answer else { return nil }
    let gradient = try Parameters(byLayer: answer.weights, answer.biases, lastLayer: lastLayer)
    try ClaimShapes(probe.network, probe.batch).check(gradient)
    return Claim(gradient: gradient)
  }

  /// A gradient that was made with right δ: with them, what is wrong is not taken for a wrong δ.
  private func withRightErrors(_ gradient: Parameters<Double>) -> Claim {
    Claim(gradient: gradient, errors: right.error.map { $0 })
  }

  /// BP3 and BP4 with errors that a step gave.
  private func claim(errors Δ: Layers<Matrix<Double>>) -> Claim {
    let gradient = Parameters(
      weights: Layers(
        first: 2, (2...lastLayer).map { engine.weightGradient($0, error: Δ[$0], pass) }),
      biases: Layers(first: 2, (2...lastLayer).map { engine.biasGradient($0, error: Δ[$0]) }))
    return Claim(gradient: gradient, errors: Δ.map { $0 })
  }

  /// Δ^(L) … Δ^(2): of the step where it is the student's, else of the engine.
  private func errors() throws(FindingError) -> Layers<Matrix<Double>>? {
    var Δ = right.error
    for l in stride(from: lastLayer, through: 2, by: -1) {
      switch (step, l == lastLayer) {
      case (.outputError, true):
        guard let answer = try outputError() else { return nil }
        Δ[l] = answer
      case (.hiddenError, false):
        guard let answer = try hiddenError(l, Δ[l + 1]) else { return nil }
        Δ[l] = answer
      case (_, true): break
      case (_, false): Δ[l] = engine.hiddenError(l, errorAbove: Δ[l + 1], pass)
      }
    }
    return Δ
  }

  private func outputError() throws(FindingError) -> Matrix<Double>? {
    try errors(lastLayer) { m in
      student.outputError(
        z: pass.weightedInput[lastLayer].column(m), h: pass.activation[lastLayer].column(m),
        y: probe.batch.targets.column(m))
    }
  }

  private func hiddenError(_ l: Int, _ above: Matrix<Double>) throws(FindingError)
    -> Matrix<Double>?
  {
    try errors(l) { m in
      student.hiddenError(
        layer: l, errorAbove: above.column(m).map { Double(M) * $0 },
        z: pass.weightedInput[l].column(m))
    }
  }

  /// δ of every example, as columns of Δ, with 1/M: of one example alone δ has none.
  private func errors(
    _ l: Int, _ error: (_ example: Int) -> [Double]?
  ) throws(FindingError) -> Matrix<Double>? {
    var Δ = Matrix<Double>(rows: probe.network.size(l), columns: M)
    for m in 1...M {
      guard let δ = error(m) else { return nil }
      if δ.count != Δ.rows {
        throw FindingError(
          .shapes(["δ^(\(l)) has \(δ.count) numbers, and layer \(l) has \(Δ.rows) nodes"]))
      }
      for i in 1...Δ.rows { Δ[i, m] = δ[i - 1] / Double(M) }
    }
    try ClaimShapes(probe.network, probe.batch).check(errors: [l: Δ])
    return Δ
  }

  private func weightGradients() throws(FindingError) -> Claim? {
    var gradient = right.gradient
    for l in 2...lastLayer {
      var sum = [Double](repeating: 0, count: gradient.weights[l].entries.count)
      for m in 1...M {
        let answer = student.weightGradient(
          error: right.error[l].column(m), activationBelow: pass.activation[l - 1].column(m))
        guard let answer else { return nil }
        let matrix = try matrix(answer, layer: l)
        for n in sum.indices { sum[n] += matrix.entries[n] }
      }
      gradient.weights[l].entries = sum
    }
    try ClaimShapes(probe.network, probe.batch).check(gradient)
    return withRightErrors(gradient)
  }

  /// - Throws: where the answer has not the shape of W^(ℓ).
  private func matrix(_ rows: [[Double]], layer l: Int) throws(FindingError) -> Matrix<Double> {
    let expected = right.gradient.weights[l]
    let counts = Set(rows.map(\.count))
    if rows.count == expected.rows, counts == [expected.columns] {
      return Matrix(
        rows: expected.rows, columns: expected.columns, entries: Array(rows.joined()))
    }
    let shape =
      counts.count == 1
      ? "\(rows.count)×\(rows[0].count)" : "\(rows.count) rows of \(counts.sorted()) numbers"
    let isTransposed = rows.count == expected.columns && counts == [expected.rows]
    throw FindingError(
      .shapes([
        "∂J/∂W^(\(l)) is \(shape), and W^(\(l)) is \(expected.rows)×\(expected.columns)"
          + (isTransposed ? ": it is transposed" : "")
      ]))
  }

  private func biasGradients() throws(FindingError) -> Claim? {
    var gradient = right.gradient
    for l in 2...lastLayer {
      var sum = [Double](repeating: 0, count: probe.network.size(l))
      for m in 1...M {
        guard let answer = student.biasGradient(error: right.error[l].column(m)) else {
          return nil
        }
        if answer.count != sum.count {
          throw FindingError(
            .shapes(["∂J/∂b^(\(l)) has \(answer.count) numbers, and b^(\(l)) has \(sum.count)"]))
        }
        for i in sum.indices { sum[i] += answer[i] }
      }
      gradient.biases[l] = sum
    }
    try ClaimShapes(probe.network, probe.batch).check(gradient)
    return withRightErrors(gradient)
  }
}

extension Matrix<Double> {
  /// Column m, from 1.
  func column(_ m: Int) -> [Double] { (0..<rows).map { entries[$0 * columns + m - 1] } }
}

/// What is found of a step.
enum StepFinding {
  case notAttempted
  case right
  case forward(ForwardFinding)
  case finding(Finding)
}
