// What an engine says of a network.

import Cores
import NetworkModel
import Numbers

/// Both passes of an engine, and bounds on their rounding.
struct EngineClaim: Sendable {
  let engine: CheckedEngine
  let forward: ForwardPass<Double>
  let backward: Gradients<Double>
  let forwardBound: ForwardPass<Bounded>
  let backwardBound: Gradients<Bounded>

  /// The claims of the engines, all on the sides that the first one takes.
  static func all(of engines: [CheckedEngine], threads: Int) -> [EngineClaim] {
    let first = engines[0].engine.forward(holding: nil)
    let parts = concurrentMap(count: 2 * engines.count, threads: threads) { n -> Part in
      let engine = engines[n / 2]
      if n % 2 == 0 {
        let forward = engine.bounding.forward(holding: first.sides)
        return .bounded(forward, engine.bounding.gradients(forward))
      }
      let forward = n == 1 ? first : engine.engine.forward(holding: first.sides)
      return .plain(forward, engine.engine.gradients(forward))
    }
    return engines.indices.map { n in
      guard case .bounded(let forwardBound, let backwardBound) = parts[2 * n],
        case .plain(let forward, let backward) = parts[2 * n + 1]
      else { preconditionFailure("the parts of \(engines[n].name) are out of order") }
      return EngineClaim(
        engine: engines[n], forward: forward, backward: backward, forwardBound: forwardBound,
        backwardBound: backwardBound)
    }
  }

  private enum Part {
    case plain(ForwardPass<Double>, Gradients<Double>)
    case bounded(ForwardPass<Bounded>, Gradients<Bounded>)
  }

  /// ∂J/∂ a parameter or a weighted input, and the bound on its rounding.
  func derivative(_ coordinate: Coordinate) -> Bounded {
    switch coordinate {
    case .weight, .bias:
      Bounded(
        backward.gradient[coordinate], error: backwardBound.gradient[coordinate].error)
    case .weightedInput(let l, let i, let m):
      Bounded(backward.error[l][i, m], error: backwardBound.error[l][i, m].error)
    }
  }

  /// The derivatives by the numbers of a block.
  func derivatives(_ block: NodeBlock) -> [Bounded] {
    let (l, i, width) = (block.layer, block.i, block.width)
    let (W, WBound) = (backward.gradient.weights[l].entries, backwardBound.gradient.weights[l])
    let (δ, δBound) = (backward.error[l].entries, backwardBound.error[l].entries)
    let (row, inputs) = ((i - 1) * width, (i - 1) * backward.error[l].columns - width - 1)
    return block.numbers.map { number in
      if number < width {
        return Bounded(W[row + number], error: WBound.entries[row + number].error)
      }
      if number > width {
        return Bounded(δ[inputs + number], error: δBound[inputs + number].error)
      }
      return Bounded(
        backward.gradient.biases[l][i - 1], error: backwardBound.gradient.biases[l][i - 1].error)
    }
  }
}
