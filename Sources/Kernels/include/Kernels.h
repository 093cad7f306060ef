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

#endif
