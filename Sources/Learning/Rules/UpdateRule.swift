// How parameters follow the gradient: [W] §10.1, §10.4.

import NetworkModel
public import Notation
import Numbers

/// A rule that takes a parameter w and its velocity v from one update to the next, as formulas.
///
/// What runs is `update(_:velocity:gradient:rate:momentum:)`, the same formulas as loops; a test
/// compares the two bit by bit.
public struct UpdateRule: Sendable {
  public let name: String
  /// Where it comes from.
  public let source: String
  /// The new v, where the rule has one, then the new w, each from what is there when it is computed;
  /// in the letters w, v, α, μ and G, which is ∂J/∂w.
  public let lines: [(letter: Letter, value: Expression)]

  /// w := w − α ∂J/∂w                                                        [W] §10.1
  public static let gradientDescent = UpdateRule(
    name: "gradient-descent", source: "[W] §10.1; [R] Worked Example; [N] Gradient descent",
    lines: [(Letter("w"), .w - α * G)])

  /// v := μ v − α ∂J/∂w, w := w + v
  ///
  /// [W] §10.4 leaves it to do. B. T. Polyak, "Some methods of speeding up the convergence of iteration
  /// methods" (1964), as I. Sutskever, J. Martens, G. Dahl and G. Hinton write it in "On the importance
  /// of initialization and momentum in deep learning" (2013), (1), (2). The first velocity is 0.
  public static let momentum = UpdateRule(
    name: "momentum", source: "Polyak 1964; Sutskever et al. 2013, (1), (2)",
    lines: [(Letter("v"), μ * v - α * G), (Letter("w"), .w + v)])

  /// Both rules.
  public static let all: [UpdateRule] = [.gradientDescent, .momentum]

  private static let α = Expression.letter(Letter("α"))
  private static let μ = Expression.letter(Letter("μ"))
  private static let v = Expression.letter(Letter("v"))
  private static let G = Expression.letter(Letter("G"))
}

// MARK: - As loops

extension UpdateRule {
  /// Updates every parameter: by `momentum` where there is a velocity, else by `gradientDescent`.
  ///
  /// - Shapes: parameters, velocity and gradient have the same.
  static func update(
    _ parameters: inout Parameters<Double>, velocity: inout Parameters<Double>?,
    gradient: Parameters<Double>, rate α: Double, momentum μ: Double
  ) {
    for l in parameters.weights.range {
      if velocity == nil {
        step(&parameters.weights[l].entries, gradient.weights[l].entries, α)
        step(&parameters.biases[l], gradient.biases[l], α)
      } else {
        step(
          &parameters.weights[l].entries, &velocity!.weights[l].entries,
          gradient.weights[l].entries, α, μ)
        step(&parameters.biases[l], &velocity!.biases[l], gradient.biases[l], α, μ)
      }
    }
  }

  /// w := w − α G
  private static func step(_ w: inout [Double], _ G: [Double], _ α: Double) {
    w.withUnsafeMutableBufferPointer { w in
      G.withUnsafeBufferPointer { G in
        precondition(w.count == G.count, "\(w.count) parameters, \(G.count) derivatives")
        for n in w.indices { w[n] -= α * G[n] }
      }
    }
  }

  /// v := μ v − α G, w := w + v
  private static func step(
    _ w: inout [Double], _ v: inout [Double], _ G: [Double], _ α: Double, _ μ: Double
  ) {
    w.withUnsafeMutableBufferPointer { w in
      v.withUnsafeMutableBufferPointer { v in
        G.withUnsafeBufferPointer { G in
          precondition(
            w.count == G.count && v.count == G.count,
            "\(w.count) parameters, \(v.count) velocities, \(G.count) derivatives")
          for n in w.indices {
            v[n] = μ * v[n] - α * G[n]
            w[n] += v[n]
          }
        }
      }
    }
  }
}
