import Testing
import Nabla
import RandomNetworks

@Test(arguments: RandomNetwork.Trouble.allCases) func bounds(trouble: RandomNetwork.Trouble) throws {
  var ratios: [Double] = []
  var exceeded = 0
  var nudged: [Double] = []
  for seed in 0..<2000 as Range<UInt64> {
    let r = RandomNetwork(seed: seed, trouble: trouble)
    let engine = BatchEngine<Double>(r.network, r.batch)
    let pass = engine.forward()
    let scalarPass = ScalarEngine<Double>(r.network, r.batch).forward()
    if pass.sides != scalarPass.sides { print("sides differ", r) }
    let ref = ScalarEngine<DoubleDouble>(r.network, r.batch).forward(holding: pass.sides)
    var probe = BatchProbe(engine)
    let base = probe.base
    let err = abs((base.cost - ref.cost).real)
    if err > base.roundingBound { exceeded += 1; print("EXCEEDED", r, base.cost.high, err, base.roundingBound) }
    if err > 0 { ratios.append(base.roundingBound / err) }
    let cs = r.network.parameters.coordinates
    let c = cs[Int(seed) % cs.count]
    let s = probe.evaluate(c, nudgedBy: 0x1p-8)
    let nref = ScalarEngine<DoubleDouble>(r.network, r.batch, nudging: [c: s.nudge]).forward(holding: pass.sides)
    let nerr = abs((s.cost - nref.cost).real)
    if nerr > s.roundingBound { exceeded += 1; print("EXCEEDED nudged", r, c, s.cost.high, nerr, s.roundingBound) }
    if nerr > 0 { nudged.append(s.roundingBound / nerr) }
    let again = probe.evaluate(c, nudgedBy: 0)
    if again.cost != base.cost || again.roundingBound != base.roundingBound { print("AGAIN", r, c, again, base) }
  }
  ratios.sort(); nudged.sort()
  print(trouble, "exceeded", exceeded, "median", ratios[ratios.count/2], "nudged", nudged[nudged.count/2], "min", ratios[0], "p90", ratios[ratios.count*9/10], "n", ratios.count)
}
