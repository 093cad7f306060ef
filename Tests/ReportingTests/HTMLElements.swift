// The elements of a page, to see whether they are balanced and what they are.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct HTMLElements {
  /// In the order in which they are opened.
  private(set) var names: [String] = []
  private(set) var isBalanced = true

  init(_ markup: String) {
    var open: [String] = []
    for tag in markup.split(separator: "<").dropFirst(markup.hasPrefix("<") ? 0 : 1) {
      if tag.hasPrefix("!") { continue }
      let name = String(
        tag.dropFirst(tag.hasPrefix("/") ? 1 : 0).prefix { $0.isLetter || $0.isNumber })
      if tag.hasPrefix("/") {
        if open.popLast() != name { isBalanced = false }
      } else {
        names.append(name)
        if tag.prefix(while: { $0 != ">" }).last != "/" { open.append(name) }
      }
    }
    if !open.isEmpty { isBalanced = false }
  }

  /// Whether a page is well-formed XML too.
  static func isXML(_ page: String) -> Bool { XMLParser(data: Data(page.utf8)).parse() }
}

extension String {
  /// What stands between two strings, each time it does.
  func everything(between start: String, and end: String) -> [String] {
    components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
  }
}
