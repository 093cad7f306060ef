// What a walk through a network says of its lines, and which nodes its pictures point at.

import Foundation
import Nabla
import Testing

@Suite("A walk through a network")
struct NetworkWalkTests {
  /// 2-3-2, so that no layer is as large as the next, and w_ij is not to be mistaken for w_ji.
  private static let walk: Walk = {
    let network = Network(
      sizes: [2, 3, 2], activations: [.logistic], hypothesis: .logistic, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(
          first: 2,
          [
            Matrix(rows: 3, columns: 2, entries: [0.4, -0.7, 0.2, 0.9, -0.3, 0.6]),
            Matrix(rows: 2, columns: 3, entries: [0.8, -0.1, 0.3, -0.6, 0.7, 0.2]),
          ]), biases: Layers(first: 2, [[0.1, -0.2, 0.3], [-0.4, 0.6]])))
    let batch = Batch(
      inputs: Matrix(rows: 2, columns: 1, entries: [2, -3]),
      targets: Matrix(rows: 2, columns: 1, entries: [0.7, 0.2]))
    var options = WorkedExampleOptions()
    options.learningRate = 2
    do {
      return Walk(
        try WorkedExample(network, batch, options), check: GradientCheck(network, batch).run(),
        name: "2-3-2"
      )
    } catch {
      fatalError("\(error)")
    }
  }()

  private static func stop(_ left: String) throws -> Stop {
    try #require(walk.stops.first { $0.searched[0].hasPrefix("\(left) =") }, "\(left)")
  }

  @Test(
    "The picture fills the nodes that a line is about, at both ends of its weights",
    arguments: [
      ("∂J/∂w_31^(2)", ["x_1", "a_3^(2)"]), ("∂J/∂w_13^(3)", ["a_3^(2)", "h_1"]),
      ("∂J/∂a_3^(2)", ["a_3^(2)", "h_1", "h_2"]), ("z_2^(2)", ["a_2^(2)", "x_1", "x_2"]),
    ])
  func picture(_ left: String, _ nodes: [String]) throws {
    let rows = try Self.stop(left).lines(.picture, style: .plain).joined(separator: "\n")
    let filled = rows.matches(of: #/● (\S+)/#).map { String($0.1) }.filter { $0 != "J" }
    #expect(Set(filled) == Set(nodes))
  }

  @Test("In ASCII nothing of a walk is anything else, line by line and as a whole")
  func ascii() {
    let style = TextStyle(width: 80, charset: .ascii)
    let aspects: [Stop.Aspect] = [
      .line, .question, .numbers(0), .why, .conditions, .mistake, .hint(1), .hint(2), .picture,
    ]
    for place in Self.walk.places {
      for aspect in aspects {
        for line in place.stop.lines(aspect, style: style) {
          let text = style.spell(line)
          let isASCII = text.allSatisfy(\.isASCII)
          #expect(isASCII, "\(place.stop.id) \(aspect): \(line)")
        }
      }
      // What is drawn is drawn in ASCII: spelling it out would change its width.
      for line in place.stop.lines(.picture, style: style)
        + place.stop.lines(.question, style: style)
      {
        let isASCII = line.allSatisfy(\.isASCII)
        #expect(isASCII, "\(place.stop.id): \(line)")
      }
    }
    let headings = Self.walk.text(style: style).split(separator: "\n").filter {
      $0.contains(" line F1 ")
    }
    #expect(headings.count == 1 && headings[0].hasPrefix("---"))
  }

  @Test("No mistake is shown that prints what is right")
  func mistakes() {
    var count = 0
    for stop in Self.walk.stops {
      for row in stop.lines(.mistake, style: TextStyle(width: 200)) {
        guard let match = row.firstMatch(of: #/that gives +(\S+), but right is (\S+)/#) else {
          continue
        }
        count += 1
        #expect(match.1 != match.2, "\(stop.id): \(row)")
      }
    }
    #expect(count > 10)
  }

  /// The signs of powers and minus as a number is read.
  private static let plain = Dictionary(
    uniqueKeysWithValues: zip("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789"))

  @Test("The fall of J and its forecast are J's before and after, and α Σ (∂J/∂θ)²")
  func outcome() throws {
    func value(_ stop: Stop) throws -> Double {
      let row = try #require(
        stop.lines(.numbers(0), style: TextStyle(width: 200)).first { $0.contains("value ") })
      let text = String(row.map { Self.plain[$0] ?? $0 })
      let match = try #require(text.firstMatch(of: #/= (-?[\d.]+)(?: · 10(-?\d+))?$/#), "\(row)")
      let power = match.2.flatMap { Int($0) } ?? 0
      return try #require(Double("\(match.1)e\(power)"))
    }
    let costs = try Self.walk.stops.filter { $0.searched[0].hasPrefix("J =") }.map(value)
    let gradient = try Self.walk.stops.filter {
      $0.searched[0].hasPrefix("∂J/∂w") || $0.searched[0].hasPrefix("∂J/∂b")
    }.map(value)
    #expect(costs.count == 2 && gradient.count == 17)
    let numbers = Self.walk.remarks[0].matches(of: #/(?:by|is) (\d\.\d+)/#).compactMap {
      Double($0.1)
    }
    // Half a unit of the fourth decimal for each number that was rounded.
    #expect(abs(numbers[0] - (costs[0] - costs[1])) < 1.5e-4)
    let forecast = 2 * gradient.reduce(0) { $0 + $1 * $1 }
    // d(α g²) = 2 α g dg, where dg is half a unit at most; the forecast is rounded itself.
    let error = 5e-5 * (1 + gradient.reduce(0) { $0 + 4 * abs($1) })
    #expect(abs(numbers[1] - forecast) <= error + 1e-9)
    #expect(numbers[0] != numbers[1])
  }
}
