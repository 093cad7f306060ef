// Expressions as trees: replacing, parts, kinks.

import Nabla
import Testing

@Suite("Expressions")
struct ExpressionTests {
  /// One of every kind of node.
  static let kinds: [Expression] = [
    2, .x, .x + .y, -.x, .x * .y, .x / .y, .power(.x, 3), .exp(.x), .log(.x), .expMinusOne(.x),
    .logOnePlus(.x), .tanh(.x), .max(.x, .y), .max(.x, .y, tie: .second),
    .bracket(.x, .less, .y), .sum(over: .i, .x), .sum(over: .i, excluding: .k, .x),
    .largest(over: .i, .x), .largest(over: .i, excluding: .k, .x),
    .define(Letter("s"), .x, in: .y),
  ]

  @Test("replacing nothing changes nothing, and replacing all of it gives the value")
  func replacingWhole() {
    for expression in Self.kinds {
      #expect(expression.replacing([:]) == expression)
      #expect(expression.replacing([expression: 5]) == 5)
    }
  }

  @Test("replacing x by y and y by x at once exchanges them; twice is the identity")
  func exchange() {
    let exchange: [Expression: Expression] = [.x: .y, .y: .x]
    for expression in Self.kinds where expression.contains(.x) {
      let exchanged = expression.replacing(exchange)
      #expect(exchanged != expression, "\(expression)")
      #expect(exchanged.replacing(exchange) == expression)
      #expect(exchanged.parts.count == expression.parts.count)
    }
  }

  @Test("the largest part is replaced first, from the outside in")
  func largestFirst() {
    let formula: Expression = 1 - .power(.x, 2) + .x
    #expect(formula.replacing([.x: .y, 1 - .power(.x, 2): 7]) == 7 + .y)
    #expect(formula.replacing([.power(.x, 2): .x]) == 1 - .x + .x)
  }

  @Test("a replaced expression's value is the value with the letter replaced")
  func substitution() {
    let inner: Expression = .y * .y + 0.5
    for formula in Formula.all {
      let replaced = formula.expression.replacing([.x: inner])
      for y in [-1.5, 0.25, 2] {
        let value = replaced.value(x: .nan, y: y)
        let expected = formula.value(y * y + 0.5, y)
        #expect(value == expected, "\(formula.name) at y = \(y): \(value), \(expected)")
      }
    }
  }

  @Test("an expression contains itself and its parts, and not what is in none of them")
  func contains() {
    for expression in Self.kinds {
      #expect(expression.contains(expression))
      for part in expression.parts { #expect(expression.contains(part)) }
      #expect(!expression.contains(.letter(Letter("q"))))
    }
  }

  @Test("kinks are counted: one for each max and bracket")
  func kinkCount() {
    for expression in Self.kinds {
      let expected =
        switch expression {
        case .max, .bracket: 1
        default: 0
        }
      #expect(expression.kinkCount == expected, "\(expression)")
      #expect((expression + 2 * expression).kinkCount == 2 * expected)
      #expect(Expression.exp(-expression).kinkCount == expected)
    }
    #expect(Expression.max(.magnitude(.x), .bracket(.x, .less, 0)).kinkCount == 3)
  }

  @Test("a program has as many kinks as its expression")
  func programs() {
    for formula in Formula.all {
      let program = Program(formula.expression, letters: ["x", "y"])
      #expect(program.kinkCount == formula.expression.kinkCount, "\(formula.name)")
    }
  }

  @Test("letters are written with their node below and their example above the line")
  func letters() {
    #expect("\(Letter("z"))" == "z")
    #expect("\(Letter("h", node: .k))" == "h_k")
    #expect("\(Letter("y", node: .k, example: .m))" == "y_k^(m)")
  }
}
