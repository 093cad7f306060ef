// The seeded generator: known numbers, and the laws of its distributions.

import Nabla
import Testing

@Suite("A seed determines every number")
struct SeededGeneratorTests {
  @Test("xoshiro256** gives the reference implementation's numbers")
  func reference() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360])
  }

  @Test("the state is filled by SplitMix64")
  func seeding() {
    var seeded = SeededGenerator(seed: 1_234_567)
    var filled = SeededGenerator(
      state: (
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431
      ))
    #expect((0..<10).map { _ in seeded.next() } == (0..<10).map { _ in filled.next() })
  }

  @Test(
    "log is right to 2 ulps, against double-double",
    arguments: [Double.leastNormalMagnitude / 16, 1e-10, 0.5, 0.7, 0.71, 0.999999, 1.0])
  func logarithm(x: Double) {
    let expected = DoubleDouble.log(DoubleDouble(x)).high
    let found = SeededGenerator.logarithm(x)
    #expect(abs(found - expected) <= 2 * expected.ulp, "log \(x): \(found), \(expected)")
  }

  @Test(
    "uniform numbers: mean ½, variance 1/12, all in [0, 1); Gaussian: mean 0, variance 1, kurtosis 3"
  )
  func moments() {
    var generator = SeededGenerator(seed: 7)
    let count = 100_000
    let uniform = (0..<count).map { _ in generator.uniform() }
    let gaussian = (0..<count).map { _ in generator.gaussian() }
    func mean(_ numbers: [Double], power: Int, around center: Double) -> Double {
      numbers.reduce(0) { sum, x in
        sum + (0..<power).reduce(1) { product, _ in product * (x - center) }
      } / Double(count)
    }
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
    // Five standard errors of each.
    #expect(abs(mean(uniform, power: 1, around: 0.5)) < 0.005)
    #expect(abs(mean(uniform, power: 2, around: 0.5) - 1.0 / 12) < 0.0012)
    #expect(abs(mean(gaussian, power: 1, around: 0)) < 0.016)
    #expect(abs(mean(gaussian, power: 2, around: 0) - 1) < 0.023)
    #expect(abs(mean(gaussian, power: 4, around: 0) - 3) < 0.16)
  }

  @Test("whole numbers below n are equally likely, and a permutation has every number once")
  func integers() {
    var generator = SeededGenerator(seed: 3)
    var counts = Array(repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.integer(below: 6)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 500 }, "\(counts)")
    let permutation = generator.permutation(of: 100)
    #expect(permutation.sorted() == Array(0..<100))
    #expect(permutation != Array(0..<100))
    #expect(generator.permutation(of: 0).isEmpty)
  }
}
