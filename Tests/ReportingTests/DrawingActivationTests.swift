// Pictures of activation functions: kinks where the formula has them, jumps not joined.

import Nabla
import Testing

@testable import Reporting

@Suite("Pictures of activation functions")
struct DrawingActivationTests {
  /// |z − 1| beside a jump at −2, as no list of names has it.
  private static let strange = Activation(
    name: "strange", source: "a test",
    definition: .max(.z - 1, 1 - .z) + 3 * .bracket(-2, .greater, .z),
    slope: .bracket(.z, .greater, 1) - .bracket(1, .greaterOrEqual, .z))

  private static let all =
    Activation.all + [strange, .step(k: 0.5), .step(k: -300), .rectifier(slopeAtZero: 1)]

  @Test("Kinks are found in the formula")
  func places() {
    func places(_ formula: Expression) -> [Double] { formula.kinkPlaces() }
    #expect(places(Activation.logistic.definition) == [])
    #expect(places(Activation.tanh.definition) == [])
    #expect(places(Activation.linear(k: 3).definition) == [])
    #expect(places(Activation.rectifier().definition) == [0])
    #expect(places(Activation.step(k: 0.5).definition) == [0.5])
    #expect(places(Activation.step(k: -1e9).definition) == [-1e9])
    #expect(places(Self.strange.definition) == [-2, 1])
    #expect(places(.max(3 * .z, 1)).map { ($0 - 1 / 3).magnitude < 1e-15 } == [true])
    // Neither side of a max of equal things is a kink.
    #expect(places(.max(.z, .z)) == [])
  }

  @Test("Each function's kinks and jumps are marked, and no others", arguments: all)
  func marks(_ activation: Activation) {
    let document = DrawingDocument(ActivationPicture(activation).svg())
    let kinks = activation.definition.kinkPlaces()
    #expect(document.with(class: "kink").count == kinks.count)
    let filled = document.with(class: "filled").map { $0.number("cx") }
    let lines = document.with(class: "kink").map { $0.number("x1") }
    #expect(Set(filled) == Set(lines))
    #expect(kinks.isEmpty == document.with(class: "open").isEmpty || activation.name == "rectifier")
  }

  @Test("No line leads over a kink, and there is one more than there are kinks", arguments: all)
  func pieces(_ activation: Activation) {
    let document = DrawingDocument(ActivationPicture(activation).svg())
    let kinks = document.with(class: "kink").map { $0.number("x1") }.sorted()
    for name in ["function", "slope"] {
      let lines = document.with(class: name).filter { $0.name == "polyline" }
      #expect(lines.count == kinks.count + 1)
      for line in lines {
        let places = (line.attributes["points"] ?? "").split(separator: " ").compactMap {
          Double($0.split(separator: ",")[0])
        }
        for kink in kinks {
          #expect(places.allSatisfy { $0 <= kink } || places.allSatisfy { $0 >= kink })
        }
      }
    }
  }

  @Test("What is said of a kink: its place, its kind, and what counts as the slope")
  func words() {
    func notes(_ activation: Activation) -> [String] {
      ActivationPicture(activation).notes(ActivationCurve(activation))
    }
    #expect(notes(.logistic) == [])
    #expect(
      notes(.rectifier(slopeAtZero: 1)) == [
        "At z = 0 g has a kink and no derivative; g′(0) counts as 1."
      ])
    #expect(
      notes(.step(k: -0.5)) == [
        "At z = −0.5 g has a jump and no derivative; g′(−0.5) counts as 0."
      ])
    #expect(notes(Self.strange).map { $0.contains("a jump") } == [true, false])
    for k in [1e-9, 0.5, 1.25e150] {
      #expect(notes(.step(k: k)).map { $0.contains("a jump") } == [true], "\(k)")
    }
    #expect(notes(.step(k: 1e308)) == ["At z = 1e308, outside of the picture, g is not smooth."])
  }

  @Test(
    "No label touches another or leaves the picture",
    arguments: all + [
      .linear(k: 1e-7), .linear(k: 1.7e308), .linear(k: .leastNonzeroMagnitude),
      .linear(k: -1.234e-200),
      .step(k: 1.234e150), .step(k: -1e308), .step(k: 12345.678),
    ])
  func room(_ activation: Activation) {
    let picture = ActivationPicture(activation)
    let curve = ActivationCurve(activation)
    let notes = picture.notes(curve)
    let labels = picture.labels(ActivationPlot(curve), notes)
    _ = DrawingDocument(picture.svg())
    for (n, a) in labels.enumerated() {
      #expect(a.box.left >= 0 && a.box.right <= 640, "\(activation.name): \(a.pieces)")
      for b in labels[(n + 1)...] where a.box.overlaps(b.box) {
        Issue.record("\(activation.name): \(a.pieces) and \(b.pieces)")
      }
    }
  }

  @Test("Ticks are round numbers, and no step is lost to rounding")
  func ticks() {
    #expect(AxisTicks.ticks(0...1, atMost: 6) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(AxisTicks.ticks(-5...5, atMost: 10) == (-5...5).map(Double.init))
    #expect(AxisTicks.ticks(0...3e5, atMost: 6) == [0, 5e4, 1e5, 1.5e5, 2e5, 2.5e5, 3e5])
    #expect(AxisTicks.ticks(0...0.3, atMost: 3) == [0, 0.1, 0.2, 0.3])
  }
}
