// What can be wrong with a file of gradients.

/// Why a file of gradients cannot be used, and what is needed; `message` has the words.
public struct ClaimFileError: Error, Hashable, Sendable {
  /// The file, as it was given.
  public let file: String
  public let kind: Kind
  /// The line of a JSON text, where the error is of one.
  public let line: Int?

  public init(file: String, kind: Kind, line: Int? = nil) {
    self.file = file
    self.kind = kind
    self.line = line
  }

  public enum Kind: Hashable, Sendable {
    /// The file cannot be read; the text is not JSON; keys and values that are not a claim's.
    case text(NetworkFileError)
    /// NaN or an infinity, and what it is of: a derivative, or J where there is no coordinate.
    case notFinite(found: String, array: String, coordinate: Coordinate?)
    /// The same in a JSON text, where such numbers are no numbers at all.
    case notFiniteText(found: String, place: JSONPlace, coordinate: Coordinate?)
    case shape(ClaimShapeError)
    /// J is one number.
    case costShape(name: String, found: [Int])
    /// Arrays without which there is no claim.
    case missing([String], needed: [String])
    case unknownArray(String, nearest: String?, needed: [String])
    /// Two arrays that claim the same.
    case repeated(String, String, symbol: String)
    /// So many arrays without names.
    case positionalCount(found: Int, needed: Int)
    /// So many `….weight` and `….bias` for so many layers.
    case torchCount(weights: Int, biases: Int, needed: Int, sizes: [Int])
    case archive(ArchiveProblem)
    /// An array of an archive, or the file itself where it is one array.
    case array(name: String?, ArrayProblem)
    /// One array alone that is no list of all parameters.
    case loneArray(shape: [Int], parameters: Int, sizes: [Int])
    case foreign(ForeignFile)
  }

  /// The exit status of a command that this ends: 66 where a file cannot be read, 65 where what is
  /// in it cannot be used.
  public var exitStatus: Int32 {
    if case .text(let error) = kind { error.exitStatus } else { 65 }
  }
}

/// An array of another shape than the sizes ask for.
public struct ClaimShapeError: Hashable, Sendable {
  /// What the file calls it, and what it is in the notation: "W3", "∇W^(3)".
  public let name: String
  public let symbol: String
  public let found: [Int]
  public let needed: [Int]
  public let sizes: [Int]
  /// M, where the shape depends on it.
  public let examples: Int?
  public let note: Note?

  public enum Note: Hashable, Sendable {
    /// This array's layout is another one; all of a file have the same.
    case layout(of: String, ClaimLayout?)
    /// The bias is folded in, and an array of biases is there too.
    case biasTwice(String)
    /// A column for each example.
    case notSummed
  }
}

/// What can be wrong with a zip file.
public enum ArchiveProblem: Error, Hashable, Sendable {
  /// No directory at the end.
  case noDirectory
  /// The directory is cut short, or is not where the end says it is.
  case directory
  case compressed(String)
  case encrypted(String)
  /// A member's own header says something else than the directory, or lies outside the file.
  case header(String)
  case overlap(String, String)
  case checksum(String)
}

/// What can be wrong with an array in NumPy's format.
public enum ArrayProblem: Error, Hashable, Sendable {
  case noArray
  case version(major: Int, minor: Int)
  /// The header is cut short or is not the dictionary that it must be.
  case header(found: String)
  case type(String, ArrayTypeProblem)
  case rank(Int)
  /// So many bytes behind the header; `needed` is `nil` beyond the range of `Int`.
  case size(shape: [Int], found: Int, needed: Int?)
  /// An integer beyond 2^53, which is no `Double`.
  case integer
}

/// Why a type of numbers is not read.
public enum ArrayTypeProblem: Hashable, Sendable {
  case halfPrecision, extendedPrecision, complex, objects, notNumbers, unknown
}
