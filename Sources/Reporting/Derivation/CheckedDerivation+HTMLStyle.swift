// The style sheet of derivations on an HTML page: light, dark, narrow and printed.

enum HTMLStyle {
  static let sheet = """
    :root {
      color-scheme: light dark;
      --ink: #1c1c1a; --soft: #5d5d58; --line: #dcdad2; --paper: #fdfcf8; --tint: #f4f2ea;
      --link: #1d4f91; --right: #1d6b3a; --wrong: #a3171f;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e9e7e0; --soft: #a8a69d; --line: #3b3a36; --paper: #191917; --tint: #22221f;
        --link: #9cc1f5; --right: #86d3a0; --wrong: #ff9a94;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; }
    body {
      margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem;
      background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
    }
    h1, h2, h3 { line-height: 1.2; text-wrap: balance; font-weight: 600; break-after: avoid; }
    h1 { font-size: 1.9rem; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; }
    h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
    p, ul { margin: .4rem 0; }
    ul { padding-left: 1.2rem; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "STIX", math; }
    math[display="block"] { width: max-content; margin: 0; }
    sup { line-height: 0; font-size: .7em; }
    .note, .label { color: var(--soft); font-size: .92rem; }
    article + article { margin-top: 3.5rem; border-top: 3px double var(--line); }
    nav li { margin: .2rem 0; }
    table { border-collapse: collapse; margin: .6rem 0; }
    th, td { text-align: left; vertical-align: baseline; padding: .3rem 1.6rem .3rem 0; }
    th { font-weight: 400; }
    thead th { color: var(--soft); font-size: .85rem; }
    tr { border-bottom: 1px solid var(--line); break-inside: avoid; }
    .lines {
      list-style: none; margin: .8rem 0; padding: 0; display: grid;
      grid-template-columns: 2.6rem auto minmax(0, 1fr) minmax(13rem, 19rem);
    }
    .lines > li {
      grid-column: 1 / -1; display: grid; grid-template-columns: subgrid; align-items: baseline;
      padding: .65rem 0; border-top: 1px solid var(--line); break-inside: avoid;
    }
    .lines > li:last-child { border-bottom: 1px solid var(--line); }
    .lines > li:target { background: var(--tint); outline: 2px solid var(--link); }
    .number { color: var(--soft); text-decoration: none; font-variant-numeric: tabular-nums; }
    .number:hover { text-decoration: underline; }
    .left { justify-self: end; padding-right: .35em; }
    .right { overflow-x: auto; overflow-y: hidden; padding: .15rem 1rem .15rem 0; }
    .right math + math { margin: .3rem 0 0 1.6em; }
    .reason { margin: 0; font-weight: 600; }
    .reason a { color: inherit; text-decoration-color: var(--line); }
    .why { padding-right: .6rem; }
    .why p { margin: 0 0 .15rem; }
    .sentence, .needs, .checks { font-size: .86rem; line-height: 1.4; color: var(--soft); }
    .needs { color: var(--ink); }
    .checks > span { display: inline-block; margin-right: .7em; }
    .checks a { color: inherit; }
    .passed { color: var(--right); }
    .failed { color: var(--wrong); font-weight: 700; }
    .small { font-size: .9rem; background: var(--tint); }
    .small > .number { padding-left: .9rem; }
    .small .reason { font-weight: 400; font-style: italic; }
    .fresh { border-top: 2px solid var(--soft) !important; }
    .wide > .right, .wide > .why { grid-column: 3 / -1; }
    .wide > .right { font-size: .92em; }
    .whole { border-top: 3px double var(--soft) !important; }
    .keep, .whole-of { white-space: nowrap; }
    .whole-of { margin-right: .8em; }
    .shape { color: var(--soft); }
    .rule { break-inside: avoid; }
    .rule > math { margin: .5rem 0; }
    @supports not (grid-template-columns: subgrid) {
      .lines { display: block; }
      .lines > li { grid-template-columns: 2.6rem 6rem minmax(0, 1fr) 17rem; }
    }
    @media (max-width: 46rem) {
      body { padding: 1.2rem .9rem 3rem; }
      .lines { grid-template-columns: 2.2rem auto minmax(0, 1fr); }
      .why, .wide > .why { grid-column: 2 / -1; padding-top: .4rem; }
    }
    @media print {
      @page { margin: 16mm 15mm 18mm; @bottom-center { content: counter(page); font: 9pt serif; } }
      :root {
        --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --tint: #fff;
        --link: #000; --right: #000; --wrong: #000;
      }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; font-size: 1rem; }
      h1, h2, h3 { margin-top: 1.2rem; }
      .lines > li { padding: .45rem 0; }
      .lines { grid-template-columns: 2.2rem auto minmax(0, 1fr) 17rem; }
      .right { overflow: visible; padding-right: .4rem; }
      .small { border-left: 2px solid #bbb; padding-left: .4rem; }
      a { text-decoration: none; }
      article + article { break-before: page; border: 0; margin: 0; }
    }
    """
}
