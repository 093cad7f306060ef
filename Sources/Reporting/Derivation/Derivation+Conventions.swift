// What the notation of a derivation means, said once: computed from what its lines use.

import Deriving
import Notation

extension Derivation {
  /// Where formulas stand: in text, how far Σ reaches has to be said, and where an index ends.
  package enum Setting { case text, mathematics }

  /// Its own conventions, and those of the notation that its lines use.
  package func conventions(_ setting: Setting) -> [String] {
    let signs = NotationSigns(lines.map(\.equation))
    return conventions + (setting == .text ? [signs.reach, signs.ranges].compactMap { $0 } : [])
      + signs.matrixSentences(setting)
  }
}

extension Index {
  /// Whether it is t itself or ends before t: both are said where they stand.
  fileprivate var isOfStepsBefore: Bool {
    if case .steps(let before) = range { stepsBefore != nil || before > 0 } else { false }
  }
}

/// The signs and the indices that some lines have.
private struct NotationSigns {
  private var large: Set<String> = []
  private var indices: [(range: Index.Range, names: Set<String>)] = []
  /// Every part of every matrix formula.
  private var matrices: [MatrixExpression] = []

  init(_ equations: [Equation]) {
    for formula in equations.flatMap({ [$0.left, $0.right] }) {
      switch formula {
      case .scalar(let expression): read(expression)
      case .matrix(let matrix): read(matrix)
      }
    }
  }

  private mutating func read(_ expression: Expression) {
    switch expression {
    case .letter(let letter): read(letter.indices)
    case .index(let index): read([index])
    case .same(let a, let b): read([a, b])
    case .define(let letter, _, _): read(letter.indices)
    case .partial(let a, let letter):
      read(letter.indices)
      if case .letter = a {} else { large.insert("∂/∂x") }
    case .summation(let index, let excluded, _), .maximum(let index, let excluded, _):
      read([index] + (excluded.map { [$0] } ?? []))
      if case .summation = expression { large.insert("Σ") }
    case .repeatedProduct(let index, _):
      read([index])
      large.insert("∏")
    default: break
    }
    for part in expression.parts { read(part) }
  }

  private mutating func read(_ found: [Index]) {
    for index in found where index.position == nil && !index.isOfStepsBefore {
      if let known = indices.firstIndex(where: { $0.range == index.range }) {
        indices[known].names.insert(index.name)
      } else {
        indices.append((index.range, [index.name]))
      }
    }
  }

  private mutating func read(_ matrix: MatrixExpression) {
    matrices.append(matrix)
    switch matrix {
    case .scaled(let number, _), .constant(let number, _, _): read(number)
    default: break
    }
    for part in matrix.parts { read(part) }
  }

  // MARK: - In words

  /// How far Σ, ∏ and ∂/∂x reach.
  var reach: String? {
    let signs = ["Σ", "∏", "∂/∂x"].filter(large.contains)
    if signs.isEmpty { return nil }
    return listed(signs) + (signs.count == 1 ? " reaches" : " reach")
      + " to the next + or − outside brackets."
  }

  /// `m, r = 1 … M; i, j, k = 1 … K.`
  var ranges: String? {
    if indices.isEmpty { return nil }
    return indices.map { range, names in
      "\(names.sorted().joined(separator: ", ")) = \(range.first) … \(range.text)"
        .replacing(" ", with: "\u{A0}")
    }.joined(separator: "; ") + "."
  }

  func matrixSentences(_ setting: Derivation.Setting) -> [String] {
    [elementwise(setting), constant, functions, transpose, diagonal].compactMap { $0 } + ones
  }

  private func elementwise(_ setting: Derivation.Setting) -> String? {
    let signs = [
      has { if case .hadamard = $0 { true } else if case .power = $0 { true } else { false } }
        ? "⊙" : nil,
      has { if case .quotient = $0 { true } else { false } } ? "⊘" : nil,
    ].compactMap { $0 }
    if signs.isEmpty { return nil }
    let sentence = listed(signs) + (signs.count == 1 ? " works" : " work") + " entry by entry"
    let hasProducts = has { if case .product = $0 { true } else { false } }
    return sentence
      + (setting == .text && hasProducts ? "; a matrix product binds tighter." : ".")
  }

  /// Of the first number that is added to a matrix.
  private var constant: String? {
    for case .sum(let terms) in matrices {
      guard case .constant(let number, _, _)? = terms.first, terms.count == 2 else { continue }
      guard case .negative(.letter(let letter)) = terms[1] else { continue }
      let (a, b) = (TextNotation.string(number), TextNotation.string(.letter(letter)))
      return "\(a) − \(b) is \(a) minus every entry of \(b)."
    }
    let isAdded = has {
      guard case .sum(let terms) = $0 else { return false }
      return terms.contains { if case .constant = $0 { true } else { false } }
    }
    return isAdded ? "A number beside + or − is added to every entry." : nil
  }

  private var functions: String? {
    has {
      switch $0 {
      case .function, .call, .max, .bracket: true
      default: false
      }
    } ? "Functions of matrices work entry by entry." : nil
  }

  private var transpose: String? {
    has {
      switch $0 {
      case .transpose, .ones(nil, _?): true
      default: false
      }
    } ? "ᵀ is the transpose." : nil
  }

  private var diagonal: String? {
    has { if case .diagonal = $0 { true } else { false } }
      ? "diag makes a matrix of a column: its entries on the diagonal, 0 elsewhere." : nil
  }

  private var ones: [String] {
    var sentences: [String] = []
    for case .ones(let rows, let columns) in matrices {
      guard let length = rows ?? columns else { continue }
      let sentence: String
      if let rows, let columns {
        let shape = Shape(rows: rows, columns: columns).text
        sentence = "1_(\(shape.replacing(" ", with: ""))) is the \(shape) matrix of ones."
      } else {
        let below = length.text.count == 1 ? length.text : "(\(length.text))"
        sentence = "1_\(below) is the column of \(length.text) ones."
      }
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private func has(_ test: (MatrixExpression) -> Bool) -> Bool { matrices.contains(where: test) }
}
