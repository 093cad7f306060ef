// Random bytes, keys and lines: nothing crashes, and the stepper stays somewhere.

import Nabla
import Testing

@Suite("Random input")
struct RandomKeyTests {
  @Test("10,000 random sequences of bytes and sizes leave a stepper that shows a screen")
  func keys() {
    for seed in 1...10_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let walk = seed % 2 == 0 ? HandMadeWalk.walk : SteppedDerivations.walk
      var stepper = Stepper(walk, isQuiz: seed % 3 == 0)
      var decoder = KeyDecoder()
      var window = Self.window(&random)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        if Int.random(in: 0..<6, using: &random) == 0 { window = Self.window(&random) }
        var keys = decoder.keys(from: Self.bytes(&random))
        if Bool.random(using: &random) { keys += decoder.flush() }
        for key in keys { _ = stepper.type(key, in: window) }
        #expect(walk.places.indices.contains(stepper.place), "seed \(seed)")
        #expect(stepper.numbers < walk.numbers.count, "seed \(seed)")
      }
      let screen = stepper.screen(in: window)
      #expect(screen.lines.count == window.rows, "seed \(seed)")
      let isFitting = screen.lines.allSatisfy { line in
        line.replacing(/\u{1B}\[\d+m/, with: "").count <= window.columns
      }
      #expect(isFitting, "seed \(seed)")
      let isPlain = screen.lines.allSatisfy { line in
        line.replacing(/\u{1B}\[\d+m/, with: "").unicodeScalars.allSatisfy {
          $0.properties.generalCategory != .control
        }
      }
      #expect(isPlain, "seed \(seed)")
      if let cursor = screen.cursor {
        #expect(cursor.row < window.rows && cursor.column < window.columns, "seed \(seed)")
      }
    }
  }

  @Test("10,000 random lines of words are answered")
  func lines() {
    let words = Stepper.words.flatMap { [$0.word] + $0.synonyms + $0.keys.map { String($0) } }
    for seed in 1...10_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      var stepper = Stepper(HandMadeWalk.walk, isQuiz: seed % 2 == 0)
      for _ in 0..<10 {
        var line = words.randomElement(using: &random) ?? ""
        line = String(line.prefix(Int.random(in: 0...line.count, using: &random)))
        if Bool.random(using: &random) { line += " " + Self.scraps.randomElement(using: &random)! }
        if Int.random(in: 0..<5, using: &random) == 0 { line = "99999999999999999999" + line }
        let effect = stepper.enter(line)
        #expect(HandMadeWalk.walk.places.indices.contains(stepper.place), "seed \(seed): \(line)")
        if effect == .none { #expect(!stepper.answer.isEmpty, "seed \(seed): \(line)") }
      }
    }
  }

  private static let scraps = [
    "2a", "3", "-3", "on", "off", "δ", "\u{1B}[2J", "\u{0}", "🙂", "  ", "99999999999999999999",
    "e\u{301}\u{301}\u{301}", "\u{202E}abc", String(repeating: "long ", count: 100),
  ]

  private static func window(_ random: inout SeededGenerator) -> Window {
    let columns = Int.random(in: 1...220, using: &random)
    return Window(
      columns: columns, rows: Int.random(in: 1...60, using: &random),
      style: TextStyle(
        width: columns, isColored: Bool.random(using: &random),
        charset: Bool.random(using: &random) ? .ascii : .unicode))
  }

  /// Keys that do something more often than chance would have it, and anything else.
  private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    case 1: Array("\u{1B}[\("ABCDHF".randomElement(using: &random)!)".utf8)
    case 2: Array("\u{1B}[\(Int.random(in: 0...9, using: &random))~".utf8)
    case 3: Array("\u{1B}[".utf8)
    case 4: Array(scraps.randomElement(using: &random)!.utf8)
    case 5: Array("/:gP\r\r0123456789".utf8.shuffled(using: &random).prefix(3))
    default: Array("nbiowcmhvr?aNG^d ps".utf8.shuffled(using: &random).prefix(2))
    }
  }
}
