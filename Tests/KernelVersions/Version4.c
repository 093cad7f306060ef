// The version for processors with AVX-512.

#if defined(__x86_64__)
#define CLONED static __attribute__((target("arch=x86-64-v4")))
#else
#define CLONED static
#endif
#define VERSION kernel_version_4
#include "Version.h"
