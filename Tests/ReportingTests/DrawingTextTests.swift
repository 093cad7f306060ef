// The bytes of drawings: one to the letter, names as text, sizes of letters.

import Foundation
import Nabla
import Testing

@testable import Reporting

@Suite("The text of drawings")
struct DrawingTextTests {
  @Test("A hostile name is text, visible and cut")
  func hostileName() throws {
    let network = HandMade.network(name: HandMade.hostile)
    for svg in [NetworkPicture(network).svg(), NetworkPicture(network).inlineSVG()] {
      #expect(!svg.contains("<script") && !svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
      let document = DrawingDocument(svg)
      let title = try #require(document.elements.first { $0.name == "title" })
      #expect(title.text.contains("<script>alert(\"1\")</script>"))
      #expect(title.text.contains("\\u{202e}"))
      #expect(Set(document.elements.map(\.name)).isSubset(of: Self.names))
    }
  }

  private static let names: Set = [
    "svg", "title", "desc", "style", "rect", "g", "line", "circle", "text", "tspan", "polygon",
    "polyline",
  ]

  @Test("No letter is smaller than 11 px, and every picture has words for those who hear it")
  func sizes() throws {
    let sizes = PictureStyle.sheet.matches(of: /(\d+)px/).compactMap { Double($0.1) }
    #expect(sizes.count >= 5 && sizes.allSatisfy { $0 >= 11 })
    for svg in [
      NetworkPicture(HandMade.network()).svg(), NeuronPicture().svg(),
      ActivationPicture(.tanh).svg(),
    ] {
      let document = DrawingDocument(svg)
      #expect(document.elements[1].name == "title" && document.elements[2].name == "desc")
      #expect(document.elements[2].text.count > 20)
      let named = try #require(document.elements[0].attributes["aria-labelledby"])
      #expect(named.split(separator: " ").map(String.init) == Array(document.all("id")[1...2]))
      #expect(svg.contains("prefers-color-scheme:dark"))
    }
  }

  @Test("The neuron's labels do not touch")
  func neuron() {
    let labels = NeuronPicture().labels
    for (n, a) in labels.enumerated() {
      #expect(a.box.left >= 0 && a.box.right <= 720)
      for b in labels[(n + 1)...] where a.box.overlaps(b.box) {
        Issue.record("\(a.pieces) and \(b.pieces)")
      }
    }
    _ = DrawingDocument(NeuronPicture().svg())
  }

  @Test("Two pictures on a page have no id in common")
  func prefixes() {
    let network = HandMade.network()
    let first = DrawingDocument(NetworkPicture(network, prefix: "first").inlineSVG())
    let second = DrawingDocument(NetworkPicture(network, prefix: "second").inlineSVG())
    #expect(Set(first.all("id")).isDisjoint(with: second.all("id")))
  }

  @Test("Indices of several places stand one above the other, and what follows clears both")
  func scripts() {
    #expect(
      SVGPiece.markup(of: [.letter("w"), .scripts(lower: "1,784", upper: "(2)"), .normal("=")])
        == ##"<tspan class="letter">w</tspan><tspan dy="4" class="small">1,784</tspan>"##
        + ##"<tspan dy="-10" dx="-25.3" class="small">(2)</tspan>"##
        + ##"<tspan dy="6" dx="13.2">=</tspan>"##)
  }

  @Test("A space between two symbols moves the second")
  func spaces() {
    #expect(
      SVGPiece.markup(of: [.letter("w"), .upper("2"), .normal(" "), .letter("a")])
        == ##"<tspan class="letter">w</tspan><tspan dy="-6" class="small">2</tspan>"##
        + ##"<tspan dy="6" dx="4" class="letter">a</tspan>"##)
  }

  @Test("1-1, to the letter")
  func golden() {
    let network = Network(
      name: "one & one", sizes: [1, 1], activations: [], hypothesis: .identity, cost: .quadratic,
      parameters: Parameters(
        weights: Layers(first: 2, [Matrix(rows: 1, columns: 1, entries: [-0.5])]),
        biases: Layers(first: 2, [[0.25]])))
    let expected = #"""
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 320" role="img" class="nabla-picture" id="p" aria-labelledby="p-title p-words" width="380" height="320" style="max-width:100%;height:auto">
      <title id="p-title">one &amp; one</title>
      <desc id="p-words">A network of 2 layers, 1-1: identity with quadratic.</desc>
      <line class="edge negative" x1="133" y1="230" x2="247" y2="230" id="p-edge-2-1-1" data-edge="2,1,1" stroke-width="3"/>
      <line class="arrow" x1="59" y1="230" x2="77" y2="230"/>
      <polygon class="head" points="83,230 74,233.5 74,226.5"/>
      <line class="arrow" x1="297" y1="230" x2="315" y2="230"/>
      <polygon class="head" points="321,230 312,233.5 312,226.5"/>
      <g class="node" id="p-node-1-1" data-node="1,1">
      <circle class="circle" cx="109" cy="230" r="24"/>
      <text class="middle" x="109" y="235"><tspan class="letter">a</tspan><tspan dy="4" class="small">1</tspan><tspan dy="-10" dx="-5.5" class="small">(1)</tspan></text>
      </g>
      <g class="node" id="p-node-2-1" data-node="2,1">
      <circle class="circle" cx="271" cy="230" r="24"/>
      <line class="arrow" x1="271" y1="186" x2="271" y2="198"/>
      <polygon class="head" points="271,204 267.5,195 274.5,195"/>
      <text class="middle" x="271" y="235"><tspan class="letter">a</tspan><tspan dy="4" class="small">1</tspan><tspan dy="-10" dx="-5.5" class="small">(2)</tspan></text>
      <rect class="plate" x="239" y="164" width="64" height="22" rx="3"/>
      <text class="plated middle" x="271" y="179"><tspan class="letter">b</tspan><tspan dy="4" class="small">1</tspan><tspan dy="-10" dx="-5.5" class="small">(2)</tspan><tspan dy="6" dx="4">=</tspan><tspan dx="4" data-value="b,2,1">0.25</tspan></text>
      </g>
      <line class="edge sample" x1="39.1" y1="298" x2="67.1" y2="298" stroke-width="1.4"/>
      <line class="edge negative sample" x1="138.4" y1="298" x2="166.4" y2="298" stroke-width="1.4"/>
      <line class="edge thick sample" x1="237.8" y1="298" x2="265.8" y2="298" stroke-width="1.4"/>
      <text class="title middle" x="190" y="32">one &amp; one</text>
      <text class="strong middle" x="109" y="64">Layer 1</text>
      <text class="middle" x="109" y="87"><tspan class="letter">N</tspan> = 1 node</text>
      <text class="middle" x="109" y="110"><tspan class="letter">a</tspan><tspan dy="-6" class="small">(1)</tspan><tspan dy="6" dx="4">=</tspan><tspan dx="4" class="letter">x</tspan></text>
      <text class="strong middle" x="271" y="64">Layer 2</text>
      <text class="middle" x="271" y="87"><tspan class="letter">K</tspan> = 1 node</text>
      <text class="middle" x="271" y="110"><tspan class="letter">a</tspan><tspan dy="-6" class="small">(2)</tspan><tspan dy="6" dx="4">=</tspan><tspan dx="4" class="letter">h</tspan>(<tspan class="letter">z</tspan><tspan dy="-6" class="small">(2)</tspan><tspan dy="6">)</tspan></text>
      <text class="middle" x="271" y="133"><tspan class="letter">h</tspan>: identity</text>
      <text class="middle" x="190" y="64"><tspan class="letter">W</tspan><tspan dy="-6" class="small">(2)</tspan></text>
      <text class="end" x="55" y="235"><tspan class="letter">x</tspan><tspan dy="4" class="small">1</tspan></text>
      <text class="" x="325" y="235"><tspan class="letter">h</tspan><tspan dy="4" class="small">1</tspan></text>
      <rect class="plate" x="148.2" y="219" width="70.7" height="22" rx="3"/>
      <text class="weight plated middle" x="183.5" y="234"><tspan class="letter">w</tspan><tspan dy="4" class="small">11</tspan><tspan dy="-10" dx="-11" class="small">(2)</tspan><tspan dy="6" dx="4">=</tspan><tspan dx="4" data-value="w,2,1,1">−0.5</tspan></text>
      <text class="" x="75.1" y="302"><tspan class="letter">w</tspan> ≥ 0</text>
      <text class="" x="174.4" y="302"><tspan class="letter">w</tspan> &lt; 0</text>
      <text class="" x="273.8" y="302">large |<tspan class="letter">w</tspan>|</text>
      </svg>

      """#
    #expect(NetworkPicture(network, prefix: "p").inlineSVG(hasStyle: false) == expected)
  }
}
