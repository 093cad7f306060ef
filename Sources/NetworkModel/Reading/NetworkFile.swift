// A network file: what is in it, and how it is read.

/// A network with its batch of examples, as a file gives them.
public struct NetworkFile: Sendable {
  public var network: Network
  public var batch: Batch
  /// What is allowed, and is seldom meant: a sentence each, on one line.
  public var warnings: [String]
  /// What the classes 1 … K stand for, where the data say it: the words of a CSV column, in the
  /// order of their first appearance, or the labels 0 … K−1 of an IDX file.
  public var classNames: [String]?
  /// How the network is trained, where nothing else is said.
  public var training: TrainingSettings
  /// Where its training stands, if it has been trained.
  public var state: TrainingState?
  /// d, where every number of an example has been replaced by its powers up to the d-th: the inputs
  /// x_1, x_1², …, x_1^d, x_2, … of polynomial regression, [R] "Reviewing Polynomial Regression".
  public var powers: Int?
  /// The file's own words, for writing it again.
  var original: OriginalText?

  public init(
    network: Network, batch: Batch, warnings: [String] = [], classNames: [String]? = nil,
    training: TrainingSettings = TrainingSettings(), state: TrainingState? = nil,
    powers: Int? = nil
  ) {
    self.network = network
    self.batch = batch
    self.warnings = warnings
    self.classNames = classNames
    self.training = training
    self.state = state
    self.powers = powers
  }
}

extension NetworkFile {
  /// Reads a network file; `-` is standard input.
  ///
  /// - Throws: what is wrong with the file or with the data it names, in the order in which a reader
  ///   meets it: the file, the JSON, the keys, then value by value.
  /// - Complexity: O(text + data). A file has at most 256 MiB, parameters and node values together
  ///   at most `NetworkSize.limit` numbers; that is checked before memory is asked for.
  public static func read(path: String) throws(NetworkFileError) -> NetworkFile {
    let bytes: [UInt8]
    do throws(FileFailure) {
      let source = try path == "-" ? ByteSource.standardInput : ByteSource(path: path)
      bytes = try source.readAll(limit: JSONReader.lengthLimit)
    } catch {
      throw NetworkFileError(file: path, kind: .file(error))
    }
    return try read(text: bytes, name: path, directory: directory(of: path))
  }

  /// The directory that a file lies in, which the paths in it are relative to; of standard input the
  /// current one.
  public static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// Reads the text of a network file.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - directory: what the paths in it are relative to.
  public static func read(
    text bytes: [UInt8], name: String, directory: String
  ) throws(NetworkFileError) -> NetworkFile {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONReader.read(bytes)
    } catch {
      throw NetworkFileError(file: name, place: error.place, kind: .syntax(error))
    }
    return try NetworkFileReader(file: name, directory: directory).read(document.root)
  }
}
