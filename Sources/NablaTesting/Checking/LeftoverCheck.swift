// Whether a student's functions keep anything from one call to the next.

import Nabla

/// Calls a student's functions several times over.
struct LeftoverCheck<Student: BackpropUnderTest> {
  let student: Student
  let probe: Probe

  /// The first thing that is found; `nil` where nothing is.
  func run() -> Finding? {
    do throws(FindingError) {
      try ask()
      return nil
    } catch {
      return error.finding
    }
  }

  private func ask() throws(FindingError) {
    let lent = LentNumbers(probe)
    let (network, batch) = (lent.network, lent.batch)
    let cost = try call(.cost) { try student.cost(network, batch) }
    if !cost.isFinite { throw FindingError(.costNotFinite(cost)) }
    let gradient = try call(.gradients) { try student.gradients(network, batch) }
    try lent.check(.gradients)
    // Another network and a smaller batch in between: what was kept would now be of another size.
    let other = Probe.standardSet[probe.network.sizes == [4, 3, 2] ? 0 : 1]
    _ = try call(.cost) { try student.cost(network, batch.examples(0..<1)) }
    if probe.network.hypothesis == other.network.hypothesis {
      _ = try? student.gradients(other.network, other.batch)
    }
    try compare(.cost, what: "J", cost, try call(.cost) { try student.cost(network, batch) })
    guard let gradient else { throw FindingError(.notAttempted) }
    let again = try call(.gradients) { try student.gradients(network, batch) }
    for coordinate in gradient.coordinates {
      try compare(
        .gradients, what: coordinate.derivativeSymbol, gradient[coordinate],
        again?[coordinate] ?? .nan)
    }
    try lent.check(.gradients)
  }

  private func compare(
    _ function: StudentFunction, what: String, _ first: Double, _ second: Double
  ) throws(FindingError) {
    if first == second || first.isNaN && second.isNaN { return }
    throw FindingError(.changedAnswer(function, what: what, first: first, second: second))
  }

  private func call<Answer>(
    _ function: StudentFunction, _ body: () throws -> Answer
  ) throws(FindingError) -> Answer {
    do {
      return try body()
    } catch {
      throw FindingError(.threw(function, "\(error)"))
    }
  }
}

/// A probe's numbers in arrays of their own: whoever writes into them, through a pointer, does not
/// write into the probe.
struct LentNumbers {
  let network: Network
  let batch: Batch
  private let probe: Probe

  init(_ probe: Probe) {
    self.probe = probe
    network = probe.network.with(parameters: probe.network.parameters.map { $0 })
    batch = Batch(inputs: probe.batch.inputs.map { $0 }, targets: probe.batch.targets.map { $0 })
  }

  /// - Throws: where the numbers are no longer the probe's.
  func check(_ function: StudentFunction) throws(FindingError) {
    if network.parameters != probe.network.parameters || batch.inputs != probe.batch.inputs
      || batch.targets != probe.batch.targets
    {
      throw FindingError(.changedInputs(function))
    }
  }
}
