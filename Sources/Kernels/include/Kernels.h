// The inner loops of the batch engine: the only header of the room.
//
// Every loop says in its comment which line of the scalar engine, or which formula, it computes. All
// pointers are to whole arrays that do not overlap unless a comment says otherwise; a count of 0 is
// right everywhere. Nothing here allocates, throws or looks at anything but its arguments.

#ifndef NABLA_KERNELS_H
#define NABLA_KERNELS_H

#include <stddef.h>

/// The instruction set that the loops run with on this processor: "x86-64-v4", "x86-64-v3", or
/// "baseline".
const char *kernel_instruction_set(void);

// MARK: - Products of matrices

/// C = start 1ᵀ + A B, or C + A B where `accumulates` is not 0.
///
///     c_ij = start_i + Σ_k a_ik b_kj
///
/// Element (i, k) of A is `a[i * a_row + k * a_column]`, and likewise for B, so that a transposed
/// matrix is one with its steps exchanged; a row of C is contiguous. `start` may be `NULL`: 0.
///
/// Each c_ij is one chain of additions, k ascending, with one rounding a step where the processor
/// multiplies and adds in one operation, else two: its bits depend neither on where it lies nor on
/// how rows and columns are shared out. Not even a 0 is skipped, so NaN and ∞ go their way.
void kernel_product_double(
    size_t rows, size_t inner, size_t columns, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const double *b, ptrdiff_t b_row, ptrdiff_t b_column, const double *start, int accumulates,
    double *c, ptrdiff_t c_row);

/// The same in single precision.
void kernel_product_float(
    size_t rows, size_t inner, size_t columns, const float *a, ptrdiff_t a_row, ptrdiff_t a_column,
    const float *b, ptrdiff_t b_row, ptrdiff_t b_column, const float *start, int accumulates,
    float *c, ptrdiff_t c_row);

/// What one core can do at best: rounds of independent multiplications and additions in registers, as
/// wide as the products use them, and how many of both `rounds` rounds are. The result means nothing
/// but that they were done.
double kernel_multiply_add_rounds_double(size_t rounds);
float kernel_multiply_add_rounds_float(size_t rounds);
size_t kernel_multiply_add_operations_double(size_t rounds);
size_t kernel_multiply_add_operations_float(size_t rounds);

#endif
