// Softmax of a whole column at once: the fast form beside the formulas of `Hypothesis.softmax`.

public import Numbers

/// What a cost needs of softmax outputs, for one example, from K exponentials instead of K².
///
/// With p the largest of the z_i, e_i = e^(z_i − z_p) and r = Σ_{i≠p} e_i (so that Σ_i e_i = 1 + r):
///
///     h_k = e_k / (1 + r)
///     1 − h_k = r / (1 + r) for k = p, else (1 + r − e_k) / (1 + r)
///     log h_k = (z_k − z_p) − log(1 + r)
///
/// None of these cancels: r is summed without the 1 that would swallow it.
@inlinable
public func softmax<S: Scalar>(
  of z: [S], outputs h: inout [S], complements: inout [S], logarithms: inout [S]
) {
  var p = 0
  for i in z.indices where z[i].real > z[p].real { p = i }
  var r = S.zero
  for i in z.indices {
    if i == p {
      h[i] = .one
    } else {
      logarithms[i] = z[i] - z[p]
      h[i] = S.exp(logarithms[i])
      r = r + h[i]
    }
  }
  let sum = .one + r
  let logarithm = S.logOnePlus(r)
  for k in z.indices {
    complements[k] = (k == p ? r : sum - h[k]) / sum
    logarithms[k] = k == p ? -logarithm : logarithms[k] - logarithm
    h[k] = h[k] / sum
  }
}
