// The search for a network whose printed numbers never contradict each other.

public import Deriving
import NetworkModel
import Notation
import Numbers

/// Draws networks until one is rounding-proof.
///
/// On such a sheet every printed number is right whether one carries the printed values or all digits,
/// and no rounding is a tie. Besides, no computed number is so small that its digits say little, and no
/// catalogued mistake leaves every printed digit as it is.
public struct RoundingProofSearch: Sendable {
  /// The shape and the functions of the networks.
  public let template: SheetTemplate
  /// How the sheet is printed: what is proof with four digits need not be with five.
  public let options: WorkedExampleOptions
  /// What the numbers start from; the same on every platform.
  public let seed: UInt64
  /// α to be tried; 0.5 would double the ties.
  let learningRates: [Double]

  /// - Parameter learningRate: α; `nil` to take one of 0.1, 0.2 and 1.
  public init(
    _ template: SheetTemplate, _ options: WorkedExampleOptions, learningRate: Double? = nil,
    seed: UInt64
  ) {
    self.template = template
    self.options = options
    self.seed = seed
    learningRates = learningRate.map { [$0] } ?? [0.1, 0.2, 1]
  }

  /// A network that was found, and how many were looked at before.
  public struct Hit: Sendable {
    /// The network, worked through.
    public let example: WorkedExample
    /// How many networks were drawn until then.
    public let tries: Int
  }

  /// The first rounding-proof networks that the seed leads to, fewer where so many tries in a row led to
  /// none.
  ///
  /// - Throws: `.undefined` where the cost has no value at the hypothesis.
  public func hits(_ count: Int, triesForEach tries: Int) throws(DerivingError) -> [Hit] {
    var generator = SeededGenerator(seed: seed)
    let (network, batch) = template.draw(&generator)
    let equations = try NetworkEquations(network, batch).withoutAsides
    let calculation = Calculation(
      equations.sections.map(\.1), network, examples: batch.count)
    var hits: [Hit] = []
    var tried = 0
    while hits.count < count, tried - (hits.last?.tries ?? 0) < tries {
      tried += 1
      let (network, batch) = template.draw(&generator)
      let rate = learningRates[generator.integer(below: learningRates.count)]
      let given = GivenNumbers(network, batch, learningRate: rate)
      guard let values = proof(calculation, given) else { continue }
      var options = options
      options.learningRate = rate
      let example = WorkedExample(
        given, options, equations, WorkedNumbers(calculation, values))
      if example.isRoundingProof, example.isTelling {
        hits.append(Hit(example: example, tries: tried))
      }
    }
    return hits
  }

  /// All values with all digits, if each is the same from the printed numbers.
  private func proof(_ calculation: Calculation, _ given: GivenNumbers) -> [DoubleDouble]? {
    let numbers = calculation.given.map(given.exactValue)
    var (exact, carried) = (numbers, numbers)
    for line in calculation.lines.indices {
      let value = calculation.exactValue(line, exact)
      let printed = PrintedNumber(rounding: value, digits: options.digits)
      let other = calculation.textbookValue(line, carried)
      guard PrintedNumber(rounding: other, digits: options.digits) == printed,
        PrintedNumber.distanceFromTie(value, printed) > 1e-6,
        PrintedNumber.distanceFromTie(other, printed) > 1e-6,
        isTelling(printed, at: calculation.lines[line])
      else { return nil }
      exact.append(value)
      carried.append(printed.value)
    }
    return exact
  }

  /// Whether a number has two digits at least. A slope that happens to be 0 would leave everything
  /// behind it at 0 too; where a function has a kink that is what there is to learn.
  private func isTelling(_ printed: PrintedNumber, at line: CalculationLine) -> Bool {
    if printed.significand != 0 {
      return printed.value.real.magnitude >= 10 * PrintedNumber.smallest(options.digits)
    }
    switch line.equation.quantity {
    case .outputError, .activationGradient, .error, .weightGradient, .biasGradient:
      return hasKinks
    default: return true
    }
  }

  private var hasKinks: Bool {
    ([template.hypothesis.definition] + template.activations.map(\.definition))
      .contains { $0.kinkCount > 0 }
  }
}

extension WorkedExample {
  /// Whether every mistake that can be made shows.
  fileprivate var isTelling: Bool {
    markingKey?.allSatisfy { !$0.values.isEmpty } ?? false
  }
}

extension NetworkEquations {
  /// The equations without those that no later line uses: ∂J/∂h and h′ where δ is found without them.
  var withoutAsides: NetworkEquations {
    let used = Set(all.flatMap { $0.right.letters.map(\.name) })
    let usesGradient = backward.contains { $0.quantity == .outputError && $0.right.usesChain }
    var result = self
    result.backward.removeAll {
      ($0.quantity == .outputGradient || $0.quantity == .outputSlope) && !usesGradient
        && !used.contains($0.left.name)
    }
    return result
  }
}

extension Expression {
  /// Whether it uses ∂J/∂h or h′.
  fileprivate var usesChain: Bool {
    contains(where: { part in
      switch part {
      case .partial(.letter, by: let x): x.name == "h"
      case .letter(let letter): letter.name == "h′"
      default: false
      }
    })
  }
}
