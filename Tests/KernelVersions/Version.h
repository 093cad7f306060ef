// The kernels' templates, compiled once more as CLONED says, and the function that VERSION names.

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "KernelVersions.h"

#include "../../Sources/Kernels/ElementaryDouble.h"
#include "../../Sources/Kernels/Elementary.h"
#include "../../Sources/Kernels/ElementaryFloat.h"
#include "../../Sources/Kernels/Elementary.h"

KernelVersion VERSION(void) {
  return (KernelVersion){
      kernel_exp_double,     kernel_expm1_double, kernel_log_double,      kernel_log1p_double,
      kernel_tanh_double,    kernel_logistic_double, kernel_exp_float,    kernel_expm1_float,
      kernel_log_float,      kernel_log1p_float,  kernel_tanh_float,      kernel_logistic_float,
      kernel_softmax_double, kernel_softmax_float,
  };
}
