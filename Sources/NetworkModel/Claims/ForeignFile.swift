// Files that hold gradients in a form that is not read here, by their first bytes.

/// What a file looks like that is neither JSON nor NumPy's.
public enum ForeignFile: Hashable, Sendable {
  case pickle
  /// `torch.save`: a zip file with a pickle in it.
  case torch
  case matlab
  case hdf5
  case gzip
  /// Rows of numbers without brackets.
  case table

  init?(_ bytes: [UInt8]) {
    switch bytes.prefix(4) {
    case let start where start.first == 0x80 && (2...5).contains(start.dropFirst().first ?? 0):
      self = .pickle
    case let start where start.elementsEqual("MATL".utf8): self = .matlab
    case let start where start.elementsEqual([0x89, 0x48, 0x44, 0x46]): self = .hdf5
    case let start where start.starts(with: [0x1F, 0x8B]): self = .gzip
    default:
      guard Self.isTable(bytes) else { return nil }
      self = .table
    }
  }

  /// Whether the first line is two numbers or more with commas, semicolons or spaces between them.
  private static func isTable(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix(1 << 16).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let fields = line.split { ",; \t".utf8.contains($0) }
    return fields.count > 1
      && fields.allSatisfy { DecimalText.isDecimal(bytes, in: $0.startIndex..<$0.endIndex) }
  }

  var words: String {
    switch self {
    case .pickle: "looks like a pickle of Python, which can run programs and is not read"
    case .torch: "looks like a file of torch.save, which holds a pickle and is not read"
    case .matlab: "looks like a file of MATLAB"
    case .hdf5: "looks like an HDF5 file"
    case .gzip: "is compressed by gzip"
    case .table: "looks like a table of numbers, which does not say whose they are"
    }
  }
}
