// Formulas in ASCII: delta_k^(L), sum_k, .* for ⊙ and ' for ᵀ, as in Octave.

extension String {
  /// The text without a character outside ASCII, a formula's signs spelled as programs spell them.
  var notationInASCII: String {
    if utf8.allSatisfy({ $0 < 128 }) { return self }
    var result = ""
    var isRaised = false
    for scalar in unicodeScalars {
      let digit = raised[scalar]
      if digit != nil, !isRaised { result += "^" }
      isRaised = digit != nil
      // A power entry by entry, ^⊙2, is .^2.
      if scalar == "⊙", result.last == "^" {
        result = result.dropLast() + ".^"
      } else {
        result += digit ?? spellings[scalar] ?? String(scalar)
      }
    }
    return result.spelledInASCII
  }
}

private let raised: [Unicode.Scalar: String] = Dictionary(
  uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".unicodeScalars, "0123456789-".map { String($0) }))

private let spellings: [Unicode.Scalar: String] = [
  "Σ": "sum", "∏": "prod", "⊙": ".*", "⊘": "./", "ᵀ": "'", "∈": "in", "§": "section ",
  "“": "\"", "”": "\"", "‘": "'", "’": "'", "β": "beta", "γ": "gamma",
  "ε": "epsilon", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
  "φ": "phi", "Θ": "Theta", "¼": "1/4", "ℝ": "R", "Ω": "Omega", "″": "''", "⇒": "=>", "⋅": "*",
  "∘": "o", "√": "sqrt", "ŷ": "yhat", "₀": "_0", "₁": "_1", "₂": "_2",
]
