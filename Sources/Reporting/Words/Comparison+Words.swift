// A claimed derivative beside the measured one, in words.

import GradientChecking
import NetworkModel

extension Comparison {
  /// The derivative, both numbers and which is which, the scheme and its step, the bound.
  ///
  ///     ∂J/∂w_31^(2)  claimed 0.0345123  measured 0.0349771 (central, h = 6.1e-6)
  ///       off by 4.6e-4 > 3.1e-10
  func pieces(_ markup: Markup) -> [String] {
    let (claim, measure) = numbers
    return [
      coordinate.derivativeSymbol(markup), "claimed \(claim)",
      "measured \(measure) (\(measurement.schemeAndStep))", offBy,
    ]
  }

  /// Both numbers: with six digits where they agree within the bound, for more would only show the
  /// roundings; else with as many as tell them apart.
  var numbers: (claimed: String, measured: String) {
    verdict == .right
      ? (NumberText.text(claimed), NumberText.text(measured))
      : NumberText.pair(claimed, measured)
  }

  /// `off by 4.6e-4 > 3.1e-10`: the difference against the largest that a right claim can have.
  var offBy: String {
    let (d, e) = NumberText.pair(difference, bound, digits: 2)
    return "off by \(d) \(difference <= bound ? "≤" : ">") \(e)"
  }

  /// Why the check cannot tell.
  var reasonWords: String? {
    guard let reason else { return nil }
    switch reason {
    case .notFinite:
      return measured.isFinite
        ? "the claim is not a finite number" : "the cost around it gives no finite number"
    case .doesNotSettle:
      return "the differences do not settle down, however small the step: the cost changes too fast"
    case .boundTooLarge:
      return "known only to ± \(NumberText.limit(bound)), too coarse to judge "
        + NumberText.text(claimed, digits: 2)
    }
  }
}

extension Measurement {
  /// `central, h = 6.1e-6`.
  var schemeAndStep: String {
    method.name + (step.map { ", h\u{A0}=\u{A0}\(NumberText.step($0))" } ?? "")
  }
}
