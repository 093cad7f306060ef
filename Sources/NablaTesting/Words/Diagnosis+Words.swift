// A diagnosis in lines: what is right, what is first wrong, what it looks like, where to read.

import Nabla

extension FailureText {
  /// - Parameter wrong: the blocks with wrong numbers.
  mutating func add(_ diagnosis: Diagnosis, wrong blocks: [WrongBlock], _ hint: Hint) {
    let wrong = blocks.map(\.block)
    if !diagnosis.right.isEmpty {
      add("right so far", diagnosis.right.map(\.symbol).joined(separator: ", "))
    }
    let found = diagnosis.found.first?.block
    if let first = diagnosis.firstWrong ?? found {
      let isThere = first.kind == .error || wrong.contains(first)
      add("first wrong", (isThere ? first : wrong.first ?? first).symbol)
    }
    if !diagnosis.following.isEmpty {
      add(
        "follows",
        diagnosis.following.map(\.symbol).joined(separator: ", ") + ": wrong because of that")
    }
    if diagnosis.found.isEmpty {
      add("looks like", "no mistake of the catalogue ('nabla list mistakes')")
      add("pattern", blocks.compactMap(\.pattern) + diagnosis.fingerprints.compactMap(\.words))
    } else if diagnosis.found.allSatisfy({ $0.mistake.equation.contains("BP3") }) {
      add("pattern", blocks.compactMap(\.pattern))
    }
    add("looks like", diagnosis.found.map(\.words))
    for alternative in diagnosis.alternatives.prefix(3) {
      add("or like", alternative.map(\.words).joined(separator: ", and "))
    }
    if hint >= .line {
      for lesson in diagnosis.lessons { add("because", paragraph: lesson) }
      for reference in diagnosis.references { add(reference) }
    }
  }

  /// The line of a derivation, and the command that shows it.
  mutating func add(_ reference: LineReference) {
    add(
      "read",
      "line \(reference.line) of `nabla derive \(reference.derivation)`: \(reference.equationText)")
    add("step through", "nabla step \(reference.derivation)  (then: goto \(reference.line))")
  }
}

extension Diagnosis {
  /// What there is to learn, each once.
  fileprivate var lessons: [String] {
    found.map(\.mistake.lesson).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The lines that have it right, each once.
  var references: [LineReference] {
    found.compactMap(\.reference).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension FoundMistake {
  /// What its equation gives, at the first layer where it is made.
  var block: ClaimBlock? {
    guard let layer = layers.first else { return nil }
    switch mistake.equation {
    case "BP1", "BP2": return ClaimBlock(.error, layer: layer)
    case "BP3", "BP3, BP4": return ClaimBlock(.weights, layer: layer)
    case "BP4": return ClaimBlock(.biases, layer: layer)
    // A wrong forward pass makes all of them wrong.
    default: return nil
    }
  }

  /// `no g′, at layer 2 (missing-activation-derivative, BP2)`
  var words: String {
    let place =
      isEverywhere
      ? (layers.count > 1 ? ", at every layer" : "")
      : ", at layer" + (layers.count > 1 ? "s " : " ")
        + layers.map(String.init).joined(separator: " and ")
    return "\(mistake.summary)\(place) (\(mistake.name), \(mistake.equation))"
  }
}

extension Fingerprint {
  /// `every entry of ∂J/∂W^(2) is 2 times the right one`; nothing where there is no relation.
  var words: String? {
    switch relation {
    // Said of every block, with what was measured.
    case .ratio: nil
    case .proportionalToParameters(let factor):
      "\(block.symbol) is off by \(NumberText.text(factor, digits: 4)) times the parameter"
    case .ratioOfRows: "each row of \(block.symbol) is off by a factor of its own"
    case .ratioOfColumns: "each column of \(block.symbol) is off by a factor of its own"
    case .entries(let wrong, let total):
      "\(wrong) of \(total) entries of \(block.symbol) are wrong, the others right"
    case .none: nil
    }
  }
}

extension LineReference {
  /// The line itself: `δ^(ℓ) = (W^(ℓ+1))ᵀ δ^(ℓ+1) ⊙ g′(z^(ℓ))`.
  var equationText: String {
    guard let derivation = LineReference.derivation(named: self.derivation),
      let step = derivation.lines.first(where: { $0.id == line })
    else { return "" }
    let marked = MarkedLine(
      step.equation, understoodExample: derivation.understoodExample, charset: .unicode)
    return marked.rows(width: 1000, sign: " ").map(\.text).joined(separator: " ")
  }

  /// The page of the derivation, every line checked.
  var page: String? {
    LineReference.derivation(named: derivation).map { CheckedDerivation(checking: $0).text() }
  }
}
