// The troubles of training as JSON, for programs.

import Learning
import NetworkModel

extension TrainingFinding {
  /// `finding` and `iteration`, then the trouble's own numbers, then what it usually means.
  func jsonValue(_ settings: TrainingSettings) -> JSONOutput {
    .object(
      [("finding", .string(trouble.name)), ("iteration", .integer(iteration))]
        + trouble.jsonMembers + [("explanation", .string(trouble.words(settings, .plain)))])
  }
}

extension TrainingTrouble {
  /// Its name for programs: `dead-rectifiers`.
  var name: String {
    switch self {
    case .notFinite: "not-finite"
    case .diverging: "diverging"
    case .risesUnderSmallStep: "rises-under-small-step"
    case .rateTooLarge: "rate-too-large"
    case .deadRectifiers: "dead-rectifiers"
    case .saturated: "saturated"
    case .vanishingError: "vanishing-error"
    case .wrongGradient: "wrong-gradient"
    }
  }

  fileprivate var jsonMembers: [(key: String, value: JSONOutput)] {
    switch self {
    case .notFinite(let what): [("what", .string(what.rawValue))]
    case .diverging(let from, let to): [("from", .number(from)), ("to", .number(to))]
    case .risesUnderSmallStep(let promised, let measured, let shrink):
      [
        ("promised", .number(promised)), ("measured", .number(measured)),
        ("shrink", .number(shrink)),
      ]
    case .rateTooLarge(let before, let after):
      [("before", .number(before)), ("after", .number(after))]
    case .deadRectifiers(let layer, let dead, let all):
      [("layer", .integer(layer)), ("dead", .integer(dead)), ("of", .integer(all))]
    case .saturated(let layer, let nodes, let all):
      [("layer", .integer(layer)), ("nodes", .integer(nodes)), ("of", .integer(all))]
    case .vanishingError(let layer, let ratio):
      [("layer", .integer(layer)), ("ratio", .number(ratio))]
    case .wrongGradient(let equation, let layer):
      [("equation", .string(equation)), ("layer", .integer(layer))]
    }
  }
}
