// Wrong network files: each is refused, quickly, with one good message.

import Foundation
import Nabla
import Testing

@Suite("A wrong network file gets one clear message")
struct MalformedNetworkTests {
  @Test(
    "the message names the file, the place, what was found and what is needed",
    arguments: Malformed.all)
  func message(case malformed: Malformed) {
    let duration = ContinuousClock().measure {
      switch result(ofReading: malformed.bytes) {
      case .success: Issue.record("\(malformed.name) is read as a network")
      case .failure(let error):
        #expect(isGoodMessage(error.message), "\(error.message)")
        #expect(error.exitStatus == 65)
        for words in malformed.words {
          #expect(error.message.contains(words), "\(error.message)")
        }
      }
    }
    #expect(duration < .seconds(5))
  }

  @Test("every kind has its own name in the table, and there are more than a hundred")
  func table() {
    #expect(Set(Malformed.all.map(\.name)).count == Malformed.all.count)
    #expect(Malformed.all.count > 100)
  }

  @Test("the file is named as it is given, however it is called; its message stays one short line")
  func fileNames() {
    let names = [
      ("a b.json", "a b.json"), ("dir/é.json", "dir/é.json"), ("-", "-"),
      ("a\n\u{1B}[2J.json", "a\\n\\u{1B}[2J.json"), ("\u{202E}.json", "\\u{202E}.json"),
      (String(repeating: "x/", count: 2000), String(repeating: "x/", count: 20)),
    ]
    for (name, shown) in names {
      guard case .failure(let error) = result(ofReading: Array("[".utf8), name: name) else {
        Issue.record("\(name) is read")
        continue
      }
      #expect(error.file == name)
      let start = name.count > 80 ? shown : shown + ":1:2"
      #expect(isGoodMessage(error.message, start: start), "\(error.message)")
    }
  }

  @Test("a file that is not there, or a directory, has status 66")
  func files() throws {
    let directory = try TemporaryDirectory()
    let cases = [
      ("\(directory.path)/none.json", "no such file"), (directory.path, "is a directory"),
      ("\(directory.path)/a\0b", "no such file"), ("", "no such file"),
      ("\(try directory.write("file", "x"))/below.json", "no such file"),
      ("/" + String(repeating: "x", count: 5000), "cannot be read"),
    ]
    for (path, words) in cases {
      let error = #expect(throws: NetworkFileError.self) { try NetworkFile.read(path: path) }
      #expect(error?.exitStatus == 66)
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
      #expect((error?.message.utf8.count ?? 500) < 500)
    }
  }

  @Test(
    "a file without permission has status 66",
    .enabled(if: getuid() != 0, "the superuser may read everything"))
  func permission() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("secret.json", NetworkText.valid.text)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let error = #expect(throws: NetworkFileError.self) { try NetworkFile.read(path: path) }
    #expect(error?.exitStatus == 66)
    #expect(error?.message.contains("cannot be read: ") == true)
  }

  @Test("a device without an end is read to a limit only", .timeLimit(.minutes(1)))
  func endlessDevice() throws {
    let error = #expect(throws: NetworkFileError.self) { try NetworkFile.read(path: "/dev/zero") }
    #expect(error?.exitStatus == 65)
    #expect(error?.message == "/dev/zero: is longer than 256 MiB")
  }
}
