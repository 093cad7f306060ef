// Evaluating lines of derivations on an instance. Derivatives that a line has not carried out are
// found by dual numbers through the definitions: by no rule that the line itself may have used.

public import Numbers

/// Why an expression has no value on an instance.
public enum EvaluationError: Error, Hashable, Sendable {
  /// A letter that is neither given nor defined there.
  case unknown(letter: String)
  /// An index that has no value at this place.
  case free(index: String)
  /// A derivative of a derivative.
  case nested(derivative: String)
}

/// Evaluates expressions on one instance, over any number.
public final class Evaluation<S: Scalar> {
  public let instance: Instance
  /// A letter that is moved by some amount: for measuring a derivative by differences.
  @usableFromInline let nudged: Instance.Entry?
  @usableFromInline let nudge: S
  /// The evaluation without that: what does not depend on the letter is as it is there.
  @usableFromInline let original: Evaluation?
  /// The values of letters.
  @usableFromInline var memory: [Instance.Entry: S] = [:]
  /// Their derivatives by others, where they are not known to be 0.
  @usableFromInline var slopes: [Pair: S] = [:]
  /// The letters that a value was computed from, directly.
  @usableFromInline var uses: [Instance.Entry: [Instance.Entry]] = [:]
  /// Those found so far, of each value that is being computed.
  @usableFromInline var open: [[Instance.Entry]] = []
  @usableFromInline var dependences: [Pair: Bool] = [:]

  /// A letter and one that it may depend on.
  @usableFromInline
  struct Pair: Hashable {
    @usableFromInline let entry: Instance.Entry
    @usableFromInline let other: Instance.Entry

    @inlinable
    init(entry: Instance.Entry, other: Instance.Entry) {
      self.entry = entry
      self.other = other
    }
  }

  @inlinable
  public init(_ instance: Instance, nudging entry: Instance.Entry? = nil, by nudge: S = .zero) {
    self.instance = instance
    nudged = entry
    self.nudge = nudge
    original = nil
  }

  @inlinable
  init(
    _ instance: Instance, nudging entry: Instance.Entry, by nudge: S, from original: Evaluation
  ) {
    self.instance = instance
    nudged = entry
    self.nudge = nudge
    self.original = original
  }

  /// The same instance with a letter moved by some amount. What does not depend on it is not computed
  /// again.
  @inlinable
  public func nudging(_ entry: Instance.Entry, by nudge: S) -> Evaluation {
    precondition(nudged == nil, "\(instance.name) is nudged twice")
    return Evaluation(instance, nudging: entry, by: nudge, from: self)
  }

  /// The expression's value where its free indices are assigned numbers.
  @inlinable
  public func value(_ expression: Expression, _ place: Assignment) throws(EvaluationError) -> S {
    try evaluate(expression, place, seed: nil).value
  }

  /// The letter with numbers for indices.
  @inlinable
  public func entry(_ letter: Letter, _ place: Assignment) throws(EvaluationError)
    -> Instance.Entry
  {
    var nodes: [Int] = []
    for index in letter.nodes { nodes.append(try position(index, place)) }
    var example: Int?
    if let index = letter.example { example = try position(index, place) }
    return Instance.Entry(
      letter.name, nodes: nodes,
      layer: letter.layer.map { instance.number(of: $0, current: place.current) },
      example: example)
  }

  @inlinable
  func position(_ index: Index, _ place: Assignment) throws(EvaluationError) -> Int {
    if let position = place.indices[index] ?? index.position { return position }
    if let n = index.stepsBefore { return place.current - n }
    throw .free(index: index.name)
  }

  /// Value and derivative by `seed`.
  @inlinable
  func evaluate(
    _ expression: Expression, _ place: Assignment, seed: Instance.Entry?
  ) throws(EvaluationError) -> Dual<S> {
    func of(_ part: Expression) throws(EvaluationError) -> Dual<S> {
      try evaluate(part, place, seed: seed)
    }
    switch expression {
    case .number(let x): return Dual(x)
    case .letter(let letter):
      return try value(of: entry(letter, place), seed: seed)
    case .sum(let terms):
      var sum = Dual<S>.zero
      for (n, term) in terms.enumerated() { sum = n == 0 ? try of(term) : sum + (try of(term)) }
      return sum
    case .product(let factors):
      var product = Dual<S>.one
      for factor in factors { product = product * (try of(factor)) }
      return product
    case .negative(let a): return -(try of(a))
    case .quotient(let a, let b): return try of(a) / of(b)
    case .power(let a, let n): return Dual.power(try of(a), n)
    case .raised(let a, let b):
      let (base, exponent) = (try of(a), try of(b))
      // x^n with a whole n also where x is not positive.
      let n = exponent.real
      if n == n.rounded(), n.magnitude < 64, exponent.derivative.real == 0 {
        return Dual.power(base, Int(n))
      }
      return Dual.exp(exponent * Dual.log(base))
    case .index(let index): return Dual(Double(try position(index, place)))
    case .function(let f, let a): return f.value(try of(a))
    case .max(let a, let b, let tie):
      let (first, second) = (try of(a), try of(b))
      let takesSecond = second.real > first.real || tie == .second && second.real == first.real
      return takesSecond ? second : first
    case .bracket(let a, let relation, let b):
      return Dual(relation.holds(try of(a).real, try of(b).real) ? 1 : 0)
    case .same(let a, let b): return Dual(try position(a, place) == position(b, place) ? 1 : 0)
    case .summation(let index, let excluded, let body):
      var sum = Dual<S>.zero
      var next = place
      for position in try positions(index, excluded, place) {
        next.indices[index] = position
        sum = sum + (try evaluate(body, next, seed: seed))
      }
      return sum
    case .repeatedProduct(let index, let body):
      var product = Dual<S>.one
      var next = place
      for position in try positions(index, nil, place) {
        next.indices[index] = position
        product = product * (try evaluate(body, next, seed: seed))
      }
      return product
    case .maximum(let index, let excluded, let body):
      var largest = Dual<S>(-.infinity)
      var next = place
      for position in try positions(index, excluded, place) {
        next.indices[index] = position
        let value = try evaluate(body, next, seed: seed)
        if value.real > largest.real { largest = value }
      }
      return largest
    case .define(let letter, let definition, let body):
      return try of(body.replacing([.letter(letter): definition]))
    case .partial(let a, let x):
      guard seed == nil else { throw .nested(derivative: "\(expression)") }
      let x = try entry(x, place)
      return Dual(try evaluate(a, place, seed: x).derivative, derivative: .zero)
    case .call(let name, let primes, let argument):
      return try call(name, primes: primes, argument, place, seed: seed)
    }
  }

  /// The numbers that a sum's index runs through.
  @inlinable
  func positions(
    _ index: Index, _ excluded: Index?, _ place: Assignment
  ) throws(EvaluationError) -> [Int] {
    if case .nodes(let layer) = index.range {
      // z^(1) would be a sum over the nodes of a layer that there is not.
      let number = instance.number(of: layer, current: place.current)
      guard instance.sizes.indices.contains(number - 1) else {
        throw .unknown(letter: "s_\(layer)")
      }
    }
    // Nothing comes before the first step.
    if case .steps(let before) = index.range, place.current <= before { return [] }
    let range = instance.values(of: index.range, current: place.current)
    guard let excluded else { return Array(range) }
    let left = try position(excluded, place)
    return range.filter { $0 != left }
  }

  /// g(z), and g′(z) by dual numbers.
  @inlinable
  func call(
    _ name: String, primes: Int, _ argument: Expression, _ place: Assignment,
    seed: Instance.Entry?
  ) throws(EvaluationError) -> Dual<S> {
    let layer = argument.layerOfLetter.map { instance.number(of: $0, current: place.current) }
    guard let function = instance.functions[Instance.Entry(name, layer: layer)] else {
      throw .unknown(letter: name)
    }
    let z = try evaluate(argument, place, seed: seed)
    if primes == 0 { return try applied(function, to: z) }
    guard seed == nil else { throw .nested(derivative: "\(name)′") }
    return Dual(
      try applied(function, to: Dual(z.value, derivative: .one)).derivative, derivative: .zero)
  }

  /// A function of the letter z at a number, by the chain rule: g(z) + g′(z) z′ ε.
  @inlinable
  func applied(_ function: Expression, to z: Dual<S>) throws(EvaluationError) -> Dual<S> {
    let inner = Evaluation(Instance(name: instance.name))
    let letter = Instance.Entry("z")
    inner.memory[letter] = z.value
    let result = try inner.evaluate(function, Assignment(current: 1), seed: letter)
    return Dual(result.value, derivative: result.derivative * z.derivative)
  }
}

extension Expression {
  /// The layer of the first letter that has one: that of the z in g(z).
  @usableFromInline var layerOfLetter: Layer? {
    if case .letter(let letter) = self { return letter.layer }
    return parts.lazy.compactMap(\.layerOfLetter).first
  }
}

extension Expression.Relation {
  @inlinable
  public func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .less: a < b
    }
  }
}
