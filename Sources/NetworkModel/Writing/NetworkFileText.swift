// The text of a network file, member after member.

import Numbers

/// A JSON object in the making: a member a line, a row of weights a line.
struct NetworkFileText {
  private var text = "{"
  /// How many objects the next member is in.
  private var depth = 1
  private var isFirst = true

  private func indent(_ more: Int = 0) -> String {
    "\n" + String(repeating: "  ", count: depth + more)
  }

  /// A member whose value is appended.
  mutating func member(_ key: String, _ appendValue: (inout String) -> Void) {
    if !isFirst { text += "," }
    isFirst = false
    text += indent()
    text.append(quoted: key)
    text += ": "
    appendValue(&text)
  }

  /// A member that is an object.
  mutating func object(_ key: String, _ appendMembers: (inout NetworkFileText) -> Void) {
    member(key) { $0 += "{" }
    depth += 1
    isFirst = true
    appendMembers(&self)
    depth -= 1
    isFirst = false
    text += indent() + "}"
  }

  /// A member that is a list with a line for each element.
  mutating func member<Element>(
    _ key: String, lines elements: [Element], _ append: (Element, inout String) -> Void
  ) {
    let (inner, outer) = (indent(1), indent())
    member(key) { text in
      text += "["
      for (position, element) in elements.enumerated() {
        text += position == 0 ? inner : "," + inner
        append(element, &text)
      }
      text += outer + "]"
    }
  }

  /// The whole, with a line break at its end.
  consuming func end() -> String { text + "\n}\n" }
}

// MARK: - Parameters and examples

extension NetworkFileText {
  /// "weights" and "biases".
  mutating func members(of parameters: Parameters<Double>) {
    let (row, matrix) = (indent(2), indent(1))
    member("weights", lines: parameters.weights.elements) { W, text in
      for i in 1...W.rows {
        text += i == 1 ? "[" : ","
        text += row
        text.append(numbers: W.entries[W.range(ofRow: i)])
      }
      text += matrix + "]"
    }
    member("biases", lines: parameters.biases.elements) { $1.append(numbers: $0) }
  }

  /// Examples with their x and y.
  mutating func member(_ key: String, _ batch: Batch) {
    member(key, lines: Array(1...batch.count)) { m, text in
      text += "{ \"x\": "
      text.append(numbers: (1...batch.inputs.rows).lazy.map { batch.inputs[$0, m] })
      text += ", \"y\": "
      text.append(numbers: (1...batch.targets.rows).lazy.map { batch.targets[$0, m] })
      text += " }"
    }
  }
}

// MARK: - Functions

extension NetworkFileText {
  mutating func member(_ key: String, functions: [Activation]) {
    member(key) { text in
      text += "["
      for (position, function) in functions.enumerated() {
        if position > 0 { text += ", " }
        text.append(function: function)
      }
      text += "]"
    }
  }

  mutating func member(_ key: String, _ penalty: Penalty) {
    member(key) { text in
      text += "{ \"l2\": "
      text.append(number: penalty.l2)
      text += ", \"l1\": "
      text.append(number: penalty.l1)
      text += " }"
    }
  }
}

extension String {
  /// The name of a function, or an object with its name and its parameter.
  mutating func append(function: some ParametricFunction) {
    guard let parameter = function.parameter else { return append(quoted: function.name) }
    self += "{ \"name\": "
    append(quoted: function.name)
    self += ", "
    append(quoted: parameter.name)
    self += ": "
    append(number: parameter.value)
    self += " }"
  }
}
