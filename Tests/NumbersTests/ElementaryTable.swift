// The table of elementary functions to 40 digits, and the exact reading of its decimals.

import Foundation
import Numbers
import Testing

/// A decimal number as an exact fraction.
struct Decimal40: Sendable, CustomStringConvertible {
  let description: String
  let numerator: Dyadic
  /// A power of ten.
  let denominator: Dyadic

  /// Reads `-1.234e-56`.
  init(_ text: String) {
    description = text
    let parts = text.split(separator: "e")
    let significand = parts[0].split(separator: ".")
    let fraction = significand.count > 1 ? significand[1] : ""
    let exponent = (parts.count > 1 ? Int(parts[1])! : 0) - fraction.count
    var digits = Dyadic(whole: 0)
    for character in significand[0] + fraction where character.isNumber {
      digits = digits * Dyadic(whole: 10) + Dyadic(whole: UInt64(character.wholeNumberValue!))
    }
    if text.hasPrefix("-") { digits = -digits }
    numerator = digits * .power(of10: max(exponent, 0))
    denominator = .power(of10: max(-exponent, 0))
  }

  /// |x − self|, times the denominator.
  func distance(from x: Dyadic) -> Dyadic { (x * denominator - numerator).magnitude }

  /// |x − self| / |self|.
  func relativeError(of x: Dyadic) -> Double {
    Dyadic.ratio(distance(from: x), numerator.magnitude)
  }

  func isWithin(_ bound: Double, of x: Dyadic) -> Bool {
    distance(from: x) <= Dyadic(bound) * denominator
  }
}

/// An elementary function over every number type of the package.
struct Elementary: Sendable, CustomTestStringConvertible {
  let name: String
  /// What `Bounded` takes for the largest error of the platform's library and of the kernels, in half
  /// units of the value or of a number next to it.
  let halfUnits: Double
  /// Arguments between which the function and its derivative are numbers.
  let domain: ClosedRange<Double>
  let double: @Sendable (Double) -> Double
  let float: @Sendable (Float) -> Float
  let precise: @Sendable (DoubleDouble) -> DoubleDouble
  let bounded: @Sendable (Bounded) -> Bounded
  let dual: @Sendable (Dual<Double>) -> Dual<Double>
  let preciseDual: @Sendable (Dual<DoubleDouble>) -> Dual<DoubleDouble>
  let complex: @Sendable (Complex) -> Complex

  var testDescription: String { name }

  static let all = [
    Elementary(
      name: "exp", halfUnits: 4, domain: -744...709, double: { .exp($0) }, float: { .exp($0) },
      precise: { .exp($0) }, bounded: { .exp($0) }, dual: { .exp($0) }, preciseDual: { .exp($0) },
      complex: { .exp($0) }),
    Elementary(
      name: "expm1", halfUnits: 4, domain: -50...709, double: { .expMinusOne($0) },
      float: { .expMinusOne($0) }, precise: { .expMinusOne($0) }, bounded: { .expMinusOne($0) },
      dual: { .expMinusOne($0) }, preciseDual: { .expMinusOne($0) },
      complex: { .expMinusOne($0) }),
    Elementary(
      name: "log", halfUnits: 4, domain: 0x1p-1022...0x1p1023, double: { .log($0) },
      float: { .log($0) }, precise: { .log($0) }, bounded: { .log($0) }, dual: { .log($0) },
      preciseDual: { .log($0) }, complex: { .log($0) }),
    Elementary(
      name: "log1p", halfUnits: 4, domain: -0.9999...0x1p1023, double: { .logOnePlus($0) },
      float: { .logOnePlus($0) }, precise: { .logOnePlus($0) }, bounded: { .logOnePlus($0) },
      dual: { .logOnePlus($0) }, preciseDual: { .logOnePlus($0) },
      complex: { .logOnePlus($0) }),
    Elementary(
      name: "tanh", halfUnits: 5, domain: -60...60, double: { .tanh($0) }, float: { .tanh($0) },
      precise: { .tanh($0) }, bounded: { .tanh($0) }, dual: { .tanh($0) },
      preciseDual: { .tanh($0) }, complex: { .tanh($0) }),
  ]

  /// Its lines of the table: arguments, and values to 40 digits.
  func table() throws -> [(x: Double, value: Decimal40)] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Fixtures/expected/elementary.json")
    let tables = try JSONDecoder().decode([String: [Row]].self, from: Data(contentsOf: url))
    return tables[name]!.map { ($0.x, $0.value) }
  }

  /// `[x, "value"]`; of the tables whose values are doubles, these by their description.
  private struct Row: Decodable {
    let x: Double
    let value: Decimal40

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      x = try row.decode(Double.self)
      let text = try? row.decode(String.self)
      value = Decimal40(try text ?? "\(row.decode(Double.self))")
    }
  }

  /// Where glibc's error is large: tanh is wrong by 4.1 half units there, expm1 and log1p by 1.5.
  private var hardArguments: [Double] {
    switch name {
    case "tanh": [0.22672276114665557, -0.22672276114665557]
    case "expm1": [0.3567202909724876]
    case "log1p": [-0.36750710159992395]
    default: []
    }
  }

  /// Random arguments: half of them evenly spread over the domain (up to 50), half of every size.
  func arguments(_ count: Int, seed: UInt64) -> [Double] {
    var draw = Draw(seed: seed)
    return hardArguments
      + (0..<count).map { position in
        if position % 2 == 0 {
          return draw.uniform(max(domain.lowerBound, -50)...min(domain.upperBound, 50))
        }
        let size = Double.exp(draw.uniform(-30...Double.log(domain.upperBound)))
        return -size > domain.lowerBound && draw.isHeads() ? -size : size
      }.filter { $0 != 0 }
  }
}
