// What is said about a derivation and its lines, in the same words everywhere.

import Deriving
import Notation

extension LineCheck {
  var mark: String { passed ? "✓" : "✗" }
}

extension CheckedDerivation {
  func checks(_ step: Step, _ kinds: LineCheck.Kind...) -> [LineCheck] {
    (checks[step.id] ?? []).filter { kinds.contains($0.kind) }
  }

  /// `13 lines, 24 checks, all passed`.
  package var countWords: String {
    guard checkCount > 0 else { return "\(counted(lineCount, "line")), not checked" }
    let wrong = derivation.lines.filter { !(checks[$0.id] ?? []).allSatisfy(\.passed) }.map(\.id)
    let result =
      wrong.isEmpty ? "all passed" : "not all passed: \(wrong.count == 1 ? "line" : "lines") "
    return "\(counted(lineCount, "line")), \(counted(checkCount, "check")), "
      + result + listed(wrong)
  }

  var mark: String { checkCount == 0 ? "–" : passed ? "✓" : "✗" }

  /// What is checked, with limits and no residuals: those differ between processors.
  ///
  /// - Parameter showsMarks: whether lines have marks like `= 7 ✓` that this explains.
  func meaning(showsMarks: Bool) -> String {
    func marked(_ mark: String) -> String { showsMarks ? " (\(mark))" : "" }
    let lines = derivation.lines
    let kinds = Set(checks.values.joined().map(\.kind))
    let limit = checks.values.joined().filter { $0.kind == .link }.map(\.limit).max() ?? 0
    let equal = lines.filter { !checks($0, .link).isEmpty }
    var parts: [String] = []
    if equal.contains(where: { linkedLine($0) != nil }) {
      parts.append(
        "each line equals " + (showsMarks ? "line n (=\u{A0}n\u{A0}✓)" : "the line before it"))
    }
    if equal.contains(where: { linkedLine($0) == nil }) {
      parts.append(
        (parts.isEmpty ? "both sides of each line" : "or both its sides") + " are equal"
          + marked("sides\u{A0}✓"))
    }
    var sentences: [String] = []
    if !parts.isEmpty {
      let size = showsMarks ? NumberText.limit(limit) : NumberText.power(limit)
      sentences.append(parts.joined(separator: ", ") + ", to \(size) of their size")
    }
    if kinds.contains(.measured) {
      let line = parts.isEmpty ? "each line" : "it"
      sentences.append(
        "\(line) agrees with difference quotients within their bound" + marked("measured\u{A0}✓"))
    }
    if kinds.contains(.replay) { sentences.append("the rules, used again, lead to it") }
    return sentences.joined(separator: "; ")
  }

  /// `✓ 31 lines, 87 checks, all passed: each line …`.
  var checkWords: String {
    let meaning = meaning(showsMarks: true)
    if meaning.isEmpty { return countWords }
    return countWords + (passed ? ": " : ". What is checked: ") + meaning
  }

  /// A sentence for each check that failed: only these say by how much.
  package func failureWords(_ step: Step) -> [String] {
    (checks[step.id] ?? []).filter { !$0.passed }.map { check in
      let places = "in \(counted(check.places, "place"))"
      let difference = NumberText.limit(check.largestDifference)
      let comparison = "by up to \(difference) > \(NumberText.limit(check.limit)), \(places)"
      switch check.kind {
      case .link:
        let other = linkedLine(step).map { "its left side or line \($0)" } ?? "its left side"
        return "✗ differs from \(other) \(comparison)"
      case .measured: return "✗ differs from what differences measure \(comparison)"
      case .replay: return "✗ its rules, used again one by one, do not lead here"
      case .condition: return "✗ holds without its condition, \(places)"
      }
    }
  }
}

extension CheckedDerivation {
  /// Smaller steps stand further in.
  func indent(_ step: Step) -> Int { step.id.contains { !$0.isNumber } ? 2 : 0 }

  /// `= 7 ✓` where a line goes on from another; `sides ✓` where it stands by itself; or nothing.
  ///
  /// The rules that lead to a line, used again, count here too.
  package func linkMark(_ step: Step) -> String {
    let links = checks(step, .link, .replay)
    if links.isEmpty { return "" }
    let words = linkedLine(step).map { "= \($0)" } ?? "sides"
    return words + " " + (links.allSatisfy(\.passed) ? "✓" : "✗")
  }

  /// The line before, if it has the same left side, so that the right sides are compared too, or if
  /// the line says the same with whole vectors or matrices.
  func linkedLine(_ step: Step) -> String? {
    guard let id = step.previous, let line = derivation.line(id),
      line.equation.left == step.equation.left || step.isWhole
    else { return nil }
    return id
  }

  /// `measured ✓`, or nothing.
  package func measuredMark(_ step: Step) -> String {
    checks(step, .measured).map { "measured \($0.mark)" }.joined(separator: " ")
  }
}

extension Instance {
  /// Its name with the minus of paper: sizes, 3-4-2, keep their hyphens.
  package var nameOnPaper: String { name.replacing("= -", with: "= −") }
}

extension Step {
  /// Whether it is a line of vectors or matrices.
  var isWhole: Bool { if case .matrix = equation.left { true } else { false } }
}

// MARK: - The networks

extension CheckedDerivation {
  /// The networks or points that the lines were evaluated on, each name once.
  var instanceWords: String {
    derivation.instances.map(\.nameOnPaper)
      .reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }.joined(separator: "; ")
  }

  /// What the instances are: their names begin with sizes, 3-4-2, or not.
  package var instanceNoun: String {
    derivation.instances.allSatisfy { $0.name.prefixMatch(of: /\d+(-\d+)+/) != nil }
      ? "network" : "point"
  }
}
