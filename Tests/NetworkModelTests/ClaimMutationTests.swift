// Claims with random mistakes: whatever the bytes, there is a claim or a good message.

import Nabla
import Testing

@Suite("No file crashes the reader of claims")
struct ClaimMutationTests {
  /// What the mutations start from: files of NumPy, and one of JSON.
  static let names = [
    "plain.npz", "plain-32-bit-sizes.npz", "version-2.npz", "column-major.npz", "float32.npz",
    "integers.npz", "transposed.npz", "bias-row.npz", "positional.npz", "torch.npz", "vector.npy",
    "gradients.json", "compressed.npz", "objects.npz",
  ]

  /// Pieces that have a meaning in one of the formats, and lengths that are too large.
  static let pieces: [[UInt8]] =
    [
      [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F],
      [0, 0, 0x64, 0xA7, 0xB3, 0xB6, 0xE0, 0x0D], [UInt8](repeating: 0xFF, count: 8),
      [0x50, 0x4B, 5, 6], [0x50, 0x4B, 6, 6], [0x50, 0x4B, 6, 7], [0x50, 0x4B, 1, 2],
      [0x50, 0x4B, 3, 4], [0x93], [1, 0, 16, 0], [0, 0, 0, 0, 0, 0, 0xF0, 0x7F],
    ]
    + [
      "1000000000000000000", "(", ")", ",", "'", "{", "}", "True", "shape", "<f4", ">f8", "|O",
      "<i8", "<u1", "W2", "b3", "delta2", ".npy", "NaN", "[", "]", "-1", "99999999999999999999",
    ].map { Array($0.utf8) }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    func place() -> Int { generator.integer(below: bytes.count + 1) }
    func piece() -> [UInt8] { Self.pieces[generator.integer(below: Self.pieces.count)] }
    func span(_ length: Int) -> Range<Int> {
      let start = place()
      return start..<min(bytes.count, start + length)
    }
    switch generator.integer(below: 7) {
    case 0 where !bytes.isEmpty:
      bytes[generator.integer(below: bytes.count)] = UInt8(generator.integer(below: 256))
    case 1 where !bytes.isEmpty:
      bytes[generator.integer(below: bytes.count)] ^= 1 << UInt8(generator.integer(below: 8))
    case 2: bytes.removeSubrange(span(1 + generator.integer(below: 12)))
    case 3: bytes.removeSubrange(place()...)
    case 4: bytes.insert(contentsOf: piece(), at: place())
    case 5:
      let copy = Array(bytes[span(1 + generator.integer(below: 64))])
      bytes.insert(contentsOf: copy, at: place())
    default:
      // Another length or offset in the place of one.
      let piece = piece()
      bytes.replaceSubrange(span(piece.count), with: piece)
    }
  }

  /// Mistakes in the bytes of a file.
  private func file(_ n: Int, _ generator: inout SeededGenerator) throws -> [UInt8] {
    var bytes = try claimFixture(Self.names[n % Self.names.count])
    for _ in 0...generator.integer(below: 3) { mutate(&bytes, &generator) }
    return bytes
  }

  /// Mistakes in an array, in an archive with the right checksum: without it few would get far.
  private func archived(_ n: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    var archive = archive()
    let member = generator.integer(below: archive.members.count)
    for _ in 0...generator.integer(below: 3) {
      mutate(&archive.members[member].bytes, &generator)
    }
    return archive.bytes()
  }

  @Test("each of many mutations gives a claim of finite numbers, or one good message")
  func mutations() throws {
    var generator = SeededGenerator(seed: 21)
    var (read, slowest) = (0, Duration.zero)
    for n in 0..<(MutationTests.isLong ? 100_000 : 4000) {
      let bytes = n % 2 == 0 ? try file(n / 2, &generator) : archived(n, &generator)
      let duration = ContinuousClock().measure {
        switch ClaimedNetwork.plain.result(ofReading: bytes) {
        case .success(let claims):
          read += 1
          let isWhole =
            !claims.isEmpty
            && claims.allSatisfy { $0.gradient.isFinite && $0.gradient.count == 13 }
          #expect(isWhole, "mutation \(n) of seed 21")
        case .failure(let error):
          let isGood = isGoodMessage(error.message, start: "g:") && error.exitStatus == 65
          #expect(isGood, "mutation \(n) of seed 21: \(error.message)")
        }
      }
      slowest = max(slowest, duration)
    }
    #expect(slowest < .seconds(1))
    #expect(read > 0)
  }
}
