// Examples from files of data: IDX images with their labels, and CSV tables.

import Foundation
import Nabla
import Testing

/// A file in the IDX format: the magic number, the sizes, the bytes.
func idx(_ magicNumber: UInt32, _ sizes: [UInt32], _ content: [UInt8]) -> [UInt8] {
  ([magicNumber] + sizes).flatMap { word in
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
  } + content
}

/// The bytes compressed by the system's gzip.
func gzip(_ file: String) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["gzip", "-c", file]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Array(data)
}

/// A wrong combination of data and network, and what its message must say.
struct MalformedData: CustomTestStringConvertible, Sendable {
  let name: String
  let data: String
  var sizes = "[4, 3]"
  var status: Int32 = 65
  let words: String
  var testDescription: String { name }
}

@Suite("IDX files")
struct ImageDataTests {
  static let pixels: [UInt8] = [0, 51, 102, 255, 10, 20, 30, 40, 1, 2, 3, 4]
  let directory: TemporaryDirectory

  /// Three images of 2×2 pixels, labelled 2, 0 and 1, and files that are wrong in one way each.
  init() throws {
    directory = try TemporaryDirectory()
    let images = idx(0x803, [3, 2, 2], Self.pixels)
    let file = try directory.write("images", images)
    let labels = try directory.write("labels", idx(0x801, [3], [2, 0, 1]))
    try directory.write("-images.gz", gzip(file))
    try directory.write("labels.gz", gzip(labels))
    try directory.write("short", Array(images.dropLast()))
    try directory.write("header", Array(images.prefix(10)))
    try directory.write("long", images + [0])
    try directory.write("none", idx(0x803, [0, 2, 2], []))
    try directory.write("huge", idx(0x803, [4_000_000_000, 2, 2], []))
    try directory.write("wide", idx(0x803, [1, 0xFFFF_FFFF, 0xFFFF_FFFF], []))
    try directory.write("two", idx(0x801, [2], [2, 0]))
    try directory.write("empty", [])
    let noise = try directory.write(
      "noise",
      idx(0x803, [5000, 2, 2], (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }))
    try directory.write("many", idx(0x801, [5000], Array(repeating: 0, count: 5000)))
    let compressed = try gzip(noise)
    try directory.write("short.gz", Array(compressed.prefix(compressed.count / 2)))
    try directory.write("broken.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3])
    var damaged = compressed
    damaged[damaged.count - 6] ^= 1  // The checksum.
    try directory.write("checksum.gz", damaged)
  }

  private func text(_ data: String, sizes: String = "[4, 3]") -> NetworkText {
    .classes.with([
      "sizes": sizes, "weights": nil, "biases": nil, "examples": nil, "data": data,
      "initialise": "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 1}",
    ])
  }

  @Test(
    "pixels are scaled to 0…1, label d is class d + 1; compressed or not",
    arguments: ["images", "-images.gz"], ["labels", "labels.gz"])
  func reads(images: String, labels: String) throws {
    let file = try read(
      text("{\"idx-images\": \"\(images)\", \"idx-labels\": \"\(labels)\"}"),
      directory: directory.path)
    #expect(file.batch.inputs.rows == 4 && file.batch.count == 3)
    for m in 1...3 {
      for n in 1...4 {
        #expect(file.batch.inputs[n, m] == Double(Self.pixels[(m - 1) * 4 + n - 1]) / 255)
      }
    }
    #expect(
      file.batch.targets == Matrix(rows: 3, columns: 3, entries: [0, 1, 0, 0, 0, 1, 1, 0, 0]))
    #expect(file.classNames == ["0", "1", "2"])
  }

  @Test(
    "\"first\" reads no further, so that what follows may be missing",
    arguments: ["images", "-images.gz", "short"])
  func first(images: String) throws {
    let file = try read(
      text(
        "{\"idx-images\": \"\(images)\", \"idx-labels\": \"\(directory.path)/labels\", \"first\": 2}"
      ),
      directory: directory.path)
    #expect(file.batch.count == 2)
    #expect(file.batch.inputs[2, 1] == 0.2)
  }

  static let malformed = [
    MalformedData(
      name: "no file", data: idxData("nothing"), status: 66,
      words: "net.json: data.idx-images: nothing: no such file"),
    MalformedData(
      name: "no labels", data: idxData(labels: "nothing"), status: 66,
      words: "data.idx-labels: nothing: no such file"),
    MalformedData(name: "a directory", data: idxData("."), status: 66, words: "is a directory"),
    MalformedData(name: "no name", data: idxData(""), status: 66, words: "is a directory"),
    MalformedData(
      name: "empty", data: idxData("empty"), words: "ends after 0 bytes, 16 are needed"),
    MalformedData(
      name: "cut header", data: idxData("header"), words: "ends after 10 bytes, 16 are needed"),
    MalformedData(
      name: "cut short", data: idxData("short"), words: "short: ends after 27 bytes, 28 are needed"),
    MalformedData(name: "too long", data: idxData("long"), words: "goes on after the 28 bytes"),
    MalformedData(
      name: "images and labels swapped", data: idxData("labels", labels: "images"),
      words: "labels: begins with 0x00000801; an IDX file of images begins with 0x00000803"),
    MalformedData(
      name: "labels are images", data: idxData(labels: "images"),
      words: "begins with 0x00000803; an IDX file of labels begins with 0x00000801"),
    MalformedData(name: "no images", data: idxData("none"), words: "holds no images"),
    MalformedData(
      name: "four billion images", data: idxData("huge"),
      words: "the values of all nodes for 4000000000 examples"),
    MalformedData(
      name: "four billion pixels squared", data: idxData("wide"),
      words: "holds images of 4294967295×4294967295"),
    MalformedData(
      name: "other size", data: idxData(), sizes: "[5, 3]",
      words: "images of 2×2 pixels, but sizes have N = 5"),
    MalformedData(
      name: "too few labels", data: idxData(labels: "two"), words: "holds 2 labels for 3 images"),
    MalformedData(
      name: "label beyond K", data: idxData(), sizes: "[4, 2]",
      words: "the label of image 1 is 2, class 3, but sizes have K = 2"),
    MalformedData(
      name: "one output", data: idxData(), sizes: "[4, 1]", words: "given with K = 1 output"),
    MalformedData(
      name: "too many wanted", data: idxData(more: ", \"first\": 4"),
      words: "holds 3 examples, but \"first\" asks for 4"),
    MalformedData(
      name: "none wanted", data: idxData(more: ", \"first\": 0"),
      words: "data.first is 0; a whole number, 1 or more, is needed"),
    MalformedData(
      name: "10^18 wanted", data: idxData(more: ", \"first\": 1e18"), words: "do not fit in memory"),
    MalformedData(
      name: "compressed, cut short", data: idxData("short.gz", labels: "many"),
      words: "of uncompressed data, 20016 are needed: it is cut short"),
    MalformedData(
      name: "not really compressed", data: idxData("broken.gz"),
      words: "is damaged: gzip cannot decompress it"),
    MalformedData(
      name: "wrong checksum", data: idxData("checksum.gz", labels: "many"),
      words: "is damaged: gzip cannot decompress it"),
    MalformedData(
      name: "both kinds", data: idxData(more: ", \"csv\": \"a\""),
      words: "data: idx-images and csv are both given"),
    MalformedData(
      name: "neither kind", data: "{\"first\": 3}",
      words: "data: neither idx-images nor csv is given"),
    MalformedData(
      name: "images without labels", data: "{\"idx-images\": \"images\"}",
      words: "data: the key \"idx-labels\" is missing"),
    MalformedData(
      name: "unknown key", data: "{\"idx-image\": \"images\"}",
      words: "data: unknown key \"idx-image\". Did you mean 'idx-images'?"),
    MalformedData(
      name: "a path of numbers", data: "{\"idx-images\": 3, \"idx-labels\": \"labels\"}",
      words: "data.idx-images is 3; the path of a file is needed"),
    MalformedData(
      name: "data is a path", data: "\"images\"", words: "data is \"images\"; an object with"),
  ]

  private static func idxData(
    _ images: String = "images", labels: String = "labels", more: String = ""
  ) -> String {
    "{\"idx-images\": \"\(images)\", \"idx-labels\": \"\(labels)\"\(more)}"
  }

  @Test("what is wrong with them is said", arguments: malformed)
  func refuses(case malformed: MalformedData) {
    let bytes = Array(text(malformed.data, sizes: malformed.sizes).text.utf8)
    guard case .failure(let error) = result(ofReading: bytes, directory: directory.path) else {
      Issue.record("\(malformed.name) is read")
      return
    }
    #expect(
      isGoodMessage(error.message) && error.message.contains(malformed.words), "\(error.message)")
    #expect(error.exitStatus == malformed.status)
  }
}

@Suite("CSV files")
struct TableDataTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func result(_ table: [UInt8], _ data: String, sizes: String) throws -> Result<
    NetworkFile, NetworkFileError
  > {
    try directory.write("table.csv", table)
    let text = NetworkText.valid.with([
      "sizes": sizes, "activation": nil, "hypothesis": "\"logistic\"", "weights": nil,
      "biases": nil,
      "examples": nil, "data": data,
      "initialise": "{\"distribution\": \"uniform\", \"deviation\": 1, \"seed\": 1}",
    ])
    return NetworkModelTests.result(ofReading: Array(text.text.utf8), directory: directory.path)
  }

  static let flowers =
    "length,species,width\r\n5.1,setosa,.35\r\n7,\"versi,\"\"color\"\"\",+3.2\r\n 6.3 ,setosa,33e-1\r\n"

  @Test(
    "features keep their order, classes are numbered as they appear; quotes and line ends as in RFC 4180"
  )
  func classes() throws {
    let data = "{\"csv\": \"table.csv\", \"targets\": [\"species\"], \"one-hot\": true}"
    for text in [
      Self.flowers, Self.flowers.replacingOccurrences(of: "\r\n", with: "\n"),
      "\u{FEFF}" + Self.flowers,
      String(Self.flowers.dropLast(1)), Self.flowers + "\r\n\n",
    ] {
      let file = try result(Array(text.utf8), data, sizes: "[2, 2]").get()
      #expect(
        file.batch.inputs == Matrix(rows: 2, columns: 3, entries: [5.1, 7, 6.3, 0.35, 3.2, 3.3]))
      #expect(file.batch.targets == Matrix(rows: 2, columns: 3, entries: [1, 0, 1, 0, 1, 0]))
      #expect(file.classNames == ["setosa", "versi,\"color\""])
      #expect(file.warnings.isEmpty)
    }
  }

  @Test("targets without one-hot are numbers, in the order in which they are named")
  func numbers() throws {
    let table = "a,b,c\n1,2,3\n4,5,6\n"
    let data = "{\"csv\": \"table.csv\", \"targets\": [\"c\", \"a\"], \"first\": 1}"
    let file = try result(Array(table.utf8), data, sizes: "[1, 2]").get()
    #expect(file.batch.inputs.entries == [2] && file.batch.targets.entries == [3, 1])
    #expect(file.classNames == nil)
  }

  @Test("fewer classes than outputs is a warning; rows behind \"first\" count for the classes")
  func fewClasses() throws {
    let data =
      "{\"csv\": \"table.csv\", \"targets\": [\"species\"], \"one-hot\": true, \"first\": 1}"
    let file = try result(Array(Self.flowers.utf8), data, sizes: "[2, 3]").get()
    #expect(file.batch.count == 1 && file.classNames?.count == 2)
    #expect(
      file.warnings == [
        "column \"species\" has 2 of the K = 3 classes: the targets of the others are 0 everywhere"
      ])
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let name: String
    let table: [UInt8]
    var data = "{\"csv\": \"table.csv\", \"targets\": [\"y\"]}"
    var sizes = "[2, 1]"
    let words: String
    var testDescription: String { name }

    init(
      _ name: String, _ table: String, _ words: String, data: String? = nil, sizes: String? = nil
    ) {
      (self.name, self.table, self.words) = (name, Array(table.utf8), words)
      self.data = data ?? self.data
      self.sizes = sizes ?? self.sizes
    }

    init(_ name: String, bytes: [UInt8], _ words: String) {
      (self.name, self.table, self.words) = (name, bytes, words)
    }
  }

  private static let oneHot = "{\"csv\": \"table.csv\", \"targets\": [\"y\"], \"one-hot\": true}"

  static let wrong = [
    Wrong("empty", "", "table.csv: is empty; a line with the names"),
    Wrong("only blank lines", "\n\n", "is empty"),
    Wrong("no rows", "a,b,y\n", "has no row"),
    Wrong(
      "short row", "a,b,y\n1,2,3\n1,2\n", "line 3 has 2 fields, but the first line names 3 columns"),
    Wrong("long row", "a,b,y\n1,2,3,4\n", "line 2 has 4 fields"),
    Wrong("blank line", "a,b,y\n1,2,3\n\n1,2,3\n", "line 3 has 1 field"),
    Wrong(
      "a word as a feature", "a,b,y\n1,2,3\n1,two,3\n",
      "line 3, column \"b\" is \"two\"; a finite number is needed"),
    Wrong("a word as a target", "a,b,y\n1,2,high\n", "line 2, column \"y\" is \"high\""),
    Wrong("nothing as a feature", "a,b,y\n1,,3\n", "line 2, column \"b\" is \"\""),
    Wrong("NaN", "a,b,y\n1,NaN,3\n", "line 2, column \"b\" is \"NaN\"; a finite number"),
    Wrong("infinity", "a,b,y\n1,inf,3\n", "column \"b\" is \"inf\""),
    Wrong("too large", "a,b,y\n1,1e400,3\n", "column \"b\" is \"1e400\""),
    Wrong("hexadecimal", "a,b,y\n1,0x10,3\n", "column \"b\" is \"0x10\""),
    Wrong("two points", "a,b,y\n1,1.2.3,3\n", "column \"b\" is \"1.2.3\""),
    Wrong(
      "line counted behind a quoted line end", "a,\"b\n\",y\n1,x,3\n",
      "line 3, column \"b\\n\" is \"x\""),
    Wrong("no such column", "a,b,Y\n1,2,3\n", "has no column \"y\". Did you mean 'Y'?"),
    Wrong(
      "semicolons", "a;b;y\n1;2;3\n",
      "has no column \"y\"; its fields must be separated by ',', and the first line has ';'"),
    Wrong("the same column twice", "a,a,y\n1,2,3\n", "two columns are named \"a\""),
    Wrong(
      "too few features", "a,y\n1,2\n", "has 1 column besides the targets y, but sizes have N = 2"),
    Wrong(
      "too many features", "a,b,c,y\n1,2,3,4\n",
      "has 3 columns besides the targets y, but sizes have N = 2"),
    Wrong("quote without end", "a,b,y\n1,2,\"3\n4,5,6\n", "line 2: a quoted field has no end"),
    Wrong("text behind a quote", "a,b,y\n1,2,\"3\"x\n", "line 2: there is text behind the end"),
    Wrong(
      "quote inside", "a,b,y\n1,2\"2,3\n",
      "line 2: a field with a quotation mark in it must be quoted"),
    Wrong(
      "name not UTF-8", bytes: [0x61, 0x2C, 0xFF, 0x2C, 0x79, 0x0A],
      "line 1: a name or a class is not UTF-8"),
    Wrong(
      "feature not UTF-8", bytes: Array("a,b,y\n1,".utf8) + [0xFF, 0x2C, 0x33],
      "line 2, column \"b\" is \"the byte 0xFF\""),
    Wrong(
      "too many classes", "a,b,y\n1,2,r\n1,2,g\n1,2,b\n",
      "line 4, column \"y\": \"b\" is class 3, but sizes have K = 2", data: oneHot, sizes: "[2, 2]"),
    Wrong(
      "an empty class", "a,b,y\n1,2,\n", "line 2, column \"y\" is empty; a class is needed",
      data: oneHot, sizes: "[2, 2]"),
    Wrong(
      "one-hot with one output", "a,b,y\n1,2,r\n", "data.one-hot is given with K = 1 output",
      data: oneHot),
    Wrong(
      "one-hot with two targets", "a,b,y\n1,2,r\n", "data.one-hot is given with 2 targets",
      data: "{\"csv\": \"table.csv\", \"targets\": [\"y\", \"a\"], \"one-hot\": true}",
      sizes: "[2, 2]"),
    Wrong(
      "one-hot is a number", "a,b,y\n1,2,3\n", "data.one-hot is 1; true or false is needed",
      data: "{\"csv\": \"table.csv\", \"targets\": [\"y\"], \"one-hot\": 1}"),
    Wrong(
      "targets is a name", "a,b,y\n1,2,3\n", "data.targets is \"y\"; a list of names of columns",
      data: "{\"csv\": \"table.csv\", \"targets\": \"y\"}"),
    Wrong(
      "no targets", "a,b,y\n1,2,3\n", "data.targets is an empty list",
      data: "{\"csv\": \"table.csv\", \"targets\": []}"),
    Wrong(
      "targets missing", "a,b,y\n1,2,3\n", "data: the key \"targets\" is missing",
      data: "{\"csv\": \"table.csv\"}"),
    Wrong(
      "a target twice", "a,b,y\n1,2,3\n",
      "data.targets[1] is \"y\"; a column that is not in the list already is needed",
      data: "{\"csv\": \"table.csv\", \"targets\": [\"y\", \"y\"]}"),
    Wrong(
      "other number of targets", "a,b,y\n1,2,3\n",
      "data.targets has 2 columns, but sizes [2, 1] need K = 1",
      data: "{\"csv\": \"table.csv\", \"targets\": [\"y\", \"a\"]}"),
    Wrong(
      "too many wanted", "a,b,y\n1,2,3\n", "holds 1 example, but \"first\" asks for 5",
      data: "{\"csv\": \"table.csv\", \"targets\": [\"y\"], \"first\": 5}"),
  ]

  @Test("what is wrong with them is said, with line and column", arguments: wrong)
  func refuses(case wrong: Wrong) throws {
    guard case .failure(let error) = try result(wrong.table, wrong.data, sizes: wrong.sizes) else {
      Issue.record("\(wrong.name) is read")
      return
    }
    #expect(isGoodMessage(error.message) && error.message.contains(wrong.words), "\(error.message)")
    #expect(error.exitStatus == 65)
  }

  @Test("a table that is not there has status 66")
  func noFile() throws {
    let data = "{\"csv\": \"none.csv\", \"targets\": [\"y\"]}"
    guard case .failure(let error) = try result([], data, sizes: "[2, 1]") else {
      Issue.record("a file that is not there is read")
      return
    }
    #expect(error.message == "net.json: data.csv: none.csv: no such file (line 5)")
    #expect(error.exitStatus == 66)
  }
}

@Suite("The MNIST digits")
struct DigitTests {
  static let directory = packageRoot.deletingLastPathComponent().appendingPathComponent(
    "shared/mnist"
  ).path
  static let isThere = FileManager.default.fileExists(
    atPath: directory + "/t10k-images-idx3-ubyte.gz")

  @Test(
    "the first 64 are what they are known to be",
    .enabled(if: isThere, "the files are not beside the package"))
  func first() throws {
    let text = NetworkText.classes.with([
      "sizes": "[784, 10]", "weights": nil, "biases": nil, "examples": nil,
      "initialise": "{\"distribution\": \"gaussian\", \"deviation\": 0.1, \"seed\": 7}",
      "data":
        "{\"idx-images\": \"t10k-images-idx3-ubyte.gz\", \"idx-labels\": \"t10k-labels-idx1-ubyte.gz\", \"first\": 64}",
    ])
    let file = try read(text, directory: Self.directory)
    #expect(file.batch.count == 64 && file.batch.inputs.rows == 784)
    let labels = (1...10).map { m in (1...10).first { file.batch.targets[$0, m] == 1 }! - 1 }
    #expect(labels == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
    #expect(file.batch.inputs.entries.allSatisfy { $0 >= 0 && $0 <= 1 })
    // Row 8, column 7 of the first image, a 7, begins its upper bar.
    #expect(file.batch.inputs[7 * 28 + 7, 1] == 84.0 / 255)
    #expect(file.batch.inputs[1, 1] == 0)
  }
}
