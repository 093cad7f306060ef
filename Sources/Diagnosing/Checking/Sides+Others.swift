// The other sides that somebody may have taken at kinks.

import NetworkModel

extension Sides {
  /// Every other choice of sides at some kinks: of few nodes each by itself, of many all at once; of
  /// weights that are 0 the sign 1, or −1, for all.
  func others(at kinks: [Kink], in network: Network, _ batch: Batch) -> some Sequence<Sides> {
    let nodes = kinks.filter { if case .node = $0 { true } else { false } }
    let choices = nodes.count <= 8 ? Array(0..<1 << nodes.count) : [0, -1]
    let signs: [UInt8] = nodes.count < kinks.count ? [0, 1, 2] : [0]
    return choices.lazy.flatMap { choice in
      signs.lazy.compactMap { sign -> Sides? in
        if choice == 0 && sign == 0 { return nil }
        var sides = self
        for (n, kink) in nodes.enumerated() where choice == -1 || choice >> n & 1 == 1 {
          sides.flip(kink, batch.count)
        }
        for kink in kinks { sides.set(kink, to: sign, network) }
        return sides
      }
    }
  }

  private mutating func flip(_ kink: Kink, _ examples: Int) {
    guard case .node(let l, let i, let m) = kink else { return }
    nodes[l][(i - 1) * examples + m - 1] ^= 1
  }

  /// The bits of the brackets of sign(w): [w > 0] and [w < 0].
  private mutating func set(_ kink: Kink, to sign: UInt8, _ network: Network) {
    guard case .weight(let l, let i, let j) = kink else { return }
    weights[l][(i - 1) * network.size(l - 1) + j - 1] = sign
  }
}
