// Slips in lines of matrices: transposes, the order of factors, vectors of ones, ⊙ and the matrix product.

import Nabla

extension MatrixExpression {
  /// The formula with one slip in one place, for every slip and every place, and what it is.
  var slips: [(name: String, wrong: MatrixExpression)] {
    ownSlips
      + parts.indices.flatMap { n in
        parts[n].slips.map { slip in
          var position = -1
          let wrong = mappingParts { part in
            position += 1
            return position == n ? slip.wrong : part
          }
          return (slip.name, wrong)
        }
      }
  }

  private var ownSlips: [(name: String, wrong: MatrixExpression)] {
    switch self {
    case .product(let factors):
      var slips: [(name: String, wrong: MatrixExpression)] = []
      for n in factors.indices {
        var left = factors
        let factor = left.remove(at: n)
        let isOnes = if case .ones = factor.untransposed { true } else { false }
        slips.append(
          (isOnes ? "the vector of ones is dropped" : "a factor is dropped", Self.product(of: left))
        )
        var turned = factors
        turned[n] = factor.turned
        slips.append(("a factor is transposed", .product(turned)))
        if n > 0 {
          var exchanged = factors
          exchanged.swapAt(n - 1, n)
          slips.append(("factors in the wrong order", .product(exchanged)))
        }
      }
      slips.append(("⊙ for the matrix product", .hadamard(factors)))
      return slips
    case .hadamard(let factors):
      return [("the matrix product for ⊙", .product(factors))]
        + factors.indices.map { n in
          var left = factors
          left.remove(at: n)
          return ("a factor is dropped", left.count == 1 ? left[0] : .hadamard(left))
        }
    case .sum(let terms):
      return terms.indices.flatMap { n -> [(name: String, wrong: MatrixExpression)] in
        var left = terms
        let term = left.remove(at: n)
        var turned = terms
        turned[n] = .negative(term)
        return [
          ("a term is dropped", left.count == 1 ? left[0] : .sum(left)),
          ("a sign is wrong", .sum(turned)),
        ]
      }
    case .negative(let a): return [("a minus is dropped", a)]
    case .scaled(_, let a): return [("the number in front is dropped", a)]
    case .transpose(let a): return [("a transpose is dropped", a)]
    case .diagonal(let a): return [("a vector for its diagonal matrix", a)]
    case .letter: return [("transposed", turned)]
    default: return []
    }
  }

  private static func product(of factors: [MatrixExpression]) -> MatrixExpression {
    factors.count == 1 ? factors[0] : .product(factors)
  }

  private var untransposed: MatrixExpression {
    if case .transpose(let a) = self { return a }
    return self
  }

  private var turned: MatrixExpression {
    if case .transpose(let a) = self { return a }
    return .transpose(self)
  }
}
