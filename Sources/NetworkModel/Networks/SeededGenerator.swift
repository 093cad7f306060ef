// Random numbers that are the same everywhere: for initial weights, samples and orders of examples.
//
// Source of the algorithms, both in the public domain: S. Vigna, SplitMix64 (2015); D. Blackman and
// S. Vigna, "Scrambled linear pseudorandom number generators", xoshiro256** 1.0 (2018).

/// A generator that a seed determines, on every platform and with every version of the compiler.
///
/// The standard library's `random(in:using:)` and `shuffle(using:)` may change how they use a
/// generator, and a platform's `log` may differ in the last bit; so both are written out here.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  /// The second number of the last pair of Gaussians.
  private var spare: Double?

  /// Fills the state with SplitMix64, as the authors of xoshiro256** recommend.
  public init(seed: UInt64) {
    var x = seed
    func next() -> UInt64 {
      x &+= 0x9E37_79B9_7F4A_7C15
      var z = x
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// The four words of xoshiro256**, not all 0.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// 64 random bits: a step of xoshiro256**.
  public mutating func next() -> UInt64 {
    func rotated(_ x: UInt64, by k: UInt64) -> UInt64 { x << k | x >> (64 - k) }
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let t = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= t
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A multiple of 2^−53 in [0, 1), each as likely as the other.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from the normal distribution with mean 0 and deviation 1.
  ///
  /// The polar method: (u, v) uniform in the unit disc with s = u² + v² gives two of them,
  /// u √(−2 log s / s) and v √(−2 log s / s) (G. Marsaglia and T. A. Bray, SIAM Review 6 (1964)).
  /// It needs no sine and no cosine; the square root is exact by IEEE 754.
  public mutating func gaussian() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let s = u * u + v * v
      guard s > 0, s < 1 else { continue }
      let scale = (-2 * Self.logarithm(s) / s).squareRoot()
      spare = v * scale
      return u * scale
    }
  }

  /// A whole number from 0 to n − 1, each as likely as the other.
  ///
  /// The high word of a 128-bit product, without the low words that some numbers would have more of
  /// (D. Lemire, ACM Transactions on Modeling and Computer Simulation 29 (2019)).
  /// - Precondition: n > 0.
  public mutating func integer(below n: Int) -> Int {
    precondition(n > 0, "a whole number below \(n) is asked for")
    let n = UInt64(n)
    while true {
      let product = next().multipliedFullWidth(by: n)
      if product.low >= (0 &- n) % n { return Int(product.high) }
    }
  }

  /// Puts the elements in a random order, each order as likely as the other (R. Durstenfeld, 1964).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, through: 1, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  /// The numbers 0 … count − 1 in a random order.
  public mutating func permutation(of count: Int) -> [Int] {
    var result = Array(0..<count)
    shuffle(&result)
    return result
  }

  /// log x in basic operations, whose bits IEEE 754 fixes; right to a few units in the last place.
  ///
  ///     log x = k log 2 + log m,  log m = 2 (t + t³/3 + t⁵/5 + …),  t = (m − 1) / (m + 1)
  ///
  /// With √½ ≤ m < √2, t² < 0.03: the term in t^23 is the first below 2^−53.
  package static func logarithm(_ x: Double) -> Double {
    var (k, m) = (Double(x.exponent), x.significand)
    if m > 1.4142135623730951 { (k, m) = (k + 1, m / 2) }
    let t = (m - 1) / (m + 1)
    let square = t * t
    // Written out, so that the compiler does the divisions.
    var sum = 1.0 / 23 * square
    sum = (sum + 1.0 / 21) * square
    sum = (sum + 1.0 / 19) * square
    sum = (sum + 1.0 / 17) * square
    sum = (sum + 1.0 / 15) * square
    sum = (sum + 1.0 / 13) * square
    sum = (sum + 1.0 / 11) * square
    sum = (sum + 1.0 / 9) * square
    sum = (sum + 1.0 / 7) * square
    sum = (sum + 1.0 / 5) * square
    sum = (sum + 1.0 / 3) * square
    let log2High = 0x1.62e42feep-1
    let log2Low = 0x1.a39ef35793c76p-33
    return k * log2High + (2 * t + (2 * t * sum + k * log2Low))
  }
}
