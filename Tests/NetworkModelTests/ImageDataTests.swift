// Examples from images: IDX files with their labels.

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

  @Test("what is not wanted of a large compressed file is not waited for", .timeLimit(.minutes(1)))
  func large() throws {
    // Two megabytes: far more than a pipe holds, so that gzip waits to be read or ended.
    let images = idx(0x803, [500_000, 2, 2], Array(repeating: 7, count: 2_000_000))
    try directory.write("large.gz", gzip(try directory.write("large", images)))
    let labels = idx(0x801, [500_000], Array(repeating: 1, count: 500_000))
    try directory.write("large-labels", labels)
    let file = try read(
      text(
        "{\"idx-images\": \"large.gz\", \"idx-labels\": \"large-labels\", \"first\": 5}"),
      directory: directory.path)
    #expect(file.batch.inputs.entries == Array(repeating: 7.0 / 255, count: 20))
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
