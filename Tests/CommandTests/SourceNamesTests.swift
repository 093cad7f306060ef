// The letters that names in the sources may have.

import Foundation
import Testing

@Suite("Names in the sources")
struct SourceNamesTests {
  private static let greek = Set("αβγδεηθλμπρστφΔΣ".unicodeScalars)
  private static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// Every Swift file, by its path inside Sources.
  private static let sources: [(path: String, text: String)] = {
    let files = FileManager.default.enumerator(atPath: directory.path)
    return (files?.allObjects ?? []).compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .compactMap { path in
        let file = directory.appendingPathComponent(path)
        return (try? String(contentsOf: file, encoding: .utf8)).map { (path, $0) }
      }
  }()

  @Test("There are sources to look at")
  func sources() { #expect(Self.sources.count > 30) }

  @Test("No look-alikes of Greek letters: no U+2206, U+00B5, U+03F5")
  func lookAlikes() {
    for (path, text) in Self.sources {
      #expect(
        !text.unicodeScalars.contains { "\u{2206}\u{B5}\u{3F5}".unicodeScalars.contains($0) },
        "\(path)")
    }
  }

  @Test("A name's letters outside ASCII are α β γ δ ε η θ λ μ π ρ σ τ φ Δ Σ; the one operator is ⊙")
  func letters() {
    for (path, text) in Self.sources {
      for (number, line) in SwiftText.code(of: text).enumerated() {
        let strange = line.unicodeScalars.filter {
          !$0.isASCII && !Self.greek.contains($0) && $0 != "⊙"
        }
        #expect(strange.isEmpty, "\(path):\(number + 1): \(strange.map { String($0) })")
      }
    }
  }

  @Test("Names that others see are ASCII: what is public, cases, parameter labels")
  func publicNames() {
    for (path, text) in Self.sources {
      let lines = SwiftText.code(of: text)
      for (number, line) in lines.enumerated() where SwiftText.beginsPublicName(line) {
        let declaration = SwiftText.declaration(in: lines[number...])
          // Behind a label stands the name that only the body sees.
          .replacing(/([A-Za-z_]+)\s+\w+\s*:/) { "\($0.1):" }
        let greek = declaration.unicodeScalars.filter(Self.greek.contains)
        #expect(greek.isEmpty, "\(path):\(number + 1): \(declaration)")
      }
    }
  }

  @Test("The reader of Swift leaves out comments and texts, and keeps the code")
  func reader() {
    let code = SwiftText.code(
      of: """
        let a = "∂ \\" δ" // ²
        /* ∂ /* ∂ */ ∂ */ let Δ = 1
        let b = \"\"\"
          ∂J " ∂
          \\(a ? "²" : (b) + "²") ∂
          \"\"\" + #"∂" ∂"# + c
        public func f(
          _ δ: Int
        ) -> Int { δ }
        """)
    #expect(!code.joined().unicodeScalars.contains { "∂²".unicodeScalars.contains($0) })
    #expect(code[1].contains("let Δ = 1"))
    #expect(code[5].contains("+  + c"))
    #expect(SwiftText.beginsPublicName(code[6]))
    #expect(SwiftText.declaration(in: code[6...]).contains("δ"))
    #expect(!SwiftText.declaration(in: code[6...]).contains("{"))
  }
}

/// As much of Swift as it takes to tell code from comments and texts.
private struct SwiftText {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var code = String.UnicodeScalarView()

  /// The lines without comments and without what stands between quotation marks.
  static func code(of text: String) -> [String] {
    var reader = SwiftText(text)
    reader.readCode(insideText: false)
    return String(reader.code).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private func at(_ word: String) -> Bool {
    scalars[position...].starts(with: word.unicodeScalars)
  }

  /// Steps over some scalars, of which only the ends of lines are kept.
  private mutating func skip(_ count: Int) {
    let end = min(position + count, scalars.count)
    code.append(contentsOf: scalars[position..<end].filter { $0 == "\n" })
    position = end
  }

  /// Reads to the end, or to the parenthesis that ends an interpolation.
  private mutating func readCode(insideText: Bool) {
    var depth = 0
    while position < scalars.count {
      if at("//") {
        while position < scalars.count, scalars[position] != "\n" { skip(1) }
      } else if at("/*") {
        skipComment()
      } else if at("\"") || at("#\"") {
        readText()
      } else {
        if at("(") { depth += 1 }
        if at(")") { depth -= 1 }
        if insideText, depth < 0 { return }
        code.append(scalars[position])
        position += 1
      }
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      depth += at("/*") ? 1 : (at("*/") ? -1 : 0)
      skip(at("/*") || at("*/") ? 2 : 1)
    } while depth > 0 && position < scalars.count
  }

  /// A text and the code in its interpolations; in raw texts there is none.
  private mutating func readText() {
    let isRaw = at("#")
    if isRaw { skip(1) }
    let quotes = at("\"\"\"") ? "\"\"\"" : "\""
    skip(quotes.count)
    while position < scalars.count, !at(quotes + (isRaw ? "#" : "")) {
      if !isRaw, at("\\(") {
        skip(2)
        readCode(insideText: true)
        skip(1)
      } else {
        skip(!isRaw && at("\\") ? 2 : 1)
      }
    }
    skip(quotes.count + (isRaw ? 1 : 0))
  }

  /// Whether a name that others see is declared here.
  static func beginsPublicName(_ line: String) -> Bool {
    line.contains(/\b(public|open)\b/) || line.contains(/^\s*(indirect )?case [^.(\s]+(\(|$|,)/)
  }

  /// A declaration up to its body or value.
  static func declaration(in lines: ArraySlice<String>) -> String {
    var declaration = ""
    var depth = 0
    for line in lines {
      for character in line {
        if character == "{" || character == "=" && depth == 0 { return declaration }
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        declaration.append(character)
      }
      if depth <= 0 { return declaration }
      declaration.append("\n")
    }
    return declaration
  }
}
