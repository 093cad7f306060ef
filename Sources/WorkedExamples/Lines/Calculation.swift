// A calculation: equations written out for every node and example, one line after the other.

import Deriving
public import NetworkModel
public import Notation
import Numbers

/// One line of a calculation: a letter, and the formula that gives it from letters of earlier lines.
public struct CalculationLine: Sendable {
  /// The equation that was written out.
  public let equation: WorkedEquation
  /// The letter that it gives, with numbers for its indices.
  public let left: Letter
  /// The formula, every Σ written out.
  public let formula: Expression
  /// The example that it belongs to.
  public let example: Int?
}

/// Equations written out, and made ready to be run with numbers.
public struct Calculation: Sendable {
  /// Every line, in the order in which a sheet shows them.
  public let lines: [CalculationLine]
  /// The letters that no line gives.
  public let given: [Letter]
  /// Every letter's place in the list of values: the given ones first, then the lines.
  private let slots: [Letter: Int]
  private let exact: [LineProgram]
  private let textbook: [LineProgram]
  /// The lines in an order in which each comes after those that it uses. A sheet shows one example after
  /// the other, but a mistake may need all of them at an earlier place.
  private let order: [Int]

  /// - Parameter equations: groups of equations, in the order of the calculation; within a group all of
  ///   one example come before those of the next.
  public init(_ groups: [[WorkedEquation]], _ network: Network, examples: Int) {
    let writing = Writing(sizes: network.sizes, examples: examples)
    lines = groups.flatMap { writing.lines(of: $0) }
    let lefts = Set(lines.map(\.left))
    var given: [Letter] = []
    var seen: Set<Letter> = []
    for letter in lines.lazy.flatMap(\.formula.letters)
    where !lefts.contains(letter) && seen.insert(letter).inserted { given.append(letter) }
    self.given = given
    let all = given + lines.map(\.left)
    let slots = Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    self.slots = slots
    textbook = lines.map { LineProgram($0.formula, slots) }
    exact = zip(lines, textbook).map { line, textbook in
      let form = network.soundForm(of: line.equation)
      if form == line.equation.right { return textbook }
      return LineProgram(writing.formula(form, line.place), slots)
    }
    order = Self.order(of: exact, behind: given.count)
  }

  private static func order(of programs: [LineProgram], behind given: Int) -> [Int] {
    var order: [Int] = []
    var isKnown = Array(repeating: true, count: given)
    isKnown += Array(repeating: false, count: programs.count)
    var waiting = Array(programs.indices)
    while !waiting.isEmpty {
      let rest = waiting.filter { line in
        guard programs[line].slots.allSatisfy({ isKnown[$0] }) else { return true }
        isKnown[given + line] = true
        order.append(line)
        return false
      }
      precondition(rest.count < waiting.count, "lines that use each other: \(rest)")
      waiting = rest
    }
    return order
  }

  /// Where a letter's value stands in the list.
  public func slot(of letter: Letter) -> Int? { slots[letter] }

  /// Runs all lines.
  ///
  /// - Parameters:
  ///   - numbers: the values of `given`.
  ///   - correct: what becomes of a line's value before other lines use it.
  /// - Returns: the given values, and behind them the value of each line.
  func values(
    _ numbers: [DoubleDouble],
    correct: (CalculationLine, DoubleDouble) -> DoubleDouble = { $1 }
  ) -> [DoubleDouble] {
    var values = numbers + Array(repeating: .zero, count: lines.count)
    for line in order {
      values[numbers.count + line] = correct(lines[line], exact[line].value(values))
    }
    return values
  }

  /// The value of one line from exact numbers.
  func exactValue(_ line: Int, _ values: [DoubleDouble]) -> DoubleDouble {
    exact[line].value(values)
  }

  /// The value of one line by the printed formula.
  func textbookValue(_ line: Int, _ values: [DoubleDouble]) -> DoubleDouble {
    textbook[line].value(values)
  }
}
