// Rounding as at school, by digits.

import Foundation
import Nabla
import Testing

@testable import WorkedExamples

@Suite("Printed numbers")
struct PrintedNumberTests {
  @Test(
    "A number is printed in its digits",
    arguments: [
      (0.6456563062257954, 4, "0.6457"), (-0.7159919207, 4, "-0.7160"), (2, 4, "2"),
      (0, 4, "0"), (-3, 2, "-3"), (0.0012345, 4, "0.0012"), (0.00099949, 4, "9.995e-4"),
      (0.0009999999, 4, "1.000e-3"), (12_345_678.9, 3, "1.23e7"), (9_999_999.96, 1, "10000000.0"),
      (1e-300, 4, "1.000e-300"), (0.9999999, 4, "1.0000"), (-0.00004, 4, "-4.000e-5"),
    ])
  func digits(_ value: Double, _ digits: Int, _ expected: String) {
    #expect(
      PrintedNumber(rounding: DoubleDouble(decimal: value), digits: digits).description == expected)
  }

  @Test(
    "Halves are rounded away from zero, in decimal",
    arguments: [
      (0.00125, 4, "0.0013"), (1.00005, 4, "1.0001"), (-2.5e-1, 1, "-0.3"), (0.35, 1, "0.4"),
      (1.005, 2, "1.01"), (-1.005, 2, "-1.01"),
    ])
  func ties(_ value: Double, _ digits: Int, _ expected: String) {
    let exact = DoubleDouble(decimal: value)
    let printed = PrintedNumber(rounding: exact, digits: digits)
    #expect(printed.description == expected)
    #expect(PrintedNumber.distanceFromTie(exact, printed) < 1e-20)
  }

  @Test("Away from ties the digits are those of the C library")
  func library() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let value = (random.uniform() - 0.5) * pow(10, Double(random.integer(below: 5)))
      let digits = random.integer(below: 8) + 2
      let printed = PrintedNumber(rounding: DoubleDouble(value), digits: digits)
      guard !printed.isScientific else { continue }
      #expect(printed.description == String(format: "%.\(digits)f", value))
      #expect((printed.value.real - value).magnitude <= 0.5000001 * pow(10, -Double(digits)))
    }
  }

  @Test("A number in scientific form has its digits")
  func scientific() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<500 {
      let value = (random.uniform() + 0.1) * pow(10, -4 - Double(random.integer(below: 200)))
      let printed = PrintedNumber(rounding: DoubleDouble(value), digits: 4)
      let expected = String(format: "%.3e", value).split(separator: "e")
      #expect(printed.digits == expected[0])
      #expect(printed.powerOfTen == Int(expected[1]))
    }
  }

  @Test(
    "A given number keeps its decimals, up to six",
    arguments: [
      (0.4, "0.4"), (-1, "-1"), (0.123456, "0.123456"), (0.1234567, "0.1235"),
      (1.0 / 3, "0.3333"), (2.50, "2.5"), (0.0005, "0.0005"),
      (0.42, "0.42"), (-0.33, "-0.33"), (0.91, "0.91"), (1e-9, "1.000e-9"), (1e-30, "1.000e-30"),
    ])
  func given(_ value: Double, _ expected: String) {
    #expect(PrintedNumber(given: value, digits: 4).description == expected)
  }
}
