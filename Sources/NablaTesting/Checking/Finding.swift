// What is found of a student's backpropagation: the first thing that there is to say.

import Nabla

/// The first thing that there is to say of a student's code at a probe.
enum Finding: Sendable {
  /// The checker fails its own test: nothing is said of the student.
  case checkerBroken(String)
  case threw(StudentFunction, String)
  case costNotFinite(Double, isAfterStep: Bool = false)
  case notAttempted
  /// A sentence for each block with another shape.
  case shapes([String])
  case notFinite(Coordinate, Double)
  case changedInputs(StudentFunction)
  /// The second call gave another answer; both are given where one entry can be shown.
  case changedAnswer(StudentFunction, what: String, first: Double, second: Double)
  /// The cost is not the probe's; how the gradients compare with the slope of the student's cost.
  case costDiffers(ClaimedCost, OwnSlopes)
  case wrong(ClaimReport)
  /// Gradients right, but not every δ that is claimed.
  case errorsWrong(ClaimReport, layers: [Int])
  case cannotTell(ClaimReport)
  case right(ClaimReport)
  /// Judged by the slope of the student's own cost alone.
  case own(OwnSlopes)
}

/// A function of the protocol.
enum StudentFunction: String, Sendable {
  case cost, gradients, intermediates
}

/// The end of a check before its last question.
struct FindingError: Error {
  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }
}

/// Which cost the gradients are to be those of.
public enum CostUnderTest: Sendable {
  /// The probe's: the student's cost has to agree with it.
  case ofProbe
  /// The student's own, whatever it is: its slope is measured, and nothing else is compared.
  case own
}
