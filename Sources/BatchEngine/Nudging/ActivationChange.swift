// By how much the activation of one node changes when its weighted input does.

import Kernels
import NetworkModel
import Notation
import Numbers

/// g(z + t) − g(z) for rows of t: the activation of one layer, made ready.
struct ActivationChange: Sendable {
  /// Fast forms beside the general one; each is an addition theorem of its function.
  enum Form: Sendable {
    /// a (1 − a) (e^t − 1) / (1 + a (e^t − 1))
    case logistic
    /// (1 − a²) tanh t / (1 + a tanh t)
    case tanh
    case program(ChangeProgram)
  }

  let form: Form

  init(_ activation: Activation) {
    if activation == .logistic {
      form = .logistic
    } else if activation.soundValue == .tanh(.z) {
      form = .tanh
    } else {
      form = .program(
        ChangeProgram(
          activation.soundValue, letters: [.z], sided: activation.definition.kinkCount > 0))
    }
  }

  /// What the fast forms need beside a: a (1 − a) or 1 − a² of every node and example.
  func slopes(_ Z: Matrix<Double>) -> [Double] {
    switch form {
    case .logistic: Z.entries.map(logisticSlope)
    case .tanh: Z.entries.map(tanhSlope)
    case .program: []
    }
  }

  /// Δa by a fast form, where g(z) = a and `slope` is what `slopes` holds; `nil` where there is none.
  func fastChange(
    at a: Double, slope: Double, by t: UnsafePointer<Double>, _ count: Int,
    into row: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double>? {
    switch form {
    case .tanh: kernel_change_tanh(count, a, slope, t, row)
    case .logistic: kernel_change_logistic(count, a, slope, t, row)
    case .program: return nil
    }
    return UnsafePointer(row)
  }

  /// How many nodes the program has; as many rows does a workspace need.
  var nodeCount: Int {
    if case .program(let program) = form { program.nodes.count } else { 1 }
  }
}
