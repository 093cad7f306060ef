// Measuring one derivative with a scheme of fixed offsets, or by extrapolation.

public import NetworkModel
import Numbers

/// Measures a derivative with a difference scheme.
///
/// The truncation is estimated by the same scheme with twice the step, never from one value alone:
/// the difference of both is the error of the worse one.
///
/// - Parameter step: h; the scheme's default, scaled to the number that is nudged, if `nil`.
public func measure(
  _ coordinate: Coordinate, _ scheme: DifferenceScheme, step: Double? = nil,
  _ probe: inout some CostProbe
) -> Measurement {
  let size = max(1, probe.value(of: coordinate).magnitude)
  let h = step ?? scheme.defaultStep * powerOfTwo(near: size)
  var stencil = Stencil(step: h)
  stencil.sample(&probe, coordinate, at: scheme.offsets + scheme.offsets.map { 2 * $0 })
  let (d, rounding) = stencil.difference(scheme)
  let (other, otherRounding) = stencil.difference(scheme, multiple: 2)
  // C h^p = (d(2h) − d(h)) / (2^p − 1), up to the roundings of both. Doubled, for a cost that is not
  // one power of h.
  let leading = Double(1 << scheme.order) - 1
  let estimate =
    2 * (d - other).real.magnitude + 2 * (rounding + otherRounding) / leading
  let truncation = settled(max(estimate, 20 * stencil.evenResidual), rounding, stencil)
  return Measurement(
    coordinate: coordinate, derivative: d.real, truncation: truncation,
    rounding: rounding + unitRoundoff * d.real.magnitude, scheme: scheme.name, step: h,
    crossing: stencil.crossing, isFlat: stencil.isFlat)
}

/// A truncation that is believed: none where it is as large as the differences of the costs
/// themselves, unless these are rounding. Then the step is too large to say anything.
func settled(_ truncation: Double, _ rounding: Double, _ stencil: Stencil) -> Double {
  truncation > 8 * rounding && truncation >= stencil.spread / 16 || truncation.isNaN
    ? .infinity : truncation
}

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
  let size = max(1, probe.value(of: coordinate).magnitude)
  let start = step ?? 0x1p-4 * powerOfTwo(near: size)
  var rows: [[(derivative: DoubleDouble, rounding: Double)]] = []
  var best: (derivative: Double, truncation: Double, rounding: Double, step: Double)?
  var crossing: Kink?
  var isFlat = true
  for n in 0..<10 {
    var stencil = Stencil(step: start / Double(1 << n))
    stencil.sample(&probe, coordinate, at: DifferenceScheme.fivePoint.offsets)
    crossing = crossing ?? stencil.crossing
    isFlat = isFlat && stencil.isFlat
    var row = [stencil.difference(.central)]
    for p in 1..<n + 1 {
      let factor = Double(1 << (2 * p))
      let (finer, coarser) = (row[p - 1], rows[n - 1][p - 1])
      let entry =
        (DoubleDouble(factor) * finer.derivative - coarser.derivative) / DoubleDouble(factor - 1)
      row.append((entry, (factor * finer.rounding + coarser.rounding) / (factor - 1)))
    }
    rows.append(row)
    guard n >= 2, let last = row.last else { continue }
    let change = max(
      (last.derivative - row[n - 1].derivative).real.magnitude,
      (last.derivative - rows[n - 1][n - 1].derivative).real.magnitude)
    // The extrapolated value is far better than the costs at this step foretell each other; only where
    // they don't at all is the step too large.
    let residual = stencil.evenResidual
    let isSmooth = residual <= stencil.spread / 64
    let truncation = settled(isSmooth ? 4 * change : 20 * residual, last.rounding, stencil)
    let total = truncation + last.rounding
    if let best, total >= best.truncation + best.rounding {
      if total > 2 * (best.truncation + best.rounding) { break }
      continue
    }
    best = (last.derivative.real, truncation, last.rounding, stencil.step)
  }
  let result = best ?? (.nan, .infinity, .infinity, start)
  return Measurement(
    coordinate: coordinate, derivative: result.derivative, truncation: result.truncation,
    rounding: result.rounding + unitRoundoff * result.derivative.magnitude, scheme: "ridders",
    step: result.step, crossing: crossing, isFlat: isFlat)
}

/// 2^−53.
let unitRoundoff = 0x1p-53

/// The power of two at or below a positive number.
func powerOfTwo(near x: Double) -> Double {
  x.isFinite && x > 0 ? Double(sign: .plus, exponent: Int(x.exponent), significand: 1) : 1
}
