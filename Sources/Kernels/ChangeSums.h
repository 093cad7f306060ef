// Sums of changes: of a layer's inputs over the nodes below, of the cost over the examples.
//
// The source of truth of the first is the scalar engine's z_i = b_i + Σ_j w_ij a_j, in which b_i and all
// a_j that do not change drop out.

#define INLINE static inline __attribute__((always_inline))

/// Columns that are multiplied together: their sums stay in registers.
#define COLUMN_TILE 16

/// A tile of ΔZ = W ΔA, `tile` rows of it.
INLINE void multiply_tile(
    size_t tile, const double *w, size_t weight_stride, size_t active, const int *nodes,
    const double *da, double *dz, size_t stride) {
  double sum[4][COLUMN_TILE] = {{0}};
  for (size_t q = 0; q < active; q++) {
    const double *row = da + (size_t)nodes[q] * stride;
    for (size_t r = 0; r < tile; r++) {
      double factor = w[r * weight_stride + (size_t)nodes[q]];
      for (size_t c = 0; c < COLUMN_TILE; c++) sum[r][c] += factor * row[c];
    }
  }
  for (size_t r = 0; r < tile; r++) {
    for (size_t c = 0; c < COLUMN_TILE; c++) dz[r * stride + c] = sum[r][c];
  }
}

/// ΔZ = W ΔA, where only the rows `nodes` of ΔA are not 0. Columns up to the next multiple of
/// `COLUMN_TILE` are computed, whatever stands there.
CLONED void kernel_change_multiply(
    size_t rows, const double *w, size_t weight_stride, size_t active, const int *nodes,
    size_t count, const double *da, double *dz, size_t stride) {
  for (size_t c = 0; c < count; c += COLUMN_TILE) {
    size_t k = 0;
    for (; k + 4 <= rows; k += 4) {
      multiply_tile(
          4, w + k * weight_stride, weight_stride, active, nodes, da + c, dz + k * stride + c,
          stride);
    }
    for (; k < rows; k++) {
      multiply_tile(
          1, w + k * weight_stride, weight_stride, active, nodes, da + c, dz + k * stride + c,
          stride);
    }
  }
}

/// Adds the changes of one example to those of all: the columns of `change` are `offsets` blocks of
/// `count`, column c of a block belongs to number place[c]. `size` gets the largest magnitude of a
/// number's changes added.
CLONED void kernel_change_gather(
    size_t offsets, size_t count, const int *place, double *change, size_t numbers, double *sums,
    double *size) {
  for (size_t o = 0; o < offsets; o++) {
    const double *block = change + o * count;
    double *sum = sums + o * numbers;
    for (size_t c = 0; c < count; c++) sum[place[c]] += block[c];
  }
  for (size_t c = 0; c < count; c++) change[c] = __builtin_fabs(change[c]);
  for (size_t o = 1; o < offsets; o++) {
    const double *block = change + o * count;
    for (size_t c = 0; c < count; c++) {
      double magnitude = __builtin_fabs(block[c]);
      change[c] = magnitude > change[c] ? magnitude : change[c];
    }
  }
  for (size_t c = 0; c < count; c++) size[place[c]] += change[c];
}

#undef INLINE
#undef COLUMN_TILE
