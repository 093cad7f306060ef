// Products of matrices of values with error bounds, from products of plain numbers.
//
// Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §3.1, §3.5.

import NetworkModel
import Numbers

extension MatrixProduct<Bounded> {
  /// The product of the values, and a bound that holds for a sum in any order, with or without a
  /// rounding between product and addition; so it holds for the scalar engine's sums too.
  ///
  /// With E the bounds that the factors bring and n the length of the sums,
  ///
  ///     |c − exact| ≤ E_start + Σ (|a| E_b + E_a (|b| + E_b)) + γ_(n+1) (|start| + Σ |a| |b|)
  ///
  /// and γ goes into the factors: |a| (E_b + γ |b|) is one product.
  func bounded() -> Matrix<Bounded> {
    let values = MatrixProduct<Double>(
      a.map(\.value), b.map(\.value), start: start?.map(\.value)
    ).inShares()
    // One term more than there are covers the roundings of the bound's own small factors.
    let γ = gamma(a.columns + 3)
    let bound = MatrixProduct<Double>(
      a.map(\.value.magnitude), b.map { own(γ, $0.value) + $0.error },
      start: start?.map { own(γ, $0.value) + $0.error }
    ).inShares()
    let passedOn = a.matrix.entries.contains { $0.error != 0 } ? passedOnByFirst() : nil

    var result = Matrix<Bounded>(rows: a.rows, columns: b.columns)
    for position in result.entries.indices {
      let (value, own) = (values.entries[position], bound.entries[position])
      let error = own + (passedOn?.entries[position] ?? 0)
      result.entries[position] = Bounded(value, error: value.isFinite ? safe(error) : .infinity)
    }
    return result
  }

  /// Σ E_a (|b| + E_b).
  private func passedOnByFirst() -> Matrix<Double> {
    MatrixProduct<Double>(a.map(\.error), b.map { $0.value.magnitude + $0.error }).inShares()
  }

  /// γ |x|; where that has lost digits, the smallest number more.
  private func own(_ γ: Double, _ x: Double) -> Double {
    γ * x.magnitude + (x.magnitude < 0x1p-960 && x != 0 ? .leastNonzeroMagnitude : 0)
  }

  /// The bound, with what its own sums of n terms, all ≥ 0, can have lost to rounding; and where the
  /// products can be too small to have all digits, the smallest number for each, in the values and
  /// in the bound.
  private func safe(_ error: Double) -> Double {
    let n = Double(a.columns)
    let lost = error < 0x1p-960 ? (4 * n + 4) * .leastNonzeroMagnitude : 0
    return error * (1 + 0x1p-40 + 4 * n * Bounded.unitRoundoff) + lost
  }

  /// γ_n = n u / (1 − n u).
  private func gamma(_ n: Int) -> Double {
    let nu = Double(n) * Bounded.unitRoundoff
    return nu / (1 - nu)
  }
}
