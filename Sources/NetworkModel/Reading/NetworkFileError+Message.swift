// The words of what is wrong with a network file.

extension NetworkFileError {
  /// Where, what was found, what is needed: one line of fewer than 500 bytes, beginning with the
  /// file.
  ///
  ///     xor.json: weights[0] (W^(2)) is 1×2, but sizes [2, 3, 1] need 3×2 (line 5)
  public var message: String {
    let name = Quoted.file(file)
    let text: String
    switch kind {
    case .syntax(let error):
      text = "\(name):\(error.place.line):\(error.place.column): \(error.words)"
    default:
      let line = place.flatMap { $0.path.isEmpty && $0.line == 1 ? nil : " (line \($0.line))" }
      text = "\(name): \(words)\(line ?? "")"
    }
    return text.shortened(toBytes: 499)
  }

  private var path: String { place?.path ?? "" }

  /// The path as the subject of a sentence.
  private var subject: String { path.isEmpty ? "the file" : path }

  private func within(_ words: String) -> String { path.isEmpty ? words : "\(path): \(words)" }

  private var words: String {
    switch kind {
    case .file(let failure): failure.words
    case .syntax(let error): error.words
    case .value(let found, let needed): "\(subject) is \(found); \(needed) is needed"
    case .unknownKey(let key, let valid):
      within(
        "unknown key \(Quoted.text(key))"
          + suggestion(nearestName(to: key, among: valid), "keys", valid))
    case .missingKey(let key, let reason):
      within("the key \"\(key)\" is missing" + (reason.map { "; \($0)" } ?? ""))
    case .oneOf(let first, let second, let hasBoth):
      within(
        hasBoth
          ? "\(first) and \(second) are both given; one of them is needed"
          : "neither \(first) nor \(second) is given; one of them is needed")
    case .count(let found, let needed, let what, let reason):
      "\(subject) has \(counted(found, what)), but \(reason) \(needed)"
    case .shape(let l, let rows, let columns, let neededRows, let neededColumns, let sizes):
      "\(subject) (W^(\(l))) is \(rows)×\(columns), but sizes \(Self.text(sizes)) need "
        + "\(neededRows)×\(neededColumns)"
        + (rows == neededColumns && columns == neededRows
          ? "; it looks transposed: W^(\(l)) has a row for each node of layer \(l)" : "")
    case .unknownName(let name, let role, let nearest, let all):
      "\(subject): unknown \(role) \(Quoted.text(name))"
        + (Self.costElsewhere(name, role).map { ". \($0.words)" } ?? suggestion(nearest, role, all))
    case .otherRole(let name, let role, let actual, let all):
      "\(subject): \"\(name)\" is a \(actual), no \(role); valid: \(all.joined(separator: ", "))"
    case .noParameter(let key, let function, let parameter):
      "\(subject): \(function) has no parameter \(Quoted.text(key)); "
        + (parameter.map { "it has \"\($0)\"" } ?? "it has none")
    case .undefined(let cost, let hypothesis, let outputs, let reason, let defined):
      "\(subject): \(cost) is not defined for the hypothesis \(hypothesis)"
        + "\(outputs == 1 ? " with one output" : ""): \(reason.words). "
        + "Defined for it: \(defined.joined(separator: ", "))"
    case .indivisible(let powers, let sizes):
      "\(subject) is \(powers), but s_1 = \(sizes[0]) of sizes \(Self.text(sizes)) is no multiple of it: "
        + "s_1 counts \(counted(powers, "power")) of each number of an example"
    case .powerOverflow(let power, let feature, let example, let value):
      "\(subject): x_\(feature) of example \(example) is \(value), whose power \(power) "
        + "is beyond the largest number; smaller numbers, or fewer powers, are needed"
    case .tooManyNumbers(let count, let limit, let what):
      "\(subject): \(what) are \(count.map { "\($0)" } ?? "more than \(Int.max)") numbers, "
        + "which do not fit in memory; at most \(limit) do"
    case .data(let file, let problem):
      within("\(Quoted.file(file)): \(problem.words)")
    }
  }

  private static func costElsewhere(_ name: String, _ role: String) -> CostElsewhere? {
    role == Cost.role ? CostElsewhere(called: name) : nil
  }

  private func suggestion(_ nearest: String?, _ what: String, _ valid: [String]) -> String {
    nearest.map { ". Did you mean '\($0)'?" } ?? "; valid: \(valid.joined(separator: ", "))"
  }

  /// Sizes as they stand in the file, a long list abridged.
  static func text(_ sizes: [Int]) -> String {
    guard sizes.count > 8 else { return "\(sizes)" }
    let start = sizes.prefix(4).map { "\($0)" }.joined(separator: ", ")
    return "[\(start), … \(sizes[sizes.count - 1])] (\(sizes.count) layers)"
  }
}

/// "1 row", "3 rows", "2 matrices".
func counted(_ n: Int, _ what: String) -> String {
  "\(n) \(n == 1 ? what : what == "matrix" ? "matrices" : what + "s")"
}

extension UndefinedReason {
  fileprivate var words: String {
    switch self {
    case .logarithm: "log h needs h > 0, and h can be 0 or less"
    case .logarithmOfComplement: "log(1 - h) needs h < 1, and h can be 1 or more"
    }
  }
}

extension FileFailure {
  var words: String {
    switch self {
    case .notFound: "no such file"
    case .directory: "is a directory; a file is needed"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .tooLong(let limit): "is longer than \(limit >> 20) MiB"
    }
  }
}

extension String {
  /// The string, or its beginning and an ellipsis, in at most so many bytes of UTF-8.
  func shortened(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var result = ""
    var count = 3
    for scalar in unicodeScalars {
      count += scalar.utf8.count
      if count > limit { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }
}
