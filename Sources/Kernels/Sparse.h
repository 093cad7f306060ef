// The first layer of examples that are mostly zeros: what is 0 is left out of the sums.
//
// Leaving out w · 0 changes no bit of a sum of finite numbers, so these compute what the products of
// matrices do. W and ∇W are taken as their transposes, a row for each input, padded to whole chunks;
// Z and Δ a row for each example. A chunk of a row stays in registers.

#define CHUNK_LOOP for (size_t i = 0; i < CHUNK; i++)

// z += Σ_n x_n w_n, for one chunk of nodes.
#define FORWARD(name)                                                                           \
  static inline __attribute__((always_inline)) void name(                                       \
      size_t count, size_t padded, const unsigned *input, const double *x, const double *w,     \
      const double *start, double *z) {                                                         \
    double sum[CHUNK];                                                                          \
    CHUNK_LOOP sum[i] = start[i];                                                               \
    for (size_t n = 0; n < count; n++) {                                                        \
      const double *row = w + (size_t)input[n] * padded;                                        \
      const double factor = x[n];                                                               \
      CHUNK_LOOP sum[i] += factor * row[i];                                                     \
    }                                                                                           \
    CHUNK_LOOP z[i] = sum[i];                                                                   \
  }

// ∇w_n += x_n δ, for one chunk of nodes.
#define GRADIENT(name)                                                                          \
  static inline __attribute__((always_inline)) void name(                                       \
      size_t count, size_t padded, const unsigned *input, const double *x, const double *delta, \
      double *gradient) {                                                                       \
    double own[CHUNK];                                                                          \
    CHUNK_LOOP own[i] = delta[i];                                                               \
    for (size_t n = 0; n < count; n++) {                                                        \
      double *row = gradient + (size_t)input[n] * padded;                                       \
      const double factor = x[n];                                                               \
      CHUNK_LOOP row[i] += factor * own[i];                                                     \
    }                                                                                           \
  }

#define CHUNK 8
FORWARD(sparse_forward_8)
GRADIENT(sparse_gradient_8)
#undef CHUNK
#define CHUNK 16
FORWARD(sparse_forward_16)
GRADIENT(sparse_gradient_16)
#undef CHUNK
#define CHUNK 32
FORWARD(sparse_forward_32)
GRADIENT(sparse_gradient_32)
#undef CHUNK
#undef CHUNK_LOOP
#undef FORWARD
#undef GRADIENT

// Runs f_32 as long as there are so many nodes, then f_16, then f_8.
#define IN_CHUNKS(f, ...)                                                                       \
  size_t i = 0;                                                                                 \
  for (; i + 32 <= padded; i += 32) f##_32(__VA_ARGS__);                                        \
  for (; i + 16 <= padded; i += 16) f##_16(__VA_ARGS__);                                        \
  for (; i < padded; i += 8) f##_8(__VA_ARGS__);

CLONED void kernel_sparse_forward_double(
    size_t padded, size_t examples, const size_t *starts, const size_t *ends,
    const unsigned *inputs, const double *x, const double *w, const double *start, double *z) {
  for (size_t m = 0; m < examples; m++) {
    size_t first = starts[m], count = ends[m] - first;
    double *own = z + m * padded;
    IN_CHUNKS(
        sparse_forward, count, padded, inputs + first, x + first, w + i, start + i, own + i)
  }
}

CLONED void kernel_sparse_gradient_double(
    size_t padded, size_t examples, const size_t *starts, const size_t *ends,
    const unsigned *inputs, const double *x, const double *delta, double *gradient) {
  for (size_t m = 0; m < examples; m++) {
    size_t first = starts[m], count = ends[m] - first;
    const double *own = delta + m * padded;
    IN_CHUNKS(sparse_gradient, count, padded, inputs + first, x + first, own + i, gradient + i)
  }
}

#undef IN_CHUNKS
