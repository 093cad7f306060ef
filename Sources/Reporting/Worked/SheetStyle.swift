// What the style sheet of a page of sheets adds to that of derivations.

enum SheetStyle {
  static let sheet = """
    .nabla-picture { --page: var(--paper); color: var(--ink); }
    .sheet > .note { margin: 0 0 .8rem; }
    .sheet .sentence { font-size: 1rem; line-height: 1.45; color: var(--ink); }
    .given { display: flex; flex-wrap: wrap; gap: .9rem 2.2rem; align-items: center; }
    mtd { text-align: right; text-align: -webkit-right; padding: .1em .35em; }
    .picture { margin: 1rem 0; overflow-x: auto; break-inside: avoid; text-align: center; }
    .sheet .lines { grid-template-columns: 2.4rem auto minmax(0, 1fr) minmax(4rem, 9.5rem); }
    .sheet .lines > li { padding: .4rem 0; }
    .sheet .lines > .open { padding: .8rem 0; }
    .sheet .right math + math { margin: 0; }
    .sheet .left math, .sheet .right math { math-style: normal; }
    .sheet .right { padding-left: .1em; line-height: 1.9; }
    .sheet .why { margin: 0; padding: 0; font-size: .86rem; color: var(--soft); }
    .blank { border-bottom: 1.5px solid currentColor; margin-left: .3em; }
    .sheet table { break-inside: avoid; }
    .sheet .sentence:has(+ table) { break-after: avoid; }
    .gap { margin-right: .45em; }
    .numbers { text-align: right; }
    td { font-variant-numeric: lining-nums tabular-nums; }
    @media (max-width: 46rem) {
      .sheet .lines { grid-template-columns: 2.2rem auto minmax(0, 1fr); }
      .sheet .why { grid-column: 2 / -1; padding: 0; }
      .sheet table { display: block; overflow-x: auto; }
      th, td { padding-right: .9rem; }
    }
    @media (max-width: 26rem) { .sheet .left, .sheet .right { font-size: .92em; } }
    @media print {
      html { font-size: 11pt; }
      nav { display: none; }
      .nabla-picture { max-height: 95mm; }
      .sheet .lines { display: block; }
      .sheet .lines > li { grid-template-columns: 2.4rem 5.2rem minmax(0, 1fr) 7.5rem; }
      .sheet .lines > .long { display: block; break-inside: auto; }
      .long > .left, .long > .number { display: inline-block; margin-right: .8rem; }
      .sheet .right { overflow: visible; line-height: 1.6; padding-top: 0; padding-bottom: 0; }
      .sheet .lines > li { padding: .22rem 0; }
      .sheet .lines > .open { padding: .55rem 0; }
      h1 { font-size: 1.5rem; margin-top: 0; }
      h2 { font-size: 1.1rem; margin: .9rem 0 .3rem; }
      th, td { padding-top: .12rem; padding-bottom: .12rem; }
    }
    """

  /// A page with a foot of its own for each sheet.
  static func pages(_ footers: [String]) -> String {
    footers.enumerated().map { position, footer in
      let name = "sheet-\(position + 1)"
      return """
        #\(name) { page: \(name); }
        @page \(name) {
        @bottom-left { content: \(quoted(footer)); font: 9pt serif; }
        @bottom-center { content: none; }
        @bottom-right { content: counter(page); font: 9pt serif; }
        }
        """
    }.joined(separator: "\n")
  }

  /// A string of CSS in which nothing but letters and digits stands for itself.
  private static func quoted(_ text: String) -> String {
    let characters = Markup.plain.sentence(text).unicodeScalars.map { scalar -> String in
      if scalar.isASCII,
        scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar)
      {
        return String(scalar)
      }
      return "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"\(characters.joined())\""
  }
}
