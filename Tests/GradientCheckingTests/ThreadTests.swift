// The report does not depend on how many threads measure, nor on what is measured beside a number.

import Foundation
import Nabla
import RandomNetworks
import Testing

@Suite struct Threads {
  private func expectSame(_ network: Network, _ batch: Batch, _ options: CheckOptions) {
    let reports = [1, 2, 3, 8].map { threads in
      var options = options
      options.threads = threads
      return GradientCheck(network, batch, options).run().json(verbose: true)
    }
    #expect(reports.allSatisfy { $0 == reports[0] })
  }

  @Test(
    "Every fixture's report is the same for 1, 2, 3 and 8 threads", arguments: FixtureChecks.names)
  func fixtures(_ name: String) throws {
    let file = try FixtureChecks.read(name)
    expectSame(file.network, file.batch, CheckOptions())
  }

  @Test(
    "A random network's report is the same for 1, 2, 3 and 8 threads, by every scheme",
    arguments: RandomNetwork.Trouble.allCases)
  func random(_ trouble: RandomNetwork.Trouble) {
    let options = SchemeChoice.all.map { CheckOptions(scheme: $0) } + [CheckOptions(sample: 3)]
    for (seed, options) in zip(UInt64(100)..., options) {
      let random = RandomNetwork(seed: seed, trouble: trouble)
      expectSame(random.network, random.batch, options)
    }
  }

  @Test("What a sample measures is what the whole measures there")
  func sample() {
    let (network, batch) = (Probe.deep.network, Probe.deep.batch)
    let whole = GradientCheck(network, batch).run()
    let sample = GradientCheck(network, batch, CheckOptions(sample: 7, seed: 3)).run()
    #expect(sample.parameters.count == 7 && sample.errors.count == 7)
    for comparison in sample.parameters + sample.errors {
      let same = (whole.parameters + whole.errors).first { $0.coordinate == comparison.coordinate }
      #expect(same?.measured == comparison.measured, "\(comparison.coordinate)")
      #expect(same?.bound == comparison.bound, "\(comparison.coordinate)")
    }
  }

  @Test("Every number is measured once, in the order of the parameters and of the weighted inputs")
  func order() {
    // 600 weights in a row: more than one block.
    let wide = Probe("600-2-1", [600, 2, 1], [.tanh], .identity, .quadratic, .none, seed: 6)
    let report = GradientCheck(wide.network, wide.batch, CheckOptions(scheme: .fixed(.central)))
      .run()
    #expect(report.parameters.map(\.coordinate) == wide.network.parameters.coordinates)
    let inputs = [(2, 1), (2, 2), (3, 1)].flatMap { l, i in
      (1...5).map { Coordinate.weightedInput(layer: l, i: i, example: $0) }
    }
    #expect(report.errors.map(\.coordinate) == inputs)
  }

  @Test("Progress is told in steps that grow to the total, by one thread at a time")
  func progress() {
    let told = Told()
    let options = CheckOptions(threads: 4, progress: { told.add($0, of: $1) })
    let (network, batch) = (Probe.deep.network, Probe.deep.batch)
    let report = GradientCheck(network, batch, options).run()
    let total = report.parameters.count + report.errors.count
    #expect(told.counts.last == total && told.totals == [total])
    #expect(told.counts == told.counts.sorted() && Set(told.counts).count == told.counts.count)
  }

  /// Not guarded: the check has to see to that.
  private final class Told: @unchecked Sendable {
    private(set) var counts: [Int] = []
    private(set) var totals: Set<Int> = []
    func add(_ count: Int, of total: Int) {
      counts.append(count)
      totals.insert(total)
    }
  }
}
