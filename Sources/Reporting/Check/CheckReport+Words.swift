// What a check has found, in sentences: the same for a terminal and for Markdown.

import GradientChecking
import NetworkModel

extension CheckReport {
  /// How many weighted inputs there are: Σ s_ℓ M.
  var errorTotal: Int {
    network.sizes.dropFirst().reduce(0, +) * batch.count
  }

  func wrong(_ comparisons: [Comparison]) -> [Comparison] {
    comparisons.filter { $0.verdict == .wrong }
  }

  /// What the check cannot tell: parameters, then δ.
  var allUnknown: [Comparison] { unknown + errors.filter { $0.verdict == .cannotTell } }

  /// `9 of 9 parameters and 6 of 6 δ, by five-point differences, …`
  var coverageWords: String {
    let sample = seed.map { " (a sample, seed \($0))" } ?? ""
    let step = parameters.first?.measurement.step
    let isOneStep = parameters.allSatisfy { $0.measurement.step == step }
    let scheme = schemeWords(scheme, step: isOneStep ? step : nil)
    let precise = parameters.count { $0.measurement.method == .precise }
    return "\(NumberText.count(parameters.count)) of \(counted(total, "parameter")) and "
      + "\(NumberText.count(errors.count)) of \(NumberText.count(errorTotal)) δ\(sample), by \(scheme)"
      + (scheme.hasPrefix("five-point") && precise > 0
        ? "; \(NumberText.count(precise)) in double-double" : "")
  }

  /// How sure the verdict is.
  var certaintyWords: String {
    var sentences: [String] = []
    if parameters.isEmpty {
      sentences.append("No parameter was measured.")
    } else if let worst, worst.verdict == .wrong {
      sentences.append(excessWords(worst))
      // The size of what was planted follows the largest difference: here, that of a wrong claim.
      return sentences.joined(separator: " ")
    } else if let error = smallestDetectableError {
      sentences.append(
        "An error of \(NumberText.limit(error)) in \(judgedWords) would have been found.")
    } else {
      sentences.append("None of the measured values is good enough to judge with.")
    }
    if selfTest.plants > 0, selfTest.passed { sentences.append(plantWords) }
    return sentences.joined(separator: " ")
  }

  /// Which parameters the smallest error that would have been found is about.
  private var judgedWords: String {
    let unknown = unknown.count
    if unknown > 0 {
      return "any of the \(counted(parameters.count - unknown, "parameter")) it can judge"
    }
    return seed == nil ? "any one of them" : "any one of those measured"
  }

  /// That a wrong claim is no rounding error; and what is known of the others.
  private func excessWords(_ worst: Comparison) -> String {
    let ratio = worst.difference / worst.bound
    let size = ratio.isFinite ? "\(NumberText.text(ratio, digits: 2)) times what" : "more than"
    let worstWords = "The worst is off by \(size) truncation and rounding can explain."
    let right = parameters.filter { $0.verdict == .right }
    // Derivatives that are 0 because nothing leads to them are known without a bound worth telling.
    guard let error = right.map(\.detectable).max(), error > 1e-290 else { return worstWords }
    return worstWords + " An error of \(NumberText.limit(error)) in any of the "
      + "\(counted(right.count, "right one")) would have been found."
  }

  private var plantWords: String {
    let size = NumberText.limit(selfTest.planted)
    switch selfTest.plants {
    case 1: return "A planted error of \(size) was caught."
    case 2: return "Both planted errors of \(size) were caught."
    default: return "All \(selfTest.plants) planted errors of \(size) were caught."
    }
  }

  /// What to say where the tool has failed its own test.
  func failureWords(_ markup: Markup) -> String {
    let place = selfTest.missed.map { " in \($0.derivativeSymbol(markup))" } ?? ""
    return "The tool failed, not the gradient: it planted \(counted(selfTest.plants, "error")) of "
      + "\(NumberText.limit(selfTest.planted)) and caught \(NumberText.count(selfTest.caught)); it "
      + "missed the one\(place). Don't trust the verdict below; please report this network as a bug of "
      + "Nabla."
  }

  /// `BP2 at layer 2 in the batch engine; BP1 above it is right`.
  ///
  /// - Parameter isErrorKnown: whether δ can be told right by more than its sums over the examples.
  func firstWrongWords(isErrorKnown: Bool = true) -> String? {
    guard let position = equations.firstIndex(where: { $0.verdict == .wrong }) else { return nil }
    let first = equations[position]
    let engine = first.wrongEngine.map { " in the \($0) engine" } ?? ""
    let place = "\(first.equation) at layer \(first.layer)\(engine)"
    let isRightBefore = equations[..<position].allSatisfy { $0.verdict == .right }
    let isGradient = first.equation == .BP3 || first.equation == .BP4
    guard isRightBefore, isErrorKnown || !isGradient, let before = before(first) else {
      return place
    }
    return place + "; " + before
  }

  /// What comes before an equation in backward propagation, and is right.
  private func before(_ result: EquationResult) -> String? {
    switch result.equation {
    case .FP: result.layer > 2 ? "the layers before it are right" : nil
    case .BP1: equations[0].equation == .FP ? "the forward pass is right" : nil
    case .BP2:
      result.layer + 1 == network.lastLayer
        ? "BP1 above it is right" : "BP1 and every BP2 above it are right"
    case .BP3: network.lastLayer == 2 ? "BP1 is right" : "BP1 and BP2, so every δ, are right"
    case .BP4: network.lastLayer == 2 ? "BP1 and BP3 are right" : "BP1, BP2 and BP3 are right"
    }
  }

  /// How many are wrong, and in which layers: `6 of 9 parameters: 6 of 6 in layer 2`.
  var wrongWords: [String] {
    [(parameters, "parameter", "parameters"), (errors, "δ", "δ")].compactMap { all, one, many in
      let count = wrong(all).count
      guard count > 0 else { return nil }
      let layers = Set(all.map(\.coordinate.layer)).sorted(by: >).compactMap { l -> String? in
        let layer = all.filter { $0.coordinate.layer == l }
        let count = wrong(layer).count
        guard count > 0 else { return nil }
        return "\(NumberText.count(count)) of \(NumberText.count(layer.count)) in layer \(l)"
      }
      return "\(NumberText.count(count)) of \(counted(all.count, one, many)): \(listed(layers))"
    }
  }

  /// The wrong parameters; where all are right, the wrong δ.
  var shownWrong: [Comparison] {
    let parameters = wrong(parameters)
    return parameters.isEmpty ? wrong(errors) : parameters
  }

  /// Each comparison that cannot be judged, with the reason; and each equation, with what is wrong there.
  func unknownWords(
    _ markup: Markup, equationReason: String = "its values are not finite numbers"
  ) -> [String] {
    let shown = allUnknown.prefix(10).map { comparison in
      "\(comparison.coordinate.derivativeSymbol(markup)): \(comparison.reasonWords ?? "")"
        + (comparison.measurement.crossing.map { "; near it, \($0.words) meets a kink" } ?? "")
    }
    let equations = equations.filter { $0.verdict == .cannotTell }.map {
      "\($0.equation) at layer \($0.layer): \(equationReason)"
    }
    let rest = allUnknown.count - shown.count
    let advice =
      !shown.isEmpty && scheme != "auto"
      ? ["The automatic scheme may tell: it chooses its steps, and has more digits."] : []
    return shown + (rest > 0 ? ["and \(NumberText.count(rest)) more"] : []) + equations + advice
  }

  /// The warnings of the file, then those of the check.
  func allWarnings(_ fileWarnings: [String], _ markup: Markup) -> [String] {
    fileWarnings.map(markup.sentence) + warnings.map { $0.words(network, markup) }
  }
}

extension EquationResult {
  func placeSymbol(_ markup: Markup) -> String? {
    guard let place else { return nil }
    return equation == .FP ? place.symbol(markup) : place.derivativeSymbol(markup)
  }

  var ulpsText: String {
    if largestDifference == 0 { return "0" }
    return NumberText.text(ulps, digits: ulps < 1000 ? 3 : 2)
  }
}
