// The elementary functions over arrays, in blocks: a loop of a fixed length over a buffer of its
// own needs no check for overlap, so y may be x, and the last entries take the same way as all
// others, which makes a value independent of its place.

#define BLOCK (128 / sizeof(REAL))

#define OVER_ARRAY(function)                                                            \
  CLONED void NAME(kernel_##function)(size_t count, const REAL *x, REAL *y) {           \
    REAL block[BLOCK] = {0};                                                            \
    size_t rest = count % BLOCK, whole = count - rest;                                  \
    for (size_t start = 0; start < whole; start += BLOCK) {                             \
      for (size_t i = 0; i < BLOCK; i++) block[i] = NAME(function##_of)(x[start + i]);  \
      memcpy(y + start, block, sizeof block);                                           \
    }                                                                                   \
    if (rest == 0) return;                                                              \
    memcpy(block, x + whole, rest * sizeof(REAL));                                      \
    for (size_t i = 0; i < BLOCK; i++) block[i] = NAME(function##_of)(block[i]);        \
    memcpy(y + whole, block, rest * sizeof(REAL));                                      \
  }

OVER_ARRAY(exp)
OVER_ARRAY(expm1)
OVER_ARRAY(log)
OVER_ARRAY(log1p)
OVER_ARRAY(tanh)
OVER_ARRAY(logistic)

#undef OVER_ARRAY
