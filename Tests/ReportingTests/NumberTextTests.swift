// Numbers, symbols and JSON values in text.

import Foundation
import Nabla
import Testing

@Suite struct NumberTexts {
  @Test(
    "A number is written with six significant digits, as people write it",
    arguments: [
      (0.0345123, "0.0345123"), (4.6e-4, "4.6e-4"), (0, "0"), (1, "1"), (-2.5, "-2.5"),
      (1 / 3.0, "0.333333"), (123456.7, "123457"), (1_234_567, "1.23457e6"), (1e16, "1e16"),
      (0.001, "0.001"), (9.999999e-4, "0.001"), (.leastNonzeroMagnitude, "5e-324"),
      (999999.6, "1e6"),
      (.nan, "not a number"), (.infinity, "∞"), (-.infinity, "-∞"), (100, "100"), (-0.0, "0"),
    ])
  func text(_ value: Double, _ expected: String) { #expect(NumberText.text(value) == expected) }

  @Test("A limit is rounded up, so that it still is one")
  func limits() {
    #expect(NumberText.limit(1.21e-11) == "1.3e-11")
    #expect(NumberText.limit(9.91e-11) == "1e-10")
    #expect(NumberText.limit(2e-10) == "2e-10")
  }

  @Test("Two numbers are written so that they can be told apart")
  func pairs() {
    #expect(NumberText.pair(0.1, 0.2) == ("0.1", "0.2"))
    #expect(NumberText.pair(0.123456781, 0.123456789) == ("0.12345678", "0.12345679"))
    #expect(NumberText.pair(3, 3) == ("3", "3"))
  }

  @Test("Counts have their thousands set apart")
  func counts() {
    #expect(
      [7, 999, 79510, 1_000_000].map(NumberText.count) == ["7", "999", "79,510", "1,000,000"])
  }

  @Test("Coordinates are written as in the notes, with a comma where indices have two digits")
  func symbols() {
    #expect(Coordinate.weight(layer: 3, i: 1, j: 2).symbol == "w_12^(3)")
    #expect(Coordinate.weight(layer: 2, i: 10, j: 7).symbol == "w_10,7^(2)")
    #expect(Coordinate.weight(layer: 2, i: 3, j: 1).derivativeSymbol == "∂J/∂w_31^(2)")
    #expect(Coordinate.bias(layer: 2, i: 1).derivativeSymbol == "∂J/∂b_1^(2)")
    #expect(Coordinate.weightedInput(layer: 2, i: 1, example: 3).symbol == "z_1^(2)(3)")
    #expect(Coordinate.weightedInput(layer: 2, i: 1, example: 3).derivativeSymbol == "δ_1^(2)(3)")
  }
}

@Suite struct JSONOutputs {
  @Test("Keys keep their order; lists of numbers stand on one line; NaN and infinities are null")
  func pretty() {
    let value = JSONOutput.object([
      "b": .numbers([0.1, .nan, 1e-7, -.infinity]), "a": .array([.numbers([1]), .array([])]),
      "none": nil, "empty": .object([:]),
    ])
    #expect(
      value.text() == """
        {
          "b": [0.1, null, 1e-07, null],
          "a": [
            [1.0],
            []
          ],
          "empty": {}
        }
        """)
    #expect(
      value.text(isPretty: false) == #"{"b":[0.1,null,1e-07,null],"a":[[1.0],[]],"empty":{}}"#)
  }

  @Test("Every string reads back as it was")
  func strings() throws {
    let hostile = "\"\\\n\r\t\u{0}\u{1B}[31m\u{7F}\u{2028}é😀</script>"
    let text = JSONOutput.array([.string(hostile)]).text()
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 })
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String] == [hostile])
  }

  @Test(
    "Numbers read back bit for bit",
    arguments: [0.1, 1.7e308, 1 / 3.0, 1e22, .leastNonzeroMagnitude])
  func numbers(_ value: Double) throws {
    #expect(Double(JSONOutput.number(value).text()) == value)
  }
}
