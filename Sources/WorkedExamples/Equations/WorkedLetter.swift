// The letters of a worked example: every quantity that has a value, derivatives too, is a letter.

public import Notation

/// How quantities are named in the formulas that a worked example computes with.
///
/// A derivation writes ∂J/∂a_i^(ℓ) as a derivative that somebody has yet to find. In a worked example it
/// is a number like any other, found in the line before; so it is a letter here, with the nodes, the
/// layer and the example of what stands below the line, and is written as a derivative again on paper
/// (`Expression.onPaper`).
public enum WorkedLetter {
  /// A letter of the pass after the update bears this at the end of its name.
  static let updatedMark: Character = "⁺"

  /// The letter of ∂J/∂x, for a letter x.
  package static func slopeOfCost(by x: Letter) -> Letter { x.named("∂J/∂" + x.name) }

  /// The letter of g′(z), for g's name and the letter z.
  package static func slope(_ function: String, at z: Letter) -> Letter { z.named(function + "′") }
}

extension Letter {
  /// The same indices under another name.
  func named(_ name: String) -> Letter {
    Letter(name, nodes: nodes, layer: layer, example: example)
  }

  /// Whether it belongs to the network after the update.
  public var isUpdated: Bool { name.last == WorkedLetter.updatedMark }

  /// The same quantity of the network after the update.
  public var updated: Letter { isUpdated ? self : named(name + [WorkedLetter.updatedMark]) }

  /// The same quantity before the update.
  public var original: Letter { isUpdated ? named(String(name.dropLast())) : self }

  /// The letter x of ∂J/∂x, if the letter stands for that.
  public var variableOfSlope: Letter? {
    name.hasPrefix("∂J/∂") ? named(String(name.dropFirst(4))) : nil
  }

  /// The letter as it is written: ∂J/∂x, g′(z), or itself.
  var onPaper: Expression {
    let plain = original
    if let x = plain.variableOfSlope { return .partial(.letter("J"), by: x) }
    if plain.name.hasSuffix("′") {
      return .call(String(plain.name.dropLast()), primes: 1, .letter(plain.named("z")))
    }
    return .letter(plain)
  }
}

extension Expression {
  /// The formula as it is written, derivatives as derivatives.
  public var onPaper: Expression {
    if case .letter(let letter) = self { return letter.onPaper }
    return mappingParts(\.onPaper)
  }

  /// The formula of the network after the update: what the update changes is marked, what is given
  /// (x, y, λ, c, M, α) is not.
  var updated: Expression {
    guard case .letter(let letter) = self else { return mappingParts(\.updated) }
    let isGiven = ["x", "y", "M", "λ", "λ₁", "λ₂", "c", "α", "s", "t"].contains(letter.name)
    return .letter(isGiven ? letter : letter.updated)
  }

  /// The letters that occur, in the order in which they are read, each once.
  public var letters: [Letter] {
    var seen: Set<Letter> = []
    var found: [Letter] = []
    collectLetters(into: &found, &seen)
    return found
  }

  private func collectLetters(into found: inout [Letter], _ seen: inout Set<Letter>) {
    if case .letter(let letter) = self, seen.insert(letter).inserted { found.append(letter) }
    for part in parts { part.collectLetters(into: &found, &seen) }
  }
}
