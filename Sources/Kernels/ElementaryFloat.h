// What the elementary functions need to know of `float`: the twin of ElementaryDouble.h.

#define REAL float
#define BITS uint32_t
#define NAME(stem) stem##_float
#define SIGNIFICAND_BITS 23
#define BIAS 127
#define SMALLEST_NORMAL FLT_MIN
#define WHOLE 0x1p23f
#define SPLIT (0x1p12f + 1)

#define LOG2_HIGH 0x1.62e4p-1f
#define LOG2_LOW 0x1.7f7d1cp-20f
#define ONE_BY_LOG2 0x1.715476p0f

#define EXP_LEAST -105.0f
#define EXP_LARGEST 89.5f
#define EXPM1_LEAST -20.0f
#define ONE_ABSORBS 50.0f
#define TANH_LARGEST 10.0f

/// (e^r − 1 − r)/r² for |r| ≤ log 2 / 2, to 1.4e-9.
static inline __attribute__((always_inline)) float exp_series_float(float r) {
  float tail = 0x1.1110ep-7f + r * (0x1.6d4316p-10f + r * 0x1.a124e4p-13f);
  return 0.5f + r * (0x1.555556p-3f + r * (0x1.5554eap-5f + r * tail));
}

/// (log((1 + s)/(1 − s)) − 2s)/s³ for z = s², |s| ≤ (√2 − 1)/(√2 + 1), to 1.9e-7.
static inline __attribute__((always_inline)) float log_series_float(float z) {
  return 0x1.55555cp-1f + z * (0x1.997c3p-2f + z * 0x1.2ee61p-2f);
}
