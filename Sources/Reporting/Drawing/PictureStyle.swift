// The style that all drawings share: light and dark, on a screen and on paper.

/// The style sheet of the pictures of networks, neurons and functions.
///
/// Nothing is said by colour alone: a derivative is dashed, a negative weight dotted, an active path
/// thick. What older viewers do not know (`var`) stands behind a value that they do.
public enum PictureStyle {
  /// The rules; all begin with the class `nabla-picture`.
  public static let sheet = rules.map { rule in
    rule.hasPrefix("@") || rule.hasPrefix("}") ? rule : ".nabla-picture\(rule)"
  }.joined()

  private static let rules = [
    "{color:#1f2328;--page:#fff;--accent:#0550ae;--second:#a33d00}",
    "@media screen and (prefers-color-scheme:dark){.nabla-picture{color:#e6edf3;--page:#0d1117;"
      + "--accent:#79c0ff;--second:#ffa657}",
    "}",
    #" text{fill:currentColor;font:13px "STIX Two Text","Times New Roman",Times,"#
      + #""Liberation Serif",serif}"#,
    " .letter{font-style:italic;font-size:16px}",
    " .small{font-size:11px}",
    " .title{font-size:17px;font-weight:600}",
    " .large{font-size:26px}",
    " .strong{font-weight:600;font-size:14px}",
    " .middle{text-anchor:middle}",
    " .end{text-anchor:end}",
    " .sheet,\(root) .plate{fill:#fff;fill:var(--page)}",
    " .circle,\(root) .box{fill:#fff;fill:var(--page);stroke:currentColor;stroke-width:1.6}",
    " .dot,\(root) .head{fill:currentColor}",
    " .arrow,\(root) .axis{stroke:currentColor;stroke-width:1.2;fill:none}",
    " .edge{stroke:currentColor;stroke-opacity:.75}",
    " .negative{stroke-dasharray:1.5 4}",
    " .thick{stroke-width:3}",
    " .active.edge{stroke:#0550ae;stroke:var(--accent);stroke-opacity:1;stroke-width:4;"
      + "stroke-dasharray:14 4}",
    " .active.negative{stroke-dasharray:14 4 2 4}",
    " .active .circle{stroke:#0550ae;stroke:var(--accent);stroke-width:4;stroke-dasharray:14 4}",
    ".has-path .edge:not(.active):not(.sample){stroke-opacity:.28}",
    ".has-path .node:not(.active) .circle{stroke-opacity:.4}",
    " .grid{stroke:currentColor;stroke-opacity:.13}",
    " .function,\(root) .slope{fill:none;stroke-width:2.6;stroke-linejoin:round}",
    " .function{stroke:#0550ae;stroke:var(--accent)}",
    " .slope{stroke:#a33d00;stroke:var(--second);stroke-dasharray:8 5}",
    " .kink{stroke:currentColor;stroke-opacity:.55;stroke-dasharray:2 4}",
    " .filled{fill:currentColor;stroke:currentColor;stroke-width:1.5}",
    " .open{fill:#fff;fill:var(--page);stroke:currentColor;stroke-width:1.5}",
  ]

  private static let root = ".nabla-picture"

  /// A picture with its title, its words and, where it stands alone, its page.
  static func picture(
    prefix: String, width: Double, height: Double, style: String = "", title: String,
    description: String, isAlone: Bool, hasStyle: Bool
  ) -> SVGPicture {
    let (w, h) = (Int(width.rounded(.up)), Int(height.rounded(.up)))
    var picture = SVGPicture(
      style: ["nabla-picture", style].filter { !$0.isEmpty }.joined(separator: " "), width: w,
      height: h,
      attributes: #" id="\#(prefix)" aria-labelledby="\#(prefix)-title \#(prefix)-words""#
        // As large as it is drawn where there is room, else as wide as the room.
        + #" width="\#(w)" height="\#(h)" style="max-width:100%;height:auto""#)
    picture.add(#"<title id="\#(prefix)-title">\#(escapedForSVG(title))</title>"#)
    picture.add(#"<desc id="\#(prefix)-words">\#(escapedForSVG(description))</desc>"#)
    if hasStyle { picture.add("<style>\(sheet)\(isAlone ? alone : "")</style>") }
    if isAlone { picture.add(#"<rect class="sheet" width="\#(w)" height="\#(h)"/>"#) }
    return picture
  }

  /// Around a picture that is wider than high a browser shows its own page, which is to be as dark.
  private static let alone =
    ":root{background:#fff}@media screen and (prefers-color-scheme:dark){:root{background:#0d1117}}"
}

extension SVGPicture {
  /// A line with a head at its end.
  mutating func arrow(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    let (Δx, Δy) = (x2 - x1, y2 - y1)
    let length = (Δx * Δx + Δy * Δy).squareRoot()
    let (u, v) = (Δx / length, Δy / length)
    line(x1, y1, x2 - 6 * u, y2 - 6 * v, "arrow")
    let points = [
      (x2, y2), (x2 - 9 * u - 3.5 * v, y2 - 9 * v + 3.5 * u),
      (x2 - 9 * u + 3.5 * v, y2 - 9 * v - 3.5 * u),
    ].map { "\(short($0.0)),\(short($0.1))" }.joined(separator: " ")
    add(#"<polygon class="head" points="\#(points)"/>"#)
  }
}
