// Times of what runs in this process.

import Kernels
import Nabla

/// Prints what the tables say of the machine that only the package knows.
func printMachine() {
  print("cores \(coreCount)")
  print("instructions \(String(cString: kernel_instruction_set()))")
}

/// The forward and the backward pass: what a peer computes as value and gradient. As in training, a
/// pass writes where the one before has written.
func timeGradient(_ engine: BatchPropagation<some Scalar>, seconds: Double) {
  var pass = engine.forward()
  var gradients = engine.gradients(pass)
  timeRepeatedly(seconds: seconds) {
    engine.forward(to: &pass)
    engine.gradients(pass, to: &gradients)
    return gradients.gradient.biases.elements[0][0].real
  }
}

/// The product of two square matrices, in the kernels: in this thread alone.
func timeProduct(size: Int, seconds: Double) {
  let a = (0..<size * size).map { 1 / Double($0 + 1) }
  let b = (0..<size * size).map { 1 / Double($0 + 2) }
  var c = Array(repeating: 0.0, count: size * size)
  timeRepeatedly(seconds: seconds) {
    kernel_product_double(size, size, size, a, size, 1, b, size, 1, nil, 0, &c, size)
    return c[0]
  }
}

/// Prints how many multiplications and additions one core does in a second at best: the fastest of
/// many short runs, since nothing makes a run faster than the machine is.
func printPeaks(seconds: Double) {
  let rounds = 100_000
  let double = leastTime(seconds: seconds) { kernel_multiply_add_rounds_double(rounds) }
  let float = leastTime(seconds: seconds) { Double(kernel_multiply_add_rounds_float(rounds)) }
  print("double \(Double(kernel_multiply_add_operations_double(rounds)) / double)")
  print("float \(Double(kernel_multiply_add_operations_float(rounds)) / float)")
}

/// Prints the seconds of each run of `work`, which gives some number of its result, so that nothing
/// of it can be left out.
private func timeRepeatedly(seconds: Double, _ work: () -> Double) {
  for sample in samples(seconds: seconds, work) { print(sample) }
}

private func leastTime(seconds: Double, _ work: () -> Double) -> Double {
  samples(seconds: seconds, work).min() ?? .infinity
}

/// The seconds of each run: at least three of them, until the time is over.
private func samples(seconds: Double, _ work: () -> Double) -> [Double] {
  let clock = ContinuousClock()
  var used = work()  // the first run meets cold caches and pages that nobody touched
  let start = clock.now
  var samples: [Double] = []
  while samples.count < 3 || (clock.now - start) / .seconds(1) < seconds {
    let time = clock.measure { used += work() }
    samples.append(time / .seconds(1))
  }
  precondition(!used.isNaN, "the work gave no number")
  return samples
}
