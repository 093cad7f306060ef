// One version of the products, for one number type and one kind of processor.
//
// Included by Products.h with these macros set:
//
//   REAL  the number type           TARGET   what the compiler may use
//   NAME  the name of the version   BYTES    of a vector
//   ROWS  of a tile                 VECTORS  in a row of a tile
//
// A tile of C stays in registers while k runs, and a panel of B stays in the nearest cache, packed,
// while the tiles of its columns are computed: the design of GotoBLAS and BLIS (K. Goto, R. van de
// Geijn, ACM TOMS 34 (2008); F. Van Zee, R. van de Geijn, ACM TOMS 41 (2015)). A is not packed: each
// of its numbers meets a whole row of the tile, so that it is seldom waited for.

#define LANES (BYTES / sizeof(REAL))
#define WIDTH (VECTORS * LANES)

typedef REAL IN(NAME, vector) __attribute__((vector_size(BYTES), aligned(sizeof(REAL))));

// c_iv = start_i (or c_iv) + Σ_k a_ik b_kv for a tile of C, k in ascending order.
//
// Rows and vectors are constants wherever this is inlined, so that the loops over them are unrolled
// and the sums stay in registers.
static inline __attribute__((always_inline)) TARGET void IN(NAME, tile)(
    int rows, int vectors, size_t inner, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const REAL *b, ptrdiff_t b_row, const REAL *start, ptrdiff_t start_step, REAL *c,
    ptrdiff_t c_row) {
  typedef IN(NAME, vector) vector;
  vector sum[ROWS][VECTORS];
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int v = 0; v < vectors; v++) {
      // Less 0, which leaves −0 what it is.
      if (start) sum[i][v] = start[i * start_step] - (vector){};
      else sum[i][v] = *(const vector *)(c + i * c_row + v * (ptrdiff_t)LANES);
    }
  }
  for (size_t k = 0; k < inner; k++) {
    vector row[VECTORS];
    UNROLLED for (int v = 0; v < vectors; v++) row[v] = *(const vector *)(b + v * LANES);
    UNROLLED for (int i = 0; i < rows; i++) {
      UNROLLED for (int v = 0; v < vectors; v++) sum[i][v] += a[i * a_row] * row[v];
    }
    a += a_column;
    b += b_row;
  }
  UNROLLED for (int i = 0; i < rows; i++) {
    UNROLLED for (int v = 0; v < vectors; v++) {
      *(vector *)(c + i * c_row + v * (ptrdiff_t)LANES) = sum[i][v];
    }
  }
}

// The tile of any shape up to ROWS × VECTORS.
static TARGET void IN(NAME, any_tile)(
    size_t rows, size_t vectors, size_t inner, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const REAL *b, ptrdiff_t b_row, const REAL *start, ptrdiff_t start_step, REAL *c,
    ptrdiff_t c_row) {
#define TILE(r, v)                                                                         \
  case r * 4 + v:                                                                          \
    IN(NAME, tile)(                                                                        \
        r, v, inner, a, a_row, a_column, b, b_row, start, start_step, c, c_row);           \
    break;
#if VECTORS == 3
#define TILES(r) TILE(r, 1) TILE(r, 2) TILE(r, 3)
#else
#define TILES(r) TILE(r, 1) TILE(r, 2)
#endif
  switch (rows * 4 + vectors) {
    TILES(1) TILES(2) TILES(3) TILES(4)
#if ROWS == 8
    TILES(5) TILES(6) TILES(7) TILES(8)
#endif
  }
#undef TILES
#undef TILE
}

// The rows of C over a panel of at most WIDTH columns, for a block of k.
static TARGET void IN(NAME, panel)(
    size_t rows, size_t inner, size_t columns, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const REAL *b, ptrdiff_t b_row, const REAL *start, ptrdiff_t start_step, REAL *c,
    ptrdiff_t c_row) {
  size_t vectors = (columns + LANES - 1) / LANES;
  size_t height;
  for (size_t i = 0; i < rows; i += height) {
    height = rows - i < ROWS ? rows - i : ROWS;
    if (columns == vectors * LANES) {
      IN(NAME, any_tile)(
          height, vectors, inner, a, a_row, a_column, b, b_row, start, start_step, c, c_row);
    } else {
      // The last vector reaches beyond the row, so the tile is computed aside.
      REAL aside[ROWS * WIDTH] = {0};
      if (!start) IN(TYPE, copy)(height, columns, c, c_row, aside, WIDTH);
      IN(NAME, any_tile)(
          height, vectors, inner, a, a_row, a_column, b, b_row, start, start_step, aside, WIDTH);
      IN(TYPE, copy)(height, columns, aside, WIDTH, c, c_row);
    }
    a += (ptrdiff_t)height * a_row;
    c += (ptrdiff_t)height * c_row;
    if (start) start += (ptrdiff_t)height * start_step;
  }
}

// Every column and every k, a panel and a block at a time; see `kernel_product_double`.
//
// A block continues the sums that the one before has left in C: each element is one chain of
// additions over all k, so blocks, tiles and shares of a matrix do not change its bits.
static TARGET void IN(NAME, product)(
    size_t rows, size_t inner, size_t columns, const REAL *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const REAL *b, ptrdiff_t b_row, ptrdiff_t b_column, const REAL *start, ptrdiff_t start_step,
    REAL *c, ptrdiff_t c_row) {
  REAL packed[DEPTH * WIDTH] __attribute__((aligned(BYTES)));
  for (size_t j = 0; j < columns; j += WIDTH) {
    size_t width = columns - j < WIDTH ? columns - j : WIDTH;
    size_t padded = (width + LANES - 1) / LANES * LANES;
    size_t k = 0;
    do {
      size_t depth = inner - k < DEPTH ? inner - k : DEPTH;
      const REAL *block = b + (ptrdiff_t)k * b_row + (ptrdiff_t)j * b_column;
      ptrdiff_t step = b_row;
      if (b_column != 1 || padded != width || rows > UNPACKED_ROWS) {
        IN(TYPE, pack)(depth, width, padded, block, b_row, b_column, packed);
        block = packed;
        step = (ptrdiff_t)padded;
      }
      IN(NAME, panel)(
          rows, depth, width, a + (ptrdiff_t)k * a_column, a_row, a_column, block, step,
          k == 0 ? start : NULL, start_step, c + j, c_row);
      k += depth;
    } while (k < inner);
  }
}

// x = ½ x + c again and again, in as many independent vectors as hide the latency of an operation.
static TARGET REAL IN(NAME, rounds)(size_t rounds) {
  typedef IN(NAME, vector) vector;
  vector x[CHAINS];
  vector half = (REAL)0.5 - (vector){}, one = (REAL)1 - (vector){};
  for (int i = 0; i < CHAINS; i++) x[i] = (REAL)i - (vector){};
  for (size_t round = 0; round < rounds; round++) {
    UNROLLED for (int i = 0; i < CHAINS; i++) x[i] = x[i] * half + one;
  }
  REAL sum = 0;
  for (int i = 0; i < CHAINS; i++) {
    for (size_t lane = 0; lane < LANES; lane++) sum += x[i][lane];
  }
  return sum;
}

#undef WIDTH
#undef LANES
#undef TARGET
#undef NAME
#undef BYTES
#undef ROWS
#undef VECTORS
