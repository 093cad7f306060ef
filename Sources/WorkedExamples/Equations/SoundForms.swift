// Formulas as they are computed, where the textbook's form would lose digits: 1 − h near h = 1.

import NetworkModel
import Notation

extension Network {
  /// The right side of an equation with the parts that cancel or overflow written in z, for computing;
  /// what is printed stays as it is.
  package func soundForm(of equation: WorkedEquation) -> Expression {
    let forms: [Expression: Expression]
    let isUpdated = equation.left.isUpdated
    let right = isUpdated ? equation.right.original : equation.right
    switch equation.quantity {
    case .output, .exampleCost, .cost, .outputGradient, .outputSlope, .outputError:
      if equation.quantity == .output, let form = hypothesis.soundForms[.hk] {
        return isUpdated ? form.ofExample.updated : form.ofExample
      }
      forms = outputForms(for: right)
    case .activation, .slope:
      let l = equation.layer!
      let z = equation.left.original.named("z")
      let letters: [Expression: Expression] = [.z: .letter(z), .a: .letter(z.named("a"))]
      if equation.quantity == .activation, let form = activations[l].soundForms[.a] {
        let form = form.replacing(letters)
        return isUpdated ? form.updated : form
      }
      forms = Dictionary(
        uniqueKeysWithValues: activations[l].soundForms.filter { $0.key != .a }.map {
          ($0.key.replacing(letters), $0.value.replacing(letters))
        })
    default: return equation.right
    }
    let form = right.replacing(forms)
    return isUpdated ? form.updated : form
  }

  /// The forms of 1 − h, log h and log(1 − h) for every output that a formula mentions.
  private func outputForms(for formula: Expression) -> [Expression: Expression] {
    var forms: [Expression: Expression] = [:]
    let parts = hypothesis.soundForms.filter { $0.key != .hk && !$0.key.contains(.hi) }
    for index in formula.allIndices where index.range == .outputs {
      for (part, form) in parts {
        forms[part.substituting(.k, by: index).ofExample] =
          form.substituting(.k, by: index).ofExample
      }
    }
    return forms
  }
}

extension Expression {
  /// The formula of the network before the update.
  fileprivate var original: Expression {
    guard case .letter(let letter) = self else { return mappingParts(\.original) }
    return .letter(letter.original)
  }
}
