import Testing
import Nabla

@Test func smoke() throws {
  var rng = SystemRandomNumberGenerator()
  func r() -> Double { Double.random(in: -1...1, using: &rng) }
  for hyp in Hypothesis.all { for cost in Cost.all where cost.isDefined(for: hyp, outputs: 3) {
    let sizes = [3, 4, 2, 3]
    let p = Parameters<Double>(
      weights: Layers(first: 2, (1..<4).map { l in Matrix(rows: sizes[l], columns: sizes[l-1], entries: (0..<sizes[l]*sizes[l-1]).map { _ in r() }) }),
      biases: Layers(first: 2, (1..<4).map { l in (0..<sizes[l]).map { _ in r() } }))
    let net = Network(sizes: sizes, activations: [.tanh, .rectifier()], hypothesis: hyp, cost: cost, penalty: Penalty(l2: 0.3, l1: 0.1), parameters: p)
    let batch = Batch(inputs: Matrix(rows: 3, columns: 4, entries: (0..<12).map { _ in r() }), targets: Matrix(rows: 3, columns: 4, entries: (0..<12).map { _ in abs(r()) }))
    let e = ScalarEngine<Double>(net, batch)
    let pass = e.forward()
    let back = e.backward(pass)
    var worst = 0.0, worstC = 0.0, worstB = 0.0
    let ref = ScalarEngine<DoubleDouble>(net, batch)
    let rback = ref.backward(ref.forward(holding: pass.sides))
    let bnd = ScalarEngine<Bounded>(net, batch)
    let bback = bnd.backward(bnd.forward(holding: pass.sides))
    for c in p.coordinates {
      let d = ScalarEngine<Dual<Double>>(net, batch, nudging: [c: Dual(0, derivative: 1)]).forward(holding: pass.sides).cost.derivative
      let z = ScalarEngine<Complex>(net, batch, nudging: [c: Complex(0, 0x1p-200)]).forward(holding: pass.sides).cost.imaginary * 0x1p200
      let g = back.gradient[c]
      worst = max(worst, abs(d - g)); worstC = max(worstC, abs(z-g))
      let err = abs((DoubleDouble(g) - rback.gradient[c]).real)
      let bound = bback.gradient[c].error
      if err > 0 { worstB = max(worstB, err / bound) }
      #expect(abs(d - g) < 1e-13)
    }
    let je = abs((DoubleDouble(pass.cost) - ref.forward(holding: pass.sides).cost).real)
    print(cost.name, hyp.name, pass.cost, worst, worstC, "err/bound", worstB, "J", je, bnd.forward().cost.error)
  } }
  for h in Hypothesis.all { print(h.name, h.range(outputs: 3) as Any, Cost.all.filter { $0.isDefined(for: h, outputs: 3) }.map(\.name)) }
}
