// How much a formula changes when its letters do, for a row of changes at once.
//
// f(x + t) − f(x) is formed without subtracting two nearly equal numbers: each operation has a rule
// that is exact algebra, for changes of any size,
//
//     Δ(u v) = u Δv + v Δu + Δu Δv          Δ(u / v) = (Δu − u/v Δv) / (v + Δv)
//     Δ e^x = e^x (e^t − 1)                 Δ log x = log(1 + t/x)
//     Δ tanh x = (1 − a²) τ / (1 + a τ), with a = tanh x and τ = tanh t
//
// so a change is right to a few units in its own last place, however small it is. Where all arguments
// of a row are small, e^t − 1, log(1 + t) and tanh t are short polynomials.

#define INLINE static inline __attribute__((always_inline))

/// Below this size the polynomials are right to half a unit in the last place.
#define SMALL 0x1p-10

/// The largest magnitude; NaN where one is among them. As whole numbers, sizes are ordered as they
/// are as reals, and NaN comes last.
INLINE double largest_of(size_t count, const double *x) {
  uint64_t largest = 0;
  for (size_t c = 0; c < count; c++) {
    double size = __builtin_fabs(x[c]);
    uint64_t bits;
    memcpy(&bits, &size, sizeof bits);
    largest = bits > largest ? bits : largest;
  }
  double size;
  memcpy(&size, &largest, sizeof size);
  return size;
}

INLINE double small_expm1(double t) {
  return t + t * t * (1.0 / 2 + t * (1.0 / 6 + t * (1.0 / 24 + t * (1.0 / 120))));
}

INLINE double small_log1p(double t) {
  return t + t * t * (-1.0 / 2 + t * (1.0 / 3 + t * (-1.0 / 4 + t * (1.0 / 5 + t * (-1.0 / 6)))));
}

INLINE double small_tanh(double t) {
  double s = t * t;
  return t + t * s * (-1.0 / 3 + s * (2.0 / 15 + s * (-17.0 / 315)));
}

CLONED double kernel_largest(size_t count, const double *x) { return largest_of(count, x); }

CLONED void kernel_change_scale(size_t count, double factor, const double *x, double *y) {
  for (size_t c = 0; c < count; c++) y[c] = factor * x[c];
}

CLONED void kernel_change_sum(size_t count, const double *x, const double *y, double *sum) {
  for (size_t c = 0; c < count; c++) sum[c] = x[c] + y[c];
}

CLONED void kernel_change_difference(size_t count, const double *x, const double *y, double *sum) {
  for (size_t c = 0; c < count; c++) sum[c] = x[c] - y[c];
}

CLONED void kernel_change_product(
    size_t count, double u, const double *du, double v, const double *dv, double *change) {
  for (size_t c = 0; c < count; c++) change[c] = u * dv[c] + du[c] * (v + dv[c]);
}

CLONED void kernel_change_quotient(
    size_t count, double quotient, const double *du, double v, const double *dv, double *change) {
  if (du) {
    for (size_t c = 0; c < count; c++) change[c] = (du[c] - quotient * dv[c]) / (v + dv[c]);
  } else {
    for (size_t c = 0; c < count; c++) change[c] = -quotient * dv[c] / (v + dv[c]);
  }
}

CLONED void kernel_change_exp(size_t count, double value, const double *t, double *change) {
  if (largest_of(count, t) < SMALL) {
    for (size_t c = 0; c < count; c++) change[c] = value * small_expm1(t[c]);
  } else {
    for (size_t c = 0; c < count; c++) change[c] = value * expm1_of_double(t[c]);
  }
}

CLONED void kernel_change_log(size_t count, double x, const double *t, double *change) {
  if (largest_of(count, t) < SMALL * __builtin_fabs(x)) {
    for (size_t c = 0; c < count; c++) change[c] = small_log1p(t[c] / x);
  } else {
    for (size_t c = 0; c < count; c++) change[c] = log1p_of_double(t[c] / x);
  }
}

/// With E = e^−2|x|, and t counted away from 0, the change is that of 1 / (1 + E e^−2t) twice; it does
/// not cancel where t leads over 0 to the other side. A change beyond |t| = 300 is no number; the others
/// of its row are.
CLONED void kernel_change_tanh(
    size_t count, double a, double slope, const double *t, double *change) {
  double largest = largest_of(count, t);
  if (largest < SMALL) {
    for (size_t c = 0; c < count; c++) {
      double tau = small_tanh(t[c]);
      change[c] = slope * tau / (1 + a * tau);
    }
  } else {
    double side = a < 0 ? 2 : -2;
    double sum = 2 / (1 + __builtin_fabs(a)), e = slope * sum * sum / 4;
    double factor = slope * sum / side;
    for (size_t c = 0; c < count; c++) {
      double growth = expm1_of_double(side * t[c]);
      double beyond = __builtin_fabs(t[c]) <= 300 ? 0 : __builtin_nan("");
      change[c] = factor * growth / (1 + e * (1 + growth)) + beyond;
    }
  }
}

/// With e = e^t − 1, Δ = a (1 − a) e / (1 + a e); larger changes as those of tanh, with E = e^−|x|.
CLONED void kernel_change_logistic(
    size_t count, double a, double slope, const double *t, double *change) {
  double largest = largest_of(count, t);
  if (largest < SMALL) {
    for (size_t c = 0; c < count; c++) {
      double e = small_expm1(t[c]);
      change[c] = slope * e / (1 + a * e);
    }
  } else {
    double side = a < 0.5 ? 1 : -1;
    double sum = 1 / (a < 0.5 ? 1 - a : a), e = slope * sum * sum;
    double factor = slope * sum * side;
    for (size_t c = 0; c < count; c++) {
      double growth = expm1_of_double(side * t[c]);
      double beyond = __builtin_fabs(t[c]) <= 300 ? 0 : __builtin_nan("");
      change[c] = factor * growth / (1 + e * (1 + growth)) + beyond;
    }
  }
}

/// Σ_k y_k Δ log h_k = Σ_k y_k Δz_k − total · log(1 + Σ_k h_k (e^Δz_k − 1)), with Δz_k = w_k t less
/// the change of the largest output's z, so that the sums hold for any Σ h_k and do not cancel.
///
/// Where all w_k t are small, the polynomials of all outputs are one polynomial in t, whose
/// coefficients are Σ_k h_k w_k^n / n!.
CLONED void kernel_change_softmax_log(
    size_t outputs, const double *w, const double *h, const double *y, double total, size_t count,
    const double *t, double *change) {
  double linear = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0;
  for (size_t k = 0; k < outputs; k++) {
    double square = w[k] * w[k], share = h[k] * w[k];
    linear += y[k] * w[k];
    m1 += share;
    m2 += share * w[k] / 2;
    m3 += share * square / 6;
    m4 += share * square * w[k] / 24;
    m5 += share * square * square / 120;
  }
  if (largest_of(outputs, w) * largest_of(count, t) < SMALL) {
    for (size_t c = 0; c < count; c++) {
      double x = t[c];
      double sum = x * (m1 + x * (m2 + x * (m3 + x * (m4 + x * m5))));
      change[c] = linear * x - total * small_log1p(sum);
    }
    return;
  }
  for (size_t c = 0; c < count; c++) {
    double sum = 0;
    for (size_t k = 0; k < outputs; k++) sum += h[k] * expm1_of_double(w[k] * t[c]);
    change[c] = linear * t[c] - total * log1p_of_double(sum);
  }
}

/// Δ log h_k = Δz_k − log(1 + s) and Δh_k = h_k (e^Δz_k − 1 − s) / (1 + s), with
/// s = Σ_k h_k (e^Δz_k − 1) and all Δz_k less Δz_p of the largest output p.
///
/// `rest` gets Σ_k q_k (e^Δz_k − 1): where q_k are the outputs if p were none, Δ log(1 − h_p) is
/// log(1 + rest) − log(1 + s).
///
/// - Shapes: `dz`, `dh` and `dlog` are K × count, their rows `stride` apart; `sum` and `rest` are count
///   long.
CLONED void kernel_change_softmax(
    size_t outputs, size_t p, const double *h, const double *q, size_t count, size_t stride,
    const double *dz, double *dh, double *dlog, double *sum, double *rest) {
  for (size_t c = 0; c < count; c++) sum[c] = rest[c] = 0;
  for (size_t k = 0; k < outputs; k++) {
    const double *z = dz + k * stride, *reference = dz + p * stride;
    double *t = dlog + k * stride, *e = dh + k * stride;
    for (size_t c = 0; c < count; c++) t[c] = z[c] - reference[c];
    if (largest_of(count, t) < SMALL) {
      for (size_t c = 0; c < count; c++) e[c] = small_expm1(t[c]);
    } else {
      for (size_t c = 0; c < count; c++) e[c] = expm1_of_double(t[c]);
    }
    for (size_t c = 0; c < count; c++) sum[c] += h[k] * e[c];
    for (size_t c = 0; c < count; c++) rest[c] += q[k] * e[c];
  }
  int small = largest_of(count, sum) < SMALL;
  for (size_t k = 0; k < outputs; k++) {
    double *e = dh + k * stride, *t = dlog + k * stride;
    for (size_t c = 0; c < count; c++) e[c] = h[k] * (e[c] - sum[c]) / (1 + sum[c]);
    if (small) {
      for (size_t c = 0; c < count; c++) t[c] -= small_log1p(sum[c]);
    } else {
      for (size_t c = 0; c < count; c++) t[c] -= log1p_of_double(sum[c]);
    }
  }
}

#undef INLINE
#undef SMALL
