// Files of somebody's gradients: what kind a file is, and how it is read.

import Numbers

/// A file of gradients: JSON in the network file's shapes, or NumPy's `.npz` and `.npy`.
public enum ClaimFile {
  /// Reads a file of gradients; `-` is standard input.
  ///
  /// - Returns: every reading of the numbers that fits the shapes, the most natural first: where all
  ///   layers are square, W as it stands and W transposed. There is at least one.
  /// - Throws: what is wrong, in the order in which a reader meets it: the file, its form, the names,
  ///   the shapes, numbers that are not finite.
  /// - Complexity: O(file); a file has at most 256 MiB, and nothing larger than it is allocated for
  ///   what it says of itself.
  public static func read(
    path: String, for network: Network, batch: Batch
  ) throws(ClaimFileError) -> [Claim] {
    let bytes: [UInt8]
    do throws(FileFailure) {
      let source = try path == "-" ? ByteSource.standardInput : ByteSource(path: path)
      bytes = try source.readAll(limit: JSONReader.lengthLimit)
    } catch {
      throw ClaimFileError(
        file: path, kind: .text(NetworkFileError(file: path, kind: .file(error))))
    }
    return try read(bytes: bytes, name: path, for: network, batch: batch)
  }

  /// Reads the bytes of a file of gradients. What it is, its first bytes say, not its name.
  ///
  /// - Parameter name: what messages call it.
  public static func read(
    bytes: [UInt8], name: String, for network: Network, batch: Batch
  ) throws(ClaimFileError) -> [Claim] {
    let shapes = ClaimShapes(sizes: network.sizes, examples: batch.count)
    do throws(ClaimProblem) {
      return try parts(of: bytes, name: name, shapes: shapes).claims(shapes)
    } catch {
      throw ClaimFileError(file: name, kind: error.kind, line: error.value?.place.line)
    }
  }

  private static func parts(
    of bytes: [UInt8], name: String, shapes: ClaimShapes
  ) throws(ClaimProblem) -> ClaimParts {
    if ZipArchive.isOne(bytes) { return try .init(archive: bytes, shapes) }
    if bytes.starts(with: NumPyArray.mark) { return try .init(array: bytes, shapes) }
    if let foreign = ForeignFile(bytes) { throw ClaimProblem(.foreign(foreign)) }
    return try ClaimText(file: name, shapes: shapes).read(bytes)
  }
}

/// What is wrong with a claim before the name of its file is known.
struct ClaimProblem: Error {
  let kind: ClaimFileError.Kind
  /// Where in a JSON text it stands.
  let value: JSONValue?

  init(_ kind: ClaimFileError.Kind, at value: JSONValue? = nil) {
    self.kind = kind
    self.value = value
  }
}
