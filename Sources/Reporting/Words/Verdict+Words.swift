// Verdicts and schemes in words.

import GradientChecking

extension Verdict {
  package var mark: String {
    switch self {
    case .right: "✓"
    case .wrong: "✗"
    case .cannotTell: "?"
    }
  }

  var words: String { self == .cannotTell ? "cannot tell" : rawValue }

  var paint: TextStyle.Paint {
    switch self {
    case .right: .green
    case .wrong: .red
    case .cannotTell: .yellow
    }
  }
}

/// How the derivatives were measured, by the name of the scheme that was asked for.
func schemeWords(_ name: String, step: Double? = nil) -> String {
  let h = step.map { ", h\u{A0}=\u{A0}\(NumberText.step($0))" } ?? ""
  switch name {
  case "auto": return "five-point differences, each step chosen by its error bound"
  case "ridders": return "central differences extrapolated to h = 0 (Ridders)"
  case "complex-step": return "the complex step"
  case "dual": return "dual numbers (forward mode)"
  default: return "\(name) differences" + h
  }
}
