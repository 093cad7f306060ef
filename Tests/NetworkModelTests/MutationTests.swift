// Network files with random mistakes: whatever the bytes, there is a network or a good message.

import Foundation
import Nabla
import Testing

@Suite("No text crashes the reader")
struct MutationTests {
  static let isLong = ProcessInfo.processInfo.environment["NABLA_LONG"] == "1"

  /// What the mutations start from: texts with all that a network file may say, and the committed ones.
  static let bases: [[UInt8]] = {
    let rich = NetworkText.valid.with([
      "name": "\"a \\\"name\\\" \\u00e9 \\ud83d\\ude00 é\"",
      "penalty": "{\"l2\": 0.1, \"l1\": 1e-3}",
      "activation": "[{\"name\": \"linear\", \"k\": -2.5e0}]",
    ])
    let drawn = NetworkText.classes.with([
      "weights": nil, "biases": nil,
      "initialise":
        "{\"distribution\": \"gaussian\", \"deviation\": 0.1, \"seed\": 7, \"biases\": 0}",
    ])
    let data = drawn.with([
      "examples": nil,
      "data": "{\"csv\": \"none.csv\", \"targets\": [\"a\"], \"one-hot\": true, \"first\": 3}",
    ])
    let trained = NetworkText.valid.with([
      "weights": nil, "biases": nil,
      "initialise": "{\"distribution\": \"uniform\", \"deviation\": \"he\", \"seed\": 7}",
      "training": """
      {"method": "averaged-mini-batches", "batch": 1, "order": "given", "rate": 0.5,
       "schedule": "linear-decay", "momentum": 0.9, "dropout": 0.5, "seed": 3, "test": 1,
       "iterations": 9, "epochs": 8, "until-cost": 1e-3, "until-gradient": 0, "powers": 2,
       "state": {"epochs": 1, "iterations": 2, "updates": 1, "velocity":
         {"weights": [[[1, 2], [3, 4], [5, 6]], [[7, 8, 9]]], "biases": [[1, 2, 3], [4]]}}}
      """,
      "examples": "[{\"x\": [0.5], \"y\": [1]}, {\"x\": [0.9], \"y\": [0]}]",
    ])
    let directory = packageRoot.appendingPathComponent("Fixtures/networks")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    let fixtures = names.sorted().compactMap {
      FileManager.default.contents(atPath: directory.appendingPathComponent($0).path)
    }
    return [rich, drawn, data, trained, .classes].map { Array($0.text.utf8) }
      + fixtures.map { Array($0) }
  }()

  /// Pieces that have a meaning in JSON or in a network file, and some that have none.
  static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "NaN", "-", "0", "1e999", "1e-999",
    "1e18", "null",
    "true", "\"class\":1,", "\"y\":", "[[", "]]", "//", "\u{FEFF}", "é", "\u{0}", "\n", ".", "e",
    "softmax", "-1", "9",
  ].map { Array($0.utf8) }

  /// One random mistake: a byte changed, a piece put in, bytes left out, moved or repeated.
  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    func place() -> Int { generator.integer(below: bytes.count + 1) }
    func span() -> Range<Int> {
      let start = place()
      return start..<min(bytes.count, start + 1 + generator.integer(below: 12))
    }
    switch generator.integer(below: 7) {
    case 0 where !bytes.isEmpty:
      bytes[generator.integer(below: bytes.count)] = UInt8(generator.integer(below: 256))
    case 1 where !bytes.isEmpty:
      bytes[generator.integer(below: bytes.count)] ^= 1 << UInt8(generator.integer(below: 8))
    case 2: bytes.removeSubrange(span())
    case 3:
      let copy = bytes[span()]
      bytes.insert(contentsOf: copy, at: place())
    case 4: bytes.removeSubrange(place()...)
    case 5:
      let removed = span()
      bytes.replaceSubrange(removed, with: Self.pieces[generator.integer(below: Self.pieces.count)])
    default:
      bytes.insert(
        contentsOf: Self.pieces[generator.integer(below: Self.pieces.count)], at: place())
    }
  }

  /// Whatever is read can be written, is then read as the same, and is written the same again.
  private func expectSameAgain(_ file: NetworkFile, _ name: String) {
    let text = rewritten(file)
    switch result(ofReading: Array(text.utf8)) {
    case .success(let again):
      expectSame(file, again, name)
      #expect(rewritten(again) == text, "\(name)")
    case .failure(let error): Issue.record("\(name): \(error.message)")
    }
  }

  @Test("each of many mutations gives a network, or one good message in under a second")
  func mutations() {
    var generator = SeededGenerator(seed: 20)
    var (read, slowest) = (0, Duration.zero)
    for n in 0..<(Self.isLong ? 100_000 : 2000) {
      var bytes = Self.bases[n % Self.bases.count]
      for _ in 0...generator.integer(below: 3) { mutate(&bytes, &generator) }
      let duration = ContinuousClock().measure {
        switch result(ofReading: bytes) {
        case .success(let file):
          read += 1
          expectSameAgain(file, "mutation \(n) of seed 20")
        case .failure(let error):
          let isGood =
            isGoodMessage(error.message) && (error.exitStatus == 65 || error.exitStatus == 66)
          #expect(isGood, "mutation \(n) of seed 20: \(error.message)")
        }
      }
      slowest = max(slowest, duration)
    }
    #expect(slowest < .seconds(1))
    // Some mistakes change a number only; most do not.
    #expect(read > 0)
  }
}
