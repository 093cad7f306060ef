// The products of matrices that the equations need.
//
// Every sum runs in the order of the notes, j = 1 … s_(ℓ−1) and m = 1 … M, one rounding after each
// product and each addition: the same roundings as in the scalar engine.

import NetworkModel
import Numbers

/// b 1ᵀ + W A: each column of A times W, the bias added first.
///
/// - Shapes: `weights` s × r, `biases` s, `activation` r × M; the result is s × M.
@inlinable
func affine<S: Scalar>(
  _ weights: Matrix<S>, _ activation: Matrix<S>, plus biases: [S]
) -> Matrix<S> {
  precondition(
    weights.columns == activation.rows && biases.count == weights.rows,
    "\(weights.rows)×\(weights.columns) times \(activation.rows)×\(activation.columns)")
  var result = Matrix<S>(rows: weights.rows, columns: activation.columns)
  let examples = activation.columns
  result.entries.withUnsafeMutableBufferPointer { z in
    activation.entries.withUnsafeBufferPointer { a in
      weights.entries.withUnsafeBufferPointer { w in
        for i in 0..<weights.rows {
          let row = z.baseAddress! + i * examples
          for m in 0..<examples { row[m] = biases[i] }
          for j in 0..<weights.columns {
            addMultiple(
              of: a.baseAddress! + j * examples, by: w[i * weights.columns + j], to: row, examples)
          }
        }
      }
    }
  }
  return result
}

/// Wᵀ Δ.
///
/// - Shapes: `weights` s × r, `error` s × M; the result is r × M.
@inlinable
func transposedProduct<S: Scalar>(_ weights: Matrix<S>, _ error: Matrix<S>) -> Matrix<S> {
  precondition(
    weights.rows == error.rows,
    "(\(weights.rows)×\(weights.columns))ᵀ times \(error.rows)×\(error.columns)")
  var result = Matrix<S>(rows: weights.columns, columns: error.columns)
  let examples = error.columns
  result.entries.withUnsafeMutableBufferPointer { g in
    error.entries.withUnsafeBufferPointer { δ in
      for j in 0..<weights.columns {
        for i in 0..<weights.rows {
          addMultiple(
            of: δ.baseAddress! + i * examples, by: weights.entries[i * weights.columns + j],
            to: g.baseAddress! + j * examples, examples)
        }
      }
    }
  }
  return result
}

/// Δ Aᵀ.
///
/// - Shapes: `error` s × M, `activation` r × M; the result is s × r.
@inlinable
func productTransposed<S: Scalar>(_ error: Matrix<S>, _ activation: Matrix<S>) -> Matrix<S> {
  precondition(
    error.columns == activation.columns,
    "\(error.rows)×\(error.columns) times (\(activation.rows)×\(activation.columns))ᵀ")
  var result = Matrix<S>(rows: error.rows, columns: activation.rows)
  let examples = error.columns
  error.entries.withUnsafeBufferPointer { δ in
    activation.entries.withUnsafeBufferPointer { a in
      for i in 0..<error.rows {
        for j in 0..<activation.rows {
          var sum = S.zero
          for m in 0..<examples { sum = sum + δ[i * examples + m] * a[j * examples + m] }
          result.entries[i * activation.rows + j] = sum
        }
      }
    }
  }
  return result
}

/// `to` plus `factor` times `of`, element by element.
@inlinable
func addMultiple<S: Scalar>(
  of source: UnsafePointer<S>, by factor: S, to target: UnsafeMutablePointer<S>, _ count: Int
) {
  for m in 0..<count { target[m] = target[m] + factor * source[m] }
}
