// A network file with data of its own, written to where its paths would lead elsewhere.

import Foundation
import Nabla
import Testing

@Suite("A written network file still finds its data")
struct WrittenDataTests {
  private static let table = NetworkText.classes.with([
    "examples": nil,
    "data":
      "{ \"csv\":\"data/t\\u00e4ble \\\"1\\\".csv\", \"targets\": [\"kind\"],\"one-hot\": true }",
  ])

  /// A directory with `a/net.json`, `a/data/täble "1".csv` and an empty `b`.
  private func directory() throws -> TemporaryDirectory {
    let result = try TemporaryDirectory()
    for name in ["a/data", "b"] {
      try FileManager.default.createDirectory(
        atPath: "\(result.path)/\(name)", withIntermediateDirectories: true)
    }
    try result.write("a/data/täble \"1\".csv", "p,q,kind\n1,2,x\n3,4,y\n5,6,z\n")
    try result.write("a/net.json", Self.table.text)
    return result
  }

  @Test("in the same directory, however it is written, the paths stay as they are")
  func sameDirectory() throws {
    let directory = try directory()
    let file = try NetworkFile.read(path: "\(directory.path)/a/net.json")
    for other in [nil, "\(directory.path)/a", "\(directory.path)/a/", "\(directory.path)/b/../a"] {
      let text = rewritten(file, movingTo: other)
      #expect(text.contains("\"data\": { \"csv\":\"data/t\\u00e4ble \\\"1\\\".csv\", \"targets\":"))
      try directory.write("a/again.json", text)
      expectSame(file, try NetworkFile.read(path: "\(directory.path)/a/again.json"), "table")
    }
  }

  @Test(
    "a file's directory is what its paths are relative to",
    arguments: [("a.json", "."), ("-", "."), ("b/a.json", "b/"), ("../a", "../"), ("/a", "/")])
  func directories(path: String, directory: String) {
    #expect(NetworkFile.directory(of: path) == directory)
  }

  @Test("in another directory they lead to the same file, and everything else is kept")
  func otherDirectory() throws {
    let directory = try directory()
    let file = try NetworkFile.read(path: "\(directory.path)/a/net.json")
    for name in ["b", "", "a/data"] {
      let text = rewritten(file, movingTo: "\(directory.path)/\(name)")
      #expect(text.contains("\"targets\": [\"kind\"], \"one-hot\": true }"))
      try directory.write("\(name)/again.json", text)
      let again = try NetworkFile.read(path: "\(directory.path)/\(name)/again.json")
      expectSame(file, again, "table in \(name)")
      #expect(again.classNames == ["x", "y", "z"])
      // An absolute path needs no second change.
      #expect(rewritten(again, movingTo: "\(directory.path)/a").contains("\"csv\": \"/"))
    }
  }

  @Test("a link to the data is kept, a link to its directory is followed")
  func links() throws {
    let directory = try directory()
    let manager = FileManager.default
    let link = "\(directory.path)/a/link.csv"
    try manager.createSymbolicLink(
      atPath: link, withDestinationPath: "\(directory.path)/a/data/täble \"1\".csv")
    try manager.createSymbolicLink(
      atPath: "\(directory.path)/c", withDestinationPath: "\(directory.path)/a/data")
    let text = Self.table.with([
      "data": "{\"csv\": \"../link.csv\", \"targets\": [\"kind\"], \"one-hot\": true}"
    ])
    try directory.write("a/data/net.json", text.text)
    let file = try NetworkFile.read(path: "\(directory.path)/c/net.json")
    let moved = rewritten(file, movingTo: "\(directory.path)/b")
    #expect(moved.contains("/a/link.csv\""))
    try directory.write("b/again.json", moved)
    expectSame(file, try NetworkFile.read(path: "\(directory.path)/b/again.json"), "link")
  }

  @Test("images and labels are found as well, and \"first\" is kept")
  func images() throws {
    let directory = try directory()
    try directory.write(
      "a/images", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 51, 255, 0, 1])
    try directory.write("a/labels", [0, 0, 8, 1, 0, 0, 0, 2, 2, 0])
    let text = NetworkText.classes.with([
      "examples": nil,
      "data": "{\"idx-images\": \"images\", \"first\": 1, \"idx-labels\": \"./labels\"}",
    ])
    try directory.write("a/net.json", text.text)
    let file = try NetworkFile.read(path: "\(directory.path)/a/net.json")
    try directory.write("b/again.json", rewritten(file, movingTo: "\(directory.path)/b"))
    let again = try NetworkFile.read(path: "\(directory.path)/b/again.json")
    expectSame(file, again, "images")
    #expect(again.batch.count == 1)
  }

  @Test("what came from standard input has its paths relative to the current directory")
  func standardInput() throws {
    let directory = try directory()
    let current = FileManager.default.currentDirectoryPath
    try FileManager.default.copyItem(
      atPath: "\(directory.path)/a/data/täble \"1\".csv",
      toPath: "\(directory.path)/b/elsewhere.csv")
    // A path from the current directory up to the root, and down again.
    let depth = current.split(separator: "/").count
    let path =
      String(repeating: "../", count: depth) + directory.path.dropFirst() + "/b/elsewhere.csv"
    let text = Self.table.with([
      "data": "{\"csv\": \"\(path)\", \"targets\": [\"kind\"], \"one-hot\": true}"
    ])
    let file = try read(text, directory: ".")
    try directory.write("a/again.json", rewritten(file, movingTo: "\(directory.path)/a"))
    expectSame(file, try NetworkFile.read(path: "\(directory.path)/a/again.json"), "input")
    #expect(rewritten(file, movingTo: current).contains("\"../"))
  }
}

@Suite("A written network file has the verdict that it had")
struct WrittenVerdictTests {
  @Test("of the committed networks", arguments: ["two-two-one", "iris", "penalties", "kinks"])
  func verdicts(name: String) throws {
    let directory = packageRoot.appendingPathComponent("Fixtures/networks").path
    let file = try NetworkFile.read(path: "\(directory)/\(name).json")
    let again = try NetworkFile.read(
      text: Array(rewritten(file, movingTo: "/").utf8), name: "net.json", directory: "/")
    let reports = [file, again].map { GradientCheck($0.network, $0.batch).run() }
    #expect(reports[0].json() == reports[1].json())
  }
}
