// The marking key: the values that each mistake would print.

import NetworkModel
import Notation
import Numbers

/// What a mistake would print at the lines that it changes.
public struct MarkedMistake: Sendable {
  /// The mistake.
  public let mistake: NetworkMistake
  /// The changed lines, and what is printed there instead.
  public let values: [(line: String, printed: PrintedNumber)]
}

extension WorkedExample {
  /// For every mistake that can be made here, what it prints in the backward pass and the gradient;
  /// empty for a mistake that no printed digit shows. What comes to the same with these numbers, as log
  /// loss for a target of 1, is no mistake. `nil` where the example is too large for a key.
  ///
  /// The wrong values are computed with all digits and rounded once.
  public var markingKey: [MarkedMistake]? {
    guard Self.termCount(network, batch) <= Self.largestTermCount else { return nil }
    let own = section(.backward) + section(.gradient)
    return NetworkMistake.all.filter(\.isMadeOnPaper).compactMap { mistake in
      guard let wrong = mistake.equations(equations, network, batch) else { return nil }
      let calculation = Calculation(
        [wrong.forward, wrong.backward, wrong.gradient], network, examples: batch.count)
      let values = calculation.values(calculation.given.map(given.exactValue))
      var makesDifference = false
      let changed = own.compactMap { line -> (String, PrintedNumber)? in
        guard let slot = calculation.slot(of: line.left) else { return nil }
        let difference = (values[slot] - line.value).real.magnitude
        if difference > 1e-12 * line.value.real.magnitude { makesDifference = true }
        let printed = PrintedNumber(rounding: values[slot], digits: options.digits)
        return printed == line.printed ? nil : (line.id, printed)
      }
      return makesDifference ? MarkedMistake(mistake: mistake, values: changed) : nil
    }
  }
}
