// What is found of a student's code, in words for a test's report.

import Nabla
import Testing

/// A finding in words, for one issue.
struct FindingText {
  let probe: Probe
  let reveal: Reveal
  /// All there is to help, but in steps, where more is shown when it is asked for.
  var hint = Hint.derivation
  /// Whether δ is what was asked for: it is judged by the gradients that it gives.
  var isOfError = false
  /// The file with the derivation, where one is attached.
  var attachment: String? = nil

  /// The text of the issue; `nil` where there is nothing to say.
  func text(_ finding: Finding) -> FailureText? {
    switch finding {
    case .checkerBroken(let trouble):
      return failure("The checker is broken, not your code: \(trouble).") {
        $0.add("please report", "this probe, \(probe.name), and what your code gives there")
      }
    case .threw(let function, let error):
      return FailureText("`\(function.rawValue)` threw at \(probe.name): \(error)")
    case .costNotFinite(let cost, let isAfterStep):
      let place = isAfterStep ? "one step away from" : "at"
      return failure("Your cost is \(NumberText.text(cost)) \(place) \(probe.name).") {
        let rate = isAfterStep ? "too large a rate, " : ""
        $0.add("look for", rate + "log 0, a division by 0, or e^z of a large z")
      }
    case .notAttempted:
      return FailureText("not attempted: `gradients` gives nil at \(probe.name)")
    case .shapes(let problems):
      return failure("The shapes are not those of the network \(probe.name).") {
        $0.add("shapes", problems)
      }
    case .notFinite(let coordinate, let number):
      return failure("\(coordinate.derivativeSymbol) is \(NumberText.text(number)).") {
        $0.add("look for", "log 0, a division by 0, or 0 · ∞")
      }
    case .changedInputs(let function):
      return FailureText("`\(function.rawValue)` changed the numbers that it was given.")
    case .changedAnswer(let function, let what, let first, let second):
      return changed(function, what, first, second)
    case .costDiffers(let claimed, let own): return costDiffers(claimed, own)
    case .wrong(let report): return wrong(report)
    case .errorsWrong(let report, let layers): return errorsWrong(report, layers)
    case .cannotTell(let report): return cannotTell(report.parameters)
    case .right: return nil
    case .own(let slopes): return ownText(slopes)
    }
  }

  private func failure(_ headline: String, _ add: (inout FailureText) -> Void) -> FailureText {
    var text = FailureText(headline)
    add(&text)
    return text
  }

  private func changed(
    _ function: StudentFunction, _ what: String, _ first: Double, _ second: Double
  ) -> FailureText {
    failure("`\(function.rawValue)` gives something else when it is called again.") {
      $0.add("differs", what)
      if reveal > .pattern, first.isFinite, second.isFinite {
        let (a, b) = NumberText.pair(first, second)
        $0.add("first call", a)
        $0.add("second call", b)
        if second == 2 * first {
          $0.add("looks like", "sums that are not set back to 0: the second call adds to the first")
        }
      }
      $0.add("look for", "a variable outside the function, or sums that are not set back to 0")
    }
  }

  private func wrong(_ report: ClaimReport) -> FailureText {
    let blocks = WrongBlock.all(of: report.parameters)
    return failure("\(wrongWords(blocks))  (\(probe.name))") { text in
      addEntries(report.parameters, to: &text)
      if let diagnosis = report.diagnosis { text.add(diagnosis, wrong: blocks, hint) }
      if let attachment { text.add("attached", attachment) }
    }
  }

  private func wrongWords(_ blocks: [WrongBlock]) -> String {
    let words = WrongBlock.words(blocks)
    guard isOfError, let first = blocks.first?.block else { return words }
    return "\(ClaimBlock(.error, layer: first.layer).symbol) is wrong: with it \(words)"
  }

  private func errorsWrong(_ report: ClaimReport, _ layers: [Int]) -> FailureText {
    let names = layers.map { "Δ^(\($0))" }.joined(separator: ", ")
    return failure("\(names): wrong, though all gradients are right  (\(probe.name))") {
      $0.add(
        "look for", "`intermediates` that are not what `gradients` uses, or not Δ^(ℓ), s_ℓ × M")
    }
  }

  /// Yours beside what was measured: the worst entry, or all of them.
  private func addEntries(_ comparisons: [Comparison], to text: inout FailureText) {
    let wrong = comparisons.filter { $0.verdict == .wrong }
    guard reveal > .pattern, let worst = wrong.max(by: { $0.difference < $1.difference })
    else { return }
    text.add("worst entry", worst.yoursAndMeasured)
    if reveal == .values {
      text.add(
        "all entries",
        wrong.prefix(60).map(\.yoursAndMeasured)
          + (wrong.count > 60 ? ["and \(wrong.count - 60) more"] : []))
    }
  }

  private func cannotTell(_ comparisons: [Comparison]) -> FailureText? {
    let unknown = comparisons.filter { $0.verdict == .cannotTell }
    guard let first = unknown.first else { return nil }
    return failure(
      "cannot tell: \(unknown.count) of \(comparisons.count) slopes could not be measured well "
        + "enough at \(probe.name)"
    ) {
      $0.add("first", first.coordinate.derivativeSymbol)
      $0.add("look for", "a cost that is not smooth there, or very large or small numbers")
    }
  }
}

extension FindingText {
  /// The factor, the other cost or the missing penalty that explains it, and whether the gradients fit
  /// the student's own cost.
  private func costDiffers(_ claimed: ClaimedCost, _ own: OwnSlopes) -> FailureText {
    failure("Your cost is not \(probe.network.cost.name) of this network  (\(probe.name))") {
      if reveal > .pattern {
        let (a, b) = NumberText.pair(claimed.claimed, claimed.expected)
        $0.add("J", "yours \(a)   expected \(b)")
      }
      $0.add("looks like", claimed.words(probe))
      switch own.verdict {
      case .right: $0.add("gradients", "right for your own cost")
      case .wrong:
        $0.add(
          "gradients",
          "wrong for your own cost too: " + WrongBlock.words(WrongBlock.all(of: own.comparisons)))
      case .cannotTell: break
      }
      if case .otherCost(let cost)? = claimed.explanation {
        $0.add("to keep it", "a probe with that cost: Probe.set(cost: .\(cost.swiftName))")
      } else {
        $0.add("to keep it", "expectGradients(…, cost: .own) measures your cost and no other")
      }
    }
  }

  private func ownText(_ slopes: OwnSlopes) -> FailureText? {
    switch slopes.verdict {
    case .right: return nil
    case .cannotTell: return cannotTell(slopes.comparisons)
    case .wrong:
      let blocks = WrongBlock.all(of: slopes.comparisons)
      return failure(
        "\(WrongBlock.words(blocks)): not the slope of your own cost  (\(probe.name))"
      ) { addEntries(slopes.comparisons, to: &$0) }
    }
  }
}

extension ClaimedCost {
  /// What explains the difference.
  fileprivate func words(_ probe: Probe) -> String {
    switch explanation {
    case .factor(let factor)?:
      let M = Double(probe.batch.count)
      let name =
        factor == 2 ? "2" : factor == 0.5 ? "½" : factor == M ? "M" : factor == 1 / M ? "1/M" : nil
      return "\(name ?? NumberText.text(factor, digits: 4)) times J"
        + (factor == M ? ": the sum over the examples is not divided by M" : "")
    case .otherCost(let cost)?: return "J of the cost \(cost.name)"
    case .penaltyMissing?: return "J without the penalty"
    case .weightsTransposed?: return "J with every W transposed"
    case nil: return "no cost of the list ('nabla list costs')"
    }
  }
}

extension Cost {
  /// As it is spelled in Swift: `squaredDifference`.
  fileprivate var swiftName: String {
    let words = name.split(separator: "-").map(String.init)
    return words[0]
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension Comparison {
  /// `∂J/∂w_13^(2)   yours 0.020758   measured -0.008496   ratio -2.44`
  fileprivate var yoursAndMeasured: String {
    let (a, b) = NumberText.pair(claimed, measured)
    let ratio = measured == 0 ? "" : "   ratio \(NumberText.text(claimed / measured, digits: 3))"
    return "\(coordinate.derivativeSymbol)   yours \(a)   measured \(b)\(ratio)"
  }
}

extension Finding {
  /// How serious it is; `nil` where it is what was hoped for.
  var severity: Issue.Severity? {
    switch self {
    case .right: nil
    case .notAttempted, .cannotTell: .warning
    case .own(let slopes):
      switch slopes.verdict {
      case .right: nil
      case .wrong: .error
      case .cannotTell: .warning
      }
    default: .error
    }
  }
}
