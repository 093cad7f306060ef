// What the lists hold, whatever they are printed as.

import Nabla

/// A list and its name.
enum ListContents {
  case functions(ListCommand.Topic, [NamedFormula])
  case pairs([CostPair])
  case derivations([Topic])
  case mistakes([ListedMistake])
}

/// Something that has a name: an activation, a hypothesis, a cost, a difference scheme, a rule of
/// training.
struct NamedFormula {
  let name: String
  var aliases: [String] = []
  var parameter: Activation.Parameter? = nil
  /// What it stands for in derivations.
  var definition: Equation? = nil
  /// What it computes, where that fits into a line.
  var formula: String? = nil
  /// What it is, in a sentence.
  var summary: String? = nil
  /// The order of a difference scheme.
  var order: Int? = nil
  let source: String
}

extension ListCommand.Topic {
  var contents: ListContents {
    switch self {
    case .activations: .functions(self, Activation.all.map(NamedFormula.init))
    case .hypotheses: .functions(self, Hypothesis.all.map(NamedFormula.init))
    case .costs: .functions(self, Cost.all.map(NamedFormula.init))
    case .pairs:
      .pairs(Cost.all.flatMap { cost in Hypothesis.all.map { CostPair(cost, $0) } })
    case .schemes:
      .functions(
        self,
        SchemeChoice.all.map {
          NamedFormula(name: $0.name, summary: $0.summary, order: $0.order, source: $0.source)
        })
    case .derivations: .derivations(Topic.all)
    case .mistakes: .mistakes(ListedMistake.all)
    case .methods: .functions(self, DescentMethod.allCases.map(NamedFormula.init))
    case .updates: .functions(self, UpdateRule.all.map(NamedFormula.init))
    case .schedules: .functions(self, RateSchedule.all.map(NamedFormula.init))
    case .initialisations: .functions(self, DeviationRule.all.map(NamedFormula.init))
    }
  }
}
