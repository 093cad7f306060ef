// Learning curves and sweeps as pictures: well-formed, complete, inside of their frame.

import Nabla
import Testing

@Suite struct TrainingPictures {
  /// The rectangle that the axes span.
  private static let frame = (left: 74.0, right: 620.0, top: 72.0, bottom: 360.0)

  @Test("A learning curve: two lines from left to right inside the frame, the held-out one dashed")
  func curve() throws {
    let document = DrawingDocument(try TrainingHandMade.iris().curve.svg(title: "iris"))
    for (name, least) in [("training", 0.0909), ("held-out", 0.2209)] {
      let line = try #require(document.with(class: name).first { $0.name == "polyline" })
      let places = Self.places(line)
      #expect(places.count == 40)
      #expect(places.first?.x == Self.frame.left && places.last?.x == Self.frame.right)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.x < $1.x })
      #expect(places.allSatisfy { Self.frame.top...Self.frame.bottom ~= $0.y })
      // The axis runs from 0 to 1; places have one decimal.
      let height = Self.frame.bottom - least * (Self.frame.bottom - Self.frame.top)
      #expect(abs((places.last?.y ?? 0) - height) < 0.1, "\(name)")
    }
    let words = document.elements.filter { $0.name == "text" }.map(\.text)
    for expected in [
      "iris", "epoch", "cost J", "training", "held out", "0.8", "least held out: epoch 28",
    ] {
      #expect(words.contains(expected), "\(expected)")
    }
    let style = try #require(document.elements.first { $0.name == "style" }?.text)
    #expect(style.contains(".held-out{stroke:#bc4c00;stroke:var(--held-out);stroke-dasharray:7 4}"))
    #expect(style.contains("prefers-color-scheme:dark"))
  }

  @Test("Costs over decades have a logarithmic axis, where equal ratios have equal heights")
  func logarithmic() throws {
    var curve = LearningCurve()
    for (epoch, cost) in [1.0, 0.1, 0.01, 0.001].enumerated() {
      curve.add(LearningCurve.Point(epoch: epoch + 1, iterations: epoch + 1, cost: cost))
    }
    let document = DrawingDocument(curve.svg(title: "decades"))
    let line = try #require(document.with(class: "training").first { $0.name == "polyline" })
    let places = Self.places(line)
    #expect(places.map(\.y) == [72, 168, 264, 360])
    #expect(document.with(class: "dot").count == 4 && document.with(class: "ring").isEmpty)
    let words = document.elements.filter { $0.name == "text" }.map(\.text)
    #expect(["1", "0.1", "0.01", "0.001", "cost J, logarithmic"].allSatisfy(words.contains))
    #expect(!words.contains("held out"))
  }

  @Test("What is not finite is left out; nothing finite is said to be nothing to draw")
  func notFinite() throws {
    var curve = LearningCurve()
    #expect(curve.svg(title: "").contains("There is no curve to draw"))
    curve.add(LearningCurve.Point(epoch: 1, iterations: 1, cost: 1))
    curve.add(LearningCurve.Point(epoch: 2, iterations: 2, cost: .infinity, heldOutCost: .nan))
    #expect(curve.svg(title: "").contains("There is no curve to draw"))
    curve.add(LearningCurve.Point(epoch: 3, iterations: 3, cost: 2))
    let svg = curve.svg(title: "")
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
    #expect(svg.contains("1 cost of the curve is no finite number and not drawn."))
    let line = try #require(
      DrawingDocument(svg).with(class: "training").first { $0.name == "polyline" })
    #expect(Self.places(line).count == 2)
  }

  @Test(
    "Costs of every size have a place on the page",
    arguments: [
      [0, 0], [1, 1], [-3, -2], [.leastNonzeroMagnitude, 0], [0x1p-1030, 0x1p-1060],
      [1e308, 1.7e308], [-1e308, 1e308],
      [1, 1.0000000000000002], [1e-300, 1e300], [0, 1e300],
    ])
  func extremes(costs: [Double]) {
    var curve = LearningCurve()
    for (epoch, cost) in costs.enumerated() {
      curve.add(LearningCurve.Point(epoch: epoch + 1, iterations: 1, cost: cost))
    }
    #expect(curve.text().contains("●"))
    let document = DrawingDocument(curve.svg(title: "costs"))
    for line in document.with(class: "training") where line.name == "polyline" {
      #expect(Self.places(line).count == 2 && Self.places(line).allSatisfy { $0.y.isFinite })
    }
  }

  @Test("A sweep: a tick at every value, 0 at its own place, a standard error for each")
  func sweep() throws {
    let document = DrawingDocument(try TrainingHandMade.sweep().svg())
    let words = document.elements.filter { $0.name == "text" }.map(\.text)
    for value in ["0", "0.001", "0.01", "0.1", "1", "10", "λ of L2", "best: 0.01"] {
      #expect(words.contains(value), "\(value)")
    }
    // Each has a line and two ends.
    #expect(document.with(class: "spread").count == 18)
    let line = try #require(document.with(class: "held-out").first { $0.name == "polyline" })
    let gaps = zip(Self.places(line), Self.places(line).dropFirst()).map { $1.x - $0.x }
    #expect(gaps.count == 5 && gaps.allSatisfy { abs($0 - gaps[0]) < 0.2 }, "\(gaps)")
  }

  @Test("A title is only text")
  func hostile() throws {
    let svg = try TrainingHandMade.iris().curve.svg(title: HandMade.hostile)
    _ = DrawingDocument(svg)
    #expect(!svg.contains("<script") && !svg.contains("\u{1B}"))
  }

  private static func places(_ line: DrawingDocument.Element) -> [(x: Double, y: Double)] {
    (line.attributes["points"] ?? "").split(separator: " ").map { pair in
      let numbers = pair.split(separator: ",").map { Double($0) ?? .nan }
      return (numbers[0], numbers[1])
    }
  }
}
