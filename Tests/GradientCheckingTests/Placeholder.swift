import Testing
import Nabla
import RandomNetworks
import Foundation

@Test(arguments: RandomNetwork.Trouble.allCases) func checks(trouble: RandomNetwork.Trouble) throws {
  let n = Int(ProcessInfo.processInfo.environment["N"] ?? "100")!
  var wrong = 0, unknown = 0, selfFail = 0, dishonest = 0
  var detect: [Double] = []
  var time = 0.0
  for seed in 0..<UInt64(n) {
    let r = RandomNetwork(seed: seed, trouble: trouble)
    let t0 = Date()
    let report = GradientCheck(r.network, r.batch).run()
    time += Date().timeIntervalSince(t0)
    if report.verdict == .wrong { wrong += 1; print("WRONG", r, report.worst.map { "\($0.coordinate) \($0.claimed) \($0.measured) bound \($0.bound) \($0.measurement)" } ?? "", report.errors.first { $0.verdict == .wrong }.map { "\($0.coordinate) \($0.claimed) \($0.measured) bound \($0.bound) \($0.measurement)" } ?? "", report.equations.filter { $0.verdict != .right }) }
    if report.verdict == .cannotTell { unknown += 1; if unknown < 6 { print("UNKNOWN", r, (report.unknown + report.errors.filter { $0.verdict == .cannotTell}).first.map { "\($0.coordinate) \($0.claimed) \($0.measured) bound \($0.bound) \($0.measurement)" } ?? "", report.equations.filter { $0.verdict != .right }) } }
    if !report.selfTest.passed { selfFail += 1; print("SELF", r, report.selfTest) }
    if let s = report.smallestDetectableError, let b = (report.parameters.map { abs($0.claimed) }.max()), b > 0 { detect.append(s / b) }
    // honest?
    let pass = ScalarEngine<Double>(r.network, r.batch).forward()
    let ref = ScalarEngine<DoubleDouble>(r.network, r.batch)
    let g = ref.backward(ref.forward(holding: pass.sides)).gradient
    for p in report.parameters where p.verdict == .right {
      let truth = g[p.coordinate]
      if abs((DoubleDouble(p.measured) - truth).real) > p.measurement.bound { dishonest += 1; if dishonest < 4 { print("DISHONEST", r, p.coordinate, p.measured, truth, p.measurement) } }
    }
  }
  detect.sort()
  print(trouble, "n", n, "wrong", wrong, "unknown", unknown, "self", selfFail, "dishonest", dishonest, "detect median", detect.isEmpty ? 0 : detect[detect.count/2], "p90", detect.isEmpty ? 0 : detect[detect.count*9/10], "time", time)
}
