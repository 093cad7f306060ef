// What the elementary functions need to know of `double`; printed by
// Tests/Peers/elementary_coefficients.py.

#define REAL double
#define BITS uint64_t
#define NAME(stem) stem##_double
#define SIGNIFICAND_BITS 52
#define BIAS 1023
#define SMALLEST_NORMAL DBL_MIN
/// 2^52, from which on every number is whole.
#define WHOLE 0x1p52
/// x SPLIT − (x SPLIT − x) is x to 26 bits.
#define SPLIT (0x1p27 + 1)

/// log 2 in two parts; a product of the first and an exponent is exact.
#define LOG2_HIGH 0x1.62e42fefa3p-1
#define LOG2_LOW 0x1.3de6af278ece6p-42
#define ONE_BY_LOG2 0x1.71547652b82fep0

/// Beyond these, e^x is 0 and ∞.
#define EXP_LEAST -746.0
#define EXP_LARGEST 710.0
/// Beyond these, e^x − 1 is −1, 2^−k is nothing beside 1, and tanh x is ±1.
#define EXPM1_LEAST -40.0
#define ONE_ABSORBS 100.0
#define TANH_LARGEST 20.0

/// (e^r − 1 − r)/r² for |r| ≤ log 2 / 2, to 1.4e-18.
static inline __attribute__((always_inline)) double exp_series_double(double r) {
  double tail = 0x1.27e4db67b4303p-22 + r * (0x1.af4ddd84882fep-26 + r * 0x1.1f72fc730b4ffp-29);
  double middle = 0x1.a01a01abe62ddp-13 +
                  r * (0x1.a01a01a6d7808p-16 + r * (0x1.71de02375656cp-19 + r * tail));
  return 0.5 + r * (0x1.5555555555557p-3 +
                    r * (0x1.5555555555556p-5 +
                         r * (0x1.11111111100dfp-7 + r * (0x1.6c16c16c162d6p-10 + r * middle))));
}

/// (log((1 + s)/(1 − s)) − 2s)/s³ for z = s², |s| ≤ (√2 − 1)/(√2 + 1), to 3.1e-16.
static inline __attribute__((always_inline)) double log_series_double(double z) {
  double tail = 0x1.7462b4ab2ef6bp-3 + z * (0x1.39fe606542ddep-3 + z * 0x1.2b584aae78a57p-3);
  return 0x1.5555555555558p-1 +
         z * (0x1.99999999952e2p-2 +
              z * (0x1.2492492df148dp-2 + z * (0x1.c71c62e5800a1p-3 + z * tail)));
}
