// Where in a JSON text something stands: for people, as a path and as a line.

/// The place of a value in a JSON text.
public struct JSONPlace: Hashable, Sendable {
  /// How the value is reached from the whole: `weights[0][1]`; empty for the whole.
  public let path: String
  /// Line and column, both from 1; columns count Unicode characters.
  public let line: Int
  public let column: Int

  package init(path: String, line: Int, column: Int) {
    (self.path, self.line, self.column) = (path, line, column)
  }
}

/// One step of a path.
enum JSONStep {
  case index(Int)
  case key(String)
}

extension JSONPlace {
  init(steps: [JSONStep], offset: Int, in bytes: [UInt8]) {
    var path = ""
    for step in steps {
      switch step {
      case .index(let n): path += "[\(n)]"
      case .key(let key) where key.isPlainKey: path += (path.isEmpty ? "" : ".") + key
      case .key(let key): path += "[\(Quoted.text(key, limit: 24))]"
      }
    }
    self.path = Quoted.abridged(path, limit: 80)
    (line, column) = JSONText.position(of: offset, in: bytes)
  }
}

extension JSONValue {
  /// Where the value stands.
  /// - Complexity: O(text): it is counted when it is asked for, which is when something is wrong.
  package var place: JSONPlace {
    let entries = document.entries
    var steps: [JSONStep] = []
    var container = 0
    search: while container != index {
      let isObject = entries[container].kind == .object
      var child = container + 1
      for n in 0... {
        let value = isObject ? child + 1 : child
        let end = document.end(of: value)
        if index < end {
          steps.append(isObject ? .key(document.string(at: child)) : .index(n))
          if index < value { break search }
          container = value
          continue search
        }
        child = end
      }
    }
    return JSONPlace(
      steps: steps, offset: Int(entries[index].offset), in: document.bytes)
  }
}

extension String {
  fileprivate var isPlainKey: Bool {
    !isEmpty && utf8.count <= 24 && utf8.allSatisfy { $0.continuesWord && $0 != UInt8(ascii: ".") }
  }
}
