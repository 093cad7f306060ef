// Keys: what bytes they are, and what they do.

import Nabla
import Testing

@Suite("Keys")
struct KeyTests {
  @Test(
    "Bytes and their keys, all at once and one by one",
    arguments: [
      ("n", [.character("n")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]),
      ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{4}", [.endOfInput]),
      ("\u{C}", [.control("l")]), ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]),
      ("\u{1B}[C", [.right]), ("\u{1B}[D", [.left]), ("\u{1B}OA", [.up]), ("\u{1B}OH", [.home]),
      ("\u{1B}[H", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}[1~", [.home]), ("\u{1B}[4~", [.end]),
      ("\u{1B}[7~", [.home]), ("\u{1B}[8~", [.end]), ("\u{1B}[3~", [.delete]),
      ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]), ("\u{1B}[1;5C", [.right]),
      ("\u{1B}[15~", [.unknown]), ("\u{1B}[200~", [.unknown]), ("\u{1B}[<0;1;1M", [.unknown]),
      ("δ", [.character("δ")]), ("∂x", [.character("∂"), .character("x")]),
      ("🙂", [.character("🙂")]), ("\u{1B}nq", [.escape, .character("n"), .character("q")]),
      ("a\u{1B}[Bb", [.character("a"), .down, .character("b")]),
    ] as [(String, [Key])])
  func decoding(_ text: String, _ keys: [Key]) {
    var whole = KeyDecoder()
    #expect(whole.keys(from: text.utf8) == keys)
    #expect(whole.patience == nil)
    var pieces = KeyDecoder()
    #expect(text.utf8.flatMap { pieces.keys(from: [$0]) } == keys)
  }

  @Test(
    "Bytes that are no text are unknown keys, and what follows them is read",
    arguments: [
      ([0xFF, 0x6E], [.unknown, .character("n")]), ([0x80, 0x6E], [.unknown, .character("n")]),
      ([0xC3, 0x6E], [.unknown, .character("n")]),
      ([0xE2, 0x88, 0x6E], [.unknown, .character("n")]),
      ([0xED, 0xA0, 0x80, 0x6E], [.unknown, .character("n")]),
      ([0xC0, 0x80, 0x6E], [.unknown, .unknown, .character("n")]),
      ([0x1B, 0x5B, 0x31, 0x07, 0x6E], [.unknown, .control("g"), .character("n")]),
      ([0x1B, 0x1B, 0x5B, 0x41], [.escape, .up]),
    ] as [([UInt8], [Key])])
  func garbage(_ bytes: [UInt8], _ keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: bytes) == keys)
  }

  @Test("Escape by itself is a key when nothing follows; half a sequence is none")
  func silence() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1B]) == [] && decoder.patience == 100)
    #expect(decoder.flush() == [.escape] && decoder.patience == nil)
    #expect(decoder.keys(from: [0x1B, 0x5B, 0x31]) == [] && decoder.patience == 1000)
    #expect(decoder.flush() == [.unknown] && decoder.patience == nil)
    #expect(decoder.keys(from: [0xE2, 0x88]) == [])
    #expect(decoder.flush() == [.unknown] && decoder.patience == nil)
    #expect(decoder.flush() == [])
    let endless = [UInt8](repeating: 0x30, count: 100)
    #expect(decoder.keys(from: [0x1B, 0x5B] + endless).first == .unknown)
  }

  @Test(
    "What keys do",
    arguments: [
      ([.character("n")], "2"), ([.character(" ")], "2"), ([.enter], "2"), ([.right], "2"),
      ([.down], "2"), ([.pageDown], "2"), ([.end], "4"), ([.character("G")], "4"),
      ([.end, .home], "1"), ([.end, .character("^")], "1"), ([.end, .left], "3"),
      ([.end, .up], "3"), ([.end, .pageUp], "3"), ([.end, .backspace], "3"),
      ([.end, .character("b")], "3"), ([.end, .character("p")], "3"),
      ([.right, .character("i")], "2a"), ([.right, .character("s"), .character("o")], "2"),
      ([.right, .character("i"), .character("u")], "2"),
      ([.character("2"), .character("n")], "3"), ([.character("3"), .character("g")], "3"),
      ([.character("2"), .right], "3"), ([.right, .enter], "3"), ([.end, .left, .enter], "2"),
      ([.character("g"), .character("3"), .enter], "3"),
      ([.character("g"), .character("3"), .escape], "1"),
      ([.character("g"), .character("3"), .backspace, .character("4"), .enter], "4"),
      ([.character("g"), .backspace, .right], "2"), ([.character("g"), .enter], "1"),
      ([.character("/"), .character("δ"), .enter], "2a"),
      ([.character("/"), .character("δ"), .enter, .character("N")], "2b"),
      ([.character("/"), .character("x"), .control("u"), .character("δ"), .enter], "2a"),
      ([.character(":"), .character("l"), .character("a"), .enter], "4"),
    ] as [([Key], String)])
  func moving(_ keys: [Key], _ id: String) {
    var stepper = Stepper(HandMadeWalk.walk)
    for key in keys { #expect(stepper.type(key, in: HandMadeWalk.small) == .none) }
    #expect(stepper.stop.id == id)
    #expect(stepper.prompt == nil)
  }

  @Test("Keys that open something, close it again; Escape closes it too")
  func panels() {
    let start = Stepper(HandMadeWalk.walk).after("goto 3")
    let panels: [(Character, Stepper.Panel)] = [
      ("w", .aspect(.why)), ("c", .aspect(.conditions)), ("m", .aspect(.mistake)),
      ("d", .aspect(.picture)), ("h", .hint(1)), ("?", .help),
    ]
    for (key, panel) in panels {
      let open = start.pressing(.character(key))
      #expect(open.panel == panel)
      #expect(open.pressing(.escape).panel == nil)
      #expect(open.pressing(.right).panel == nil)
      if key != "h" { #expect(open.pressing(.character(key)).panel == nil) }
    }
    #expect(!start.pressing(.character("v")).showsNumbers)
    #expect(start.pressing(.character("r")).numbers == 1)
    #expect(start.pressing(.tab).message?.hasPrefix("This key does nothing") == true)
    #expect(start.pressing(.character("z")).message?.hasPrefix("The key 'z'") == true)
  }

  @Test("q and Ctrl-D leave; P asks for a file")
  func leaving() {
    var stepper = Stepper(HandMadeWalk.walk)
    #expect(stepper.type(.character("q"), in: HandMadeWalk.small) == .quit)
    #expect(stepper.type(.endOfInput, in: HandMadeWalk.small) == .quit)
    var printing = stepper.pressing(.character("P"))
    #expect(printing.type(.enter, in: HandMadeWalk.small) == .print(nil))
    printing = stepper.pressing(.character("P"), .character("f"))
    #expect(printing.type(.enter, in: HandMadeWalk.small) == .print("f"))
  }
}
