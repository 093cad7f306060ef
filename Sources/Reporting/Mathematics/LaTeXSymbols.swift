// Which command writes which sign of ours.

enum LaTeXSymbols {
  /// Commands of mathematics for characters that are not ASCII.
  static let commands: [Character: String] = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon",
    "η": "\\eta", "θ": "\\theta", "λ": "\\lambda", "μ": "\\mu", "π": "\\pi", "ρ": "\\rho",
    "σ": "\\sigma", "τ": "\\tau", "φ": "\\varphi", "ω": "\\omega", "Γ": "\\Gamma",
    "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Σ": "\\sum", "Φ": "\\Phi", "Ω": "\\Omega",
    "∑": "\\sum", "∏": "\\prod", "∂": "\\partial", "∇": "\\nabla", "⊙": "\\odot",
    "⊘": "\\oslash", "ℓ": "\\ell", "∞": "\\infty", "·": "\\cdot", "×": "\\times", "±": "\\pm",
    "−": "-", "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "≡": "\\equiv",
    "→": "\\to", "⇒": "\\Rightarrow", "∈": "\\in", "√": "\\surd", "½": "\\tfrac{1}{2}",
    "′": "'", "ᵀ": "^{\\mathsf{T}}", "⟨": "\\langle", "⟩": "\\rangle", "‖": "\\|",
    "ŷ": "\\hat{y}",
  ]

  /// A letter of a formula.
  static func letter(_ name: String) -> String {
    let stem = name.prefix { $0 != "′" }
    let primes = String(repeating: "'", count: name.count - stem.count)
    if stem.count == 1, let character = stem.first {
      if let command = commands[character] { return command + primes }
      if character.isASCII && character.isLetter { return stem + primes }
    }
    let isPlain = stem.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let word = LaTeXText.escaped(String(stem))
    return (isPlain ? "\\mathit{\(word)}" : "\\text{\\itshape \(word)}") + primes
  }

  static func sign(_ sign: FormulaLayout.Sign, isSmall: Bool) -> String {
    func spaced(_ command: String) -> String {
      isSmall && !command.hasPrefix("\\") ? command : " \(command) "
    }
    return switch sign {
    case .plus, .equal, .defined, .greater, .less: spaced(sign.rawValue)
    case .minus: spaced("-")
    case .negative: "-"
    case .notEqual: spaced("\\ne")
    case .greaterOrEqual: spaced("\\ge")
    case .cross: spaced("\\times")
    case .dot: spaced("\\cdot")
    case .hadamard: spaced("\\odot")
    case .hadamardQuotient: spaced("\\oslash")
    case .comma: isSmall ? "," : ", "
    case .partial: "\\partial"
    case .nabla: "\\nabla"
    case .prime: "'"
    case .opening: "\\bigl("
    case .closing: "\\bigr)"
    case .wideTimes: " \\, "
    case .times, .timesFunction, .apply: " "
    case .applyFenced: ""
    }
  }

  static func function(_ name: String) -> String {
    ["exp", "log", "max", "tanh"].contains(name) ? "\\\(name)" : "\\operatorname{\(name)}"
  }

  static func large(_ large: FormulaLayout.Large) -> String {
    switch large {
    case .sum: "\\sum"
    case .product: "\\prod"
    case .maximum: "\\max"
    }
  }
}
