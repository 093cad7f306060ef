// Lines of a sheet, read from the MathML of its page.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a page.
final class PageElement {
  let name: String
  let attributes: [String: String]
  var children: [PageElement] = []
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// Every element inside that is accepted, in order.
  func all(_ isAccepted: (PageElement) -> Bool) -> [PageElement] {
    children.flatMap { (isAccepted($0) ? [$0] : []) + $0.all(isAccepted) }
  }

  /// The element as arithmetic.
  var arithmetic: String {
    switch name {
    case "annotation", "mphantom": ""
    case "mspace": attributes["class"] == "blank" ? " blank " : " "
    case "mo": " \(text.replacing("\u{2062}", with: "*").replacing("\u{2061}", with: " ")) "
    case "mi", "mn", "mtext": text + " "
    case "mfrac": "((\(children[0].arithmetic))/(\(children[1].arithmetic)))"
    case "msup": "\(children[0].arithmetic)^(\(children[1].arithmetic))"
    case "msub": "\(children[0].arithmetic)_(\(children[1].arithmetic))"
    case "msubsup":
      "\(children[0].arithmetic)_(\(children[1].arithmetic))^(\(children[2].arithmetic))"
    default: children.map(\.arithmetic).joined()
    }
  }
}

/// Reads a page as the XML that it is.
final class PageReader: NSObject, XMLParserDelegate {
  private var open = [PageElement("", [:])]

  static func read(_ page: String) -> PageElement {
    let reader = PageReader()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = reader
    _ = parser.parse()
    return reader.open[0]
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = PageElement(name, attributes)
    open[open.count - 1].children.append(element)
    open.append(element)
  }

  func parser(
    _: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  func parser(_: XMLParser, foundCharacters string: String) { open[open.count - 1].text += string }
}

extension SheetReading {
  static func html(_ page: String) -> [ReadLine] {
    let items = PageReader.read(page).all { $0.name == "li" && $0.attributes["id"] != nil }
    return items.map { item in
      let sides = ["left", "right"].map { side in
        item.all { $0.attributes["class"] == side }[0].arithmetic
      }
      return ReadLine(id: item.attributes["id"]!, sides.joined())
    }
  }
}
