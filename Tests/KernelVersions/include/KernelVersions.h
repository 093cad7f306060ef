// The elementary kernels in each version that Kernels.c has, so that a test reaches the ones that
// this processor would not choose.

#ifndef NABLA_KERNEL_VERSIONS_H
#define NABLA_KERNEL_VERSIONS_H

#include <stddef.h>

typedef void (*DoubleKernel)(size_t count, const double *x, double *y);
typedef void (*FloatKernel)(size_t count, const float *x, float *y);
typedef void (*DoubleSoftmax)(
    size_t outputs, size_t examples, const double *z, double *h, double *complement,
    double *logarithm);
typedef void (*FloatSoftmax)(
    size_t outputs, size_t examples, const float *z, float *h, float *complement,
    float *logarithm);

/// The kernels of one version.
typedef struct {
  DoubleKernel exp_double, expm1_double, log_double, log1p_double, tanh_double, logistic_double;
  FloatKernel exp_float, expm1_float, log_float, log1p_float, tanh_float, logistic_float;
  DoubleSoftmax softmax_double;
  FloatSoftmax softmax_float;
} KernelVersion;

/// For any processor.
KernelVersion kernel_version_baseline(void);
/// With AVX2 and fused products; where the processor is of another kind, the same as the baseline.
KernelVersion kernel_version_3(void);
/// With AVX-512; where the processor is of another kind, the same as the baseline.
KernelVersion kernel_version_4(void);

/// The products in version 4 (AVX-512), 3 (AVX2), or any other: for any processor.
void kernel_version_product_double(
    int version, size_t rows, size_t inner, size_t columns, const double *a, ptrdiff_t a_row,
    ptrdiff_t a_column, const double *b, ptrdiff_t b_row, ptrdiff_t b_column, const double *start,
    int accumulates, double *c, ptrdiff_t c_row);
void kernel_version_product_float(
    int version, size_t rows, size_t inner, size_t columns, const float *a, ptrdiff_t a_row,
    ptrdiff_t a_column, const float *b, ptrdiff_t b_row, ptrdiff_t b_column, const float *start,
    int accumulates, float *c, ptrdiff_t c_row);

#endif
