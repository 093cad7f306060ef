// Softmax of the columns of a matrix, as in `softmax(of:outputs:complements:logarithms:)`: with p
// the largest of a column's z_i, e_i = e^(z_i − z_p) and r = Σ_{i≠p} e_i,
//
//     h_k = e_k / (1 + r)
//     1 − h_k = r / (1 + r) for k = p, else (1 + r − e_k) / (1 + r)
//     log h_k = (z_k − z_p) − log(1 + r)
//
// The differences z_i − z_p, the sum r and 1/(1 + r) are kept in two parts, so that the error is
// about 2 ulp whatever the size of z and the number of outputs.

/// Columns first, first + 1, …: what a block of columns knows of itself.
typedef struct {
  size_t examples, first, width;
  /// z_p, p, r and 1/(1 + r) in two parts, log(1 + r).
  REAL largest[BLOCK], peak[BLOCK], r[BLOCK], r_low[BLOCK], inverse[BLOCK], inverse_low[BLOCK];
  REAL log[BLOCK];
} NAME(Columns);

/// The block's part of a row; of the last block, which may be narrower, a copy with zeros after it.
INLINE const REAL *NAME(part)(
    const NAME(Columns) *c, const REAL *matrix, size_t row, REAL *padded) {
  const REAL *start = matrix + row * c->examples + c->first;
  if (c->width == BLOCK) return start;
  memcpy(padded, start, c->width * sizeof(REAL));
  return padded;
}

INLINE void NAME(store)(const NAME(Columns) *c, const REAL *block, size_t row, REAL *matrix) {
  REAL *start = matrix + row * c->examples + c->first;
  // A copy of known length is a few moves, another is a call.
  if (c->width == BLOCK) memcpy(start, block, BLOCK * sizeof(REAL));
  else memcpy(start, block, c->width * sizeof(REAL));
}

INLINE void NAME(find_peaks)(NAME(Columns) *c, size_t outputs, const REAL *z) {
  REAL padded[BLOCK] = {0};
  memcpy(c->largest, NAME(part)(c, z, 0, padded), BLOCK * sizeof(REAL));
  for (size_t i = 1; i < outputs; i++) {
    const REAL *row = NAME(part)(c, z, i, padded);
    for (size_t m = 0; m < BLOCK; m++) {
      c->peak[m] = row[m] > c->largest[m] ? (REAL)i : c->peak[m];
      c->largest[m] = row[m] > c->largest[m] ? row[m] : c->largest[m];
    }
  }
}

/// e^(d + low), where low is no more than the rounding of d.
INLINE REAL NAME(exp_of_sum)(REAL d, REAL low) {
  d = d < EXP_LEAST ? EXP_LEAST : d;
  NAME(Reduced) y = NAME(reduced)(d);
  REAL sum = 1 + y.r;
  REAL e = sum + ((((1 - sum) + y.r) + low * (sum + y.rest)) + y.rest);
  return NAME(scaled)(e, y.k_bits);
}

/// What the rounding of d = z − largest lost; nothing where d is beyond what e^d can tell from 0.
INLINE REAL NAME(lost_of)(REAL d, REAL z, REAL largest) {
  REAL back = d + largest;
  REAL low = (z - back) - (largest - (back - d));
  return d > EXP_LEAST ? low : 0;
}

/// e_i into h, z_i − z_p without its low part into the logarithms, and r.
INLINE void NAME(add_exponentials)(
    NAME(Columns) *c, size_t i, const REAL *z, REAL *h, REAL *logarithm) {
  REAL padded[BLOCK] = {0}, e[BLOCK], d[BLOCK];
  const REAL *row = NAME(part)(c, z, i, padded);
  for (size_t m = 0; m < BLOCK; m++) {
    REAL difference = row[m] - c->largest[m];
    REAL low = NAME(lost_of)(difference, row[m], c->largest[m]);
    REAL value = NAME(exp_of_sum)(difference, low);
    int at_peak = c->peak[m] == (REAL)i;
    REAL term = at_peak ? 0 : value;
    REAL sum = c->r[m] + term, back = sum - c->r[m];
    c->r_low[m] += (c->r[m] - (sum - back)) + (term - back);
    c->r[m] = sum;
    e[m] = at_peak ? 1 : value;
    d[m] = difference;
  }
  NAME(store)(c, e, i, h);
  if (logarithm) NAME(store)(c, d, i, logarithm);
}

/// 1 − x y for y = 1/x as rounded, exactly but for its own rounding: the factors are split into
/// halves (Dekker), whose products are exact.
INLINE REAL NAME(remainder)(REAL x, REAL y) {
  REAL scaled_x = x * SPLIT, scaled_y = y * SPLIT;
  REAL x_high = scaled_x - (scaled_x - x), y_high = scaled_y - (scaled_y - y);
  REAL x_low = x - x_high, y_low = y - y_high;
  return (((1 - x_high * y_high) - x_high * y_low) - x_low * y_high) - x_low * y_low;
}

INLINE void NAME(close_sums)(NAME(Columns) *c) {
  for (size_t m = 0; m < BLOCK; m++) {
    REAL r = c->r[m] + c->r_low[m];
    REAL low = (c->r[m] - r) + c->r_low[m];
    REAL sum = 1 + r, back = sum - 1;
    REAL lost = ((1 - (sum - back)) + (r - back)) + low;
    REAL inverse = 1 / sum;
    c->r[m] = r;
    c->r_low[m] = low;
    c->inverse[m] = inverse;
    c->inverse_low[m] = (NAME(remainder)(sum, inverse) - lost * inverse) * inverse;
    c->log[m] = NAME(log1p_of)(r) + low * inverse;
  }
}

INLINE void NAME(divide)(
    const NAME(Columns) *c, size_t k, REAL *h, REAL *complement, REAL *logarithm) {
  REAL padded[BLOCK] = {0}, value[BLOCK], other[BLOCK], log[BLOCK];
  const REAL *e = NAME(part)(c, h, k, padded);
  for (size_t m = 0; m < BLOCK; m++) {
    int at_peak = c->peak[m] == (REAL)k;
    // Of h and 1 − h, the smaller is divided and the larger is 1 less it.
    int is_other = at_peak && c->r[m] < 1;
    REAL part = is_other ? c->r[m] : e[m], part_low = is_other ? c->r_low[m] : 0;
    REAL low = part * c->inverse_low[m] + part_low * c->inverse[m];
    REAL q = part * c->inverse[m] + low;
    value[m] = is_other ? 1 - q : q;
    other[m] = is_other ? q : 1 - q;
  }
  NAME(store)(c, value, k, h);
  if (complement) NAME(store)(c, other, k, complement);
  if (logarithm == NULL) return;
  const REAL *d = NAME(part)(c, logarithm, k, padded);
  for (size_t m = 0; m < BLOCK; m++)
    log[m] = c->peak[m] == (REAL)k ? -c->log[m] : d[m] - c->log[m];
  NAME(store)(c, log, k, logarithm);
}

CLONED void NAME(kernel_softmax)(
    size_t outputs, size_t examples, const REAL *z, REAL *h, REAL *complement, REAL *logarithm) {
  if (outputs == 0) return;
  for (size_t first = 0; first < examples; first += BLOCK) {
    NAME(Columns) c = {.examples = examples, .first = first};
    c.width = examples - first < BLOCK ? examples - first : BLOCK;
    NAME(find_peaks)(&c, outputs, z);
    for (size_t i = 0; i < outputs; i++) NAME(add_exponentials)(&c, i, z, h, logarithm);
    NAME(close_sums)(&c);
    for (size_t k = 0; k < outputs; k++) NAME(divide)(&c, k, h, complement, logarithm);
  }
}
