// Making mistakes: one in an equation, several in it, one in a whole network.

public import NetworkModel
import Notation

extension NetworkMistake {
  /// An equation with this mistake in it; `nil` where the mistake leaves it alone or cannot be made.
  ///
  /// The equation may have other mistakes in it already. A mistake that writes a formula anew can only be
  /// made first, so `changed(_:by:in:)` sorts them.
  public func changed(_ equation: WorkedEquation, in place: Place) -> WorkedEquation? {
    if reach == .whole, let layer = equation.layer,
      place.equation(equation.quantity, layer)?.right != equation.right
    {
      return nil
    }
    guard let wrong = wrong(equation, place), wrong != equation.right else { return nil }
    return equation.replacingRight(by: wrong)
  }

  /// An equation with several mistakes in it, those that leave it alone left out; `nil` where they all do,
  /// or where two of them each write it anew.
  public static func changed(
    _ equation: WorkedEquation, by mistakes: [NetworkMistake], in place: Place
  ) -> WorkedEquation? {
    let concerned = mistakes.filter { $0.changed(equation, in: place) != nil }
    if concerned.count(where: { $0.reach == .whole }) > 1 { return nil }
    // Sorting by insertion: what has the same reach stays in its order.
    let order = [Reach.whole, .part, .around].flatMap { reach in
      concerned.filter { $0.reach == reach }
    }
    let wrong = order.reduce(equation) { $1.changed($0, in: place) ?? $0 }
    return wrong == equation ? nil : wrong
  }

  /// The equations of a network with this mistake in them; `nil` where it cannot be made.
  public func equations(
    _ equations: NetworkEquations, _ network: Network, _ batch: Batch
  ) -> NetworkEquations? {
    let place = Place(network, batch, equations)
    var isMade = false
    let wrong = equations.map { equation in
      guard let changed = changed(equation, in: place) else { return equation }
      isMade = true
      return changed
    }
    return isMade ? wrong : nil
  }
}
