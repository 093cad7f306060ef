// Times of what runs in this process.

import Kernels
import Nabla

/// Prints what the tables say of the machine that only the package knows.
func printMachine() {
  print("cores \(coreCount)")
  print("instructions \(String(cString: kernel_instruction_set()))")
}

/// The forward and the backward pass: what a peer computes as value and gradient.
func timeGradient(_ engine: BatchPropagation<some Scalar>, seconds: Double) {
  timeRepeatedly(seconds: seconds) {
    let gradient = engine.backward(engine.forward()).gradient
    return gradient.biases.elements[0][0].real
  }
}

/// (W^(2))ᵀ Δ, as the batch engine computes it for BP2; Δ is the targets of the file.
func timeProduct(_ engine: BatchPropagation<Double>, seconds: Double) {
  let Δ = engine.batch.targets
  timeRepeatedly(seconds: seconds) {
    engine.activationGradient(1, errorAbove: Δ).entries[0]
  }
}

/// Prints the seconds of each run of `work`: at least three of them, until the time is over.
///
/// - Parameter work: gives some number of its result, so that nothing of it can be left out.
private func timeRepeatedly(seconds: Double, _ work: () -> Double) {
  let clock = ContinuousClock()
  var used = work()  // the first run meets cold caches and pages that nobody touched
  let start = clock.now
  var samples: [Double] = []
  while samples.count < 3 || (clock.now - start) / .seconds(1) < seconds {
    let time = clock.measure { used += work() }
    samples.append(time / .seconds(1))
  }
  precondition(!used.isNaN, "the work gave no number")
  for sample in samples { print(sample) }
}
