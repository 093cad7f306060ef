// Where a function of z has kinks and jumps: at the zeros of what its max and bracket nodes compare.

import Notation
import Numbers

extension Expression {
  /// The places, from left to right, where a max or a bracket of the formula, which is one in z alone,
  /// changes its side.
  ///
  /// The two things that a node compares are subtracted, and where the difference changes its sign is
  /// found by halving: between powers of two from 2^−64 to 2^1023 of both signs, so that an interval
  /// in which the sign changes twice, there and back, is not noticed. No function of the notes has one.
  func kinkPlaces() -> [Double] {
    let own: [Double] =
      switch self {
      case .max(let a, let b, _), .bracket(let a, _, let b): Self.zeros(of: a - b)
      default: []
      }
    return Set(own + parts.flatMap { $0.kinkPlaces() }).sorted()
  }

  private static func zeros(of difference: Expression) -> [Double] {
    let isInZ = !difference.contains {
      if case .letter(let letter) = $0 { letter.name != "z" } else { false }
    }
    guard isInZ else { return [] }
    let program = Program(difference, letters: ["z"])
    var frame = Frame<Double>(letters: [[0]])
    func value(_ z: Double) -> Double {
      frame[0, 0] = z
      return program.run(&frame)
    }
    let powers = (-64...1023).map { Double(sign: .plus, exponent: $0, significand: 1) }
    let grid = powers.reversed().map { -$0 } + [0] + powers
    var zeros = grid.filter { value($0) == 0 }
    // A difference that is 0 on a stretch is no comparison.
    if zeros.count > 2 { return [] }
    for (a, b) in zip(grid, grid.dropFirst()) where value(a) * value(b).sign.factor < 0 {
      if value(a) != 0, value(b) != 0 { zeros.append(Self.zero(between: a, b, of: value)) }
    }
    return zeros
  }

  private static func zero(
    between a: Double, _ b: Double, of value: (Double) -> Double
  ) -> Double {
    var (low, high) = (a, b)
    let sign = value(a).sign
    while true {
      let middle = low + (high - low) / 2
      let found = value(middle)
      if found == 0 || middle == low || middle == high { return middle }
      if found.sign == sign { low = middle } else { high = middle }
    }
  }
}

extension FloatingPointSign {
  fileprivate var factor: Double { self == .plus ? 1 : -1 }
}
