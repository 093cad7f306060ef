// Derivations as one HTML page: MathML, one style sheet inside, no script, nothing from elsewhere.

public import Deriving
import Notation

extension CheckedDerivation {
  /// The derivation as a page. Line 8 has the address `#s8`.
  public func html() -> String {
    HTMLPage(title: derivation.title, derivations: [self], isAlone: true).text
  }

  /// Some derivations as one page, with links to each; line 8 of one has the address `#NAME-s8`.
  public static func html(_ derivations: [CheckedDerivation], title: String) -> String {
    HTMLPage(title: title, derivations: derivations, isAlone: false).text
  }
}

/// A page.
private struct HTMLPage {
  let title: String
  let derivations: [CheckedDerivation]
  /// Whether the page is about one derivation, whose title is the page's.
  let isAlone: Bool

  var text: String {
    HTMLDocument.text(
      title: title, style: HTMLStyle.sheet, body: parts.joined(separator: "\n"))
  }

  private var parts: [String] {
    let uses = firstUses
    let articles = derivations.map {
      HTMLDerivation(checked: $0, isAlone: isAlone, firstUses: uses).text
    }
    if isAlone {
      return ["<main>"] + articles
        + [HTMLRules(derivations).text, "</main>"]
    }
    return ["<header>\n<h1>\(HTMLText.sentence(title))</h1>", contents, "</header>\n<main>"]
      + articles + [HTMLRules(derivations).text, "</main>"]
  }

  /// The lines at which a rule is used for the first time; a definition says itself what it is.
  private var firstUses: Set<String> {
    var known: Set<String> = []
    var uses: Set<String> = []
    for derivation in derivations.map(\.derivation) {
      for line in derivation.lines
      where line.rule.id != "definition" && line.equation.relation == .equal
        && known.insert(line.rule.id).inserted
      {
        uses.insert("\(derivation.slug) \(line.id)")
      }
    }
    return uses
  }

  private var contents: String {
    let items = derivations.map {
      "<li><a href=\"#\($0.derivation.slug)\">\(HTMLText.sentence($0.derivation.title))</a> "
        + "<span class=\"note\">\(HTMLText.escaped(DerivationWords(checked: $0).counts))</span></li>"
    }
    return "<nav aria-label=\"Derivations\">\n<ol>\n" + items.joined(separator: "\n")
      + "\n</ol>\n</nav>"
  }
}

/// The rules at the end of a page: each once, with the ways to break it.
private struct HTMLRules {
  let rules: [Rule]

  init(_ derivations: [CheckedDerivation]) { rules = CheckedDerivation.rules(of: derivations) }

  var text: String {
    if rules.isEmpty { return "" }
    return "<section class=\"rules\" aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n"
      + rules.map(text).joined(separator: "\n") + "\n</section>"
  }

  private func text(_ rule: Rule) -> String {
    let builder = FormulaBuilder(understoodExample: nil)
    let mistakes = rule.mistakes.map {
      "<li><b>\(HTMLText.sentence($0.name)).</b> \(HTMLText.sentence(ended($0.advice)))</li>"
    }
    return "<section class=\"rule\" id=\"rule-\(HTMLText.escaped(rule.id))\">\n"
      + "<h3>\(HTMLText.sentence(rule.name))</h3>\n"
      + MathMLNotation.element(builder.layout(rule.statement), isBlock: true)
      + "\n<p>\(HTMLText.sentence(ended(rule.sentence)))</p>"
      + (mistakes.isEmpty
        ? ""
        : "\n<p class=\"label\">Typical mistakes</p>\n<ul>\n" + mistakes.joined(separator: "\n")
          + "\n</ul>")
      + "\n</section>"
  }
}
