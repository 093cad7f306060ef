// How each symbol is spelled in ASCII.

extension Charset {
  static let raised = letterByLetter("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱʲˡᵐⁿᵀ", "0123456789+-=()ijlmnT")
  static let lowered = letterByLetter("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵢⱼₖₗₘₙ", "0123456789+-=()ijklmn")

  /// Symbols that are spelled alike, and their spelling.
  private static let alike: [(symbols: String, spelling: String)] = [
    // Signs of arithmetic and of the calculus.
    ("−–‐‑‒─━╌", "-"), ("—", "--"), ("×", "x"), ("·⋅∙", "*"), ("⊙", "(*)"), ("⊘", "(/)"),
    ("÷", "/"),
    ("±", "+/-"),
    ("√", "sqrt"), ("∑Σ", "Sum"), ("∏", "Prod"), ("∂", "d"), ("∇", "grad"), ("∞", "inf"),
    ("≤", "<="), ("≥", ">="), ("≠", "!="), ("≈∼", "~"), ("≡", "=="), ("≪", "<<"), ("≫", ">>"),
    ("∈", "in"), ("⊤", "^T"), ("′", "'"), ("″", "''"), ("½", "1/2"), ("¼", "1/4"), ("∘°", "o"),
    ("→⟶↦⇒", "->"), ("←⟵", "<-"), ("↑", "^"), ("↓", "v"), ("↔", "<->"),
    // Letters.
    ("ℓ", "l"), ("ℝ", "R"), ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"),
    ("ε", "epsilon"), ("ζ", "zeta"), ("η", "eta"), ("θ", "theta"), ("κ", "kappa"),
    ("λ", "lambda"), ("μ\u{B5}", "mu"), ("ν", "nu"), ("ξ", "xi"), ("π", "pi"), ("ρ", "rho"),
    ("σ", "sigma"), ("τ", "tau"), ("φ", "phi"), ("χ", "chi"), ("ψ", "psi"), ("ω", "omega"),
    ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"), ("Π", "Pi"), ("Φ", "Phi"),
    ("Ψ", "Psi"), ("Ω", "Omega"), ("ŷ", "yhat"), ("ü", "ue"),
    // Marks and punctuation.
    ("✓✔", "ok"), ("✗✘", "x"), ("•▪●", "*"), ("…", "..."), ("⋮", ":"), ("⚠", "!"), ("‘’", "'"),
    ("“”", "\""), ("«", "<<"), ("»", ">>"), ("§", "section "), ("\u{A0}\u{2009}\u{202F}", " "),
    // Lines and blocks.
    ("│┃∣║", "|"), ("═", "="), ("┌┐└┘├┤┬┴┼╭╮╰╯╞╡╪╔╗╚╝╠╣╦╩╬", "+"), ("█▉▊▋▌▍▎▏▓▒░", "#"),
  ]

  static let symbols = Dictionary(
    uniqueKeysWithValues: alike.flatMap { row in
      row.symbols.unicodeScalars.map { ($0, row.spelling) }
    })

  private static func letterByLetter(
    _ symbols: String, _ letters: String
  ) -> [Unicode.Scalar: String] {
    Dictionary(uniqueKeysWithValues: zip(symbols.unicodeScalars, letters.map { String($0) }))
  }
}
