// The version for processors with AVX2 and fused products.

#if defined(__x86_64__)
#define CLONED static __attribute__((target("arch=x86-64-v3")))
#else
#define CLONED static
#endif
#define VERSION kernel_version_3
#include "Version.h"
