// Activations, hypothesis, cost and penalty of a network file.

/// The functions of a network.
struct NetworkFunctions {
  let activations: [Activation]
  let hypothesis: Hypothesis
  let cost: Cost
  let penalty: Penalty
}

extension NetworkFileReader {
  func functions(_ fields: Fields, sizes: [Int]) throws(NetworkFileError) -> NetworkFunctions {
    let activations = try activations(fields["activation"], sizes: sizes, in: fields)
    let hypothesis: Hypothesis = try function(fields.required("hypothesis"))
    let cost = try cost(
      fields.required("cost"), for: hypothesis, outputs: sizes[sizes.count - 1])
    return NetworkFunctions(
      activations: activations, hypothesis: hypothesis, cost: cost,
      penalty: try penalty(fields["penalty"]))
  }

  /// g of the hidden layers: one for all of them, or a list of L−2.
  ///
  /// Without hidden layers a single one is read, so that it is a valid one, and left out.
  private func activations(
    _ value: JSONValue?, sizes: [Int], in fields: Fields
  ) throws(NetworkFileError) -> [Activation] {
    let hidden = sizes.count - 2
    guard let value else {
      guard hidden == 0 else {
        let layers = counted(hidden, "hidden layer")
        throw error(
          fields.object,
          .missingKey("activation", reason: "sizes \(NetworkFileError.text(sizes)) have \(layers)"))
      }
      return []
    }
    guard let elements = value.elements else {
      return Array(repeating: try function(value), count: hidden)
    }
    guard value.count == hidden else {
      throw error(
        value,
        .count(
          found: value.count, needed: hidden, of: "activation",
          reason: "sizes \(NetworkFileError.text(sizes)) need one for each hidden layer:"))
    }
    var result: [Activation] = []
    for element in elements { result.append(try function(element)) }
    return result
  }

  /// A name, or an object with a name and a parameter.
  func function<Function: ParametricFunction>(
    _ value: JSONValue
  ) throws(NetworkFileError) -> Function {
    guard value.kind == .object else {
      return try named(value, needed: "a name, or an object with a name,")
    }
    let members = value.members!
    guard let name = members.first(where: { $0.key.string == "name" }) else {
      throw error(value, .missingKey("name", reason: nil))
    }
    var result: Function = try named(name.value, needed: "a name")
    for (key, member) in members where key.string != "name" {
      guard let parameter = result.parameter, key.string == parameter.name else {
        throw unknownParameter(key, of: result, in: value)
      }
      let number = try number(member)
      guard parameter.name != "slope-at-zero" || number == 0 || number == 1 else {
        throw mismatch(member, needed: "0 or 1")
      }
      result = result.with(parameter: number)
    }
    return result
  }

  private func unknownParameter(
    _ key: JSONValue, of function: some ParametricFunction, in object: JSONValue
  ) -> NetworkFileError {
    let place = key.place
    return NetworkFileError(
      file: file,
      place: JSONPlace(path: object.place.path, line: place.line, column: place.column),
      kind: .noParameter(
        key.string!, function: function.name, parameter: function.parameter?.name))
  }

  func named<Function: NamedFunction>(
    _ value: JSONValue, needed: String
  ) throws(NetworkFileError) -> Function {
    let name = try string(value, needed: needed)
    if let function = Function.named(name) { return function }
    let all = Function.all.map(\.name)
    if let other = Self.role(of: name) {
      throw error(
        value, .otherRole(name, role: Function.role, actualRole: other, all: all))
    }
    throw error(
      value,
      .unknownName(
        name, role: Function.role, nearest: Function.nearestName(to: name), all: all))
  }

  /// What a name means that is no name where it stands.
  private static func role(of name: String) -> String? {
    if Hypothesis.named(name) != nil { return Hypothesis.role }
    return Cost.named(name) != nil ? Cost.role : nil
  }
}

// MARK: - Cost and penalty

extension NetworkFileReader {
  /// A cost that has a value for whatever the hypothesis gives.
  private func cost(
    _ value: JSONValue, for hypothesis: Hypothesis, outputs: Int
  ) throws(NetworkFileError) -> Cost {
    let cost: Cost = try named(value, needed: "a name")
    guard cost.isDefined(for: hypothesis, outputs: outputs) else {
      throw error(
        value,
        .undefined(
          cost: cost.name, hypothesis: hypothesis.name, outputs: outputs,
          reason: cost.undefinedReason(for: hypothesis, outputs: outputs),
          defined: Cost.all.filter { $0.isDefined(for: hypothesis, outputs: outputs) }
            .map(\.name)))
    }
    return cost
  }

  /// λ of the squares and of the magnitudes; 0 where they are not given.
  private func penalty(_ value: JSONValue?) throws(NetworkFileError) -> Penalty {
    guard let value else { return .none }
    let fields = try fields(
      of: value, keys: ["l2", "l1"], needed: "an object with \"l2\" or \"l1\"")
    return Penalty(l2: try strength(fields["l2"]), l1: try strength(fields["l1"]))
  }

  private func strength(_ value: JSONValue?) throws(NetworkFileError) -> Double {
    guard let value else { return 0 }
    let needed = "a number, 0 or more,"
    let number = try number(value, needed: needed)
    guard number >= 0 else { throw mismatch(value, needed: needed) }
    return number
  }
}

extension Cost {
  /// Which logarithm is at fault where the cost is not defined.
  fileprivate func undefinedReason(for hypothesis: Hypothesis, outputs: Int) -> UndefinedReason {
    let isPositive = hypothesis.range(outputs: outputs)?.isPositive ?? false
    return slopes[.log(.hk)] != nil && !isPositive ? .logarithm : .logarithmOfComplement
  }
}
