// What the logarithms of a cost need of an output, and which hypothesis does not keep it.

public import Notation

extension Cost {
  /// Something that a part of a cost needs of the output h.
  public struct Need: Hashable, Sendable {
    /// log h_k or log(1 − h_k).
    public let part: Expression
    /// `log h needs h > 0`.
    public let words: String
  }

  /// What logarithms need.
  public static let needs = [
    Need(part: .log(.hk), words: "log h needs h > 0"),
    Need(part: .log(1 - .hk), words: "log(1 − h) needs h < 1"),
  ]

  /// The needs that values of the hypothesis do not keep; none where the cost is defined for it.
  public func unmetNeeds(by hypothesis: Hypothesis, outputs: Int) -> [Need] {
    guard let range = hypothesis.range(outputs: outputs) else { return [] }
    return Self.needs.filter { need in
      slopes.keys.contains(need.part)
        && need.part.range(where: [Letter("h", node: .k): range]) == nil
    }
  }
}

extension ValueRange {
  /// `between −1 and 1`, `from 0 upwards`, `of any size`.
  public var words: String {
    func number(_ x: Double) -> String {
      let size = x.magnitude == x.magnitude.rounded() ? String(Int(x.magnitude)) : "\(x.magnitude)"
      return x < 0 ? "−" + size : size
    }
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return "of any size"
    case (true, false):
      return includesLower ? "from \(number(lower)) upwards" : "above \(number(lower))"
    case (false, true): return includesUpper ? "up to \(number(upper))" : "below \(number(upper))"
    case (true, true):
      return includesLower || includesUpper
        ? "from \(number(lower)) to \(number(upper))"
        : "between \(number(lower)) and \(number(upper))"
    }
  }
}
