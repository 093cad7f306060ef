// Examples from a table: CSV files.

import Foundation
import Nabla
import Testing

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
