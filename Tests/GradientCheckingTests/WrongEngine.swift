// Engines that are wrong on purpose, in one equation.

import Nabla

/// The batch engine with one equation replaced.
struct WrongEngine: PropagationEngine {
  let right: BatchPropagation<Double>
  var mistake: Mistake

  var network: Network { right.network }
  var batch: Batch { right.batch }

  func forward(holding sides: Sides?) -> ForwardPass<Double> { right.forward(holding: sides) }
  func outputGradient(_ pass: ForwardPass<Double>) -> Matrix<Double> { right.outputGradient(pass) }
  func slope(_ l: Int, _ pass: ForwardPass<Double>) -> Matrix<Double>? { right.slope(l, pass) }
  func activationGradient(_ l: Int, errorAbove: Matrix<Double>) -> Matrix<Double> {
    right.activationGradient(l, errorAbove: errorAbove)
  }

  func outputError(_ pass: ForwardPass<Double>) -> Matrix<Double> {
    if case .BP1(let wrong) = mistake.formula { return wrong(right, pass) }
    return right.outputError(pass)
  }

  func hiddenError(
    _ l: Int, errorAbove: Matrix<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> {
    if case .BP2(let wrong) = mistake.formula, mistake.isAt(l) {
      return wrong(right, l, errorAbove, pass)
    }
    return right.hiddenError(l, errorAbove: errorAbove, pass)
  }

  func weightGradient(
    _ l: Int, error: Matrix<Double>, _ pass: ForwardPass<Double>
  ) -> Matrix<Double> {
    if case .BP3(let wrong) = mistake.formula, mistake.isAt(l) {
      return wrong(right, l, error, pass)
    }
    return right.weightGradient(l, error: error, pass)
  }

  func biasGradient(_ l: Int, error: Matrix<Double>) -> [Double] {
    if case .BP4(let wrong) = mistake.formula, mistake.isAt(l) { return wrong(right, l, error) }
    return right.biasGradient(l, error: error)
  }
}

/// A wrong formula that can be run.
struct Mistake: Sendable, CustomStringConvertible {
  let name: String
  /// The layer it is made at; every layer of its equation if `nil`.
  var layer: Int?
  let formula: Formula

  enum Formula: Sendable {
    typealias Engine = BatchPropagation<Double>
    case BP1(@Sendable (Engine, ForwardPass<Double>) -> Matrix<Double>)
    case BP2(@Sendable (Engine, Int, Matrix<Double>, ForwardPass<Double>) -> Matrix<Double>)
    case BP3(@Sendable (Engine, Int, Matrix<Double>, ForwardPass<Double>) -> Matrix<Double>)
    case BP4(@Sendable (Engine, Int, Matrix<Double>) -> [Double])
  }

  var description: String { layer.map { "\(name) at layer \($0)" } ?? name }

  func isAt(_ l: Int) -> Bool { layer == nil || layer == l }

  var equation: EquationResult.Equation {
    switch formula {
    case .BP1: .BP1
    case .BP2: .BP2
    case .BP3: .BP3
    case .BP4: .BP4
    }
  }

  /// The equations and layers that a check should call wrong.
  func places(in network: Network) -> Set<String> {
    let layers =
      switch formula {
      case .BP1: [network.lastLayer]
      case .BP2: Array(2..<network.lastLayer)
      case .BP3, .BP4: Array(2...network.lastLayer)
      }
    return Set(layers.filter { isAt($0) || equation == .BP1 }.map { "\(equation) layer \($0)" })
  }
}

extension GradientCheck {
  /// A check of a wrong engine beside the scalar one.
  init(_ network: Network, _ batch: Batch, with mistake: Mistake) {
    var subject = CheckSubject(network, batch)
    let wrong = CheckedEngine(
      name: "wrong",
      engine: WrongEngine(right: BatchPropagation(network, batch), mistake: mistake),
      bounding: BatchPropagation<Bounded>(network, batch))
    subject.engines = [subject.engines[0], wrong]
    self.init(subject)
  }
}
