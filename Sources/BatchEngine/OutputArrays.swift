// The output layer of a whole batch, every quantity an array of K × M numbers.

import NetworkModel
import Notation
import Numbers

/// h, and what else the cost needs of the outputs of a batch.
struct OutputArrays<Number: KernelNumber> {
  let program: OutputProgram
  let size: (rows: Int, columns: Int)
  /// What the formulas' letters stand for, by slot.
  var letters: [ArrayLetter<Number>]
  private(set) var sides: [UInt8]
  /// By example, where the cost depends on log(1 − h) of softmax.
  var dominant: [DominantOutput<Number>?] = []
  /// The positions of the outputs at a kink.
  private(set) var kinks: [Int] = []

  /// `nil` where an output needs sums over the others and there is no fast form of them.
  init?(
    _ program: OutputProgram, _ Z: Matrix<Number>, _ Y: Matrix<Number>, sides: [UInt8],
    holdsSides: Bool
  ) {
    guard program.isElementwise || program.isArraySoftmax else { return nil }
    self.program = program
    self.sides = sides
    size = (Z.rows, Z.columns)
    letters = Array(repeating: .same(.zero), count: program.letterCount)
    letters[OutputProgram.z] = .elements(Z.entries)
    letters[OutputProgram.y] = .elements(Y.entries)
    letters[OutputProgram.examples] = .same(Number(Double(Z.columns)))
    if program.isArraySoftmax {
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

  /// A formula of the outputs; `nil` where it has sums over them.
  func values(_ formula: Program) -> Matrix<Number>? {
    var sides = sides
    return ArrayProgram<Number>(formula)?.values(
      letters, rows: size.rows, columns: size.columns, sides: &sides, holdsSides: true
    ).values
  }

  /// H.
  var hypothesis: Matrix<Number>? { quantity(OutputProgram.h) }

  func quantity(_ slot: Int) -> Matrix<Number>? {
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
