// The words of what is wrong with a file of data.

extension DataProblem {
  /// What is wrong, without the file: one line.
  var words: String {
    switch self {
    case .file(let failure): failure.words
    case .magicNumber(let found, let needed, let holds):
      "begins with \(Self.hexadecimal(found)); an IDX file of \(holds) begins with "
        + "\(Self.hexadecimal(needed))"
    case .truncated(let found, let needed, let compressed):
      "ends after \(found) bytes\(compressed ? " of uncompressed data" : ""), \(needed) are needed: "
        + "it is cut short"
    case .extraBytes(let needed): "goes on after the \(needed) bytes that its header announces"
    case .compression(127): "is compressed, and the system's gzip is not found"
    case .compression(let status): "is damaged: gzip cannot decompress it (status \(status))"
    case .noImages: "holds no images"
    case .imageSize(let rows, let columns, let features, let powers):
      "holds images of \(rows)×\(columns) pixels, but sizes "
        + Self.features(features, powers: powers)
    case .labelCount(let labels, let images):
      "holds \(counted(labels, "label")) for \(counted(images, "image"))"
    case .label(let label, let image, let outputs):
      "the label of image \(image) is \(label), class \(label + 1), but sizes have K = \(outputs)"
    case .first(let first, let available):
      "holds \(counted(available, "example")), but \"first\" asks for \(first)"
    default: tableWords
    }
  }

  private var tableWords: String {
    switch self {
    case .noHeader: "is empty; a line with the names of the columns is needed"
    case .noRows: "has no row behind the line of names; at least one is needed"
    case .encoding(let line): "line \(line): a name or a class is not UTF-8"
    case .quote(let line, let why): "line \(line): \(why)"
    case .fieldCount(let found, let needed, let line):
      "line \(line) has \(counted(found, "field")), but the first line names \(counted(needed, "column"))"
    case .tooManyColumns(let limit): "has more than \(limit) columns"
    case .duplicateColumn(let name): "two columns are named \(Quoted.text(name))"
    case .unknownColumn(let name, let nearest, let separator):
      "has no column \(Quoted.text(name))"
        + (nearest.map { ". Did you mean '\(Quoted.abridged($0, limit: 40))'?" } ?? "")
        + (separator.map { "; its fields must be separated by ',', and the first line has '\($0)'" }
          ?? "")
    case .featureCount(let found, let needed, let powers, let targets):
      "has \(counted(found, "column")) besides the targets "
        + "\(Quoted.abridged(targets.joined(separator: ", "), limit: 60)), but sizes "
        + Self.features(needed, powers: powers)
    case .number(let field, let column, let line):
      "line \(line), column \(Quoted.text(column)) is \(Quoted.text(field)); a finite number is needed"
    case .emptyClass(let column, let line):
      "line \(line), column \(Quoted.text(column)) is empty; a class is needed"
    case .tooManyClasses(let name, let column, let line, let outputs):
      "line \(line), column \(Quoted.text(column)): \(Quoted.text(name)) is class \(outputs + 1), "
        + "but sizes have K = \(outputs)"
    default: preconditionFailure("no words for \(self)")
    }
  }

  private static func features(_ count: Int, powers: Int) -> String {
    powers == 1
      ? "have N = \(count)" : "with \(powers) powers of each number have N / \(powers) = \(count)"
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
