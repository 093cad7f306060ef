// The sides of kinks: recorded, held, crossed, met.

import Nabla
import Testing

@Suite("Sides of kinks")
struct SidesTests {
  /// What evaluating a formula of x has done.
  struct Outcome: Equatable {
    var value: Double
    var sides: UInt8
    var crossed = false
    var isAtKink = false
  }

  func run(
    _ formula: Expression, _ x: Double, holding sides: UInt8? = nil, sided: Bool = true
  ) -> Outcome {
    var frame = Frame(letters: [[x]])
    frame.sides = sides ?? 0
    frame.holdsSides = sides != nil
    let value = Program(formula, letters: ["x"], sided: sided).run(&frame)
    return Outcome(
      value: value, sides: frame.sides, crossed: frame.crossed, isAtKink: frame.isAtKink)
  }

  static let first = Expression.max(0, .x, tie: .first)
  static let second = Expression.max(0, .x, tie: .second)

  @Test("max notes whether it took its second argument", arguments: [first, second])
  func recorded(formula: Expression) {
    #expect(run(formula, 3) == Outcome(value: 3, sides: 1))
    #expect(run(formula, -3) == Outcome(value: 0, sides: 0))
  }

  @Test("where both arguments are equal, max takes the side of its tie and notes the kink")
  func ties() {
    #expect(run(Self.first, 0) == Outcome(value: 0, sides: 0, isAtKink: true))
    #expect(run(Self.second, 0) == Outcome(value: 0, sides: 1, isAtKink: true))
    var frame = Frame(letters: [[Dual<Double>.variable(0)]])
    #expect(Program(Self.first, letters: ["x"]).run(&frame).derivative == 0)
    #expect(Program(Self.second, letters: ["x"]).run(&frame).derivative == 1)
  }

  @Test("a held max does not look: max(0, x) is 0 or x, and says where it would have crossed")
  func held() {
    for formula in [Self.first, Self.second] {
      #expect(run(formula, 3, holding: 1) == Outcome(value: 3, sides: 1))
      #expect(run(formula, -3, holding: 1) == Outcome(value: -3, sides: 1, crossed: true))
      #expect(run(formula, 3, holding: 0) == Outcome(value: 0, sides: 0, crossed: true))
      #expect(run(formula, -3, holding: 0) == Outcome(value: 0, sides: 0))
    }
    #expect(run(Self.first, 0, holding: 0) == Outcome(value: 0, sides: 0, isAtKink: true))
    #expect(
      run(Self.first, 0, holding: 1) == Outcome(value: 0, sides: 1, crossed: true, isAtKink: true))
  }

  @Test(
    "a bracket notes whether its relation holds",
    arguments: [
      (Expression.Relation.greater, [0, 0, 1]), (.greaterOrEqual, [0, 1, 1]), (.less, [1, 0, 0]),
    ] as [(Expression.Relation, [UInt8])])
  func brackets(relation: Expression.Relation, expected: [UInt8]) {
    let formula = Expression.bracket(.x, relation, 0.5)
    for (x, side) in zip([0.25, 0.5, 0.75], expected) {
      let isAtKink = x == 0.5
      #expect(
        run(formula, x) == Outcome(value: Double(side), sides: side, isAtKink: isAtKink), "x = \(x)"
      )
      #expect(
        run(formula, x, holding: 1 - side)
          == Outcome(value: 1 - Double(side), sides: 1 - side, crossed: true, isAtKink: isAtKink),
        "x = \(x)")
    }
  }

  @Test("every kink has a bit of its own")
  func bits() {
    // Kinks in the order in which they are written: x > 0, x > 1, x > 2.
    let formula: Expression =
      .max(0, .x) + 10 * .max(1, .x) + 100 * .bracket(.x, .greater, 2)
    #expect(Program(formula, letters: ["x"]).kinkCount == 3)
    let seen = [-1, 0.5, 1.5, 2.5].map { run(formula, $0) }
    #expect(seen.map(\.sides) == [0b000, 0b001, 0b011, 0b111])
    #expect(seen.map(\.value) == [10, 10.5, 16.5, 127.5])
    for sides in UInt8(0)..<8 {
      let outcome = run(formula, 1.5, holding: sides)
      let expected =
        (sides & 1 == 1 ? 1.5 : 0) + (sides & 2 == 2 ? 15 : 10.0) + (sides & 4 == 4 ? 100 : 0)
      #expect(outcome == Outcome(value: expected, sides: sides, crossed: sides != 0b011))
    }
  }

  @Test("evaluating again forgets the sides of the last time")
  func again() {
    let program = Program(Self.first, letters: ["x"])
    var frame = Frame(letters: [[2.0]])
    _ = program.run(&frame)
    frame[0, 0] = -2
    #expect(program.run(&frame) == 0)
    #expect(frame.sides == 0)
  }

  @Test("the kinks of a sound form of a smooth function are none")
  func smooth() {
    #expect(run(Self.first, 0, holding: 1, sided: false) == Outcome(value: 0, sides: 1))
    #expect(run(Self.first, 5, holding: 0, sided: false) == Outcome(value: 5, sides: 0))
    #expect(Program(Self.first, letters: ["x"], sided: false).kinkCount == 0)
  }

  @Test("the side is that of the real part", arguments: [-2.0, -1e-300, 1e-300, 2])
  func realPart(x: Double) {
    var dual = Frame(letters: [[Dual<Double>.variable(x)]])
    var complex = Frame(letters: [[Complex(x, 5)]])
    let program = Program(Self.first, letters: ["x"])
    #expect(program.run(&dual).derivative == (x > 0 ? 1 : 0))
    #expect(program.run(&complex) == (x > 0 ? Complex(x, 5) : .zero))
    #expect(dual.sides == complex.sides && dual.sides == (x > 0 ? 1 : 0))
  }
}
