// What a check of a function's gradient found, in words: the text of a failing test.

public import Nabla

extension FunctionReport {
  /// Several lines: how many entries are not right, the worst of them, how it was measured, what could
  /// have been seen.
  public var text: String {
    if let trouble { return trouble.text }
    var lines = [headline]
    lines += place.map { Self.row($0.label, $0.text) }
    if let ratio = commonRatio {
      lines.append(
        Self.row("ratio", "every wrong entry is \(NumberText.text(ratio)) times its slope"))
    }
    if verdict != .right { lines.append(Self.row("entries", entryList)) }
    lines.append(Self.row("certainty", certainty))
    return lines.joined(separator: "\n")
  }

  /// What to say where the check did not find what it planted itself.
  var selfTestWords: String {
    "the check is broken, not your gradient: it planted \(selfTest.plants) errors of "
      + "\(NumberText.limit(selfTest.planted)) and found \(selfTest.caught)"
  }

  private var headline: String {
    let count = entries.count(where: { $0.verdict == verdict })
    switch verdict {
    case .right: return "✓ the claimed gradient is right in all of \(entries.count) entries"
    case .wrong:
      return "✘ the claimed gradient is wrong in \(count) of \(entries.count) entries"
    case .cannotTell:
      return "? \(count) of \(entries.count) entries cannot be told right or wrong"
    }
  }

  /// The entry to look at first: among those of the verdict, the one with the largest difference beyond
  /// its bound.
  public var worst: FunctionEntry? {
    entries.filter { $0.verdict == verdict }.max { a, b in
      a.comparison.difference - a.comparison.bound < b.comparison.difference - b.comparison.bound
    }
  }

  private var place: [(label: String, text: String)] {
    guard let worst else { return [] }
    return [
      ("worst entry", worst.numbers), ("measured by", worst.method),
    ] + (worst.reason.map { [("because", $0)] } ?? [])
  }

  /// How often claimed is measured, if that is the same at every wrong entry and no accident.
  private var commonRatio: Double? {
    let wrong = entries.filter { $0.verdict == .wrong }
    guard wrong.count > 1, let first = wrong.first?.ratio else { return nil }
    let isCommon = wrong.allSatisfy { entry in
      guard let ratio = entry.ratio else { return false }
      return (ratio - first).magnitude <= 1e-6 * first.magnitude
    }
    return isCommon ? first : nil
  }

  private var entryList: String {
    let names = entries.lazy.filter { $0.verdict == verdict }.map(\.name)
    let shown = names.prefix(8).joined(separator: ", ")
    return shown + (names.count > 8 ? ", … (\(names.count) in all)" : "")
  }

  private var certainty: String {
    guard let size = smallestDetectableError else {
      return "no entry is known well enough to be called right"
    }
    return "in an entry that is right, an error of \(NumberText.limit(size)) would have been found"
  }

  private static func row(_ label: String, _ text: String) -> String {
    "  " + label + String(repeating: " ", count: max(1, 14 - label.count)) + text
  }
}

extension FunctionEntry {
  /// `x[3]`, counted from 0 as Swift counts.
  public var name: String { "x[\(index)]" }

  /// claimed / measured, where the measured slope is not 0 within its bound.
  public var ratio: Double? {
    comparison.measured.magnitude > comparison.bound
      ? comparison.claimed / comparison.measured : nil
  }

  fileprivate var numbers: String {
    let (claim, measure) = NumberText.pair(comparison.claimed, comparison.measured)
    let bound = comparison.bound.isFinite ? " ± \(NumberText.limit(comparison.bound))" : ""
    let ratio = ratio.map { "   ratio \(NumberText.pair($0, 1).0)" } ?? ""
    return "\(name)   claimed \(claim)   measured \(measure)\(bound)\(ratio)"
  }

  fileprivate var method: String {
    let measurement = comparison.measurement
    let sides = side.map { ", to the \($0.rawValue): there are no values on the other side" } ?? ""
    let step = measurement.step.map { ", h = \(NumberText.step($0))" } ?? ""
    return "\(measurement.method.name) differences\(step)\(sides)"
  }

  fileprivate var reason: String? {
    if let kink {
      let (left, right) = NumberText.pair(kink.left, kink.right)
      let slopes = "a kink: the slope is \(left) to the left and \(right) to the right of it"
      return slopes + ", and the claim " + place(of: comparison.claimed, at: kink)
    }
    switch comparison.reason {
    case nil: return nil
    case .notFinite: return "the function gives no finite number around the point"
    case .doesNotSettle: return "the differences do not settle down, however small the step"
    case .boundTooLarge:
      return "the function is too rough here: the slope is known only to ± "
        + NumberText.limit(comparison.bound)
    }
  }

  /// Where a claim lies; it is one of the slopes where it is written like one, for these are measured.
  private func place(of claimed: Double, at kink: FunctionKink) -> String {
    let claim = NumberText.text(claimed)
    if [kink.left, kink.right].contains(where: { NumberText.text($0) == claim }) {
      return "is one of them"
    }
    return kink.admits(claimed) ? "lies between" : "lies outside; there is no derivative"
  }
}

extension FunctionTrouble {
  /// One line: what was found, and what was needed.
  public var text: String {
    switch self {
    case .counts(let claimed, let point):
      "✘ the claim has \(claimed) numbers, and the point has \(point): one slope for each is needed"
    case .claimNotFinite(let index, let value):
      "✘ the claim's entry \(index) is \(value): nothing can be compared with that"
    case .pointNotFinite(let index, let value):
      "✘ the point's entry \(index) is \(value): there is no slope at that"
    case .valueNotFinite(let value):
      "✘ the function is \(value) at the point: there is no slope where there is no value"
    case .notRepeatable(let first, let second):
      "✘ the function gives \(first), and for the same numbers \(second): its slope cannot be "
        + "measured while it keeps state or draws random numbers"
    }
  }
}
