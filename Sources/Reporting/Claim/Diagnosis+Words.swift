// A diagnosis in words: which mistakes, why they are wrong, where the right line stands.

import Deriving
import Diagnosing
import WorkedExamples

extension Diagnosis {
  /// The mistakes and how clear they are; where none is known, what the numbers look like.
  func words(_ markup: Markup) -> [String] {
    if found.isEmpty {
      let looks = fingerprints.compactMap { $0.words(markup) }
      return ["no known pattern" + clarity] + looks
    }
    let names = found.enumerated().map { ($0 == 0 ? "" : "and ") + $1.words(markup) }
    let others = alternatives.map {
      "cannot be told apart here from "
        + listed(
          $0.map { $0.place(markup) + ($0.mistake.detail.map { ": \(markup.sentence($0))" } ?? "") }
        )
    }
    return names + [String(clarity.dropFirst(2))] + others
  }

  /// `; residual 1.2e-16; next best missing-average, residual 0.18`
  private var clarity: String {
    var parts: [String] = []
    if !found.isEmpty { parts.append("residual \(NumberText.text(residual, digits: 2))") }
    if let runnerUp, !runnerUp.mistakes.isEmpty {
      let names = listed(
        runnerUp.mistakes.map(\.mistake).map { $0.name + ($0.detail.map { " (\($0))" } ?? "") })
      parts.append(
        "\(found.isEmpty ? "nearest" : "next best") \(names), residual "
          + NumberText.text(runnerUp.residual, digits: 2))
    }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: "; ")
  }

  /// Why each mistake is wrong.
  var lessons: [String] {
    found.map(\.mistake.lesson).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The lines of the derivations that have it right.
  func lines(_ charset: TextStyle.Charset) -> [String] {
    found.compactMap(\.reference).reduce(into: []) { lines, reference in
      let words = reference.words(charset)
      if !lines.contains(words) { lines.append(words) }
    }
  }
}

extension NetworkMistake {
  /// Which of several mistakes of its name it is; `nil` where it is the only one.
  fileprivate var detail: String? {
    NetworkMistake.all.count { $0.name == name } > 1 ? summary : nil
  }
}

extension FoundMistake {
  /// `missing-activation-derivative (BP2) at layer 2: no g′`
  func words(_ markup: Markup) -> String {
    let rate = learningRate.map { ", α = \(NumberText.text($0))" } ?? ""
    return "\(place(markup)): \(markup.sentence(mistake.summary))\(rate)"
  }

  /// `missing-activation-derivative (BP2) at layer 2`
  func place(_ markup: Markup) -> String {
    let places =
      if isEverywhere && layers.count > 1 {
        "at every layer"
      } else if layers.count == 1 {
        "at layer \(layers[0])"
      } else {
        "at layers \(listed(layers.map(String.init)))"
      }
    return "\(mistake.name) (\(mistake.equation)) \(places)"
  }
}

extension LineReference {
  /// `line 8 of nabla derive BP2: δ_j^(ℓ) = …`, as the derivation prints it.
  func words(_ charset: TextStyle.Charset) -> String {
    let place = "line \(line) of nabla derive \(derivation)"
    guard let derived = LineReference.derivation(named: derivation),
      let step = derived.line(line)
    else { return place }
    let equation = TextNotation.string(
      step.equation, understoodExample: derived.understoodExample, charset: charset)
    return "\(place): \(equation)"
  }
}

extension Fingerprint {
  /// How a wrong block is related to the right one; `nil` where there is nothing to say.
  func words(_ markup: Markup) -> String? {
    let block = block.symbol(markup)
    return switch relation {
    case .ratio(0): "\(block): every number is 0, as if nothing had been written there"
    case .ratio(let ratio):
      "\(block): every number is \(NumberText.text(ratio)) times the right one"
    case .proportionalToParameters(let factor):
      "\(block): off by \(NumberText.text(factor)) times the parameter, everywhere"
    case .ratioOfRows: "\(block): every row has a ratio of its own"
    case .ratioOfColumns: "\(block): every column has a ratio of its own"
    case .entries(let wrong, let all):
      "\(block): \(NumberText.count(wrong)) of \(counted(all, "number")) \(wrong == 1 ? "is" : "are") "
        + "wrong, the others right"
    case .none: "\(block): no constant ratio, neither of rows nor of columns"
    }
  }
}
