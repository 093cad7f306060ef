// Strings and numbers as JSON writes them: RFC 8259.

extension String {
  /// Appends a string in quotation marks; what a terminal or a script would obey is escaped.
  package mutating func append(quoted string: String) {
    self += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": self += "\\\""
      case "\\": self += "\\\\"
      case "\n": self += "\\n"
      case "\r": self += "\\r"
      case "\t": self += "\\t"
      case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: unicodeScalars.append(scalar)
      }
    }
    self += "\""
  }

  /// Appends the shortest decimal that reads back as the same number: 0.1, 3, -0, 1e+20.
  ///
  /// - Precondition: the number is finite; JSON has no word for others.
  mutating func append(number: Double) {
    precondition(number.isFinite, "a network file cannot hold \(number)")
    number.write(to: &self)
    if utf8.suffix(2).elementsEqual(".0".utf8) { unicodeScalars.removeLast(2) }
  }

  /// Appends a list of numbers on one line.
  mutating func append(numbers: some Sequence<Double>) {
    self += "["
    var isFirst = true
    for number in numbers {
      if !isFirst { self += ", " }
      isFirst = false
      append(number: number)
    }
    self += "]"
  }
}
