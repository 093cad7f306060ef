// Seeded random numbers for the tests of this target, and the length of its loops.

import Foundation
import Numbers

/// How many times the short form's loops are run: 1, or 50 where `NABLA_LONG=1` is set.
let thoroughness = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1" ? 50 : 1

/// The generator SplitMix64, and what is drawn from it.
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &self) }
  mutating func isHeads() -> Bool { next() & 1 == 0 }

  /// A number with a sign, all its bits random, between 2^lowest and 2^(highest + 1).
  mutating func number(exponents: ClosedRange<Int>) -> Double {
    let exponent = Int.random(in: exponents, using: &self)
    return Double(sign: isHeads() ? .plus : .minus, exponent: exponent, significand: uniform(1...2))
  }

  /// A double-double number, its low part of any size that is allowed.
  mutating func precise(exponents: ClosedRange<Int>) -> DoubleDouble {
    let high = number(exponents: exponents)
    return .sum(high, high.ulp / 2 * uniform(-1...1) * (isHeads() ? 1 : 0x1p-20))
  }
}
