// Whole screens, to the letter: the files in Screens, written anew where REWRITE_SCREENS is set.

import Foundation
import Nabla
import Testing

@Suite("Screens")
struct ScreenTests {
  private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Screens")

  @Test(
    "Screens of the softmax derivation, at several sizes",
    arguments: [
      ("60", 60, 24, ["goto 9"]), ("80", 80, 24, ["goto 8"]), ("200", 200, 34, ["goto 7"]),
      ("conditions", 80, 24, ["goto 15", "conditions"]), ("why", 80, 28, ["goto 6f", "why"]),
      ("mistake", 100, 30, ["goto 4", "mistake"]), ("matrix", 80, 20, ["last"]),
    ] as [(String, Int, Int, [String])])
  func screens(_ name: String, _ columns: Int, _ rows: Int, _ lines: [String]) throws {
    for charset in [TextStyle.Charset.unicode, .ascii] {
      var stepper = Stepper(SteppedDerivations.walk)
      for line in lines { _ = stepper.enter(line) }
      let window = Window(
        columns: columns, rows: rows, style: TextStyle(width: columns, charset: charset))
      let text = stepper.screen(in: window).lines.joined(separator: "\n") + "\n"
      let file = Self.directory.appendingPathComponent(
        "\(name)\(charset == .ascii ? "-ascii" : "").txt")
      if ProcessInfo.processInfo.environment["REWRITE_SCREENS"] != nil {
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      #expect(try text == String(contentsOf: file, encoding: .utf8), "\(name)")
    }
  }
}
