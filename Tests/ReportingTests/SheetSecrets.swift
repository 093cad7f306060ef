// A question sheet gives no answer away, in no format.

import Foundation
import Nabla
import Testing

@Suite struct SheetSecrets {
  @Test(
    "a blank's number is printed nowhere on a question sheet, unless it is given",
    arguments: [SheetExample.small, .large, .deep])
  func question(_ example: SheetExample) throws {
    try check(example, fading: nil)
  }

  @Test(
    "with the last steps blank, their numbers are printed nowhere, unless they stand in other lines",
    arguments: [(SheetExample.small, 2), (.small, 4), (.large, 1), (.large, 3)])
  func fading(_ example: SheetExample, _ steps: Int) throws {
    try check(example, fading: steps)
  }

  private func check(_ example: SheetExample, fading: Int?) throws {
    let sheet = try example.sheet(.question, fading: fading)
    let worked = sheet.example
    let blanks = worked.lines.filter(sheet.isBlank)
    #expect(!blanks.isEmpty)
    let open = Set(
      (worked.lines.filter { !sheet.isBlank($0) }.map(\.printed)
        + worked.lines.flatMap(\.formula.letters).compactMap { letter in
          worked.given.value(of: letter) == nil ? nil : worked.printed(letter)
        }).map(\.digits))
    let secrets = Set(blanks.map(\.printed.digits)).subtracting(open).filter {
      $0.drop { "0.".contains($0) }.count >= 3
    }
    #expect(!secrets.isEmpty)
    for format in SheetNumbers.Format.allCases {
      let text = SheetNumbers.text(sheet, format)
      #expect(secrets.isDisjoint(with: Self.numbers(text)), "\(example), \(format)")
    }
  }

  /// Everything in a text that looks like a number.
  private static func numbers(_ text: String) -> Set<String> {
    Set(text.split { !($0.isASCII && $0.isNumber || $0 == ".") }.map(String.init))
  }

  @Test("on the answer sheet each of them is printed")
  func answer() throws {
    let sheet = try SheetExample.small.sheet(.answer)
    for format in SheetNumbers.Format.allCases {
      let numbers = Self.numbers(SheetNumbers.text(sheet, format))
      #expect(numbers.isSuperset(of: sheet.example.lines.map(\.printed.digits)), "\(format)")
    }
  }
}
