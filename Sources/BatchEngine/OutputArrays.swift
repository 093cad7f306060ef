// The output layer of a whole batch, every quantity an array of K × M numbers.

import NetworkModel
import Notation
import Numbers

/// h, and what else the cost needs of the outputs of a batch.
struct OutputArrays<Number: KernelNumber> {
  private let program: OutputProgram
  private let size: (rows: Int, columns: Int)
  /// What the formulas' letters stand for, by slot.
  private var letters: [ArrayLetter<Number>]
  private(set) var sides: [UInt8]
  /// The positions of the outputs at a kink.
  private(set) var kinks: [Int] = []

  /// `nil` where an output needs sums over the others and there is no fast form of them.
  init?(
    _ program: OutputProgram, _ Z: Matrix<Number>, _ Y: Matrix<Number>, sides: [UInt8],
    holdsSides: Bool
  ) {
    guard program.isElementwise || program.isFastSoftmax else { return nil }
    self.program = program
    self.sides = sides
    size = (Z.rows, Z.columns)
    letters = Array(repeating: .same(.zero), count: program.letterCount)
    letters[OutputProgram.z] = .elements(Z.entries)
    letters[OutputProgram.y] = .elements(Y.entries)
    letters[OutputProgram.examples] = .same(Number(Double(Z.columns)))
    if program.isFastSoftmax {
      setSoftmax(Z)
      return
    }
    for (slot, quantity) in program.quantities {
      guard
        let (values, kinks) = ArrayProgram<Number>(quantity)?.values(
          letters, rows: size.rows, columns: size.columns, sides: &self.sides,
          holdsSides: holdsSides)
      else { return nil }
      letters[slot] = .elements(values.entries)
      self.kinks = kinks.isEmpty ? self.kinks : kinks
    }
  }

  private mutating func setSoftmax(_ Z: Matrix<Number>) {
    var (h, complement, logarithm) = (Z.entries, Z.entries, Z.entries)
    Number.softmax(
      outputs: size.rows, examples: size.columns, Z.entries, &h, &complement, &logarithm)
    letters[OutputProgram.h] = .elements(h)
    if program.complementSlot >= 0 { letters[program.complementSlot] = .elements(complement) }
    if program.logarithmSlot >= 0 { letters[program.logarithmSlot] = .elements(logarithm) }
  }

  /// A formula of the outputs; `nil` where it has sums over them.
  func values(_ formula: Program) -> Matrix<Number>? {
    var sides = sides
    return ArrayProgram<Number>(formula)?.values(
      letters, rows: size.rows, columns: size.columns, sides: &sides, holdsSides: true
    ).values
  }

  /// H.
  var hypothesis: Matrix<Number>? { quantity(OutputProgram.h) }

  private func quantity(_ slot: Int) -> Matrix<Number>? {
    guard slot >= 0, case .elements(let entries) = letters[slot] else { return nil }
    return Matrix(rows: size.rows, columns: size.columns, entries: entries)
  }
}

// MARK: - BP1

extension OutputArrays {
  /// Δ^(L) without its scale; `nil` where a full Jacobian is needed and there is no fast form.
  var error: Matrix<Number>? {
    guard program.isElementwise else { return softmaxError }
    var Δ = Matrix<Number>(rows: size.rows, columns: size.columns)
    for part in program.parts {
      guard let slope = values(part.slope), let diagonal = values(part.diagonal) else { return nil }
      Δ = Number.combine(.sum, Δ, Number.combine(.product, slope, diagonal))
    }
    return Δ
  }

  /// With ∂ log h_i/∂z_k = 1 − h_k for i = k, else −h_k, the sum over i needs no Jacobian:
  ///
  ///     δ_k = s_k (1 − h_k) − h_k Σ_{i≠k} s_i,   s_i = ∂term/∂ log h_i
  ///
  /// Σ_{i≠k} is what comes before k and what comes behind it. All of them less s_k would cancel.
  private var softmaxError: Matrix<Number>? {
    guard program.needsOnlyLogarithms, let s = values(program.parts[0].slope), let h = hypothesis,
      let complement = quantity(program.complementSlot)
    else { return nil }
    let (K, M) = size
    var others = Matrix<Number>(rows: K, columns: M)
    for k in stride(from: K - 1, through: 1, by: -1) {
      for m in 1...M { others[k, m] = others[k + 1, m] + s[k + 1, m] }
    }
    var before = Array(repeating: Number.zero, count: M)
    for k in 1...K {
      for m in 1...M {
        others[k, m] = before[m - 1] + others[k, m]
        before[m - 1] = before[m - 1] + s[k, m]
      }
    }
    let own = Number.combine(.product, s, complement)
    return Matrix.combine(own, Number.combine(.product, h, others)) { $0 - $1 }
  }

  /// ∇_H J without its scale.
  var gradient: Matrix<Number>? {
    var gradient = Matrix<Number>(rows: size.rows, columns: size.columns)
    for part in program.parts {
      guard let slope = values(part.slope), let outer = values(part.outputSlope) else { return nil }
      // y = 0 leaves the term out; where h is 0 too, 0 · (1/h) would be no number.
      let product = Matrix.combine(slope, outer) { $0.real == 0 ? .zero : $0 * $1 }
      gradient = Number.combine(.sum, gradient, product)
    }
    return gradient
  }
}
