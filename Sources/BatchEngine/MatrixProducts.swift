// The products of matrices that the equations need.
//
// Every sum runs in the order of the notes, j = 1 … s_(ℓ−1) and m = 1 … M. How it is rounded depends
// on the number type and, for Double and Float, on the processor: after each product and each
// addition, or once for both. For any order and either rounding, a sum of n products is off by at most
//
//     γ_n Σ |w| |a|,   γ_n = n u / (1 − n u)
//
// (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1).

import NetworkModel
import Numbers

/// b 1ᵀ + W A: each column of A times W, the bias added first.
///
/// - Shapes: `weights` s × r, `biases` s, `activation` r × M; the result is s × M.
@inlinable
func affine<S: Scalar>(
  _ weights: Matrix<S>, _ activation: Matrix<S>, plus biases: [S]
) -> MatrixProduct<S> {
  precondition(biases.count == weights.rows, "\(biases.count) biases for \(weights.rows) rows")
  return MatrixProduct(Factor(weights), Factor(activation), start: biases)
}

/// Wᵀ Δ.
///
/// - Shapes: `weights` s × r, `error` s × M; the result is r × M.
@inlinable
func transposedProduct<S: Scalar>(_ weights: Matrix<S>, _ error: Matrix<S>) -> MatrixProduct<S> {
  MatrixProduct(Factor(transposing: weights), Factor(error))
}

/// Δ Aᵀ.
///
/// - Shapes: `error` s × M, `activation` r × M; the result is s × r.
@inlinable
func productTransposed<S: Scalar>(
  _ error: Matrix<S>, _ activation: Matrix<S>
) -> MatrixProduct<S> {
  MatrixProduct(Factor(error), Factor(transposing: activation))
}

/// Δ 1: the sums of the rows, as (1ᵀ Δᵀ)ᵀ.
///
/// - Shapes: `error` s × M; the result has s elements.
@inlinable
func timesOnes<S: Scalar>(_ error: Matrix<S>) -> [S] {
  let ones = Matrix<S>(rows: 1, columns: error.columns, repeating: .one)
  return MatrixProduct(Factor(ones), Factor(transposing: error)).value.entries
}

/// `to` plus `factor` times `of`, element by element.
@inlinable
func addMultiple<S: Scalar>(
  of source: UnsafePointer<S>, by factor: S, to target: UnsafeMutablePointer<S>, _ count: Int
) {
  for m in 0..<count { target[m] = target[m] + factor * source[m] }
}
