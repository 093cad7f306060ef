// The inner loops, compiled once for each kind of processor that is worth it.
//
// CLONED lets the compiler make several versions of a function and choose one when the program
// starts; where the platform cannot do that, there is one, for the processor that was built for (on
// arm64 it has vectors anyway). The loops are plain, so that the compiler turns them into vectors of
// whatever length the version allows.

#include "Kernels.h"

// One of these says __GLIBC__ where that is the library.
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define CLONED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define IS_DISPATCHED 1
#else
#define CLONED
#define IS_DISPATCHED 0
#endif

const char *kernel_instruction_set(void) {
#if IS_DISPATCHED
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return "x86-64-v4";
  if (__builtin_cpu_supports("x86-64-v3")) return "x86-64-v3";
#endif
  return "baseline";
}

// Elementary functions and softmax, for each number type.
#include "ElementaryDouble.h"
#include "Elementary.h"
#include "ElementaryFloat.h"
#include "Elementary.h"

// Changes of formulas and their sums, in double.
#include "Changes.h"
#include "ChangeSums.h"

// Products with examples that are mostly zeros.
#include "Sparse.h"

// Products of matrices.
#define REAL double
#define TYPE double
#include "Products.h"
#define REAL float
#define TYPE float
#include "Products.h"
