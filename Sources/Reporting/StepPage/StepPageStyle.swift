// The style sheet of a page that steps: light, dark, narrow, printed, with a script and without.

enum StepPageStyle {
  static let sheet = [page, formulas, tables, stepping, narrow, paper].joined(separator: "\n")

  private static let page = """
    :root {
      color-scheme: light dark;
      --ink: #1c1c1a; --soft: #5d5d58; --line: #dcdad2; --paper: #fdfcf8; --tint: #f4f2ea;
      --link: #1d4f91; --wrong: #a3171f;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e9e7e0; --soft: #a8a69d; --line: #3b3a36; --paper: #191917; --tint: #22221f;
        --link: #9cc1f5; --wrong: #ff9a94;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 92rem; padding: 2rem 1.5rem 4rem;
      background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
    }
    h1, h2, h3 { line-height: 1.2; font-weight: 600; break-after: avoid; overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; margin: 0 0 .4rem; }
    h2 { font-size: 1.3rem; margin: 2.2rem 0 .4rem; }
    h3 { font-size: 1.15rem; margin: 1.6rem 0 .6rem; }
    p { margin: .4rem 0; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
    code { font-size: .88em; }
    math { font-family: "STIX Two Math", "Latin Modern Math", "Cambria Math", "STIX", math; }
    sup { line-height: 0; font-size: .7em; }
    .note { color: var(--soft); font-size: .92rem; }
    .number { color: var(--soft); font-variant-numeric: tabular-nums; font-weight: 400; }
    .hidden {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .sources { position: absolute; width: 0; height: 0; overflow: hidden; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    """

  private static let formulas = """
    .equation {
      overflow-x: auto; overflow-y: hidden; padding: .2rem 0 .3rem; display: grid;
      grid-template-columns: max-content max-content; row-gap: .55rem;
      align-items: baseline;
    }
    .row { display: contents; }
    .left { min-width: 4.2rem; padding-right: .35em; display: flex; justify-content: flex-end; }
    .right math { display: block math; width: max-content; margin: 0; }
    .right math + math { margin: .35rem 0 0 1.6em; }
    .letters-row, .numbers-row, .value-row { font-size: 1.12rem; }
    .value-row .right > math { border-bottom: 3px double var(--soft); padding: 0 .2em .1em 0; }
    .general-row { color: var(--soft); }
    .reasons { max-width: 44rem; margin: .6rem 0 1rem; }
    .rule, .measured { font-size: .95rem; }
    .measured { border-left: 3px solid var(--line); padding-left: .7rem; }
    .needs { border-left: 3px double var(--wrong); padding-left: .7rem; }
    figure { margin: 1rem 0 .6rem; overflow-x: auto; }
    .nabla-picture { --page: var(--paper); --accent: var(--link); color: var(--ink); }
    /* What `use` shows is matched by itself, without what is around the original. */
    .nabla-picture:not(.stepped) .active .circle {
      stroke: currentColor; stroke-width: 1.6; stroke-dasharray: none;
    }
    .stepped {
      max-width: 100%; min-width: calc(.78 * var(--width)); height: auto; display: block;
    }
    .nabla-picture .ring {
      fill: none; stroke: var(--accent); stroke-width: 4; stroke-dasharray: 14 4;
    }
    """

  private static let tables = """
    .tables { display: flex; flex-wrap: wrap; gap: .4rem 2.4rem; align-items: flex-start; }
    .scroll { max-width: 100%; overflow-x: auto; padding: 3px; }
    table { border-collapse: collapse; margin: .5rem 0; }
    caption { text-align: left; font-weight: 600; padding-bottom: .2rem; white-space: nowrap; }
    th { font-weight: 400; text-align: left; }
    th, td { padding: .12rem .5rem .12rem 0; vertical-align: baseline; }
    thead th { color: var(--soft); font-size: .85rem; }
    tbody th { color: var(--soft); white-space: nowrap; }
    input[data-place] {
      font: inherit; font-variant-numeric: tabular-nums; width: 5.6rem; padding: .1rem .35rem;
      color: var(--ink); background: var(--paper); border: 1px solid var(--line);
      border-radius: 3px;
    }
    input[readonly] { border-color: transparent; padding-left: 0; background: none; }
    input.edited { border-color: var(--link); border-width: 2px; }
    input[aria-invalid="true"] {
      border: 2px dashed var(--wrong); text-decoration: underline wavy var(--wrong);
    }
    .problem { color: var(--wrong); font-weight: 600; }
    .problem:not(:empty)::before { content: "✗ "; }
    """

  private static let stepping = """
    .with-script { display: none; }
    .scripted .with-script { display: block; }
    .scripted .without-script { display: none; }
    nav h3 { font-size: .92rem; margin: .9rem 0 .2rem; }
    nav ol { list-style: none; margin: 0; padding: 0; columns: 8rem; }
    .scripted nav ol { columns: auto; }
    nav a {
      display: flex; gap: .6rem; padding: .12rem .4rem; text-decoration: none; color: inherit;
      border-left: 3px solid transparent;
    }
    nav a:hover { text-decoration: underline; }
    nav a .number { min-width: 2.3rem; }
    nav a[aria-current] {
      background: var(--tint); border-left-color: var(--link); font-weight: 600;
    }
    summary { cursor: pointer; }
    summary h2 { display: inline; font-size: 1.05rem; }
    .links { display: flex; justify-content: space-between; margin: .8rem 0; }
    .step { border-top: 1px solid var(--line); break-inside: avoid; }
    html:not(.scripted):has(.step:target) .step:not(:target) { display: none; }
    .stepping .step:not(.current), .stepping .group:not(.current) { display: none; }
    .stepping .group > h2, .stepping .group > .note { display: none; }
    .stepping .step { border-top: 0; }
    .stepping .links { display: none; }
    .controls.with-script { display: none; }
    .scripted .controls {
      display: grid; grid-template-columns: auto auto minmax(0, 1fr); gap: .3rem .6rem;
      align-items: center; border-bottom: 1px solid var(--line); padding-bottom: .5rem;
    }
    .slider { display: block; }
    .slider input { width: 100%; margin: 0; accent-color: var(--link); }
    #where, .keys { grid-column: 1 / -1; margin: 0; }
    button {
      font: inherit; color: var(--ink); background: var(--tint); border: 1px solid var(--soft);
      border-radius: 4px; padding: .25rem .8rem; cursor: pointer;
    }
    button:hover:not(:disabled) { border-color: var(--link); }
    button:disabled { color: var(--soft); border-style: dashed; cursor: default; }
    kbd {
      font: inherit; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em;
    }
    #given { border-top: 3px double var(--line); margin-top: 1.6rem; }
    #given h2 { margin-top: 1.2rem; }
    @media (min-width: 52.01rem) {
      .scripted body {
        display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); gap: 1.2rem 2rem;
      }
      .scripted header { grid-column: 1 / -1; }
      .scripted nav {
        position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem);
        overflow-y: auto;
      }
    }
    """

  private static let narrow = """
    @media (max-width: 52rem) {
      body { padding: 1.2rem .9rem 3rem; }
      nav { border: 1px solid var(--line); border-radius: 4px; padding: .4rem .6rem; margin: .8rem 0; }
      .scripted nav ol { columns: 8rem; }
      nav a { padding: .3rem .4rem; }
      .left { min-width: 2.6rem; }
      .letters-row, .numbers-row, .value-row { font-size: 1rem; }
    }
    """

  private static let paper = """
    @media print {
      @page { margin: 16mm 15mm 18mm; @bottom-center { content: counter(page); font: 9pt serif; } }
      :root {
        --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --tint: #fff;
        --link: #000; --wrong: #000;
      }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; font-size: 1rem; }
      .scripted body { display: block; }
      nav, .controls, .links, .keys, #reset, .scripted .with-script { display: none !important; }
      .step, .group, .stepping .group > h2 { display: block !important; }
      .equation { overflow: visible; }
      .stepped { max-height: 110mm; width: auto; min-width: 0; }
      .known { display: none; }
      .step { padding-top: .3rem; }
      input[data-place] { border: 0; padding-left: 0; }
      a { text-decoration: none; }
    }
    """
}
