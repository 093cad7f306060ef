// The symbols of reports, spelled in ASCII before lines are broken and columns aligned.

extension String {
  /// The text without a character outside ASCII: `∂J/∂w` becomes `dJ/dw`.
  var spelledInASCII: String {
    if utf8.allSatisfy({ $0 < 128 }) { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar.isASCII ? String(scalar) : spellings[scalar] ?? "?"
    }
  }
}

private let spellings: [Unicode.Scalar: String] = [
  "✓": "ok", "✗": "x", "∂": "d", "∇": "grad", "δ": "delta", "Δ": "Delta", "λ": "lambda",
  "α": "alpha", "η": "eta", "μ": "mu", "θ": "theta", "‖": "|", "′": "'", "≤": "<=", "≥": ">=",
  "≠": "!=", "≈": "~", "×": "x", "±": "+/-",
  "−": "-", "–": "-", "—": "--", "…": "...", "∞": "inf", "½": "1/2", "⟨": "<", "⟩": ">",
  "Σ": "Sum", "→": "->", "ℓ": "l", "·": "*", "²": "^2", "⁻": "^-", "─": "-", "│": "|",
  "ᵀ": "'", "⊙": ".*",
  "\u{A0}": "\u{A0}",
]
