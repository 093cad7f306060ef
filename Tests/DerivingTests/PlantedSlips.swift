// Mistakes that any line can have: a term, a factor or a sign that is lost, a wrong index, a wrong letter.

import Nabla

@testable import Deriving

extension Expression {
  /// The expression with one slip in one place, for every slip and every place, and what it is.
  ///
  /// - Parameter scope: the indices that a letter may be given by mistake.
  func slips(scope: Set<Index>) -> [(name: String, wrong: Expression)] {
    var inner = scope
    if let boundIndex { inner.insert(boundIndex) }
    return ownSlips(scope: inner) + slipsOfParts(scope: inner)
  }

  private func slipsOfParts(scope: Set<Index>) -> [(name: String, wrong: Expression)] {
    parts.indices.flatMap { n in
      parts[n].slips(scope: scope).map { slip in
        var position = -1
        let wrong = mappingParts { part in
          position += 1
          return position == n ? slip.wrong : part
        }
        return (slip.name, wrong)
      }
    }
  }

  private func ownSlips(scope: Set<Index>) -> [(name: String, wrong: Expression)] {
    switch self {
    case .sum(let terms):
      return terms.indices.flatMap { n -> [(name: String, wrong: Expression)] in
        let left = terms.enumerated().filter { $0.offset != n }.map(\.element)
        var turned = terms
        turned[n] = turned[n].negated
        return [("a term is dropped", .sum(of: left)), ("a sign is wrong", .sum(turned))]
      }
    case .product(let factors):
      return factors.indices.map { n in
        let left = factors.enumerated().filter { $0.offset != n }.map(\.element)
        return ("a factor is dropped", left.count == 1 ? left[0] : .product(left))
      }
    case .quotient(let a, let b):
      return [("what is below the line is dropped", a), ("the fraction is upside down", b / a)]
    case .negative(let a): return [("a minus is dropped", a)]
    case .power(let a, let n):
      return [("a power is dropped", a), ("a power too many", .power(a, n + 1))]
    case .raised(let a, to: let b):
      return [("an exponent is dropped", a), ("an exponent too many", .raised(a, to: b + 1))]
    case .summation(let index, nil, let body):
      return [
        (
          "a sum is dropped",
          body.substituting(index, by: Index(index.range.first, of: index.range))
        )
      ]
        + index.otherEnds.map {
          ("a sum ends at a wrong step", .sum(over: $0, body.substituting(index, by: $0)))
        }
    case .index(let index): return index.otherSteps.map { ("a wrong step", .index($0)) }
    case .same(let a, let b):
      return [("[i=k] is taken for 1", 1), ("[i=k] is taken for 0", 0)]
        + scope.filter { $0.range == a.range && $0 != a && $0 != b }.sorted { $0.name < $1.name }
        .map { ("a wrong index", .same($0, b)) }
    case .letter(let letter): return letter.slips(scope: scope)
    default: return []
    }
  }
}

extension Letter {
  /// Letters that are taken for each other.
  private static let neighbours = ["y": "h", "h": "y", "z": "a", "a": "z"]

  fileprivate func slips(scope: Set<Index>) -> [(name: String, wrong: Expression)] {
    var slips: [(name: String, wrong: Expression)] = []
    for own in indices {
      for other in scope.sorted(by: { $0.name < $1.name })
      where other.range == own.range && other != own {
        slips.append(("a wrong index", .letter(mappingIndices { $0 == own ? other : $0 })))
      }
    }
    if nodes.count == 2 {
      slips.append(
        (
          "indices the other way round",
          .letter(Letter(name, nodes: nodes.reversed(), layer: layer, example: example))
        ))
    }
    if let layer {
      slips.append(
        ("a wrong layer", .letter(Letter(name, nodes: nodes, layer: layer - 1, example: example))))
    }
    for own in nodes {
      for other in own.otherSteps {
        slips.append(("a wrong step", .letter(mappingIndices { $0 == own ? other : $0 })))
      }
    }
    if let other = Self.neighbours[name] {
      slips.append(
        ("a wrong letter", .letter(Letter(other, nodes: nodes, layer: layer, example: example))))
    }
    return slips
  }
}

extension Index {
  /// The steps beside a step.
  fileprivate var otherSteps: [Index] {
    stepsBefore.map { $0 == 0 ? [.step(before: 1)] : [.step(before: $0 - 1)] } ?? []
  }

  /// The same index of steps with the other end.
  fileprivate var otherEnds: [Index] {
    guard case .steps(let before) = range else { return [] }
    return [over(.steps(before: before == 0 ? 1 : before - 1))]
  }
}

extension Step {
  /// The line with one slip on its right side, for every slip in every place.
  var slips: [PlantedLine] {
    switch equation.right {
    case .scalar(let right):
      right.slips(scope: equation.left.freeIndices).map {
        PlantedLine(step: self, mistake: $0.name, right: .scalar($0.wrong))
      }
    case .matrix(let right):
      ([("the whole is transposed", .transpose(right))] + right.slips).map {
        PlantedLine(step: self, mistake: $0.name, right: .matrix($0.wrong))
      }
    }
  }
}
