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
    let cost = try called(.cost) { try student.cost(network, batch) }
    if !cost.isFinite { throw FindingError(.costNotFinite(cost)) }
    let gradient = try called(.gradients) { try student.gradients(network, batch) }
    try lent.check(.gradients)
    let shapes = ClaimShapes(probe.network, probe.batch)
    if let gradient { try shapes.check(gradient) }
    // Another network and a smaller batch in between: what was kept would now be of another size.
    _ = try called(.cost) { try student.cost(network, batch.examples(0..<1)) }
    let other = probe.widened
    _ = try? student.gradients(other.network, other.batch)
    try compare(.cost, what: "J", cost, try called(.cost) { try student.cost(network, batch) })
    guard let gradient else { throw FindingError(.notAttempted) }
    let again = try called(.gradients) { try student.gradients(network, batch) }
    let second = again ?? gradient.map { _ in .nan }
    try shapes.checkAgain(second)
    for coordinate in gradient.coordinates {
      try compare(
        .gradients, what: coordinate.derivativeSymbol, gradient[coordinate], second[coordinate])
    }
    try lent.check(.gradients)
  }

  private func compare(
    _ function: StudentFunction, what: String, _ first: Double, _ second: Double
  ) throws(FindingError) {
    if first == second { return }
    throw FindingError(.changedAnswer(function, what: what, first: first, second: second))
  }
}

extension Probe {
  /// A probe of the same functions whose layers, but for the output, have a node more.
  fileprivate var widened: Probe {
    Probe(
      sizes: network.sizes.dropLast().map { $0 + 1 } + [network.outputs],
      activation: network.activations.elements.first ?? .logistic,
      hypothesis: network.hypothesis, cost: network.cost, penalty: network.penalty, seed: 4)
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
