// What the kernels say of themselves.

import Kernels
import Testing

struct InstructionSetTests {
  @Test("the instruction set is one that the kernels are compiled for")
  func known() {
    let name = String(cString: kernel_instruction_set())
    #expect(["x86-64-v4", "x86-64-v3", "baseline"].contains(name), "\(name)")
  }
}
