// Index formulas evaluated on whole arrays.

import Notation
import Numbers
import WorkedExamples

/// Evaluates formulas for all values of their free indices, with a running bound on the roundings.
struct FormulaEvaluation {
  let table: LetterTable
  /// Of a free index, the only positions (from 0) to evaluate for; all where it is not named.
  let positions: [String: [Int]]
  /// Letters that a formula defines for itself.
  private var locals: [String: IndexedArray] = [:]

  init(_ table: LetterTable, only positions: [String: [Int]] = [:]) {
    self.table = table
    self.positions = positions
  }

  /// A formula that holds something that has no value here.
  struct Unsupported: Error, CustomStringConvertible {
    let formula: Expression
    var description: String { "the formula \(formula) has no value on arrays" }
  }

  func value(_ formula: Expression) throws(Unsupported) -> IndexedArray {
    switch formula {
    case .number(let number): IndexedArray(Bounded(number))
    case .letter(let letter): try value(of: letter)
    case .sum(let terms): try folded(terms) { $0 + $1 }
    case .product(let factors): try folded(factors) { $0 * $1 }
    case .negative(let a): try value(a).map { -$0 }
    case .quotient(let a, let b): try value(a).combined(with: value(b)) { $0 / $1 }
    case .power(let a, let n): try value(a).map { $0.power(n) }
    case .function(let function, let a): try value(a).map { function.value($0) }
    case .max(let a, let b, let tie):
      try value(a).combined(with: value(b)) {
        $0.real == $1.real ? (tie == .first ? $0 : $1) : ($0.real > $1.real ? $0 : $1)
      }
    case .bracket(let a, let relation, let b):
      try value(a).combined(with: value(b)) { relation.holds($0.real, $1.real) ? .one : .zero }
    case .summation(let index, let excluded, let body): try sum(index, excluded, body)
    case .maximum(let index, let excluded, let body): try largest(index, excluded, body)
    case .define(let letter, let meaning, in: let body): try define(letter, meaning, body)
    case .same(let a, let b): same(a, b)
    case .partial(.letter(Letter("J")), by: let x):
      try value(of: WorkedLetter.slopeOfCost(by: x))
    case .call(let name, primes: 1, .letter(let z)):
      try value(of: WorkedLetter.slope(name, at: z))
    default: throw Unsupported(formula: formula)
    }
  }

  private func folded(
    _ parts: [Expression], _ operation: (Bounded, Bounded) -> Bounded
  ) throws(Unsupported) -> IndexedArray {
    guard let first = parts.first else { throw Unsupported(formula: .sum(parts)) }
    var result = try value(first)
    for part in parts.dropFirst() { result = result.combined(with: try value(part), operation) }
    return result
  }

  // MARK: - Letters

  private func value(of letter: Letter) throws(Unsupported) -> IndexedArray {
    if letter.indices.isEmpty && letter.layer == nil, let local = locals[letter.name] {
      return local
    }
    guard let entry = table[letter] else { throw Unsupported(formula: .letter(letter)) }
    // One example alone is not numbered by every formula.
    var indices = letter.indices
    if indices.count + 1 == entry.extents.count && entry.extents.last == 1 { indices.append(.m) }
    guard indices.count == entry.extents.count else {
      throw Unsupported(formula: .letter(letter))
    }
    return entry.array(indices, only: positions)
  }

  /// [i = k] for every i and k.
  private func same(_ a: Index, _ b: Index) -> IndexedArray {
    let (a, b) = (numbers(of: a), numbers(of: b))
    if a.indices == b.indices && !a.indices.isEmpty { return a.map { _ in Bounded.one } }
    return a.combined(with: b) { $0.real == $1.real ? Bounded.one : .zero }
  }

  /// The numbers that an index runs through, as an array over it.
  private func numbers(of index: Index) -> IndexedArray {
    if let position = index.position { return IndexedArray(Bounded(Double(position))) }
    let all =
      positions[index.name]?.map { $0 + 1 } ?? Array(table.shape.values(of: index.range))
    return IndexedArray(
      indices: [index.name], extents: [all.count], values: all.map { Bounded(Double($0)) })
  }

  // MARK: - Over an index

  private func sum(
    _ index: Index, _ excluded: Index?, _ body: Expression
  ) throws(Unsupported) -> IndexedArray {
    let name = index.name
    if excluded == nil, case .product(let factors) = body, factors.count == 2 {
      let (a, b) = (try value(factors[0]), try value(factors[1]))
      if a.indices.contains(name) && b.indices.contains(name) {
        return a.contracted(with: b, over: name)
      }
    }
    let terms = try over(index, excluded, body, elsewhere: .zero)
    return terms.reduced(over: name, from: .zero) { $0 + $1 }
  }

  private func largest(
    _ index: Index, _ excluded: Index?, _ body: Expression
  ) throws(Unsupported) -> IndexedArray {
    let lowest = Bounded(-.infinity)
    let terms = try over(index, excluded, body, elsewhere: lowest)
    return terms.reduced(over: index.name, from: lowest) { $0.real >= $1.real ? $0 : $1 }
  }

  /// The body for every value of an index; where that is the excluded one, something else.
  private func over(
    _ index: Index, _ excluded: Index?, _ body: Expression, elsewhere: Bounded
  ) throws(Unsupported) -> IndexedArray {
    var terms = try value(body)
    if terms.extent(of: index.name) == nil {
      let ones = Array(repeating: Bounded.one, count: table.extent(of: index.range))
      terms = terms.combined(
        with: IndexedArray(indices: [index.name], extents: [ones.count], values: ones)
      ) { a, _ in a }
    }
    guard let excluded else { return terms }
    return terms.combined(with: same(index, excluded)) { $1.real == 1 ? elsewhere : $0 }
  }

  private func define(
    _ letter: Letter, _ meaning: Expression, _ body: Expression
  ) throws(Unsupported) -> IndexedArray {
    var inner = self
    inner.locals[letter.name] = try value(meaning)
    return try inner.value(body)
  }
}

extension LetterTable.Entry {
  /// The numbers for some indices: a fixed one picks its number, one that stands twice the diagonal.
  ///
  /// - Parameter only: the positions, from 0, of indices that are not wanted whole.
  func array(_ indices: [Index], only positions: [String: [Int]]) -> IndexedArray {
    let isWhole =
      positions.isEmpty
      && indices.indices.allSatisfy { n in
        indices[n].position == nil && !indices[..<n].contains { $0.name == indices[n].name }
      }
    if isWhole {
      return IndexedArray(indices: indices.map(\.name), extents: extents, values: values)
    }
    var (names, counts, steps): ([String], [Int], [Int]) = ([], [], [])
    var (start, stride) = (0, 1)
    let strides = extents.indices.reversed().map { axis in
      defer { stride *= extents[axis] }
      return stride
    }
    for (axis, index) in indices.enumerated() {
      let step = strides[extents.count - 1 - axis]
      if let position = index.position {
        start += (position - 1) * step
      } else if let earlier = names.firstIndex(of: index.name) {
        steps[earlier] += step
      } else {
        names.append(index.name)
        counts.append(extents[axis])
        steps.append(step)
      }
    }
    var places = [start]
    for (axis, name) in names.enumerated() {
      let wanted = positions[name] ?? Array(0..<counts[axis])
      counts[axis] = wanted.count
      places = places.flatMap { place in wanted.map { place + $0 * steps[axis] } }
    }
    return IndexedArray(indices: names, extents: counts, values: places.map { values[$0] })
  }
}

extension Bounded {
  fileprivate func power(_ n: Int) -> Bounded {
    var result = Bounded.one
    for _ in 0..<n.magnitude { result = result * self }
    return n < 0 ? .one / result : result
  }
}
