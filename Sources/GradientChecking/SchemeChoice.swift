// The schemes that a user can choose from.

/// How derivatives are measured.
public enum SchemeChoice: Hashable, Sendable {
  /// Five-point differences whose step is chosen, parameter by parameter, by their bound; in
  /// double-double where `Double` cannot tell.
  case automatic
  case fixed(DifferenceScheme)
  /// Richardson's extrapolation of central differences.
  case ridders
  /// Im J(θ + ih) / h: no subtraction, no step to choose.
  case complexStep
  /// Forward mode with dual numbers: no step at all.
  case dual

  public var name: String {
    switch self {
    case .automatic: "auto"
    case .fixed(let scheme): scheme.name
    case .ridders: "ridders"
    case .complexStep: "complex-step"
    case .dual: "dual"
    }
  }

  public var summary: String {
    switch self {
    case .automatic: "five-point, the step chosen by its error bound; double-double if need be"
    case .fixed(let scheme): scheme.summary
    case .ridders: "central differences extrapolated to h = 0"
    case .complexStep: "Im J(θ + ih) / h with h = 2^−200"
    case .dual: "forward-mode differentiation"
    }
  }

  /// Who describes it.
  public var source: String {
    switch self {
    case .automatic, .fixed: "Fornberg 1988"
    case .ridders: "Ridders 1982"
    case .complexStep: "Squire & Trapp 1998"
    case .dual: "Clifford 1873"
    }
  }

  /// The power of h in the error; `nil` where there is no step or it is extrapolated away.
  public var order: Int? {
    if case .fixed(let scheme) = self { return scheme.order }
    return nil
  }

  public static let all: [SchemeChoice] =
    [.automatic] + DifferenceScheme.all.map { .fixed($0) } + [.ridders, .complexStep, .dual]
}
