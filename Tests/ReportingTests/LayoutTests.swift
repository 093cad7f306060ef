// What holds for every text for people: widths, characters, colours.

import Foundation
import Nabla
import RandomNetworks
import Testing

/// Every text for people of one network, in one style.
private func texts(_ style: TextStyle, _ random: RandomNetwork, _ report: CheckReport) -> [String] {
  [
    report.text(style: style, verbose: true, fileWarnings: [HandMade.hostile]),
    HandMade.gradient(
      random.network, random.batch, classNames: [HandMade.hostile, HandMade.hostile]
    ).text(
      style: style),
  ]
}

private let handMade: [@Sendable (TextStyle) -> String] = [
  { HandMade.check().text(style: $0, verbose: true) },
  { HandMade.wrongCheck.text(style: $0, verbose: true) },
  { HandMade.check(name: HandMade.hostile).text(style: $0, fileWarnings: [HandMade.hostile]) },
  { HandMade.directions.text(style: $0, fileWarnings: [HandMade.hostile]) },
  { HandMade.curve().text(style: $0) },
  { HandMade.curve(.weightedInput(layer: 12, i: 100, example: 1000)).text(style: $0) },
]

@Suite struct Layouts {
  @Test("No line is wider than the page", arguments: [60, 80, 200])
  func width(_ width: Int) {
    for charset in [TextStyle.Charset.unicode, .ascii] {
      let style = TextStyle(width: width, charset: charset)
      for text in handMade { expectFits(text(style), style) }
    }
  }

  @Test(
    "No line of a random network's reports is wider than the page",
    arguments: 0..<2 as Range<UInt64>)
  func randomWidths(_ seed: UInt64) {
    for trouble in RandomNetwork.Trouble.allCases {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      let report = GradientCheck(random.network, random.batch).run()
      for width in [60, 80, 200] {
        let style = TextStyle(width: width)
        for text in texts(style, random, report) { expectFits(text, style) }
      }
    }
  }

  private func expectFits(_ text: String, _ style: TextStyle) {
    for line in text.split(separator: "\n") where line.unicodeScalars.count > style.width {
      Issue.record("\(line.unicodeScalars.count) columns instead of \(style.width): \(line)")
    }
    #expect(text.hasSuffix("\n") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
    if style.charset == .ascii { #expect(text.utf8.allSatisfy { $0 < 128 }) }
    let trailing = text.split(separator: "\n").filter { $0.hasSuffix(" ") }
    #expect(trailing.isEmpty)
  }

  @Test("Colours add codes and change nothing else")
  func colours() {
    for text in handMade {
      var plain = text(TextStyle(isColored: true))
      #expect(plain.contains("\u{1B}["))
      for code in [0, 1, 2, 31, 32, 33] {
        plain = plain.replacingOccurrences(of: "\u{1B}[\(code)m", with: "")
      }
      #expect(plain == text(TextStyle()))
    }
  }

  @Test("A width is brought between 60 and 200 columns")
  func styles() {
    #expect([1, 60, 99, 1000].map { TextStyle(width: $0).width } == [60, 60, 99, 200])
  }
}
