// Two mistakes at once: both are named wherever the numbers tell them apart.

import Nabla
import Testing

@Suite struct PairTests {
  @Test(
    "Two mistakes at once are wrong, and both are named in at least 80 % of the pairs",
    arguments: DiagnosisProbe.all)
  func pairs(_ probe: DiagnosisProbe) throws {
    let check = probe.check
    var (wrong, named, apart) = (0, 0, 0)
    var missed: [String] = []
    for (first, second) in Self.sample {
      guard let claim = try probe.claim([PlantedMistake(first), PlantedMistake(second)]),
        !probe.isRight(claim)
      else { continue }
      let report = check.run(claim)
      #expect(report.verdict == .wrong, "\(first.name) + \(second.name)")
      wrong += 1
      // What one mistake gives as well cannot be told from that.
      if let found = report.diagnosis?.found, found.count == 1, found[0].learningRate == nil {
        #expect(
          try probe.isExplained(claim, by: found[0].mistake, report),
          "\(first.name) + \(second.name): \(found[0].mistake.name)")
        continue
      }
      if report.explanations.first?.count == 1 { continue }
      apart += 1
      if report.explanations.contains([first.name, second.name]) {
        named += 1
      } else {
        missed.append("\(first.name) + \(second.name): \(report.explanations)")
      }
    }
    if isLong { print("\(probe.name): \(wrong) wrong, \(named) of \(apart) pairs named") }
    #expect(apart > 3)
    #expect(named * 10 >= apart * 8, "\(named) of \(apart); missed \(missed)")
  }

  /// All pairs in the long form, else a seeded sample.
  private static let sample: [(NetworkMistake, NetworkMistake)] = {
    let all = NetworkMistake.all
    let pairs = all.indices.flatMap { a in
      all[(a + 1)...].filter { $0.name != all[a].name }.map { (all[a], $0) }
    }
    if isLong { return pairs }
    var generator = SeededGenerator(seed: 7)
    return Array(pairs.shuffled(using: &generator).prefix(24))
  }()
}
