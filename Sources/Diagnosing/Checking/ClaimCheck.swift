// The check of somebody's gradients: measured, compared, traced to the formula that is wrong.

import Deriving
public import GradientChecking
public import NetworkModel
import Numbers
import WorkedExamples

/// Checks a claim.
///
/// First both engines' own gradients are measured, as `GradientCheck` does, with its self-test. Then
/// every claimed number is compared with what was measured, within the bound of the measurement and what
/// the claim's precision allows. A claim that is wrong is traced to the mistakes that give it.
public struct ClaimCheck: Sendable {
  let subject: CheckSubject
  let readings: [Claim]
  let options: CheckOptions

  /// - Parameter readings: the ways to read one claim; the first of those that are nearest to what is
  ///   measured is judged.
  public init(
    _ subject: CheckSubject, _ readings: [Claim], _ options: CheckOptions = CheckOptions()
  ) {
    precondition(!readings.isEmpty, "nothing is claimed")
    self.subject = subject
    self.readings = readings
    self.options = options
  }

  /// - Precondition: the cost has a value at the hypothesis, as in every network that a file can hold.
  /// - Complexity: that of `GradientCheck`; where the claim is wrong, one stage of backpropagation for
  ///   each mistake and layer more.
  public func run() -> ClaimReport {
    do {
      return try report()
    } catch {
      preconditionFailure("the equations of the network cannot be worked: \(error)")
    }
  }

  private func report() throws -> ClaimReport {
    let check = GradientCheck(subject, options).run()
    let expected = try ExpectedGradient(subject)
    let judged = readings.map { JudgedClaim($0, check, expected) }
    let nearest = judged.enumerated().min {
      ($0.element.wrong, $0.offset) < ($1.element.wrong, $1.offset)
    }!.element
    if nearest.verdict != .wrong || judged.count == 1 {
      return try report(check, expected, nearest)
    }
    // Wrong in every reading: the one that is explained best.
    let reports = try judged.map { try report(check, expected, $0) }
    return reports.enumerated().min {
      let (a, b) = ($0.element.leftOver, $1.element.leftOver)
      return (a.wrong, a.mistakes, $0.offset) < (b.wrong, b.mistakes, $1.offset)
    }!.element
  }
}

extension ClaimReport {
  /// How much of a wrong claim is left unexplained, then how much the explanation takes; for choosing
  /// between readings.
  fileprivate var leftOver: (wrong: Int, mistakes: Int) {
    guard let diagnosis else { return (0, 0) }
    let wrong = diagnosis.firstWrong == nil ? 0 : parameters.count { $0.verdict == .wrong }
    return (wrong, diagnosis.found.count)
  }
}
