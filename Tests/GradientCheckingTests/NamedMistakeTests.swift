// Mistakes written once more, on matrices: the diagnosis has to find its own index formulas in them.

import Nabla
import RandomNetworks
import Testing

@Suite struct NamedMistakeTests {
  @Test(
    "An engine with a mistake in one equation is diagnosed by the catalogue's name",
    arguments: Mistake.outputMistakes + [Mistake.softmaxElementwise] + Mistake.hiddenMistakes
      + Mistake.parameterMistakes, [Probe.square, Probe.softmax])
  func names(_ mistake: Mistake, _ probe: Probe) throws {
    guard try canBeMade(mistake.name, on: probe) else { return }
    let wrong = WrongEngine(
      right: BatchPropagation(probe.network, probe.batch), mistake: mistake)
    let gradients = wrong.gradients(wrong.forward(holding: nil))
    let report = ClaimCheck(probe.network, probe.batch).run(Claim(gradient: gradients.gradient))
    #expect(report.verdict == .wrong)
    let diagnosis = try #require(report.diagnosis)
    let explanations = [diagnosis.found] + diagnosis.alternatives
    #expect(diagnosis.firstWrong == nil)
    #expect(
      explanations.contains { $0.map(\.mistake.name) == [mistake.name] },
      "\(explanations.map { $0.map(\.mistake.name) })")
  }

  @Test("Most of the mistakes on matrices are in the catalogue")
  func coverage() throws {
    let all =
      Mistake.outputMistakes + [Mistake.softmaxElementwise] + Mistake.hiddenMistakes
      + Mistake.parameterMistakes
    let named = try all.filter { mistake in
      try [Probe.square, Probe.softmax].contains { try canBeMade(mistake.name, on: $0) }
    }
    #expect(named.count >= 14, "\(named.map(\.name))")
  }

  /// Whether the catalogue has a mistake of this name that can be made on a probe.
  private func canBeMade(_ name: String, on probe: Probe) throws -> Bool {
    try NetworkMistake.all.contains { mistake in
      guard mistake.name == name else { return false }
      return try Claim.planting([PlantedMistake(mistake)], in: probe.network, probe.batch) != nil
    }
  }
}
