// From a draft to a derivation.

import Notation

extension Derivation {
  /// A derivation with the lines of a draft, checked in a setting.
  init(
    name: String, title: String, source: String, _ draft: Draft, _ setting: Setting,
    conventions: [String] = [], symbols: [Symbol], understood: Index? = nil,
    remarks: [String] = []
  ) {
    self.init(
      name: name, title: title, source: source,
      conventions: Self.conventions(draft, understood) + conventions,
      symbols: symbols + Symbol.constants.filter { Self.uses($0.letter, draft) }.map(\.symbol),
      understoodExample: understood, steps: draft.steps, remarks: remarks,
      instances: setting.instances)
  }

  private static func uses(_ letter: Letter, _ draft: Draft) -> Bool {
    draft.steps.flatMap(\.lines).contains { step in
      guard case .scalar(let right) = step.equation.right else { return false }
      return right.contains(.letter(letter))
    }
  }

  /// What has to be said of the notation that the lines use.
  private static func conventions(_ draft: Draft, _ understood: Index?) -> [String] {
    let sides = draft.steps.flatMap(\.lines).flatMap { [$0.equation.left, $0.equation.right] }
    func uses(_ test: (Expression) -> Bool) -> Bool {
      sides.contains {
        if case .scalar(let expression) = $0 { expression.contains(where: test) } else { false }
      }
    }
    var sentences: [String] = []
    if understood != nil {
      sentences.append("One example (m) at a time; its (m) is left out where no sum runs over it.")
    }
    if uses({ if case .same = $0 { true } else { false } }) {
      sentences.append("[i=k] is 1 where i = k, else 0.")
    }
    if uses({ if case .bracket = $0 { true } else { false } }) {
      sentences.append("A bracket such as [z > 0] is 1 where the relation holds, else 0.")
    }
    if uses({ if case .function(.log, _) = $0 { true } else { false } }) {
      sentences.append("log is the natural logarithm.")
    }
    return sentences
  }
}
