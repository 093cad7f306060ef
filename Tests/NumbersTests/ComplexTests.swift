// Complex numbers: their arithmetic, and the complex step against dual numbers.

import Numbers
import Testing

@Suite("Complex numbers")
struct ComplexTests {
  /// In steps of h = 2^−200 there is no cancellation; where h f′ is below the smallest normal number
  /// the derivative has lost digits, and no more than that.
  @Test("Im f(x + ih) = h f′(x) to 4 ulps", arguments: Elementary.all)
  func complexStep(_ function: Elementary) {
    let h = 0x1p-200
    let seed: UInt64 = 21
    let saturated = [-744.5, -700, -40, -36.7, -20, 20, 36.7, 40, 350, 700]
      .filter { function.domain.contains($0) }
    let arguments = function.arguments(500 * thoroughness, seed: seed) + saturated + [1, 0.5]
    for x in arguments {
      let step = function.complex(Complex(x, h))
      let dual = function.dual(.variable(x))
      #expect(
        (step.real - dual.value).magnitude <= 2 * dual.value.magnitude.ulp,
        "Re \(function.name)(\(x)): \(step.real), \(dual.value)")
      let expected = dual.derivative * h
      #expect(
        (step.imaginary - expected).magnitude <= 4 * expected.magnitude.ulp,
        "\(function.name)′(\(x)): complex step \(step.imaginary / h), dual \(dual.derivative), seed \(seed)"
      )
    }
  }

  @Test("the complex step differentiates + − × ÷ to 4 ulps")
  func complexStepOfArithmetic() {
    var draw = Draw(seed: 22)
    let h = 0x1p-200
    for _ in 0..<500 * thoroughness {
      let (a, b) = (draw.number(exponents: -20...20), draw.number(exponents: -20...20))
      let operations: [(String, Complex, Dual<Double>)] = [
        ("x + b", Complex(a, h) + Complex(b), .variable(a) + Dual(b)),
        ("b − x", Complex(b) - Complex(a, h), Dual(b) - .variable(a)),
        ("x b", Complex(a, h) * Complex(b), .variable(a) * Dual(b)),
        ("x / b", Complex(a, h) / Complex(b), .variable(a) / Dual(b)),
        ("b / x", Complex(b) / Complex(a, h), Dual(b) / .variable(a)),
      ]
      for (name, step, dual) in operations {
        #expect((step.real - dual.value).magnitude <= dual.value.ulp, "\(name), seed 22")
        let derivative = step.imaginary / h
        #expect(
          (derivative - dual.derivative).magnitude <= 4 * dual.derivative.ulp,
          "\(name) at \(a), \(b): \(derivative), \(dual.derivative), seed 22")
      }
    }
  }

  /// The reference divides by |b|² in double-double.
  @Test("a / b to 8 u |a / b|, also where |b|² is beyond the numbers", arguments: [0, 600, -600])
  func division(exponent: Int) {
    var draw = Draw(seed: 23)
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    for _ in 0..<500 * thoroughness {
      let numbers = (0..<4).map { _ in draw.number(exponents: -8...8) }
      let (a, b) = (Complex(numbers[0], numbers[1]), Complex(numbers[2], numbers[3]))
      let quotient = a / Complex(b.real * scale, b.imaginary * scale)
      let (p, q) = (DoubleDouble.product, DoubleDouble.product)
      let square = p(b.real, b.real) + q(b.imaginary, b.imaginary)
      let real = ((p(a.real, b.real) + p(a.imaginary, b.imaginary)) / square).real / scale
      let imaginary = ((p(a.imaginary, b.real) - p(a.real, b.imaginary)) / square).real / scale
      let size = Double.hypotenuse(real, imaginary)
      let error = Double.hypotenuse(quotient.real - real, quotient.imaginary - imaginary)
      #expect(
        error <= 8 * 0x1p-53 * size,
        "\(a) / (\(b) · \(scale)) = \(quotient), off by \(error), seed 23")
    }
  }

  @Test("laws in the plane: exp log, exp(a + b), expm1, log1p, tanh")
  func plane() {
    var draw = Draw(seed: 24)
    func check(_ name: String, _ left: Complex, _ right: Complex, _ scale: Double, _ z: Complex) {
      let error = Double.hypotenuse(left.real - right.real, left.imaginary - right.imaginary)
      #expect(error <= 2e-15 * scale, "\(name) at \(z): \(left), \(right), seed 24")
    }
    for _ in 0..<300 * thoroughness {
      let z = Complex(draw.uniform(-1.5...1.5), draw.uniform(-1.5...1.5))
      let v = Complex(draw.uniform(-1.5...1.5), draw.uniform(-1.5...1.5))
      let (e, one) = (Complex.exp(z), Complex.one)
      let size = 1 + Double.hypotenuse(e.real, e.imaginary)
      check("exp log z = z", .exp(.log(z)), z, 2, z)
      check("exp(z + v) = exp z exp v", .exp(z + v), e * .exp(v), 10 * size, z)
      check("expm1 z = exp z − 1", .expMinusOne(z), e - one, size, z)
      check("log1p z = log(1 + z)", .exp(.logOnePlus(z)), one + z, 3, z)
      let square = e * e
      let tanh = (square - one) / (square + one)
      let sum = Double.hypotenuse((square + one).real, (square + one).imaginary)
      check(
        "tanh z = (e^2z − 1) / (e^2z + 1)", .tanh(z), tanh, 10 * (size * size / sum + 1) / sum, z)
    }
  }

  @Test("i² = −1, (1 + i)⁴ = −4, |a| from a / a = 1")
  func exact() {
    let i = Complex(0, 1)
    #expect(i * i == Complex(-1))
    #expect(Complex.power(Complex(1, 1), 4) == Complex(-4))
    #expect(Complex(1, 1) / Complex(1, -1) == i)
    #expect(Complex(3, 4) - Complex(3, 4) == .zero)
    #expect(-Complex(1, -2) == Complex(-1, 2))
  }
}
