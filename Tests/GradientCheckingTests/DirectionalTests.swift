// Random directions, Taylor remainders, and the curve of errors against steps.

import Nabla
import Testing

@Suite struct Directions {
  @Test(
    "Along random directions a right gradient is right, with remainders of slope 2",
    arguments: [Probe.square, Probe.softmax, Probe.deep])
  func right(_ probe: Probe) throws {
    let report = DirectionalCheck(CheckSubject(probe.network, probe.batch), seed: 3).run()
    #expect(report.verdict == .right)
    #expect(report.directions.count == 3)
    for direction in report.directions {
      let slope = try #require(direction.slope)
      #expect((slope - 2).magnitude < 0.1, "slope \(slope)")
    }
  }

  @Test("Along random directions a doubled gradient is wrong, with remainders of slope 1")
  func wrong() throws {
    var subject = CheckSubject(Probe.deep.network, Probe.deep.batch)
    let doubled = Mistake.outputMistakes.first { $0.name == "doubled" }!
    let right = subject.engines[0]
    subject.engines = [
      CheckedEngine(
        name: "wrong",
        engine: WrongEngine(
          right: BatchPropagation(Probe.deep.network, Probe.deep.batch), mistake: doubled),
        bounding: right.bounding)
    ]
    let report = DirectionalCheck(subject, seed: 3).run()
    #expect(report.verdict == .wrong)
    for direction in report.directions {
      let slope = try #require(direction.slope)
      #expect((slope - 1).magnitude < 0.1, "slope \(slope)")
    }
  }

  @Test("An error above the detectable size in one entry is seen along every direction")
  func oneEntry() throws {
    let (network, batch) = (Probe.deep.network, Probe.deep.batch)
    let right = DirectionalCheck(CheckSubject(network, batch)).run()
    let detectable = try #require(right.smallestDetectableError)
    for place in network.parameters.coordinates {
      let wrong = GradientCheck(network, batch, adding: 3 * detectable, to: place).subject.engines[
        1]
      var subject = CheckSubject(network, batch)
      subject.engines = [wrong]
      #expect(DirectionalCheck(subject).run().verdict == .wrong, "\(place)")
    }
  }

  @Test("Rounding falls and truncation grows with the step; the step used lies between them")
  func curve() throws {
    let subject = CheckSubject(Probe.deep.network, Probe.deep.batch)
    let curve = ErrorCurve(subject, .weight(layer: 2, i: 1, j: 2), scheme: .central)
    let points = curve.points
    let best = try #require(points.min { $0.error < $1.error })
    #expect(best.step > 0x1p-30 && best.step < 0x1p-8)
    #expect(points.first!.rounding > 1e3 * best.rounding)
    #expect(points.last!.error > 1e3 * best.error)
    #expect(curve.stepUsed > 0x1p-30 && curve.stepUsed < 0x1p-8)
    for point in points where point.step <= 0x1p-4 {
      #expect(point.error <= point.rounding + point.truncation, "at \(point.step)")
    }
  }
}
