// The products in each version that Kernels.c has.

#include <float.h>

#include "KernelVersions.h"

#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define IS_DISPATCHED 1
#else
#define IS_DISPATCHED 0
#endif
#define CLONED

// The functions that choose a version have their names in Kernels.c.
#define kernel_product chosen_product
#define kernel_multiply_add_operations chosen_operations
#define kernel_multiply_add_rounds chosen_rounds

#define REAL double
#define TYPE double
#include "../../Sources/Kernels/Products.h"
#define REAL float
#define TYPE float
#include "../../Sources/Kernels/Products.h"

#define PRODUCT(real)                                                                      \
  void kernel_version_product_##real(                                                      \
      int version, size_t rows, size_t inner, size_t columns, const real *a,               \
      ptrdiff_t a_row, ptrdiff_t a_column, const real *b, ptrdiff_t b_row,                 \
      ptrdiff_t b_column, const real *start, int accumulates, real *c, ptrdiff_t c_row) {  \
    static const real zero = 0;                                                            \
    const real *first = accumulates ? NULL : start ? start : &zero;                        \
    VERSIONS(real)                                                                         \
    baseline_##real##_product(                                                             \
        rows, inner, columns, a, a_row, a_column, b, b_row, b_column, first, start != NULL, c, \
        c_row);                                                                            \
  }
#define ONE(number, real)                                                                  \
  if (version == number) {                                                                 \
    v##number##_##real##_product(                                                          \
        rows, inner, columns, a, a_row, a_column, b, b_row, b_column, first, start != NULL, c, \
        c_row);                                                                            \
    return;                                                                                \
  }
#if IS_DISPATCHED
#define VERSIONS(real) ONE(4, real) ONE(3, real)
#else
#define VERSIONS(real) (void)version;
#endif

PRODUCT(double)
PRODUCT(float)
