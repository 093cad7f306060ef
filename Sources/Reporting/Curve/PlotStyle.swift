// The style of plots: light and dark, by itself readable on both.

enum PlotStyle {
  /// The style sheet of a picture with two lines.
  ///
  /// One of the lines is dashed, so that nothing is said by colour alone.
  ///
  /// - Parameters:
  ///   - picture: the class of the picture, with which every rule begins.
  ///   - lines: the classes of the two lines.
  ///   - dashed: which of them is dashed.
  static func sheet(
    of picture: String, lines: (first: String, second: String), dashed: String
  ) -> String {
    let root = ".\(picture)"
    let (first, second) = lines
    func line(_ name: String, _ color: String) -> String {
      "\(root) .\(name){stroke:\(color);stroke:var(--\(name))"
        + (name == dashed ? ";stroke-dasharray:7 4}" : "}")
    }
    return [
      "\(root){color:#1f2328;--page:#fff;--\(first):#0969da;--\(second):#bc4c00}",
      "@media(prefers-color-scheme:dark){\(root){color:#e6edf3;--page:#0d1117;--\(first):#58a6ff;",
      "--\(second):#f0883e}}",
      "\(root) text{fill:currentColor;font:13px system-ui,\"Helvetica Neue\",Arial,sans-serif}",
      "\(root) .title{font-size:16px;font-weight:600}",
      "\(root) .middle{text-anchor:middle}\(root) .end{text-anchor:end}",
      "\(root) .page{fill:#fff;fill:var(--page)}",
      "\(root) .axis{stroke:currentColor;stroke-width:1}",
      "\(root) .grid{stroke:currentColor;stroke-opacity:.12}",
      "\(root) .used{stroke:currentColor;stroke-opacity:.6;stroke-dasharray:3 4}",
      "\(root) .\(first),\(root) .\(second){fill:none;stroke-width:2}",
      line(first, "#0969da"), line(second, "#bc4c00"),
      "\(root) .dot{fill:currentColor}",
      "\(root) .ring{fill:#fff;fill:var(--page);stroke:currentColor;stroke-width:1.5}",
      "\(root) .spread{stroke:currentColor;stroke-opacity:.55;stroke-width:1.5}",
      "\(root) .small{font-size:10px}",
      "\(root) .halo{paint-order:stroke;stroke:#fff;stroke:var(--page);stroke-width:5px;",
      "stroke-linejoin:round}",
    ].joined()
  }

  /// A picture with its title, its words, its style and its page.
  static func picture(
    _ name: String, title: String, words: String, lines: (first: String, second: String),
    dashed: String
  ) -> SVGPicture {
    var picture = SVGPicture(style: name)
    picture.add("<title>\(escapedForSVG(title))</title>")
    picture.add("<desc>\(escapedForSVG(words))</desc>")
    picture.add("<style>\(sheet(of: name, lines: lines, dashed: dashed))</style>")
    picture.add(#"<rect class="page" width="720" height="460"/>"#)
    return picture
  }
}
