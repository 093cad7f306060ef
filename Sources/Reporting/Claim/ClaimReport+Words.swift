// What the check of a claim has found, in sentences: the same for a terminal and for Markdown.

import Diagnosing
import GradientChecking
import NetworkModel

extension ClaimReport {
  /// Every finding by its label, the most useful first: items, each made of pieces that a line may be
  /// broken between. Labels without anything to say are left out.
  func findings(
    _ markup: Markup, _ charset: TextStyle.Charset
  ) -> [(label: String, items: [[String]])] {
    let judged = judged
    let isCostWrong = cost?.verdict == .wrong
    let costItems = cost.map { [$0.words(check.batch.count)] } ?? []
    let all: [(String, [String])] = [
      ("cost", isCostWrong ? costItems : []),
      ("right so far", rightWords(markup)),
      ("first wrong", firstWrongWords(markup)),
      ("looks like", diagnosis.map { $0.words(markup) } ?? []),
      ("follows", followingWords(markup)),
      ("why", diagnosis?.lessons ?? []),
      ("read", diagnosis?.lines(charset) ?? []),
      ("worst", []), ("wrong", judged.wrongWords),
      ("cost", isCostWrong ? [] : costItems),
      ("measured", [judged.coverageWords]),
      ("certainty", [judged.certaintyWords + precisionWords]),
      (
        "cannot tell",
        judged.unknownWords(markup, equationReason: "the δ that goes into it is not known")
      ),
    ]
    let worst = judged.worst.map { [pieces(of: $0, markup)] } ?? []
    return all.map { ($0, $0 == "worst" ? worst : $1.map { [$0] }) }.filter { !$0.1.isEmpty }
  }

  private func rightWords(_ markup: Markup) -> [String] {
    guard let right = diagnosis?.right, !right.isEmpty else { return [] }
    return [listed(right.map { $0.symbol(markup) })]
  }

  private func followingWords(_ markup: Markup) -> [String] {
    guard let following = diagnosis?.following, !following.isEmpty else { return [] }
    return [listed(following.map { $0.symbol(markup) }) + ": wrong because of that alone"]
  }

  /// The first wrong equation; what no mistake explains, where that is another block.
  private func firstWrongWords(_ markup: Markup) -> [String] {
    guard verdict == .wrong else { return [] }
    if let forward = diagnosis?.found.first(where: { $0.mistake.equation.hasPrefix("FP") }) {
      return [
        "\(forward.mistake.equation) at layer \(forward.layers.last ?? 2), on the way forward"
      ]
    }
    let equation = judged.firstWrongWords(isErrorKnown: claim.hasErrors).map { [$0] } ?? []
    guard let block = diagnosis?.firstWrong else { return equation }
    return equation + ["unexplained: \(block.symbol(markup))"]
  }

  /// The worst entry, and by what factor it is wrong.
  private func pieces(of worst: Comparison, _ markup: Markup) -> [String] {
    var pieces = worst.pieces(markup)
    pieces[0] = "\(worst.verdict.mark) \(pieces[0])"
    let ratio = worst.claimed / worst.measured
    if worst.verdict == .wrong, ratio.isFinite {
      pieces.insert("ratio \(NumberText.text(ratio, digits: 3))", at: 3)
    }
    return pieces
  }

  /// How exact the claim's numbers can be, where that is less than they might be.
  private var precisionWords: String {
    switch claim.precision {
    case .double: ""
    case .single: " The claim is in single precision."
    case .written(let significant, let decimals):
      " The claim is written with \(counted(significant, "digit"))"
        + (decimals < significant ? " and \(counted(decimals, "decimal"))." : ".")
    }
  }
}

extension ClaimedCost {
  /// What was claimed beside J, and what explains the difference.
  func words(_ examples: Int) -> String {
    let (mine, theirs) = NumberText.pair(expected, claimed)
    let values = "\(verdict.mark) claimed \(theirs), J = \(mine)"
    if verdict == .right { return "\(verdict.mark) claimed \(NumberText.text(claimed))" }
    guard let explanation else { return values + ": another cost than the network file's" }
    let words = "\(values): \(explanation.words(examples))"
    guard case .factor = explanation, let otherCost else { return words }
    return words + "; it is the cost \(otherCost.name)"
  }
}

extension ClaimedCost.Explanation {
  func words(_ examples: Int) -> String {
    let M = Double(examples)
    switch self {
    case .factor(2): return "twice J; is a ½ missing?"
    case .factor(0.5): return "half of J; is there a ½ too much?"
    case .factor(M): return "M = \(examples) times J; a sum over the examples, not their average"
    case .factor(1 / M): return "J divided by M = \(examples) once more"
    case .factor(let factor): return "\(NumberText.text(factor)) times J"
    case .otherCost(let cost): return "that is the cost \(cost.name)"
    case .penaltyMissing: return "that is J without its penalty"
    case .weightsTransposed:
      return "that is J with every W of the network file transposed: are its weights (in, out)?"
    }
  }
}

extension ClaimBlock {
  /// δ^(3), ∂J/∂W^(3), ∂J/∂b^(3).
  func symbol(_ markup: Markup) -> String {
    let letter =
      switch kind {
      case .error: "δ"
      case .weights: "∂J/∂W"
      case .biases: "∂J/∂b"
      }
    return markup == .plain ? "\(letter)^(\(layer))" : "\(letter)<sup>(\(layer))</sup>"
  }
}
