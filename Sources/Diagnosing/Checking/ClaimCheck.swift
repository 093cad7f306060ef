// The check of somebody's gradients: measured, compared, traced to the formula that is wrong.

import Deriving
public import GradientChecking
public import NetworkModel
import Numbers
import WorkedExamples

/// Checks claims about the gradient of one network.
///
/// First both engines' own gradients are measured, as `GradientCheck` does, with its self-test. Then
/// every claimed number is compared with what was measured, within the bound of the measurement and what
/// the claim's precision allows. A claim that is wrong is traced to the mistakes that give it.
///
/// What is measured and derived does not depend on the claim: it is found for the first one and kept for
/// those that follow.
public final class ClaimCheck {
  let subject: CheckSubject
  private let options: CheckOptions

  public init(_ subject: CheckSubject, _ options: CheckOptions = CheckOptions()) {
    self.subject = subject
    self.options = options
  }

  private lazy var check = GradientCheck(subject, options).run()
  private lazy var equations = Result { try NetworkEquations(subject.network, subject.batch) }
  private lazy var expected = Result { try ExpectedGradient(subject, equations.get()) }
  private lazy var variants = Result {
    VariantTable(subject.network, subject.batch, try equations.get())
  }

  /// Checks a claim.
  ///
  /// - Precondition: the cost has a value at the hypothesis, as in every network that a file can hold.
  /// - Complexity: that of `GradientCheck`, once. A claim that is wrong takes more: in each layer one stage
  ///   of backpropagation for each mistake, for each pair of them where none alone explains it, and
  ///   one whole pass for each mistake to find the next best.
  public func run(_ claim: Claim) -> ClaimReport { run([claim]) }

  /// Checks a claim that can be read in several ways: the first of those that are nearest to what is
  /// measured is judged.
  public func run(_ readings: [Claim]) -> ClaimReport {
    precondition(!readings.isEmpty, "nothing is claimed")
    do {
      return try report(readings)
    } catch {
      preconditionFailure("the equations of the network cannot be worked: \(error)")
    }
  }

  private func report(_ readings: [Claim]) throws -> ClaimReport {
    let expected = try expected.get()
    let judged = readings.map { JudgedClaim($0, check, expected) }
    let nearest = judged.enumerated().min {
      ($0.element.wrong, $0.offset) < ($1.element.wrong, $1.offset)
    }!.element
    if nearest.verdict != .wrong || judged.count == 1 { return try report(nearest) }
    // Wrong in every reading: the one that is explained best.
    let reports = try judged.map { try report($0) }
    return reports.enumerated().min {
      let (a, b) = ($0.element.leftOver, $1.element.leftOver)
      return (a.wrong, a.mistakes, $0.offset) < (b.wrong, b.mistakes, $1.offset)
    }!.element
  }

  private func report(_ judged: JudgedClaim) throws -> ClaimReport {
    try report(judged, check, expected.get()) { claim, cost in
      try Finding(claim, cost, expected.get(), variants.get())
    }
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
