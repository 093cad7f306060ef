// Products of matrices, and the measure of how fast they could be, for one number type.
//
// Included by Kernels.c once for each REAL, whose name in identifiers is TYPE. The source of truth are
// the sums of the scalar engine: z_i = b_i + Σ_j w_ij a_j, Σ_i w_ij δ_i, Σ_m δ_i a_j.

#define PASTED(a, b) a##_##b
#define IN(a, b) PASTED(a, b)
#define UNROLLED _Pragma("clang loop unroll(full)")

// How many k a packed panel has: 48 KiB in the widest version.
#define DEPTH 256
// Up to so many rows, B is read where it lies: packing it would cost more than it saves.
#define UNPACKED_ROWS 16
// How many rows ahead of its packing B is fetched from memory.
#define AHEAD 8
// Two operations a cycle with a latency of four or five are kept busy by ten or more.
#define CHAINS 12

// Part of a matrix copied.
static void IN(TYPE, copy)(
    size_t rows, size_t columns, const REAL *from, ptrdiff_t from_row, REAL *to, ptrdiff_t to_row) {
  for (size_t i = 0; i < rows; i++) {
    for (size_t j = 0; j < columns; j++) to[j] = from[j];
    from += from_row;
    to += to_row;
  }
}

// Four contiguous columns of B as columns of a panel: squares of 4 × 4 are turned in registers.
static void IN(TYPE, turn)(
    size_t inner, size_t width, const REAL *b, ptrdiff_t b_column, REAL *panel) {
  typedef REAL four __attribute__((vector_size(4 * sizeof(REAL)), aligned(sizeof(REAL))));
  size_t k = 0;
  for (; k + 4 <= inner; k += 4) {
    four p = *(const four *)(b + k), q = *(const four *)(b + k + b_column);
    four r = *(const four *)(b + k + 2 * b_column), s = *(const four *)(b + k + 3 * b_column);
    four left[2], right[2];
    left[0] = __builtin_shufflevector(p, q, 0, 4, 2, 6);
    left[1] = __builtin_shufflevector(p, q, 1, 5, 3, 7);
    right[0] = __builtin_shufflevector(r, s, 0, 4, 2, 6);
    right[1] = __builtin_shufflevector(r, s, 1, 5, 3, 7);
    REAL *to = panel + k * width;
    for (size_t i = 0; i < 2; i++) {
      *(four *)(to + i * width) = __builtin_shufflevector(left[i], right[i], 0, 1, 4, 5);
      *(four *)(to + (i + 2) * width) = __builtin_shufflevector(left[i], right[i], 2, 3, 6, 7);
    }
  }
  for (; k < inner; k++) {
    for (size_t j = 0; j < 4; j++) panel[k * width + j] = b[(ptrdiff_t)k + (ptrdiff_t)j * b_column];
  }
}

// Rows of B side by side as a tile reads them, with zeros behind the last column.
static CLONED void IN(TYPE, pack)(
    size_t inner, size_t columns, size_t width, const REAL *b, ptrdiff_t b_row, ptrdiff_t b_column,
    REAL *panel) {
  size_t turned = b_row == 1 ? columns / 4 * 4 : 0;
  for (size_t j = 0; j < turned; j += 4) {
    IN(TYPE, turn)(inner, width, b + (ptrdiff_t)j * b_column, b_column, panel + j);
  }
  for (size_t k = 0; k < inner; k++) {
    const REAL *row = b + (ptrdiff_t)k * b_row;
    REAL *to = panel + k * width;
    if (b_column == 1) {
      // The rows are too far apart for the processor to guess which comes next.
      for (size_t j = 0; j < columns && k + AHEAD < inner; j += 64 / sizeof(REAL)) {
        __builtin_prefetch(row + AHEAD * b_row + (ptrdiff_t)j);
      }
      for (size_t j = turned; j < columns; j++) to[j] = row[j];
    } else {
      for (size_t j = turned; j < columns; j++) to[j] = row[(ptrdiff_t)j * b_column];
    }
    for (size_t j = columns; j < width; j++) to[j] = 0;
  }
}

#if IS_DISPATCHED
// 32 registers of 64 bytes: 24 sums, 3 vectors of B.
#define NAME IN(v4, TYPE)
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define BYTES 64
#define ROWS 8
#define VECTORS 3
#include "ProductTiles.h"

// 16 registers of 32 bytes: 12 sums, 3 vectors of B, 1 number of A.
#define NAME IN(v3, TYPE)
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define BYTES 32
#define ROWS 4
#define VECTORS 3
#include "ProductTiles.h"
#endif

#define NAME IN(baseline, TYPE)
#define TARGET
#define BYTES 16
#ifdef __aarch64__
// 32 registers of 16 bytes.
#define ROWS 8
#define VECTORS 3
#else
// 16 registers of 16 bytes, one of them for products, which are not added in one operation.
#define ROWS 4
#define VECTORS 2
#endif
#include "ProductTiles.h"

void IN(kernel_product, TYPE)(
    size_t rows, size_t inner, size_t columns, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const REAL *b, ptrdiff_t b_row, ptrdiff_t b_column, const REAL *start, int accumulates, REAL *c,
    ptrdiff_t c_row) {
  static const REAL zero = 0;
  const REAL *first = accumulates ? NULL : start ? start : &zero;
  ptrdiff_t step = start ? 1 : 0;
#define VERSION(name)                                                                      \
  IN(IN(name, TYPE), product)(                                                             \
      rows, inner, columns, a, a_row, a_column, b, b_row, b_column, first, step, c, c_row)
#if IS_DISPATCHED
  if (__builtin_cpu_supports("x86-64-v4")) return VERSION(v4);
  if (__builtin_cpu_supports("x86-64-v3")) return VERSION(v3);
#endif
  VERSION(baseline);
#undef VERSION
}

size_t IN(kernel_multiply_add_operations, TYPE)(size_t rounds) {
  size_t bytes = 16;
#if IS_DISPATCHED
  if (__builtin_cpu_supports("x86-64-v4")) bytes = 64;
  else if (__builtin_cpu_supports("x86-64-v3")) bytes = 32;
#endif
  return rounds * CHAINS * 2 * (bytes / sizeof(REAL));
}

REAL IN(kernel_multiply_add_rounds, TYPE)(size_t rounds) {
#if IS_DISPATCHED
  if (__builtin_cpu_supports("x86-64-v4")) return IN(IN(v4, TYPE), rounds)(rounds);
  if (__builtin_cpu_supports("x86-64-v3")) return IN(IN(v3, TYPE), rounds)(rounds);
#endif
  return IN(IN(baseline, TYPE), rounds)(rounds);
}

#undef PASTED
#undef IN
#undef UNROLLED
#undef DEPTH
#undef UNPACKED_ROWS
#undef CHAINS
#undef AHEAD
#undef REAL
#undef TYPE
