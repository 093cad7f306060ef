// The version for any processor.

#define CLONED static
#define VERSION kernel_version_baseline
#include "Version.h"
