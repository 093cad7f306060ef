// IDX files: the format of the MNIST digits. Big-endian words, then a byte a pixel or a label.
//
// Source: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database of handwritten digits".

/// What the first bytes of a file of images say, and how much of it is wanted.
struct ImageHeader {
  /// How many images the file has, and how many are wanted.
  let available: Int
  let wanted: Int
  /// The pixels of an image, N.
  private let pixels: Int

  /// Reads the header: 0x00000803, the number of images, their rows and columns.
  init(_ source: ByteSource, shape: ExampleShape, first: Int?) throws(DataProblem) {
    let header = try source.words(4, magicNumber: 0x803, holds: "images")
    let (rows, columns) = (header[1], header[2])
    let (pixels, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, pixels == shape.features else {
      throw .imageSize(
        rows: rows, columns: columns, features: shape.features, powers: shape.powers)
    }
    available = header[0]
    guard available > 0 else { throw .noImages }
    wanted = first ?? available
    guard wanted <= available else { throw .first(wanted, available: available) }
    self.pixels = pixels
  }

  /// The pixels of the wanted images, image after image, each row after row: 0 … 255.
  func pixels(_ source: ByteSource) throws(DataProblem) -> [UInt8] {
    try source.body(wanted * pixels, behind: 16, isAll: wanted == available)
  }

  /// The labels of the wanted images, each less than K: 0x00000801, the number of labels, labels.
  func labels(_ source: ByteSource, outputs: Int) throws(DataProblem) -> [UInt8] {
    let count = try source.words(2, magicNumber: 0x801, holds: "labels")[0]
    guard count == available else { throw .labelCount(labels: count, images: available) }
    let labels = try source.body(wanted, behind: 8, isAll: wanted == available)
    if let n = labels.firstIndex(where: { $0 >= outputs }) {
      throw .label(Int(labels[n]), image: n + 1, outputs: outputs)
    }
    return labels
  }
}

extension ByteSource {
  /// The words of a header behind its first, which must be the magic number.
  fileprivate func words(
    _ count: Int, magicNumber: UInt32, holds: String
  ) throws(DataProblem) -> [Int] {
    let bytes = try bytes(4 * count)
    let words = stride(from: 0, to: bytes.count / 4 * 4, by: 4).map { start in
      bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    if let first = words.first, first != magicNumber {
      throw .magicNumber(found: first, needed: magicNumber, holds: holds)
    }
    guard words.count == count else { throw shortage(found: bytes.count, needed: 4 * count) }
    return words.dropFirst().map { Int($0) }
  }

  /// What is behind a header; where that is all of the file, it must also end there.
  fileprivate func body(
    _ count: Int, behind header: Int, isAll: Bool
  ) throws(DataProblem) -> [UInt8] {
    let result = try bytes(count)
    guard result.count == count else {
      throw shortage(found: header + result.count, needed: header + count)
    }
    guard isAll else { return result }
    guard try bytes(1).isEmpty else { throw .extraBytes(needed: header + count) }
    let status = finish()
    // 2 is a warning: there is something behind the compressed data.
    guard status == 0 || status == 2 else { throw .compression(status: status) }
    return result
  }

  private func bytes(_ count: Int) throws(DataProblem) -> [UInt8] {
    do throws(FileFailure) { return try next(count) } catch { throw .file(error) }
  }

  private func shortage(found: Int, needed: Int) -> DataProblem {
    guard isCompressed else { return .truncated(found: found, needed: needed, compressed: false) }
    let status = finish()
    return found == 0 && status != 0
      ? .compression(status: status)
      : .truncated(found: found, needed: needed, compressed: true)
  }
}
