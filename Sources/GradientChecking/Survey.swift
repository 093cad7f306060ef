// Every number measured and compared with what is claimed, on several threads.

import Cores
import NetworkModel
import Numbers

/// All comparisons of a check, and where each stands.
struct Survey: Sendable {
  let places: Places
  let chosen: Chosen?
  /// In the order of `Places`; of a sample, only what is in it.
  private(set) var parameters: [Comparison]
  private(set) var errors: [Comparison]

  /// Measures block by block, each as if it were the only one.
  init(
    _ subject: CheckSubject, _ options: CheckOptions, _ claims: [EngineClaim], _ scales: Scales,
    _ meter: Meter
  ) {
    let places = Places(subject.network, examples: subject.batch.count)
    let chosen = Chosen(options.sample, seed: options.seed, of: places)
    let blocks = NodeBlock.all(of: places, chosen: chosen)
    let counts = (
      chosen?.parameterCount ?? places.parameterCount, chosen?.inputCount ?? places.inputCount
    )
    let progress = SharedCount(total: counts.0 + counts.1, listener: options.progress)
    let (parameters, errors, unsure) = arrays(ofCounts: counts) {
      (parameters: Slots<Comparison>, errors: Slots<Comparison>) -> [[Int]] in
      concurrentMap(count: blocks.count, threads: options.threads, state: { meter }) { meter, n in
        let scale = scales.scale(ofLayer: blocks[n].layer)
        let comparisons = Self.compare(blocks[n], claims, scale, &meter)
        let positions = Self.positions(of: blocks[n], places, chosen)
        for (position, comparison) in zip(positions, comparisons) {
          if position < counts.0 {
            parameters.fill(position, with: comparison)
          } else {
            errors.fill(position - counts.0, with: comparison)
          }
        }
        progress.add(comparisons.count)
        guard meter.isAutomatic else { return [] }
        return zip(positions, comparisons).filter { $1.isUnsure(scale[$1.coordinate]) }.map(\.0)
      }
    }
    (self.places, self.chosen, self.parameters, self.errors) = (places, chosen, parameters, errors)
    look(again: unsure.flatMap(\.self).sorted(), subject, options, claims, scales, meter)
  }

  /// Where the comparisons of a block stand: among the parameters', or behind all of them.
  private static func positions(
    of block: NodeBlock, _ places: Places, _ chosen: Chosen?
  ) -> [Int] {
    let firstInput = chosen?.parameterCount ?? places.parameterCount
    return block.numbers.map { number in
      switch places.place(of: number, block.layer, block.i) {
      case .parameter(let place): chosen?.parameters[place] ?? place
      case .input(let place): firstInput + (chosen?.inputs[place] ?? place)
      }
    }
  }

  /// Measures with the precise probe what `Double` leaves unsure: the first of them in the order of the
  /// whole, as many as the budget has room for.
  private mutating func look(
    again unsure: [Int], _ subject: CheckSubject, _ options: CheckOptions, _ claims: [EngineClaim],
    _ scales: Scales, _ meter: Meter
  ) {
    let tried = unsure.prefix(meter.preciseBudget)
    guard !tried.isEmpty else { return }
    let (all, firstError) = (self, parameters.count)
    let precise = meter.precise(subject.preciseProbe())
    let found = concurrentMap(count: tried.count, threads: options.threads, state: { precise }) {
      precise, n -> Comparison? in
      let position = tried[n]
      let first =
        position < firstError ? all.parameters[position] : all.errors[position - firstError]
      let claimed = claims.map { $0.derivative(first.coordinate) }
      // A claim of 0 that no nudge contradicts needs no digits.
      if first.measurement.isFlat && claimed[0].value == 0 { return nil }
      let scale = scales.scale(ofLayer: first.coordinate.layer)
      let second = precise.measure([first.coordinate], claimed: [claimed[0]], scale: scale)[0]
      guard second.bound < first.measurement.bound || !first.measurement.bound.isFinite else {
        return nil
      }
      return Comparison(worstOf: claimed, second, scale: scale[first.coordinate])
    }
    for (position, comparison) in zip(tried, found) {
      guard let comparison else { continue }
      if position < firstError {
        parameters[position] = comparison
      } else {
        errors[position - firstError] = comparison
      }
    }
  }

  private static func compare(
    _ block: NodeBlock, _ claims: [EngineClaim], _ scale: LayerScale, _ meter: inout Meter
  ) -> [Comparison] {
    let coordinates = block.numbers.map { block.coordinate(of: $0) }
    let claimed = claims.map { $0.derivatives(block) }
    let measurements = meter.measure(coordinates, claimed: claimed[0], scale: scale)
    return measurements.indices.map { c in
      Comparison(
        worstOf: claimed.lazy.map { $0[c] }, measurements[c],
        scale: scale[coordinates[c]])
    }
  }
}

// MARK: - Looking up

extension Survey {
  /// What was measured for a parameter or a weighted input, by its place in the whole.
  func parameter(at place: Int) -> (derivative: Double, bound: Double)? {
    Self.find(parameters, chosen?.parameters, place)
  }

  func input(at place: Int) -> (derivative: Double, bound: Double)? {
    Self.find(errors, chosen?.inputs, place)
  }

  private static func find(
    _ comparisons: [Comparison], _ chosen: [Int]?, _ place: Int
  ) -> (derivative: Double, bound: Double)? {
    let position = chosen?[place] ?? place
    if position < 0 { return nil }
    return (comparisons[position].measured, comparisons[position].measurement.bound)
  }
}
