// Measuring derivatives with a scheme of fixed offsets.

public import NetworkModel

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
  measure([coordinate], scheme, step: step, &probe)[0]
}

/// Measures the derivatives by numbers of one node.
func measure(
  _ coordinates: [Coordinate], _ scheme: DifferenceScheme, step: Double?,
  _ probe: inout some CostProbe
) -> [Measurement] {
  let steps = coordinates.map {
    step ?? scheme.defaultStep * powerOfTwo(near: max(1, probe.value(of: $0).magnitude))
  }
  let multiples = scheme.offsets + scheme.offsets.map { 2 * $0 }
  let offsets = Set(multiples).subtracting([0]).sorted()
  let samples = probe.evaluate(coordinates, steps: steps, offsets: offsets)
  let base = probe.base
  return coordinates.indices.map { c in
    let stencil = Stencil(samples, c, offsets: offsets, step: steps[c], base: base)
    return stencil.estimate(scheme).measurement(of: coordinates[c], by: scheme.method)
  }
}

extension Stencil {
  /// What the scheme and its double step say together.
  fileprivate func estimate(_ scheme: DifferenceScheme) -> Estimate {
    let (d, rounding) = difference(scheme)
    let (other, otherRounding) = difference(scheme, multiple: 2)
    // C h^p = (d(2h) − d(h)) / (2^p − 1), up to the roundings of both. Doubled, for a cost that is not
    // one power of h.
    let leading = Double(1 << scheme.order) - 1
    let change = 2 * (d - other).magnitude + 2 * (rounding + otherRounding) / leading
    let truncation = settled(max(change, 20 * evenResidual), rounding, spread: spread)
    return Estimate(
      derivative: d, truncation: truncation, rounding: rounding, step: step, crossing: crossing,
      isFlat: isFlat)
  }
}
