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

#endif
