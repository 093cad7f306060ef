// Names and warnings are text, never markup.

import Foundation
import Nabla
import Testing

@Suite struct Escapes {
  @Test("Markdown of a hostile name holds no markup of it")
  func markdown() {
    let text = HandMade.check(name: HandMade.hostile).markdown(fileWarnings: [HandMade.hostile])
    #expect(!text.contains("<script"))
    #expect(!text.contains("[x](y)"))
    #expect(!text.contains("\u{1B}"))
    #expect(text.components(separatedBy: "\n# ").count == 1)
  }

  @Test("An SVG is well-formed XML with a title and a description")
  func svg() throws {
    for curve in [HandMade.curve(), HandMade.curve(.bias(layer: 2, i: 1)), empty] {
      let svg = curve.svg()
      #expect(svg.hasPrefix("<svg ") && svg.contains("<title>") && svg.contains("<desc>"))
      #expect(svg.contains("prefers-color-scheme"))
      expectBalanced(svg)
    }
  }

  @Test("A scheme with a hostile name is only text in an SVG")
  func hostileScheme() {
    let curve = HandMade.curve()
    let renamed = ErrorCurve(
      coordinate: curve.coordinate,
      scheme: DifferenceScheme(name: "<a&\"b\">", offsets: [-1, 1], summary: ""),
      reference: curve.reference, stepUsed: curve.stepUsed, points: curve.points)
    let svg = renamed.svg()
    #expect(!svg.contains("<a&") && svg.contains("&lt;a&amp;"))
    expectBalanced(svg)
  }

  @Test("A curve without errors says so")
  func nothingToDraw() {
    #expect(empty.text().contains("no curve to draw"))
    #expect(empty.svg().contains("no curve to draw"))
    #expect(empty.markdown().contains("no curve to draw"))
  }

  private var empty: ErrorCurve {
    let curve = HandMade.curve()
    return ErrorCurve(
      coordinate: curve.coordinate, scheme: curve.scheme, reference: curve.reference,
      stepUsed: curve.stepUsed,
      points: curve.points.map {
        ErrorCurve.Point(step: $0.step, error: .nan, rounding: .nan, truncation: .infinity)
      })
  }

  /// Every element that is opened is closed, in the right order.
  private func expectBalanced(_ svg: String) {
    var open: [Substring] = []
    for tag in svg.split(separator: "<").dropFirst(svg.hasPrefix("<") ? 0 : 1) {
      let name = tag.dropFirst(tag.hasPrefix("/") ? 1 : 0).prefix { $0.isLetter }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == name)
      } else if tag.split(separator: ">", omittingEmptySubsequences: false)[0].last != "/" {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }
}
