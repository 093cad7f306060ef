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

// MARK: - Elementary functions and softmax

// Elementary functions: y_i of x_i for i < count; y may be x. The error is no more than 1.5 ulp,
// for all numbers, subnormal arguments and values included; 0, −0, infinities and NaN give what
// IEEE 754 recommends. A value depends on its argument alone, not on its place or on the count.

/// y = e^x.
void kernel_exp_double(size_t count, const double *x, double *y);
void kernel_exp_float(size_t count, const float *x, float *y);

/// y = e^x − 1.
void kernel_expm1_double(size_t count, const double *x, double *y);
void kernel_expm1_float(size_t count, const float *x, float *y);

/// y = log x.
void kernel_log_double(size_t count, const double *x, double *y);
void kernel_log_float(size_t count, const float *x, float *y);

/// y = log(1 + x).
void kernel_log1p_double(size_t count, const double *x, double *y);
void kernel_log1p_float(size_t count, const float *x, float *y);

/// y = tanh x.
void kernel_tanh_double(size_t count, const double *x, double *y);
void kernel_tanh_float(size_t count, const float *x, float *y);

/// y = 1/(1 + e^−x).
void kernel_logistic_double(size_t count, const double *x, double *y);
void kernel_logistic_float(size_t count, const float *x, float *y);

/// Softmax of every column of z, a matrix of outputs × examples, row by row:
/// `softmax(of:outputs:complements:logarithms:)`, that is h, 1 − h and log h without cancellation.
///
/// The error is no more than 2.5 ulp, whatever the size of z and the number of outputs. The
/// complement and the logarithm may be NULL; h may be z.
void kernel_softmax_double(
    size_t outputs, size_t examples, const double *z, double *h, double *complement,
    double *logarithm);
void kernel_softmax_float(
    size_t outputs, size_t examples, const float *z, float *h, float *complement,
    float *logarithm);

// MARK: - Changes of formulas: f(x + t) − f(x) for a row of t, without cancellation (see Changes.h)

// Where nothing but rows is read and written, the row that is written may be one that is read.

/// The largest magnitude in a row; NaN where one is among them.
double kernel_largest(size_t count, const double *x);
/// Δ(factor · x).
void kernel_change_scale(size_t count, double factor, const double *x, double *change);
void kernel_change_sum(size_t count, const double *x, const double *y, double *change);
void kernel_change_difference(size_t count, const double *x, const double *y, double *change);
/// Δ(u v).
void kernel_change_product(
    size_t count, double u, const double *du, double v, const double *dv, double *change);
/// Δ(u / v); `du` is NULL where u does not change.
void kernel_change_quotient(
    size_t count, double quotient, const double *du, double v, const double *dv, double *change);
/// Δ e^x, where e^x = `value`.
void kernel_change_exp(size_t count, double value, const double *t, double *change);
/// Δ log x.
void kernel_change_log(size_t count, double x, const double *t, double *change);
/// Δ tanh x, where tanh x = `a` and 1 − a² = `slope`.
void kernel_change_tanh(size_t count, double a, double slope, const double *t, double *change);
/// The change of 1 / (1 + e^−x) = `a`, where a (1 − a) = `slope`.
void kernel_change_logistic(size_t count, double a, double slope, const double *t, double *change);
/// Σ_k y_k Δ log h_k of softmax, where w_k t is Δz_k less that of the largest output; `total` is Σ_k y_k.
void kernel_change_softmax_log(
    size_t outputs, const double *w, const double *h, const double *y, double total, size_t count,
    const double *t, double *change);
/// Δh_k and Δ log h_k of softmax, whose largest output is p (from 0), s and `rest` (see Changes.h);
/// matrices have `outputs` rows, `stride` apart.
void kernel_change_softmax(
    size_t outputs, size_t p, const double *h, const double *q, size_t count, size_t stride,
    const double *dz, double *dh, double *dlog, double *sum, double *rest);
/// ΔZ = W ΔA, where only the `active` rows `nodes` of ΔA are not 0; rows are `stride` apart, which is a
/// multiple of 16, and columns up to the next multiple of 16 are overwritten.
void kernel_change_multiply(
    size_t rows, const double *w, size_t weight_stride, size_t active, const int *nodes,
    size_t count, const double *da, double *dz, size_t stride);
/// Adds the changes of one example to the sums of `numbers` numbers: `change` holds `offsets` blocks
/// of `count`, entry c of each belongs to number place[c]. `size` gets the largest magnitude among
/// the blocks. Overwrites the first block.
void kernel_change_gather(
    size_t offsets, size_t count, const int *place, double *change, size_t numbers, double *sums,
    double *size);

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

// MARK: - Examples that are mostly zeros

// Example m has the numbers x[starts[m]] … x[ends[m] − 1], which belong to the inputs of the same
// places, in ascending order; all others are 0. `padded` is the number of nodes, padded to a multiple
// of 8.

/// Z = B + W X: z_m = start + Σ_n x_n w_n, the weights as N rows of `padded` numbers, z as a row for each
/// example. Each sum is the chain of `kernel_product_double` without the terms that are 0.
void kernel_sparse_forward_double(
    size_t padded, size_t examples, const size_t *starts, const size_t *ends,
    const unsigned *inputs, const double *x, const double *w, const double *start, double *z);

/// Adds Δ Xᵀ to N rows of `padded` numbers: ∇w_n += Σ_m x_n δ_m, m ascending, δ as a row for each
/// example.
void kernel_sparse_gradient_double(
    size_t padded, size_t examples, const size_t *starts, const size_t *ends,
    const unsigned *inputs, const double *x, const double *delta, double *gradient);

/// What one core can do at best: rounds of independent multiplications and additions in registers, as
/// wide as the products use them, and how many of both `rounds` rounds are. The result means nothing
/// but that they were done.
double kernel_multiply_add_rounds_double(size_t rounds);
float kernel_multiply_add_rounds_float(size_t rounds);
size_t kernel_multiply_add_operations_double(size_t rounds);
size_t kernel_multiply_add_operations_float(size_t rounds);

#endif
