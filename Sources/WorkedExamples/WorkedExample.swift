// A worked example: a network's forward and backward pass and one step of gradient descent, in numbers.

public import NetworkModel
public import Notation
public import Numbers

/// How a worked example is calculated and printed.
public struct WorkedExampleOptions: Hashable, Sendable {
  /// The decimals of a computed number, 1 … 10.
  public var digits = 4
  /// α of the update.
  public var learningRate = 0.1
  /// Layers and batches of more than this are abridged.
  public var limit = 6

  /// Four decimals, α = 0.1, layers of more than six nodes abridged.
  public init() {}
}

/// A network worked through with its numbers, line by line.
public struct WorkedExample: Sendable {
  /// The numbers that it starts from.
  public let given: GivenNumbers
  /// How it is calculated and printed.
  public let options: WorkedExampleOptions
  /// The equations of the network, before they are written out.
  public let equations: NetworkEquations
  /// The lines, in the order of the calculation.
  public let sections: [WorkedSection]
  /// What is left away, where something is.
  public let abridgement: Abridgement?
  /// Every number that is known, by its letter.
  let numbers: WorkedNumbers

  /// The network.
  public var network: Network { given.network }
  /// X and Y, N × M and K × M.
  public var batch: Batch { given.batch }

  /// The lines of one part of the calculation.
  public func section(_ kind: WorkedSection.Kind) -> [WorkedLine] {
    sections.filter { $0.kind == kind }.flatMap(\.lines)
  }

  /// Every line, in the order of the calculation.
  public var lines: [WorkedLine] { sections.flatMap(\.lines) }

  /// A number with all its digits.
  public func value(of letter: Letter) -> DoubleDouble? {
    given.value(of: letter).map { DoubleDouble(decimal: $0) } ?? numbers.value(of: letter)
  }

  /// A number as it is printed.
  public func printed(_ letter: Letter) -> PrintedNumber? {
    if let number = given.value(of: letter) {
      return PrintedNumber(given: number, digits: options.digits)
    }
    return numbers.value(of: letter).map { PrintedNumber(rounding: $0, digits: options.digits) }
  }

  /// By how much the step lowered J, and by how much it should have.
  public var outcome: Outcome {
    Outcome(
      fall: value(of: Letter("J"))! - value(of: Letter("J").updated)!,
      forecast: DoubleDouble(decimal: given.learningRate) * numbers.gradientSquares)
  }

  /// The same from the printed numbers; `nil` where not every parameter is shown.
  var outcomeOfPrinted: Outcome? {
    if abridgement != nil { return nil }
    let gradient = section(.gradient).map(\.printed.value)
    return Outcome(
      fall: printed(Letter("J"))!.value - printed(Letter("J").updated)!.value,
      forecast: DoubleDouble(decimal: given.learningRate)
        * gradient.reduce(.zero) { $0 + $1 * $1 })
  }

  /// Whether every line's printed numbers give its printed value, and no rounding is a tie.
  public var isRoundingProof: Bool {
    lines.allSatisfy { line in
      line.printedOperandsGive == nil && !line.isAbridged
        && PrintedNumber.distanceFromTie(line.value, line.printed) > 1e-9
    } && outcomeOfPrinted.map { $0.isPrinted(as: outcome, digits: options.digits) } ?? false
  }
}

// MARK: - Working

extension WorkedExample {
  /// Works a network through.
  ///
  /// - Parameter numbers: every number of both passes.
  /// - Throws: `.undefined` where the cost has no value at the hypothesis.
  init(
    _ given: GivenNumbers, _ options: WorkedExampleOptions, _ equations: NetworkEquations,
    _ numbers: WorkedNumbers
  ) {
    self.given = given
    self.options = options
    self.equations = equations
    self.numbers = numbers
    let (network, batch) = (given.network, given.batch)
    let isLarge = ([batch.count] + network.sizes).contains { $0 > options.limit }
    abridgement = isLarge ? Abridgement(limit: options.limit, blank: batch.blankInputs) : nil
    let writing = Writing(
      sizes: network.sizes, examples: batch.count, abridgement: abridgement)
    var counts: [Character: Int] = [:]
    let line = LineMaker(given, options, numbers)
    sections = equations.sections.map { kind, group in
      WorkedSection(
        kind: kind,
        lines: writing.lines(of: group).map { entry in
          counts[kind.initial, default: 0] += 1
          return line.line("\(kind.initial)\(counts[kind.initial]!)", entry)
        })
    }
  }
}

extension NetworkEquations {
  /// The equations in the order in which a sheet shows them.
  package var sections: [(WorkedSection.Kind, [WorkedEquation])] {
    [
      (.forward, forward), (.backward, backward), (.gradient, gradient), (.update, update),
      (.again, forward.map(\.updated)),
    ]
  }
}

extension WorkedSection.Kind {
  /// The first letter of its lines' numbers; the gradient is part of the way back.
  fileprivate var initial: Character {
    switch self {
    case .forward: "F"
    case .backward, .gradient: "B"
    case .update: "U"
    case .again: "A"
    }
  }
}

extension Batch {
  /// The inputs that are 0 in every example.
  fileprivate var blankInputs: Set<Int> {
    Set((1...inputs.rows).filter { n in (1...count).allSatisfy { inputs[n, $0] == 0 } })
  }
}

/// Makes lines for one worked example.
private struct LineMaker {
  let given: GivenNumbers
  let options: WorkedExampleOptions
  let numbers: WorkedNumbers

  init(_ given: GivenNumbers, _ options: WorkedExampleOptions, _ numbers: WorkedNumbers) {
    (self.given, self.options, self.numbers) = (given, options, numbers)
  }

  func line(_ id: String, _ entry: CalculationLine) -> WorkedLine {
    guard let value = numbers.value(of: entry.left) else {
      preconditionFailure("\(entry.left) has no value")
    }
    let printed = PrintedNumber(rounding: value, digits: options.digits)
    let other = entry.formula.printedOperandsGive(digits: options.digits) { letter in
      given.value(of: letter).map { PrintedNumber(given: $0, digits: options.digits) }
        ?? numbers.value(of: letter).map { PrintedNumber(rounding: $0, digits: options.digits) }
    }
    return WorkedLine(
      id: id, quantity: entry.equation.quantity, layer: entry.equation.layer,
      example: entry.example, left: entry.left, formula: entry.formula, value: value,
      printed: printed, printedOperandsGive: other == printed ? nil : other,
      reason: entry.equation.reason, reference: entry.equation.reference)
  }
}
