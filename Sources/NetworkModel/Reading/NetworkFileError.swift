// What can be wrong with a network file.

/// Why a network file cannot be used, where in it, and what it needs.
///
/// The cases carry what was found and what is needed; `message` has the words.
public struct NetworkFileError: Error, Hashable, Sendable {
  /// The file, as it was given.
  public let file: String
  /// The place in it; `nil` where there is nothing to read.
  public let place: JSONPlace?
  public let kind: Kind

  public init(file: String, place: JSONPlace? = nil, kind: Kind) {
    self.file = file
    self.place = place
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    /// The file itself cannot be read.
    case file(FileFailure)
    /// The text is not JSON.
    case syntax(JSONError)
    /// A value of another type, or out of its range.
    case value(found: String, needed: String)
    case unknownKey(String, valid: [String])
    case missingKey(String, reason: String?)
    /// Of these two, a file has one.
    case oneOf(String, String, hasBoth: Bool)
    /// A list of another length than something else asks for.
    case count(found: Int, needed: Int, of: String, reason: String)
    /// W^(ℓ) of another shape than the sizes ask for.
    case shape(
      layer: Int, rows: Int, columns: Int, neededRows: Int, neededColumns: Int, sizes: [Int])
    /// A function that is not in the list; `role` is "activation", "hypothesis" or "cost".
    case unknownName(String, role: String, nearest: String?, all: [String])
    /// A name that is valid in another place.
    case otherRole(String, role: String, actualRole: String, all: [String])
    case noParameter(String, function: String, parameter: String?)
    /// A cost that has no value for what the hypothesis gives.
    case undefined(
      cost: String, hypothesis: String, outputs: Int, reason: UndefinedReason, defined: [String])
    /// s_1 is no multiple of the number of powers.
    case indivisible(Int, sizes: [Int])
    /// A power of a number of an example that is beyond the largest number.
    case powerOverflow(power: Int, feature: Int, example: Int, value: Double)
    /// More numbers than fit in memory; `count` is `nil` beyond the range of `Int`.
    case tooManyNumbers(count: Int?, limit: Int, what: String)
    /// Something is wrong with a file of data.
    case data(file: String, problem: DataProblem)
  }

  /// The exit status of a command that this ends: 66 where a file cannot be read, 65 where what is
  /// in it cannot be used.
  public var exitStatus: Int32 {
    switch kind {
    case .file(let failure), .data(_, .file(let failure)): failure.exitStatus
    default: 65
    }
  }
}

/// Why a cost has no value for some output of a hypothesis.
public enum UndefinedReason: Hashable, Sendable {
  /// It takes log h, and h can be 0 or less.
  case logarithm
  /// It takes log(1 − h), and h can be 1 or more.
  case logarithmOfComplement
}

/// Why a file cannot be read.
public enum FileFailure: Error, Hashable, Sendable {
  case notFound
  case directory
  /// The system's reason.
  case unreadable(String)
  case tooLong(limit: Int)

  var exitStatus: Int32 {
    if case .tooLong = self { 65 } else { 66 }
  }
}

/// What can be wrong with a file of data.
public enum DataProblem: Error, Hashable, Sendable {
  case file(FileFailure)

  /// IDX: the first four bytes.
  case magicNumber(found: UInt32, needed: UInt32, holds: String)
  /// IDX: fewer bytes than the header or `first` ask for.
  case truncated(found: Int, needed: Int, compressed: Bool)
  case extraBytes(needed: Int)
  /// What `gzip` says of a compressed file, by its exit status.
  case compression(status: Int32)
  case noImages
  case imageSize(rows: Int, columns: Int, features: Int, powers: Int)
  case labelCount(labels: Int, images: Int)
  case label(Int, image: Int, outputs: Int)
  case first(Int, available: Int)

  /// CSV: the text is no table.
  case noHeader
  case noRows
  case encoding(line: Int)
  case quote(line: Int, why: String)
  case fieldCount(found: Int, needed: Int, line: Int)
  case tooManyColumns(limit: Int)
  case duplicateColumn(String)
  /// CSV: the table is not what the network needs.
  case unknownColumn(String, nearest: String?, separator: String?)
  case featureCount(found: Int, needed: Int, powers: Int, targets: [String])
  case number(String, column: String, line: Int)
  case emptyClass(column: String, line: Int)
  /// CSV: a word for class K + 1.
  case tooManyClasses(String, column: String, line: Int, outputs: Int)
}
