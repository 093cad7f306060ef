// A page that steps: well-formed, complete, one file, hostile names only text.

import Foundation
import Nabla
import Testing

/// Networks of the fixtures, and their pages.
enum StepPageSamples {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ name: String) -> String {
    root.appendingPathComponent("Fixtures/networks/\(name).json").path
  }

  /// A page of a network file, with its check.
  static func page(_ file: NetworkFile) throws -> String {
    let example = try WorkedExample(file.network, file.batch)
    let report = GradientCheck(CheckSubject(file.network, file.batch), CheckOptions()).run()
    return example.steppingPage(check: report)
  }

  /// With a name that tries to be more than a name.
  static func hostile() throws -> NetworkFile {
    var file = try NetworkFile.read(path: path("two-two-one"))
    file.network.name = "</script><script>alert(1)</script>\"'&\u{202E}\u{2028}<b>"
    return file
  }
}

@Suite struct StepPageDocument {
  private let example: WorkedExample
  private let page: String

  init() throws {
    let file = try NetworkFile.read(path: StepPageSamples.path("two-two-one"))
    example = try WorkedExample(file.network, file.batch)
    page = try StepPageSamples.page(file)
  }

  /// Without scripts and styles, whose signs are no markup.
  private func markup(_ page: String) -> String {
    ["script", "style"].reduce(page) { text, name in
      text.components(separatedBy: "<\(name)").enumerated().map { position, part in
        position == 0
          ? part : "<\(name)/>" + (part.components(separatedBy: "</\(name)>").last ?? "")
      }.joined()
    }
  }

  @Test("the page is well-formed")
  func wellFormed() throws {
    #expect(HTMLElements(markup(page)).isBalanced)
    #expect(HTMLElements.isXML(markup(page)))
  }

  @Test("every line is a step, has an address and is in the list")
  func steps() {
    let ids = example.lines.map(\.id)
    #expect(page.everything(between: "<section class=\"step\" id=\"", and: "\"") == ids)
    #expect(page.everything(between: "<li><a href=\"#", and: "\"") == ids)
    let all = page.everything(between: " id=\"", and: "\"")
    #expect(Set(all).count == all.count)
    #expect(Set(page.everything(between: "href=\"#", and: "\"")).isSubset(of: all))
  }

  @Test("nothing comes from elsewhere")
  func alone() {
    #expect(!page.contains("src=") && !page.contains("url(") && !page.contains("@import"))
    #expect(
      page.components(separatedBy: "http").count == 1
        + page.components(separatedBy: "http://www.w3.org/2000/svg").count - 1)
  }

  @Test("the path of ∂J/∂w_ij^(ℓ) lies on the line from node j to node i of layer ℓ")
  func paths() throws {
    var count = 0
    for line in example.lines where line.quantity == .weightGradient {
      let name = ([try #require(line.layer)] + line.left.nodes.compactMap(\.position))
        .map(String.init).joined(separator: "-")
      let step = page.everything(
        between: "<section class=\"step\" id=\"\(line.id)\"", and: "</section>")
      let places = step[0].matches(of: #/<line class="edge active" (x1=[^/]*?)\/>/#)
        .map { String($0.1) }
      let place = try #require(places.first, "\(line.id)")
      #expect(places.count == 1, "\(line.id)")
      let edges = page.components(separatedBy: "<line ").filter {
        $0.contains("id=\"backward-1-edge-\(name)\"")
      }
      #expect(edges.count == 1 && edges[0].contains(place), "\(line.id), \(name)")
      count += 1
    }
    #expect(count == 6)
  }

  @Test("a step has its letters, its numbers, its value, its reason and its measured derivative")
  func oneStep() throws {
    let step = try #require(page.everything(between: "id=\"B3\"", and: "</section>").first)
    for part in [
      "general-row", "letters-row", "numbers-row", "value-row",
      "nabla derive cross-entropy logistic",
      "Measured by differences", "✓", "<use href=\"#backward-1\"", "class=\"ring\"", "href=\"#B2\"",
      "href=\"#B4\"",
    ] {
      #expect(step.contains(part), "\(part)")
    }
  }

  @Test("no label hides mathematics, and every input has one")
  func labels() {
    #expect(
      page.everything(between: "<math", and: ">").allSatisfy { !$0.contains("aria-") })
    let inputs = page.components(separatedBy: "<input type=\"text\"").count - 1
    #expect(page.components(separatedBy: "<label><span class=\"hidden\">").count - 1 == inputs)
    #expect(inputs == 4 + 2 + 6 + 3 + 1)
  }

  @Test("hostile names are only text")
  func hostile() throws {
    let page = try StepPageSamples.page(StepPageSamples.hostile())
    #expect(!page.contains("<script>alert") && !page.contains("<b>&") && !page.contains("\u{202E}"))
    #expect(!page.contains("\u{2028}"))
    #expect(page.components(separatedBy: "<script").count == 4)
    #expect(page.components(separatedBy: "</script>").count == 4)
    #expect(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"))
    #expect(HTMLElements.isXML(markup(page)))
  }

  @Test("the same example gives the same bytes")
  func deterministic() throws {
    let file = try NetworkFile.read(path: StepPageSamples.path("two-two-one"))
    #expect(try StepPageSamples.page(file) == page)
  }
}
