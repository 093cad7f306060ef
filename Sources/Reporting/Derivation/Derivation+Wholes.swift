// The vectors and matrices that letters are entries of: h and H beside h_k.

import Deriving
import Notation

/// A vector or matrix of the lines, and which entries it has.
struct Whole {
  /// `all k`, `all examples`.
  let entries: String
  let letter: MatrixLetter

  var formula: Formula { .matrix(.letter(letter)) }
  var shape: Shape { letter.shape }
}

extension Derivation {
  /// The vectors and matrices of the lines whose entries a letter names: vectors first.
  func wholes(of symbol: Symbol) -> [Whole] {
    guard case .scalar(.letter(let letter)) = symbol.formula else { return [] }
    var found: [MatrixLetter] = []
    for line in lines {
      for case .matrix(let matrix) in [line.equation.left, line.equation.right] {
        matrix.forEachLetter {
          guard $0.isWhole(of: letter), let own = $0.ofLayer(of: letter) else { return }
          if !found.contains(own) { found.append(own) }
        }
      }
    }
    let vectors = found.filter { $0.columns == nil }
    return vectors.map { Whole(entries: entries(letter, $0, isFirst: true), letter: $0) }
      + found.filter { $0.columns != nil }.map {
        Whole(entries: entries(letter, $0, isFirst: vectors.isEmpty), letter: $0)
      }
  }

  private func entries(_ letter: Letter, _ whole: MatrixLetter, isFirst: Bool) -> String {
    let nodes = "all " + letter.nodes.map(\.name).joined(separator: ", ")
    guard let last = whole.columns ?? whole.rows, last.range == .examples else { return nodes }
    if letter.example == nil { return "as every column" }
    return isFirst && !letter.nodes.isEmpty ? nodes + " and examples" : "all examples"
  }
}

extension MatrixLetter {
  /// The same of the letter's own layer: W^(ℓ) where the lines have W^(ℓ+1).
  fileprivate func ofLayer(of letter: Letter) -> MatrixLetter? {
    if case .letter(let own) = entry, own.layer == letter.layer { return self }
    let second = letter.nodes.dropFirst().first ?? letter.example
    let whole = try? Vectorisation.vectorised(
      .letter(letter), rows: letter.node, columns: columns == nil ? nil : second)
    if case .letter(let result)? = whole { return result } else { return nil }
  }

  /// Whether its entries are what a letter stands for, in any layer and whatever the indices are
  /// called.
  fileprivate func isWhole(of letter: Letter) -> Bool {
    let own: Letter
    switch (symbol, entry) {
    case (.letter, .letter(let letter)): own = letter
    // ∇_W J speaks of W.
    case (.gradient, .partial(_, by: let letter)): own = letter
    default: return false
    }
    return own.name == letter.name && own.layer?.base == letter.layer?.base
      && own.nodes.count == letter.nodes.count
      && (own.example == nil) == (letter.example == nil)
  }
}

extension MatrixExpression {
  func forEachLetter(_ visit: (MatrixLetter) -> Void) {
    if case .letter(let letter) = self { visit(letter) }
    for part in parts { part.forEachLetter(visit) }
  }

  /// The symbols of the formula with their shapes, each once: a transposed one has the turned shape.
  var shapedParts: [(part: MatrixExpression, shape: Shape)] {
    var found: [(part: MatrixExpression, shape: Shape)] = []
    func visit(_ matrix: MatrixExpression) {
      var isSymbol = false
      switch matrix {
      case .letter, .ones, .transpose(.letter), .transpose(.ones): isSymbol = true
      default: break
      }
      guard isSymbol, let shape = try? matrix.shape else { return matrix.parts.forEach(visit) }
      if shape == Shape(rows: nil, columns: nil) { return }
      if !found.contains(where: { $0.part == matrix }) { found.append((matrix, shape)) }
    }
    visit(self)
    return found
  }
}
