// The screen: a heading, the page as far as it fits, and the keys.

import Reporting

extension Stepper {
  /// What a terminal of this size shows.
  public func screen(in window: Window) -> Screen {
    let page = page(pageStyle(in: window))
    let height = bodyHeight(in: window)
    let scroll = min(self.scroll, max(0, page.count - height))
    let rest = page.count - scroll - height
    var body = Array(page.dropFirst(scroll).prefix(height))
    body += Array(repeating: "", count: height - body.count)
    if hasMap(window) { body = besideMap(body, in: window) }
    let edge = Edge(style: window.style, width: min(window.columns, window.style.width))
    let header = header(edge).prefix(headerHeight(in: window))
    let footer = footer(edge, above: scroll, below: max(0, rest))
    let shown = footerHeight(in: window)
    // A small window keeps what answers: the line in which something is said or typed.
    let kept = shown == 3 ? footer : shown == 0 ? [] : [footer[1]]
    let lines = (header + body + kept).map { $0.clipped(to: window.columns) }
    var cursor: Screen.Cursor?
    if prompt != nil, shown > 0 {
      cursor = Screen.Cursor(
        row: lines.count - (shown == 3 ? 2 : 1),
        column: min(window.columns - 1, typed(edge).displayWidth))
    }
    return Screen(lines: lines, cursor: cursor)
  }

  // MARK: - Heights

  func headerHeight(in window: Window) -> Int { window.rows >= 10 ? 2 : window.rows >= 5 ? 1 : 0 }
  func footerHeight(in window: Window) -> Int { window.rows >= 8 ? 3 : window.rows >= 2 ? 1 : 0 }

  /// How many rows there are for the page.
  func bodyHeight(in window: Window) -> Int {
    window.rows - headerHeight(in: window) - footerHeight(in: window)
  }

  /// How far the page can be moved up.
  func mostScroll(in window: Window) -> Int {
    max(0, page(pageStyle(in: window)).count - bodyHeight(in: window))
  }
}
