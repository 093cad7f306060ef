// What the examples of a network are in a file: numbers as they are, or numbers whose powers the
// network sees ([R] "Reviewing Polynomial Regression").

import Numbers

/// How many numbers an example has, and what becomes of them.
struct ExampleShape {
  let sizes: [Int]
  /// d: every number x_n of an example is replaced by x_n, x_n², …, x_n^d.
  var powers = 1

  /// How many numbers the x of an example has in the file: N / d.
  var features: Int { sizes[0] / powers }
  /// K.
  var outputs: Int { sizes[sizes.count - 1] }

  /// What asks for so many numbers: "sizes [2, 3, 1] need N =".
  var reason: String {
    let sizes = NetworkFileError.text(sizes)
    return powers == 1
      ? "sizes \(sizes) need N =" : "sizes \(sizes) with \(powers) powers need N / \(powers) ="
  }
}

/// A power that is beyond the largest number.
struct PowerOverflow: Error {
  let feature: Int
  let example: Int
  let value: Double
  let power: Int
}

extension ExampleShape {
  /// X with a row for each power: x_1, x_1², …, x_1^d, x_2, ….
  ///
  ///     x^p = x^(p−1) x
  ///
  /// - Parameter inputs: N / d × M.
  func expanded(_ inputs: Matrix<Double>) throws(PowerOverflow) -> Matrix<Double> {
    guard powers > 1 else { return inputs }
    var entries: [Double] = []
    entries.reserveCapacity(inputs.entries.count * powers)
    for n in 1...inputs.rows {
      var last = Array(inputs.entries[inputs.range(ofRow: n)])
      entries += last
      for power in 2...powers {
        for m in 1...inputs.columns {
          let x = inputs[n, m]
          last[m - 1] *= x
          guard last[m - 1].isFinite else {
            throw PowerOverflow(feature: n, example: m, value: x, power: power)
          }
        }
        entries += last
      }
    }
    return Matrix(rows: inputs.rows * powers, columns: inputs.columns, entries: entries)
  }
}

extension NetworkFileReader {
  /// The "powers" of "training": d, which divides s_1.
  func powers(_ value: JSONValue?, sizes: [Int]) throws(NetworkFileError) -> Int? {
    guard let value else { return nil }
    let powers = try integer(value, in: 1...Int.max, needed: "a whole number, 1 or more,")
    guard sizes[0] % powers == 0 else { throw error(value, .indivisible(powers, sizes: sizes)) }
    return powers
  }

  /// Puts the powers of the inputs in the place of the inputs.
  func expand(
    _ examples: inout Examples, to shape: ExampleShape, at value: JSONValue?
  ) throws(NetworkFileError) {
    guard let value else { return }
    do throws(PowerOverflow) {
      examples.batch.inputs = try shape.expanded(examples.batch.inputs)
    } catch {
      throw self.error(
        value,
        .powerOverflow(
          power: error.power, feature: error.feature, example: error.example, value: error.value))
    }
  }
}
