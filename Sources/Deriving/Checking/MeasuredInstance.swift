// An instance while lines are checked on it: values and measured derivatives, each found once.

import Notation
import Numbers

/// What is known about an instance so far.
final class MeasuredInstance {
  let instance: Instance
  let evaluation: Evaluation<Double>
  private let bounded: Evaluation<Bounded>
  private var known: [Key: MeasuredDerivative] = [:]

  private struct Key: Hashable {
    let quantity: Quantity
    let entry: Instance.Entry
  }

  private enum Quantity: Hashable {
    case letter(Instance.Entry)
    case expression(Expression, Assignment)
  }

  init(_ instance: Instance) {
    self.instance = instance
    evaluation = Evaluation(instance)
    bounded = Evaluation(instance)
  }

  /// The measured derivative, from memory where the same was asked for before.
  func derivative(
    of derivative: MeasurableDerivative, at place: Assignment
  ) throws(EvaluationError) -> MeasuredDerivative {
    let entry = try evaluation.entry(derivative.letter, place)
    let quantity: Quantity
    if case .letter(let letter) = derivative.quantity {
      quantity = .letter(try evaluation.entry(letter, place))
    } else {
      quantity = .expression(derivative.quantity, place)
    }
    let key = Key(quantity: quantity, entry: entry)
    if let measured = known[key] { return measured }
    let measured = try probe(derivative, at: place).derivative
    known[key] = measured
    return measured
  }

  func probe(_ derivative: MeasurableDerivative, at place: Assignment) throws(EvaluationError)
    -> EntryProbe
  {
    try EntryProbe(
      derivative.quantity, at: place, by: evaluation.entry(derivative.letter, place), on: bounded)
  }
}

/// A derivative that differences can measure: of an expression, by a letter.
struct MeasurableDerivative: Hashable {
  let quantity: Expression
  let letter: Letter

  /// What a left side says: ∂J/∂z as it stands, δ by its definition, g′(z) of a letter z.
  init?(_ left: Expression, definitions: [Definition]) {
    switch left {
    case .partial(let quantity, let letter):
      self.init(quantity: quantity, letter: letter)
    case .letter(let letter):
      guard
        case .partial(let quantity, let other)? =
          definitions.lazy.compactMap({ $0.value(of: letter) }).first
      else { return nil }
      self.init(quantity: quantity, letter: other)
    case .call(let name, primes: 1, .letter(let letter)):
      self.init(quantity: .call(name, primes: 0, .letter(letter)), letter: letter)
    default: return nil
    }
  }

  private init(quantity: Expression, letter: Letter) {
    self.quantity = quantity
    self.letter = letter
  }
}
