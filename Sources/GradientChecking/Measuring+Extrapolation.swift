// Measuring derivatives by extrapolation.

public import NetworkModel
import Numbers

/// Measures a derivative by Ridders' extrapolation of central differences to h = 0.
///
///     A(1,n) = central difference with h/2^(n−1)
///     A(p,n) = (4^(p−1) A(p−1,n+1) − A(p−1,n)) / (4^(p−1) − 1)
///
/// The truncation of an entry is estimated by its change against the two entries that it comes from.
/// That collapses at times, so the rounding bound of the combination is always added to it.
public func measureByExtrapolation(
  _ coordinate: Coordinate, step: Double? = nil, _ probe: inout some CostProbe
) -> Measurement {
  measureByExtrapolation([coordinate], step: step, &probe)[0]
}

/// Measures the derivatives by numbers of one node: a step of each at a time, as long as it gets
/// better.
func measureByExtrapolation(
  _ coordinates: [Coordinate], step: Double?, _ probe: inout some CostProbe
) -> [Measurement] {
  var tables = coordinates.map {
    Extrapolation(start: step ?? 0x1p-4 * powerOfTwo(near: max(1, probe.value(of: $0).magnitude)))
  }
  let offsets = DifferenceScheme.fivePoint.offsets
  let base = probe.base
  for n in 0..<10 {
    let open = tables.indices.filter { !tables[$0].isDone }
    if open.isEmpty { break }
    let steps = open.map { tables[$0].start / Double(1 << n) }
    let samples = probe.evaluate(open.map { coordinates[$0] }, steps: steps, offsets: offsets)
    for (position, c) in open.enumerated() {
      tables[c].add(
        Stencil(samples, position, offsets: offsets, step: steps[position], base: base))
    }
  }
  return zip(coordinates, tables).map { $1.result.measurement(of: $0, by: .ridders) }
}

/// The table A of one number, of which the last row is kept.
private struct Extrapolation {
  let start: Double
  private(set) var isDone = false
  private var row: [(derivative: Double, rounding: Double)] = []
  private var best: (derivative: Double, truncation: Double, rounding: Double, step: Double)?
  private var crossing: Kink?
  private var isFlat = true

  init(start: Double) { self.start = start }

  /// Adds the row of half the last step.
  mutating func add(_ stencil: Stencil) {
    crossing = crossing ?? stencil.crossing
    isFlat = isFlat && stencil.isFlat
    let (coarse, n) = (row, row.count)
    row = [stencil.difference(.central)]
    for p in 1..<n + 1 {
      let factor = Double(1 << (2 * p))
      let (finer, coarser) = (row[p - 1], coarse[p - 1])
      let entry = (factor * finer.derivative - coarser.derivative) / (factor - 1)
      let rounding = (factor * finer.rounding + coarser.rounding) / (factor - 1)
      row.append((entry, rounding + 4 * Bounded.unitRoundoff * entry.magnitude))
    }
    if n >= 2 { judge(row[n], against: (row[n - 1].derivative, coarse[n - 1].derivative), stencil) }
  }

  /// Keeps the last entry of the row if it is better than what is known, and stops where it is worse.
  private mutating func judge(
    _ last: (derivative: Double, rounding: Double), against others: (Double, Double),
    _ stencil: Stencil
  ) {
    let change = max(
      (last.derivative - others.0).magnitude, (last.derivative - others.1).magnitude)
    // The extrapolated value is far better than the costs at this step foretell each other; only where
    // they don't at all is the step too large.
    let (residual, spread) = (stencil.evenResidual, stencil.spread)
    let isSmooth = residual <= spread / 64
    let truncation = settled(isSmooth ? 4 * change : 20 * residual, last.rounding, spread: spread)
    let total = truncation + last.rounding
    if let best, total >= best.truncation + best.rounding {
      isDone = total > 2 * (best.truncation + best.rounding)
    } else {
      best = (last.derivative, truncation, last.rounding, stencil.step)
    }
  }

  var result: Estimate {
    let best = best ?? (.nan, .infinity, .infinity, start)
    return Estimate(
      derivative: best.derivative, truncation: best.truncation, rounding: best.rounding,
      step: best.step, crossing: crossing, isFlat: isFlat)
  }
}
