// Nothing is wider than the terminal, and marks stand below what they point at.

import Nabla
import Testing

@Suite("Layout of the stepper")
struct LayoutTests {
  private static let styles = [60, 80, 200].flatMap { width in
    [
      TextStyle(width: width), TextStyle(width: width, charset: .ascii),
      TextStyle(width: width, isColored: true),
    ]
  }

  private static let aspects: [Stop.Aspect] = [
    .line, .question, .numbers(0), .numbers(4), .why, .conditions, .mistake, .hint(1), .hint(2),
    .picture,
  ]

  @Test(
    "Every aspect of every line fits, in ASCII has nothing else, and has no spaces at its end",
    arguments: ["log-loss softmax", "BP2", "g rectifier", "BP3"])
  func fits(_ name: String) throws {
    let walk = Walk(CheckedDerivation(checking: try Topic.named([name]).derivation()))
    for place in walk.places {
      for style in Self.styles {
        for aspect in Self.aspects {
          for line in place.stop.lines(aspect, style: style) {
            let plain = line.replacing(/\u{1B}\[\d+m/, with: "")
            #expect(plain.count <= style.width, "\(name) \(place.stop.id) \(aspect): \(plain)")
            #expect(style.isColored || plain == line)
            if style.charset == .ascii { #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)") }
            #expect(plain.last != " ", "\(name) \(place.stop.id) \(aspect): '\(plain)'")
          }
        }
      }
    }
  }

  @Test("Every line of every derivation says what it is, and its marks stand below its parts")
  func marks() throws {
    var marked = 0
    for topic in Topic.all {
      let derivation = try topic.derivation()
      let walk = Walk(CheckedDerivation(derivation, checks: [:]))
      #expect(walk.places.map(\.stop.id) == derivation.lines.map(\.id))
      for place in walk.places {
        let lines = place.stop.lines(.line, style: TextStyle(width: 100))
        #expect(lines.contains { $0.hasPrefix(" > \(place.stop.id) ") }, "\(topic.name)")
        for (above, below) in zip(lines, lines.dropFirst()) {
          let signs = below.replacing(/\ {3}(changes now|new)$/, with: "")
          guard !signs.isEmpty, signs.allSatisfy({ " ~^".contains($0) }) else { continue }
          marked += 1
          #expect(signs.count <= above.count, "\(topic.name): \(above)\n\(below)")
          // The number of the line is never pointed at.
          #expect(signs.prefix(5).allSatisfy { $0 == " " }, "\(topic.name): \(below)")
        }
      }
    }
    #expect(marked > 1000)
  }

  @Test("What changes, and what is new, are marked to the column")
  func columns() throws {
    let line = try #require(SteppedDerivations.walk.place(of: "6f"))
    let shown = SteppedDerivations.walk.places[line].stop.lines(.line, style: TextStyle(width: 80))
    #expect(
      shown.prefix(6) == [
        "   6e  ∂h_i/∂z_k = (e^(z_i) [i=k] Σ_j e^(z_j) − e^(z_i) Σ_j e^(z_j) [j=k])",
        "                                                        ~~~~~~~~~~~~~~~~~",
        "                   /(Σ_j e^(z_j))²",
        " > 6f  ∂h_i/∂z_k = (e^(z_i) [i=k] Σ_j e^(z_j) − e^(z_i) e^(z_k))/(Σ_j e^(z_j))²",
        "                                                        ^^^^^^^   new",
        "",
      ])
  }

  @Test("Screens of every size have their rows, none wider than the terminal")
  func sizes() {
    for columns in [1, 5, 20, 59, 60, 61, 80, 117, 118, 119, 150, 200, 300] {
      for rows in [1, 2, 3, 4, 5, 7, 8, 9, 10, 24, 60, 300] {
        let window = Window(columns: columns, rows: rows, style: TextStyle(width: columns))
        for line in ["goto 1", "goto 6c", "goto 17", "help", "goto 15", "conditions"] {
          let screen = Stepper(SteppedDerivations.walk).after(line).screen(in: window)
          #expect(screen.lines.count == rows, "\(columns) × \(rows)")
          #expect(screen.lines.allSatisfy { $0.count <= columns }, "\(columns) × \(rows)")
        }
      }
    }
  }

  @Test("Where a page does not fit it can be moved to its end, and then comes the next line")
  func scrolling() {
    let window = Window(columns: 80, rows: 14, style: TextStyle(width: 80))
    var stepper = Stepper(SteppedDerivations.walk).after("goto 8")
    var seen: Set<String> = []
    for _ in 0..<100 where stepper.stop.id == "8" {
      seen.formUnion(stepper.screen(in: window).lines)
      _ = stepper.type(.down, in: window)
    }
    #expect(stepper.stop.id == "9")
    let page = Stepper(SteppedDerivations.walk).after("goto 8").answer(.plain)
    for line in page.split(separator: "\n") { #expect(seen.contains(String(line)), "\(line)") }
    // Up again, to the top, and then to the line before.
    stepper = stepper.after("goto 8").pressing(.pageDown, .down, .pageUp, .up, in: window)
    #expect(stepper.stop.id == "8")
    #expect(stepper.pressing(.up, in: window).stop.id == "7")
  }
}
