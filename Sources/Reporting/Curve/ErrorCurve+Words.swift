// What an error curve shows, in words.

import GradientChecking
import NetworkModel
import Numbers

extension ErrorCurve {
  func title(_ markup: Markup) -> String {
    "Error of \(coordinate.derivativeSymbol(markup)) by \(scheme.name) differences against the step h"
  }

  /// What to read off: both branches, the step used, the best step.
  var words: String {
    var sentences = [
      "To the left the roundings in J, divided by h, grow as 1/h; to the right what the scheme leaves "
        + "out grows as \(truncationText)."
    ]
    let near = points.filter(\.error.isFinite).min {
      distance($0.step) < distance($1.step)
    }
    if let near {
      sentences.append(
        "The step used, h = \(stepText(stepUsed)), is off by \(sizeText(near.error)).")
    }
    if let best = points.filter(\.error.isFinite).min(by: { $0.error < $1.error }) {
      sentences.append(
        best.step == near?.step
          ? "No other step is better."
          : "The best of these steps, h = \(stepText(best.step)), is off by \(sizeText(best.error)): "
            + "luck as much as merit, for near the bottom the errors scatter.")
    }
    sentences.append(
      "Errors are measured against \(NumberText.text(reference.derivative)) ± "
        + "\(NumberText.limit(reference.bound)) (\(reference.method.name)).")
    return sentences.joined(separator: " ")
  }

  static let nothingToDraw = "No step gives a finite error above 0: there is no curve to draw."

  /// How many factors a step is from the one used.
  private func distance(_ step: Double) -> Double {
    Double.log(step / stepUsed).magnitude
  }

  /// How the truncation grows: `h^6`.
  var truncationText: String { scheme.order == 1 ? "h" : "h^\(scheme.order)" }

  /// `2^-9`, or a number where it is no power of two.
  func stepText(_ step: Double) -> String {
    step > 0 && step.isFinite && step.significand == 1
      ? "2^\(step.exponent) ≈ \(NumberText.step(step))" : NumberText.step(step)
  }

  private func sizeText(_ error: Double) -> String {
    error == 0 ? "nothing" : NumberText.text(error, digits: 2)
  }
}
