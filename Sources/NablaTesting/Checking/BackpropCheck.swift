// The questions that a student's backpropagation is asked, in order: the first answer that is no is
// what there is to say.

import Nabla

/// A student's code at a probe.
struct BackpropCheck<Student: BackpropUnderTest> {
  let student: Student
  let probe: Probe
  let cost: CostUnderTest
  /// What the student is given: a copy, for somebody may write into it.
  private let lent: LentNumbers

  init(student: Student, probe: Probe, cost: CostUnderTest = .ofProbe) {
    self.student = student
    self.probe = probe
    self.cost = cost
    lent = LentNumbers(probe)
  }

  /// Each question is asked only where those before it are answered: is the checker right itself, is
  /// there anything to check, are the shapes right and the numbers finite, is the cost the one that is
  /// meant, does a second call say the same, are δ and the gradients right.
  func run() -> Finding {
    do throws(FindingError) {
      return try ask()
    } catch {
      return error.finding
    }
  }

  private func ask() throws(FindingError) -> Finding {
    if let trouble = CheckerTest.trouble { return .checkerBroken(trouble) }
    let cost = try call(.cost) { try student.cost(lent.network, lent.batch) }
    guard cost.isFinite else { return .costNotFinite(cost) }
    let attempt = try call(.gradients) { try student.gradients(lent.network, lent.batch) }
    guard let gradient = attempt else { return .notAttempted }
    try ClaimShapes(probe.network, probe.batch).check(gradient)
    let errors = try claimedErrors()
    if self.cost == .own {
      try checkRepeatability(cost, gradient)
      return .own(OwnSlopes(student, probe, gradient))
    }
    let claim = Claim(gradient: gradient, errors: errors, cost: cost)
    let report = judge(probe.network, probe.batch, claim)
    if let trouble = Self.trouble(report) { return .checkerBroken(trouble) }
    if let claimed = report.cost, claimed.verdict == .wrong {
      return .costDiffers(claimed, OwnSlopes(student, probe, gradient))
    }
    try checkRepeatability(cost, gradient)
    return Self.finding(report)
  }

  /// What a report of a claim comes to.
  static func finding(_ report: ClaimReport) -> Finding {
    switch report.verdict {
    case .wrong: return .wrong(report)
    case .cannotTell: return .cannotTell(report)
    case .right:
      for case .errorsWrong(let layers) in report.warnings {
        return .errorsWrong(report, layers: layers)
      }
      return .right(report)
    }
  }

  /// Why the measurement itself is not to be trusted: planted errors were missed, or the library's own
  /// gradients are not right.
  static func trouble(_ report: ClaimReport) -> String? {
    if !report.check.selfTest.passed { return "it missed an error that was planted on purpose" }
    if report.check.verdict == .wrong { return "its own gradients are wrong at this probe" }
    return nil
  }

  /// Δ^(ℓ) where it is offered, by layer.
  private func claimedErrors() throws(FindingError) -> Layers<Matrix<Double>?> {
    let offered = try call(.intermediates) {
      try student.intermediates(lent.network, lent.batch)
    }
    try ClaimShapes(probe.network, probe.batch).check(errors: offered)
    return Layers(first: 2, (2...probe.network.lastLayer).map { offered[$0] })
  }

  private func call<Answer>(
    _ function: StudentFunction, _ body: () throws -> Answer
  ) throws(FindingError) -> Answer {
    let answer = try called(function, body)
    try lent.check(function)
    return answer
  }
}

extension BackpropCheck {
  /// A second call with the same numbers gives the same, to the last bit, and the numbers that were
  /// handed over are as they were.
  private func checkRepeatability(
    _ cost: Double, _ gradient: Parameters<Double>
  ) throws(FindingError) {
    let again = try call(.gradients) { try student.gradients(lent.network, lent.batch) }
    let other = again ?? gradient.map { _ in .nan }
    try ClaimShapes(probe.network, probe.batch).checkAgain(other)
    for coordinate in gradient.coordinates where gradient[coordinate] != other[coordinate] {
      throw FindingError(
        .changedAnswer(
          .gradients, what: coordinate.derivativeSymbol, first: gradient[coordinate],
          second: other[coordinate]))
    }
    let secondCost = try call(.cost) { try student.cost(lent.network, lent.batch) }
    if secondCost != cost {
      throw FindingError(.changedAnswer(.cost, what: "J", first: cost, second: secondCost))
    }
  }
}
