// The mistakes that can be made at one line of a worked example.

public import Notation
import Numbers

/// A mistake at one line: the wrong formula there, and what it prints beside right numbers elsewhere.
public struct LineMistake: Sendable {
  /// The mistake.
  public let mistake: NetworkMistake
  /// What somebody writes who makes it, every Σ written out.
  public let formula: Expression
  /// What that prints.
  public let printed: PrintedNumber
}

/// A mistake, and the equations of a network that it changes.
public struct MistakenEquations: Sendable {
  /// The mistake.
  public let mistake: NetworkMistake
  /// The equations that it changes, with their wrong right sides.
  public let equations: [WorkedEquation]
}

extension WorkedExample {
  /// Every mistake of the kind made on paper that can be made here, with the equations that it changes.
  public var mistakenEquations: [MistakenEquations] {
    let own = Set(equations.all)
    return NetworkMistake.all.filter(\.isMadeOnPaper).compactMap { mistake in
      mistake.equations(equations, network, batch).map { changed in
        MistakenEquations(
          mistake: mistake, equations: changed.all.filter { !own.contains($0) })
      }
    }
  }

  /// What somebody writes at a line who makes a mistake in its equation; none where terms are left out.
  ///
  /// - Parameter mistaken: `mistakenEquations`, which whoever asks for many lines finds once.
  public func mistakes(at line: WorkedLine, among mistaken: [MistakenEquations]) -> [LineMistake] {
    if line.isAbridged { return [] }
    let writing = Writing(sizes: network.sizes, examples: batch.count)
    return mistaken.compactMap { mistaken in
      guard let wrong = mistaken.equations.first(where: { $0.isOf(line) }) else { return nil }
      let formula = writing.formula(wrong.right, wrong.place(of: line))
      guard let value = value(of: formula) else { return nil }
      let printed = PrintedNumber(rounding: value, digits: options.digits)
      if printed == line.printed { return nil }
      return LineMistake(mistake: mistaken.mistake, formula: formula, printed: printed)
    }
  }
}

extension WorkedEquation {
  fileprivate func isOf(_ line: WorkedLine) -> Bool {
    quantity == line.quantity && layer == line.layer && left.isUpdated == line.left.isUpdated
  }

  /// The nodes and the example that a line was written out for.
  fileprivate func place(of line: WorkedLine) -> [Index: Int] {
    var place: [Index: Int] = line.example.map { [Index.m.plain: $0] } ?? [:]
    for (index, fixed) in zip(left.nodes, line.left.nodes) {
      place[index.plain] = fixed.position
    }
    return place
  }
}
