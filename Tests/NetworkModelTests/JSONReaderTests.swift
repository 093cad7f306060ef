// The JSON reader against RFC 8259, text by text.

import Nabla
import Testing

@Suite("JSON is read strictly")
struct JSONReaderTests {
  @Test(
    "what RFC 8259 allows is read",
    arguments: [
      "0", "-0", "1e5", "1E+5", "0.5e-3", "1e-400", "-1e-400", "true", "false", "null", "\"\"",
      "[]", "{}",
      " \t\r\n[ ]\n", "[1,2]", "{\"a\":1,\"b\":[{}]}", "\"\\u00e9\\n\\/\\\\\\\"\"",
      "\"\\ud83d\\ude00\"",
      "\"é😀\u{7F}\u{2028}\"", "\"\\u0000\"", "{\"\":0,\" \":1}", "[[[[[]]]]]",
      "1.7976931348623157e308",
      "0e99999999999999999999", "{\"e\u{301}\":1,\"é\":2}",
    ])
  func accepts(text: String) throws {
    #expect(throws: Never.self) { try JSONReader.read(Array(text.utf8)) }
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let line: Int
    let column: Int
    let path: String
    let words: String
    var testDescription: String { String(decoding: bytes.prefix(40), as: UTF8.self) }

    init(_ text: String, _ line: Int, _ column: Int, _ words: String, path: String = "") {
      self.init(Array(text.utf8), line, column, words, path: path)
    }

    init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ words: String, path: String = "") {
      (self.bytes, self.line, self.column, self.path, self.words) = (
        bytes, line, column, path, words
      )
    }
  }

  static let refused = [
    Refused("", 1, 1, "empty"),
    Refused(" \n ", 2, 2, "empty"),
    Refused("[1,]", 1, 3, "comma before ']'"),
    Refused("{\"a\":1,}", 1, 7, "comma before '}'"),
    Refused("[1\n 2]", 2, 2, "found '2' where ',' or ']'"),
    Refused("[1,,2]", 1, 4, "found ',' where a value is needed", path: "[1]"),
    Refused("[,1]", 1, 2, "found ','", path: "[0]"),
    Refused("[1", 1, 3, "the text ends where ',' or ']'"),
    Refused("[", 1, 2, "the text ends where a value", path: "[0]"),
    Refused("{", 1, 2, "the text ends where a key"),
    Refused("{a:1}", 1, 2, "found 'a' where a key"),
    Refused("{1:1}", 1, 2, "found '1' where a key"),
    Refused("{'a':1}", 1, 2, "single quotation mark"),
    Refused("['a']", 1, 2, "single quotation mark", path: "[0]"),
    Refused("{\"a\" 1}", 1, 6, "':'"),
    Refused("{\"a\":}", 1, 6, "found '}' where a value", path: "a"),
    Refused("{\"a\":1 \"b\":2}", 1, 8, "',' or '}'"),
    Refused("{\"a\":1,\n\"b\":2,\n\"a\":3}", 3, 1, "duplicate key \"a\": it is already on line 1"),
    Refused("{\"a\":1,\"\\u0061\":3}", 1, 8, "duplicate key \"a\""),
    Refused(
      "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"c\":1}",
      1, 62,
      "duplicate key \"c\""),
    Refused("[1] 2", 1, 5, "found '2' behind the end"),
    Refused("[1]]", 1, 4, "found ']' behind the end"),
    Refused("[1] // one", 1, 5, "comment"),
    Refused("[1, /* two */ 2]", 1, 5, "comment", path: "[1]"),
    Refused("# x\n[1]", 1, 1, "comment"),
    Refused("01", 1, 1, "begins with 0"),
    Refused("-01", 1, 1, "begins with 0"),
    Refused("[+1]", 1, 2, "begins with +", path: "[0]"),
    Refused("[.5]", 1, 2, "before the point", path: "[0]"),
    Refused("[5.]", 1, 2, "after the point", path: "[0]"),
    Refused("[5.e3]", 1, 2, "after the point", path: "[0]"),
    Refused("[1e]", 1, 2, "after the exponent", path: "[0]"),
    Refused("[1e+]", 1, 2, "after the exponent", path: "[0]"),
    Refused("[-]", 1, 2, "after the sign", path: "[0]"),
    Refused("[0x10]", 1, 3, "found 'x10'"),
    Refused("[1_000]", 1, 3, "found '_000'"),
    Refused("1e400", 1, 1, "too large"),
    Refused("[1, -1e309]", 1, 5, "-1e309 is too large", path: "[1]"),
    Refused("[1,\n NaN, NaN]", 2, 2, "[1] is NaN, which is no number in JSON. Python", path: "[1]"),
    Refused("[nan]", 1, 2, "is nan", path: "[0]"),
    Refused("{\"w\":[0,-Infinity]}", 1, 9, "w[1] is -Infinity", path: "w[1]"),
    Refused("[inf]", 1, 2, "Python", path: "[0]"),
    Refused("[True]", 1, 2, "JSON writes true", path: "[0]"),
    Refused("[None]", 1, 2, "JSON writes null", path: "[0]"),
    Refused("[truest]", 1, 2, "found 'truest'", path: "[0]"),
    Refused("[nul]", 1, 2, "found 'nul'", path: "[0]"),
    Refused("\"a", 1, 1, "ends the string"),
    Refused("\"a\nb\"", 1, 3, "control character \\n"),
    Refused("\"a\u{1}\"", 1, 3, "control character \\u{"),
    Refused("\"\\x41\"", 1, 2, "found '\\x' in a string"),
    Refused("\"\\u12\"", 1, 2, "no such escape"),
    Refused("\"\\ud800\"", 1, 2, "half a surrogate pair"),
    Refused("\"\\udc00\"", 1, 2, "half a surrogate pair"),
    Refused("\"\\ud800\\u0041\"", 1, 2, "half a surrogate pair"),
    Refused("\"\\ud800x\"", 1, 2, "half a surrogate pair"),
    Refused([0x22, 0xFF, 0x22], 1, 2, "0xFF, which is not UTF-8"),
    Refused([0x22, 0xC0, 0xAF, 0x22], 1, 2, "0xC0"),
    Refused([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2, "0xED"),
    Refused([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 1, 2, "0xF5"),
    Refused([0x22, 0xE2, 0x82, 0x22], 1, 2, "0xE2"),
    Refused([0x22, 0xE2, 0x82], 1, 2, "0xE2"),
    Refused([0xFF], 1, 1, "the byte 0xFF"),
    Refused([0x5B, 0x00, 0x5D], 1, 2, "\\0", path: "[0]"),
    Refused([0xEF, 0xBB, 0xBF, 0x5B, 0x5D], 1, 1, "byte order mark"),
    Refused([0xFF, 0xFE, 0x5B, 0x00], 1, 1, "UTF-16"),
    Refused("[é]", 1, 2, "found 'é'", path: "[0]"),
    Refused("[\"é😀\", x]", 1, 8, "found 'x'", path: "[1]"),
    Refused("[1,\r\n2,\r3,\n,]", 4, 1, "found ','", path: "[3]"),
    Refused(
      String(repeating: "[", count: 101) + String(repeating: "]", count: 101), 1, 101,
      "more than 100 deep", path: String(repeating: "[0]", count: 100)),
  ]

  @Test("what it does not allow is refused, with line, column and path", arguments: refused)
  func refuses(case refused: Refused) {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(refused.bytes) }
    guard let error else { return }
    #expect(error.place.line == refused.line && error.place.column == refused.column)
    #expect(error.words.contains(refused.words))
    #expect(error.place.path == refused.path || error.place.path.contains("…"))
  }

  @Test("a megabyte of '[' is refused and does not overflow the stack")
  func deepNesting() {
    let error = #expect(throws: JSONError.self) {
      try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    }
    #expect(error?.kind == .tooDeep(limit: 100))
  }

  @Test(
    "numbers are correctly rounded",
    arguments: [
      ("0.1", 0.1), ("-0.0", -0.0), ("123456789012345678", 123_456_789_012_345_680),
      ("9007199254740993", 9_007_199_254_740_992),
      ("9007199254740993.00000000000000000001", 9_007_199_254_740_994),
      ("1e22", 1e22), ("1e23", 1e23), ("5e-324", .leastNonzeroMagnitude),
      ("2.4703282292062327e-324", 0),
      ("2.4703282292062328e-324", .leastNonzeroMagnitude), ("1e-400", 0),
      ("1.7976931348623158e308", .greatestFiniteMagnitude),
      ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown), ("8.5e-3", 0.0085),
      ("31.4159265e-1", 3.14159265),
    ])
  func rounds(text: String, value: Double) throws {
    let number = try #require(try JSONReader.read(Array(text.utf8)).root.number)
    #expect(number.bitPattern == value.bitPattern, "\(text): \(number) is not \(value)")
  }

  @Test("numbers of any length are read: 10^100000 × 10^−100000 is 1")
  func longNumbers() throws {
    let zeros = String(repeating: "0", count: 100_000)
    for text in ["1\(zeros)e-100000", "0.\(zeros)1e100001", "1.\(zeros)"] {
      #expect(try JSONReader.read(Array(text.utf8)).root.number == 1)
    }
  }

  @Test("printing and reading a random number gives the same bits")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(try JSONReader.read(Array("\(number)".utf8)).root.number == number)
      let short = (number.significand * 1000).rounded() / 1000
      #expect(try JSONReader.read(Array("\(short)".utf8)).root.number == short)
    }
  }

  @Test("numbers of up to 20 digits are the nearest, also halfway between two and beside it")
  func longFractions() throws {
    var generator = SeededGenerator(seed: 3)
    func check(_ digits: UInt64, tenToThe exponent: Int) throws {
      let text = "-\(digits)e\(exponent)"
      let number = try JSONReader.read(Array(text.utf8)).root.number
      #expect(number?.bitPattern == Double(text)?.bitPattern, "\(text) is not \(number ?? .nan)")
    }
    for _ in 0..<2000 {
      let digits = generator.next() >> UInt64(generator.integer(below: 64))
      try check(digits, tenToThe: generator.integer(below: 40) - 32)
      // An odd number of 54 bits over a power of two lies halfway: (2n + 1) 5^k / 10^k.
      let odd = 1 << 53 | generator.next() >> 11 | 1
      for (k, powerOfFive) in [1, 5, 25, 125].enumerated() {
        for beside in [-1, 0, 1] {
          let digits = UInt64(Int(odd) * powerOfFive + beside)
          try check(digits, tenToThe: -k)
        }
      }
    }
  }

  @Test("members keep their order, strings their meaning, and values know their place")
  func structure() throws {
    let text = "{\"b\": [1, {\"c d\": \"\\u00e9\\ud83d\\ude00\\n\"}],\n \"a\": 3.0}"
    let root = try JSONReader.read(Array(text.utf8)).root
    let members = try #require(root.members).map { ($0.key.string!, $0.value) }
    #expect(members.map(\.0) == ["b", "a"])
    #expect(members[1].1.integer == 3)
    #expect(members[1].1.place == JSONPlace(path: "a", line: 2, column: 7))
    let list = Array(try #require(members[0].1.elements))
    let inner = Array(try #require(list[1].members))
    #expect(inner[0].value.string == "é😀\n")
    #expect(inner[0].value.place.path == "b[1][\"c d\"]")
    #expect(inner[0].value.place.column == 19)
  }

  @Test(
    "whole numbers are whole in any notation, and exact beyond 2^53",
    arguments: [
      ("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("1e18", 1_000_000_000_000_000_000),
      ("-2", -2), ("0.5", nil),
      ("9007199254740993", 9_007_199_254_740_993), ("1e300", Int.max), ("-1e300", Int.min),
      ("99999999999999999999", Int.max),
    ] as [(String, Int?)])
  func integers(text: String, value: Int?) throws {
    #expect(try JSONReader.read(Array(text.utf8)).root.integer == value)
  }
}
