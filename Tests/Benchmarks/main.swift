// The benchmark: what the package needs beside its peers, in one run.

import Nabla

print(coreCount)
