// The words of what is wrong with a file of gradients.

extension ClaimFileError {
  /// Where, what was found, what is needed: one line of fewer than 500 bytes, beginning with the
  /// file.
  ///
  ///     gradients.npz: W3 (∇W^(3)) is 4×3, but sizes [3, 4, 2] need 2×4
  public var message: String {
    if case .text(let error) = kind { return error.message }
    if case .notFiniteText(let found, let place, let coordinate) = kind {
      return textMessage(found, place, coordinate).shortened(toBytes: 499)
    }
    let line = line.map { " (line \($0))" } ?? ""
    return "\(Quoted.file(file)): \(words)\(line)".shortened(toBytes: 499)
  }

  private func textMessage(
    _ found: String, _ place: JSONPlace, _ coordinate: Coordinate?
  ) -> String {
    "\(Quoted.file(file)):\(place.line):\(place.column): "
      + (place.path.isEmpty ? "the value" : place.path)
      + (coordinate.map { " = \($0.claimSymbol)" } ?? "")
      + " is \(found), which Python's json writes and JSON has not: \(Self.cause(of: found))"
  }

  private var words: String {
    switch kind {
    case .text(let error): error.message
    case .notFiniteText(let found, let place, let coordinate):
      textMessage(found, place, coordinate)
    case .notFinite(let found, let array, let coordinate):
      (coordinate.map { "\($0.claimSymbol), in " } ?? "") + Quoted.abridged(array, limit: 40)
        + (coordinate == nil ? "" : ",") + " is \(found): \(Self.cause(of: found))"
    case .shape(let error): error.words
    case .costShape(let name, let found):
      "\(Quoted.abridged(name, limit: 40)) (J) is \(ClaimShapeError.text(found)); one number is needed"
    case .missing([], let needed): "holds no gradient; needed: \(needed.abridgedList)"
    case .missing(let names, let needed):
      "\(names.abridgedList) \(names.count == 1 ? "is" : "are") missing; "
        + "needed: \(needed.abridgedList)"
    case .unknownArray(let name, let nearest, let needed):
      "unknown array \(Quoted.text(name))"
        + (nearest.map { ". Did you mean '\($0)'?" } ?? "; needed: \(needed.abridgedList)")
    case .repeated(let first, let second, let symbol):
      "\(Quoted.text(first)) and \(Quoted.text(second)) both give \(symbol); one of them is needed"
    case .positionalCount(let found, let needed):
      "has \(counted(found, "array")) without a name, \(needed) are needed: \(Self.howToSave)"
    case .torchCount(let weights, let biases, let needed, let sizes):
      "has \(weights) '….weight' and \(biases) '….bias', but sizes \(NetworkFileError.text(sizes)) "
        + "need \(needed) of each"
    case .archive(let problem): problem.words
    case .array(let name?, let problem): "\(Quoted.text(name)) \(problem.words)"
    case .array(nil, let problem): problem.words
    case .loneArray(let shape, let parameters, let sizes):
      "is one array, \(ClaimShapeError.text(shape)), and sizes \(NetworkFileError.text(sizes)) have "
        + "\(counted(parameters, "parameter")); \(Self.howToSave)"
    case .foreign(let file): "\(file.words); \(Self.howToSave)"
    }
  }

  static let howToSave = "save with np.savez(\"gradients.npz\", W2=dW2, b2=db2, …)"

  /// Where NaN and infinities come from.
  static func cause(of found: String) -> String {
    found.lowercased().contains("nan")
      ? "look for 0/0, log 0 times 0 or ∞ − ∞ where it was computed"
      : "look for log 0, a division by 0 or an overflow of exp where it was computed"
  }
}

extension ClaimShapeError {
  var words: String {
    let m = examples.map { " with M = \($0)" } ?? ""
    return "\(Quoted.abridged(name, limit: 40)) (\(symbol)) is \(Self.text(found)), "
      + "but sizes \(NetworkFileError.text(sizes))\(m) need \(Self.text(needed))\(noteWords)"
  }

  private var noteWords: String {
    switch note {
    case nil: ""
    case .layout(let other, let layout):
      "; \(Quoted.abridged(other, limit: 40)) is \(layout?.form ?? "(out, in)"), "
        + "and one layout is needed for all"
    case .biasTwice(let bias):
      "; with the bias folded in, \(Quoted.abridged(bias, limit: 40)) is left out"
    case .notSummed: "; it has a number for each example, which are to be summed"
    }
  }

  /// "3×2", "a list of 3", "one number".
  static func text(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "one number"
    case 1: "a list of \(shape[0])"
    default: shape.map(String.init).joined(separator: "×")
    }
  }
}

extension ClaimLayout {
  /// As it stands behind "W2 is".
  fileprivate var form: String {
    switch self {
    case .transposedWeights: "(in, out)"
    case .biasColumn: "(out, 1 + in)"
    case .biasRow: "(1 + in, out)"
    case .lastBiasColumn: "(out, in + 1)"
    case .lastBiasRow: "(in + 1, out)"
    case .examplesAsRows: "(examples, nodes)"
    case .flat, .oneVector: "a list"
    case .layersFromOne: "counted from 1"
    case .layersFromZero: "counted from 0"
    }
  }
}

extension ArchiveProblem {
  var words: String {
    switch self {
    case .noDirectory: "is a zip file without its end: it is cut short"
    case .directory: "is a damaged zip file: its directory is not what its end says"
    case .compressed(let name):
      "\(Quoted.text(name)) is compressed; save with np.savez, not np.savez_compressed"
    case .encrypted(let name): "\(Quoted.text(name)) is encrypted"
    case .header(let name):
      "is a damaged zip file: \(Quoted.text(name)) is not what the directory says"
    case .overlap(let first, let second):
      "is a damaged zip file: \(Quoted.text(first)) and \(Quoted.text(second)) overlap"
    case .checksum(let name): "is a damaged zip file: the CRC-32 of \(Quoted.text(name)) is wrong"
    }
  }
}

extension ArrayProblem {
  var words: String {
    switch self {
    case .noArray: "is no array of NumPy; save with np.savez"
    case .version(let major, let minor):
      "is of version \(major).\(minor) of NumPy's format; 1.0, 2.0 and 3.0 are read"
    case .header(let found): "has a damaged header of NumPy's format: \(found)"
    case .type(let type, let problem): "has numbers of type \(Quoted.text(type)), \(problem.words)"
    case .rank(let rank): "has \(rank) dimensions; at most 3 are read"
    case .size(let shape, let found, let needed):
      "has \(counted(found, "byte")) of numbers, but its shape \(ClaimShapeError.text(shape)) needs "
        + (needed.map(String.init) ?? "more than \(Int.max)")
    case .integer: "has an integer beyond 2^53; save it with .astype(np.float64)"
    }
  }
}

extension ArrayTypeProblem {
  var words: String {
    switch self {
    case .halfPrecision:
      "whose 3 digits are too few to judge; compute and save in np.float32 or np.float64"
    case .extendedPrecision: "which is not the same everywhere; save with .astype(np.float64)"
    case .complex: "which is complex; save the real part: dW2.real"
    case .objects:
      "which is a pickle and is not read; save each array by its name: np.savez(…, W2=dW2, b2=db2)"
    case .notNumbers: "which are no numbers; save with .astype(np.float64)"
    case .unknown: "which is unknown; save with .astype(np.float64)"
    }
  }
}

extension Coordinate {
  /// The derivative by it: ∂J/∂w_12^(3), ∂J/∂b_1^(2), δ_1^(2)(3).
  var claimSymbol: String {
    switch self {
    case .weight(let l, let i, let j):
      "∂J/∂w_\(i > 9 || j > 9 ? "\(i),\(j)" : "\(i)\(j)")^(\(l))"
    case .bias(let l, let i): "∂J/∂b_\(i)^(\(l))"
    case .weightedInput(let l, let i, let m): "δ_\(i)^(\(l))(\(m))"
    }
  }
}

extension [String] {
  /// The first names of a list.
  fileprivate var abridgedList: String {
    let shown = prefix(8).map { Quoted.abridged($0, limit: 24) }.joined(separator: ", ")
    return count > 8 ? shown + ", …" : shown
  }
}
