// exp, expm1, log, log1p, tanh, logistic of one number, for the number type that ElementaryDouble.h
// or ElementaryFloat.h names.
//
// No branches, no tables, no calls: the loops around these functions become vectors. Where a sum is
// rounded, what was lost is kept in a second number and added before the last rounding, so that all
// functions stay near 1 ulp, with fused products and without. Products whose rounding would matter
// are exact, so it does not matter which of them the compiler fuses.

#define INLINE static inline __attribute__((always_inline))

INLINE BITS NAME(bits)(REAL x) {
  BITS bits;
  memcpy(&bits, &x, sizeof x);
  return bits;
}

INLINE REAL NAME(from_bits)(BITS bits) {
  REAL x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

#define SIGN ((BITS)1 << (sizeof(BITS) * 8 - 1))

INLINE REAL NAME(magnitude)(REAL x) { return NAME(from_bits)(NAME(bits)(x) & ~SIGN); }

INLINE REAL NAME(with_sign)(REAL x, REAL of) {
  return NAME(from_bits)((NAME(bits)(x) & ~SIGN) | (NAME(bits)(of) & SIGN));
}

/// 2^k, from the low bits of k; k + BIAS must be the exponent of a normal number.
INLINE REAL NAME(power)(BITS k) { return NAME(from_bits)((k + BIAS) << SIGNIFICAND_BITS); }

/// x = k log 2 + r, |r| ≤ log 2 / 2, and e^r = 1 + r + rest.
typedef struct {
  /// k, and k in the low bits of an integer: conversions of 64 bits are slow before AVX-512, but in
  /// a number near 1.5 · 2^52 the low bits are k already.
  REAL k;
  BITS k_bits;
  REAL r, rest;
} NAME(Reduced);

INLINE NAME(Reduced) NAME(reduced)(REAL x) {
  NAME(Reduced) y;
  REAL shifted = x * ONE_BY_LOG2 + 1.5f * WHOLE;
  y.k = shifted - 1.5f * WHOLE;
  y.k_bits = NAME(bits)(shifted);
  REAL high = x - y.k * LOG2_HIGH;
  REAL low = y.k * LOG2_LOW;
  y.r = high - low;
  REAL lost = (high - y.r) - low;
  y.rest = y.r * y.r * NAME(exp_series)(y.r) + lost;
  return y;
}

/// 2^k x for any k that occurs, in two steps: the first is exact, the second rounds once, to a
/// subnormal number or to infinity.
INLINE REAL NAME(scaled)(REAL x, BITS k) {
  BITS half = k >> 1;
  return x * NAME(power)(half) * NAME(power)(k - half);
}

/// e^x.
INLINE REAL NAME(exp_of)(REAL x) {
  x = x < EXP_LEAST ? EXP_LEAST : x;
  x = x > EXP_LARGEST ? EXP_LARGEST : x;
  NAME(Reduced) y = NAME(reduced)(x);
  REAL sum = 1 + y.r;
  REAL e = sum + (((1 - sum) + y.r) + y.rest);
  return NAME(scaled)(e, y.k_bits);
}

/// e^x − 1 = 2^k ((1 − 2^−k) + r + rest).
INLINE REAL NAME(expm1_of)(REAL x) {
  REAL z = x < EXPM1_LEAST ? EXPM1_LEAST : x;
  z = z > EXP_LARGEST ? EXP_LARGEST : z;
  NAME(Reduced) y = NAME(reduced)(z);
  REAL inverse = y.k > ONE_ABSORBS ? 0 : NAME(power)(-y.k_bits);
  REAL start = 1 - inverse;
  REAL sum = start + y.r;
  REAL e = sum + ((((1 - start) - inverse) + ((start - sum) + y.r)) + y.rest);
  // Doubled first, as half a subnormal number would lose its last bit, and 2^1024 is no number.
  e = (e + e) * NAME(power)(y.k_bits - 1);
  return NAME(with_sign)(e, x);
}

/// k log 2 + log(1 + f + low) for √½ ≤ 1 + f ≤ √2 and a low that is nothing beside f.
///
/// With s = f/(2 + f), log(1 + f) = 2s + s³ R = f − (f²/2 − s (f²/2 + s² R)).
INLINE REAL NAME(log_sum)(REAL k, REAL f, REAL low) {
  REAL s = f / (2 + f);
  REAL z = s * s;
  REAL half = (REAL)0.5 * f * f;
  REAL series = s * (half + z * NAME(log_series)(z)) + (k * LOG2_LOW + low);
  REAL whole = k * LOG2_HIGH;
  REAL sum = whole + f;
  return sum + (((whole - sum) + f) - (half - series));
}

/// k and f with x = 2^k (1 + f), √½ ≤ 1 + f < √2, for a normal x.
INLINE REAL NAME(exponent)(REAL x, REAL *f, BITS *biased) {
  const BITS one = NAME(bits)(1), root = NAME(bits)((REAL)0x1.6a09e667f3bcdp-1);
  BITS shifted = NAME(bits)(x) + (one - root);
  *biased = shifted >> SIGNIFICAND_BITS;
  *f = NAME(from_bits)((shifted & (((BITS)1 << SIGNIFICAND_BITS) - 1)) + root) - 1;
  return NAME(from_bits)(*biased + NAME(bits)(WHOLE)) - (WHOLE + BIAS);
}

/// log x.
INLINE REAL NAME(log_of)(REAL x) {
  int tiny = x < SMALLEST_NORMAL;
  REAL normal = tiny ? x * (4 * WHOLE) : x;
  REAL f;
  BITS biased;
  REAL k = NAME(exponent)(normal, &f, &biased);
  k = tiny ? k - (SIGNIFICAND_BITS + 2) : k;
  REAL y = NAME(log_sum)(k, f, 0);
  y = x > 0 ? y : (x == 0 ? -(REAL)INFINITY : (REAL)NAN);
  return x < (REAL)INFINITY ? y : x;
}

/// log(1 + x): of u = 1 + x rounded, and of what the rounding lost.
INLINE REAL NAME(log1p_of)(REAL x) {
  REAL u = 1 + x;
  REAL back = u - 1;
  REAL lost = (1 - (u - back)) + (x - back);
  REAL f;
  BITS biased;
  REAL k = NAME(exponent)(u, &f, &biased);
  // lost / 2^k; where k = 0, f + lost is x itself.
  REAL part = x > 4 * WHOLE ? 0 : lost * NAME(power)(BIAS - biased);
  REAL sum = f + part;
  REAL low = part - (sum - f);
  REAL y = NAME(with_sign)(NAME(log_sum)(k, sum, low - low * sum), x);
  y = x > -1 ? y : (x == -1 ? -(REAL)INFINITY : (REAL)NAN);
  return x < (REAL)INFINITY ? y : x;
}

/// tanh |x| = t/(t + 2) with t = e^(2|x|) − 1, kept in two parts.
///
/// With q = t/(t + 2) as rounded, what the parts add is (t' − q d')/(t + 2), and 1/(t + 2) is
/// (1 − q)/2: no second division.
INLINE REAL NAME(tanh_of)(REAL x) {
  REAL a = NAME(magnitude)(x);
  a = a > TANH_LARGEST ? TANH_LARGEST : a;
  NAME(Reduced) y = NAME(reduced)(a + a);
  REAL start = 1 - NAME(power)(-y.k_bits);
  REAL sum = start + y.r;
  REAL rest = ((start - sum) + y.r) + y.rest;
  REAL e = sum + rest, scale = NAME(power)(y.k_bits);
  REAL t = e * scale, t_low = ((sum - e) + rest) * scale;
  REAL d = t + 2;
  REAL back = d - t;
  REAL d_low = (t - (d - back)) + (2 - back);
  REAL q = t / d, other = 1 - q;
  q = q + (t_low * other - q * d_low) * ((REAL)0.5 * other);
  return NAME(with_sign)(q, x);
}

/// 1/(1 + e^−x): with e = e^−|x| in two parts, 1/(1 + e) or e/(1 + e), and 1/(1 + e) is q or 1 − q.
INLINE REAL NAME(logistic_of)(REAL x) {
  REAL a = -NAME(magnitude)(x);
  a = a < EXP_LEAST ? EXP_LEAST : a;
  NAME(Reduced) y = NAME(reduced)(a);
  REAL sum = 1 + y.r;
  REAL rest = ((1 - sum) + y.r) + y.rest;
  REAL high = sum + rest;
  REAL e = NAME(scaled)(high, y.k_bits), e_low = NAME(scaled)((sum - high) + rest, y.k_bits);
  REAL d = 1 + e, d_low = ((1 - d) + e) + e_low;
  int negative = x < 0;
  REAL q = (negative ? e : 1) / d;
  REAL low = (negative ? e_low : 0) - q * d_low;
  return q + low * (negative ? 1 - q : q);
}

#include "ElementaryLoops.h"
#include "ElementarySoftmax.h"

#undef REAL
#undef BITS
#undef NAME
#undef INLINE
#undef SIGN
#undef BLOCK
#undef SIGNIFICAND_BITS
#undef BIAS
#undef SMALLEST_NORMAL
#undef WHOLE
#undef SPLIT
#undef LOG2_HIGH
#undef LOG2_LOW
#undef ONE_BY_LOG2
#undef EXP_LEAST
#undef EXP_LARGEST
#undef EXPM1_LEAST
#undef ONE_ABSORBS
#undef TANH_LARGEST
