// Mistakes that several rules can be broken by.

import Notation

extension Rule.Mistake {
  /// A mistake that changes what came out, whatever was there before.
  static func dropping(_ name: String, _ advice: String, term position: Int) -> Rule.Mistake {
    Rule.Mistake(name: name, advice: advice) { _, after, _ in
      let terms = after.terms
      guard terms.count > position else { return nil }
      return .sum(of: terms.enumerated().filter { $0.offset != position }.map(\.element))
    }
  }

  /// The result with the other sign.
  static let wrongSign = Rule.Mistake(
    name: "the sign is lost", advice: "Write the minus in front before anything else."
  ) { _, after, _ in after == 0 ? nil : after.negated }

  static let withoutInnerDerivative = Rule.Mistake(
    name: "the inner derivative is left out",
    advice: "Where the argument depends on x itself, its derivative is a factor."
  ) { _, after, _ in
    guard case .product(let factors) = after else { return nil }
    let left = factors.filter {
      if case .partial = $0 { false } else { true }
    }
    return left.count < factors.count && !left.isEmpty ? .product(of: left) : nil
  }
}
