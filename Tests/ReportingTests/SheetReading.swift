// Lines and notes of a printed sheet, read from its text alone.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A line as it is printed: the left side, and what stands between the signs of equality.
struct ReadLine {
  let id: String
  let left: String
  let stages: [String]

  init(id: String, left: String, stages: [String]) {
    (self.id, self.left, self.stages) = (id, left.trimmed, stages.map(\.trimmed))
  }

  /// From an equation in the form that `SheetArithmetic` reads.
  init(id: String, _ equation: String) {
    let sides = Self.sides(equation)
    self.init(id: id, left: sides[0], stages: Array(sides.dropFirst()))
  }

  /// Splits at = and :=, but not within brackets.
  static func sides(_ equation: String) -> [String] {
    var depth = 0
    var sides = [""]
    for character in equation {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if character == "=", depth == 0 {
        if sides[sides.count - 1].last == ":" { sides[sides.count - 1].removeLast() }
        sides.append("")
      } else {
        sides[sides.count - 1].append(character)
      }
    }
    return sides
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

// MARK: - Markdown and LaTeX

enum SheetReading {
  static func markdown(_ text: String) -> [ReadLine] {
    text.components(separatedBy: "<a id=\"").dropFirst().map { part in
      let id = part.components(separatedBy: "\"")[0]
      let formula =
        part.contains("**\(id)** $`")
        ? part.everything(between: "$`", and: "`$")[0]
        : part.everything(between: "```math\n", and: "\n```")[0]
      return ReadLine(id: id, plain(formula))
    }
  }

  static func latex(_ text: String) -> [ReadLine] {
    var lines: [(id: String, left: String, right: String)] = []
    for row in text.components(separatedBy: "\n") where row.hasPrefix("\\sheetline{") {
      let groups = groups(row.dropFirst("\\sheetline".count))
      if groups[0].isEmpty {
        lines[lines.count - 1].right += " \\\\ " + groups[2]
      } else {
        lines.append((groups[0], groups[1], groups[2]))
      }
    }
    return lines.map { ReadLine(id: $0.id, plain($0.left + $0.right)) }
  }

  /// The groups in braces that a text consists of.
  private static func groups(_ text: Substring) -> [String] {
    var groups: [String] = []
    var depth = 0
    for character in text {
      if character == "}" { depth -= 1 }
      if depth > 0 { groups[groups.count - 1].append(character) }
      if character == "{" {
        if depth == 0 { groups.append("") }
        depth += 1
      }
    }
    return groups
  }

  /// LaTeX as arithmetic: fractions with /, groups in parentheses.
  static func plain(_ latex: String) -> String {
    let words = [
      "\\begin{aligned}": "", "\\end{aligned}": "", "\\quad": "", "{}": "", "\\left(": "(",
      "\\right)": ")", "\\bigl(": "(", "\\bigr)": ")", "\\cdot": "*", "\\,": " ", "\\\\": " ",
      "&": "", "\\log": " log ", "\\max": " max ", "\\tanh": " tanh ", "\\ge": "≥", "\n": " ",
      "\\underline{\\hspace{6em}}": " blank ",
    ]
    var text = words.keys.sorted { $0.count > $1.count }.reduce(latex) {
      $0.replacing($1, with: words[$1]!)
    }
    while let start = text.range(of: "\\frac{", options: .backwards) {
      let parts = groups(text[text.index(before: start.upperBound)...])
      let length = parts[0].count + parts[1].count + 4
      let end = text.index(start.upperBound, offsetBy: length - 1)
      text.replaceSubrange(start.lowerBound..<end, with: "((\(parts[0]))/(\(parts[1])))")
    }
    return text.replacing("{", with: "(").replacing("}", with: ")")
  }

  // MARK: - JSON

  static func json(_ text: String) throws -> [ReadLine] {
    try sheets(text).flatMap { try json(lines: $0) }
  }

  /// 10⁻⁴ as 10^(−4).
  private static func lowered(_ text: String) -> String {
    let digits: [Character] = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return text.replacing(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/) { power in
      let lowered = power.0.map { digits.firstIndex(of: $0).map(String.init) ?? "-" }
      return "^(\(lowered.joined()))"
    }
  }

  static func sheets(_ text: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return object?["sheets"] as? [[String: Any]] ?? []
  }

  private static func json(lines sheet: [String: Any]) throws -> [ReadLine] {
    (sheet["lines"] as? [[String: Any]] ?? []).map { line in
      let stages = ["formula", "numbers", "printed"].compactMap { line[$0] as? String }
      let value = stages.last.map { $0.replacing("e", with: " * 10^") } ?? ""
      return ReadLine(
        id: line["id"] as? String ?? "", left: line["symbol"] as? String ?? "",
        stages: stages.dropLast().map(lowered) + [value])
    }
  }

  // MARK: - Notes

  /// What "F10 the printed numbers give −1.2025" says, by the line.
  static func notes(_ text: String) -> [String: Double] {
    let lines = text.split(separator: "\n").filter { $0.contains("the printed numbers give") }
    let plain = lines.joined(separator: "\n").replacing(
      /<[a-z\/][^>]*>|\\textbf|\\quad|[*{}$\\:]/, with: " "
    )
    .replacing("−", with: "-")
    let pattern = /([FBUAP]\d+)\s+the printed numbers give\s+(-?\s*[0-9.]+)(e-?\d+)?/
    return plain.matches(of: pattern).reduce(into: [:]) { notes, match in
      let number = match.2.filter { $0 != " " } + (match.3 ?? "")
      notes[String(match.1)] = Double(number)
    }
  }
}
