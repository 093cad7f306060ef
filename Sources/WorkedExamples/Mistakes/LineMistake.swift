// The mistakes that can be made at one line of a worked example.

public import Notation
import Numbers

/// A mistake at one line: the wrong formula there, and what it prints beside right numbers elsewhere.
public struct LineMistake: Sendable {
  public let mistake: NetworkMistake
  public let formula: Expression
  public let printed: PrintedNumber
}

extension WorkedExample {
  /// What somebody writes at a line who makes a mistake in its equation; none where terms are left out.
  public func mistakes(at line: WorkedLine) -> [LineMistake] {
    if line.isAbridged { return [] }
    let writing = Writing(sizes: network.sizes, examples: batch.count)
    return NetworkMistake.all.compactMap { mistake in
      guard let changed = mistake.equations(equations, network, batch),
        let wrong = changed.all.first(where: { $0.isOf(line) && !equations.all.contains($0) }),
        let entry = writing.lines(of: [wrong]).first(where: { $0.left == line.left }),
        let value = value(of: entry.formula)
      else { return nil }
      let printed = PrintedNumber(rounding: value, digits: options.digits)
      if printed == line.printed { return nil }
      return LineMistake(mistake: mistake, formula: entry.formula, printed: printed)
    }
  }
}

extension WorkedEquation {
  fileprivate func isOf(_ line: WorkedLine) -> Bool {
    quantity == line.quantity && layer == line.layer
  }
}
