// A derivation as an HTML page: well-formed, complete, nothing from elsewhere, and shown by a browser.

import Foundation
import Nabla
import Testing

@Suite struct HTMLDocument {
  private let page = LaTeXExample.checked.html()
  private let pages = CheckedDerivation.html(
    [LaTeXExample.checked, LaTeXExample.hostile], title: "Two <derivations>")

  @Test("a page is well-formed")
  func wellFormed() {
    for page in [page, pages] {
      #expect(HTMLElements(page).isBalanced)
      #expect(HTMLElements.isXML(page))
    }
  }

  @Test("the lines of a page have the addresses of the derivation, in its order")
  func addresses() {
    let ids = LaTeXExample.derivation.lines.map(\.id)
    #expect(page.everything(between: "<li id=\"s", and: "\"") == ids)
    #expect(
      pages.everything(between: "<li id=\"log-loss-softmax-s", and: "\"") == ids)
  }

  @Test("every address is given once, and every link leads to one")
  func links() {
    for page in [page, pages] {
      let ids = page.everything(between: " id=\"", and: "\"")
      #expect(Set(ids).count == ids.count)
      #expect(Set(page.everything(between: "href=\"#", and: "\"")).isSubset(of: ids))
      #expect(!page.contains("href=\"http") && !page.contains("src=") && !page.contains("url("))
    }
  }

  @Test("a page has language, title and width, and no script")
  func head() {
    #expect(pages.contains("<html lang=\"en\">"))
    #expect(pages.contains("<title>Two &lt;derivations&gt;</title>"))
    #expect(pages.contains("name=\"viewport\""))
    #expect(!pages.contains("<script") && !pages.contains("<details"))
    #expect(!pages.contains("<mfenced") && !pages.contains("columnalign"))
    #expect(page.everything(between: "<math", and: ">").allSatisfy { !$0.contains("aria-") })
  }

  @Test("checks are marks with words, and a failed one says so")
  func checks() {
    #expect(page.contains("✓ equals <a href=\"#s7\">line 7</a>"))
    #expect(page.contains("✓ measured"))
    #expect(page.contains("✓ smaller steps lead here"))
    #expect(page.contains("✓ condition needed"))
    #expect(pages.contains("✗ does not equal <a href=\"#hostile-words-s1\">line 1</a>"))
    #expect(pages.contains("3 lines, 2 checks: 1 failed"))
  }

  @Test("limits are said, differences are not")
  func limits() {
    #expect(page.contains("to 10<sup>−12</sup> of their size"))
    #expect(!page.contains("e-17") && !page.contains("e-9"))
  }

  @Test("a formula carries its LaTeX")
  func annotation() {
    #expect(
      page.contains(
        #"<annotation encoding="application/x-tex">= \frac{1}{M} \, (\underset{K \times M}{H}"#))
  }

  @Test("the rules come once each, with the ways to break them")
  func rules() {
    #expect(
      page.everything(between: "id=\"rule-", and: "\"") == [
        "definition", "chain-rule", "cancel", "quotient-rule", "substitute", "distribute", "sift",
        "collect-entries",
      ])
    #expect(page.contains("<b>only the own path.</b>"))
  }

  @Test("hostile words are only text")
  func hostile() {
    #expect(!pages.contains("<b>&"))
    #expect(pages.contains("&lt;"))
  }

  @Test(
    "a browser shows it",
    .enabled(if: LaTeXTool.browser != nil, "no Chromium is installed"))
  func browser() throws {
    let (status, output) = try LaTeXTool.withFolder { folder in
      let file = folder.appendingPathComponent("page.html")
      try page.write(to: file, atomically: true, encoding: .utf8)
      return try #require(LaTeXTool.browser).run(
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--timeout=20000",
          "--user-data-dir=\(folder.path)/profile", "--dump-dom", file.absoluteString,
        ], in: folder)
    }
    #expect(status == 0)
    #expect(output.everything(between: "<li id=\"s", and: "\"").count == 13)
    let count = { (text: String) in text.components(separatedBy: "<math").count }
    #expect(count(output) == count(page))
  }
}
