// Where weights are written: one column of labels between two layers, each on its own line.

import NetworkModel

/// How the weights between two layers are labelled.
struct WeightPlace {
  /// How far along their lines, from 0 at the left to 1 at the right.
  let fraction: Double
  /// Whether the symbol stands before the number.
  let hasSymbols: Bool
  /// How far apart the layers must be.
  let distance: Double
}

extension NetworkLayout {
  /// The best place for the weights' labels, or none where they would touch.
  ///
  /// At the fraction t, the line from height p to height q is at (1 − t) p + t q. Labels have room if
  /// these heights, for all lines, are a label's height apart, and belong to the lines that they are near
  /// to if no lines have crossed yet: for four nodes beside four both is so at t = 1/5.
  /// Of the fractions that give room, the one counts for which the layers may stand closest; but it is
  /// worth 4 units of width if the labels stand one further apart, up to 40.
  func weightPlace(_ left: Column, _ right: Column) -> WeightPlace? {
    guard detail == .symbols || detail == .numbers, left.layer + 1 == right.layer else {
      return nil
    }
    let ways = detail == .symbols ? [true, false] : [false]
    for hasSymbols in ways {
      if let place = weightPlace(left, right, hasSymbols: hasSymbols), place.distance <= 520 {
        return place
      }
    }
    return nil
  }

  private func weightPlace(
    _ left: Column, _ right: Column, hasSymbols: Bool
  ) -> WeightPlace? {
    var half = 0.0
    for target in right.nodes {
      for source in left.nodes {
        let pieces = picture.weight(right.layer, target.i, source.i, hasSymbol: hasSymbols)
        half = max(half, TextMeasure.width(pieces) / 2)
      }
    }
    let height = hasSymbols ? 23.0 : 18.0
    var best: (place: WeightPlace, score: Double)?
    // From the middle outwards, so that of equal places the one nearest to the middle is kept.
    for n in 0...36 {
      for t in [0.5 - Double(n) / 100, 0.5 + Double(n) / 100] {
        let spacing = spacing(left, right, at: t)
        if spacing < height { continue }
        let distance = max(
          (left.half + half + 8) / t, (right.half + half + 8) / (1 - t), 2 * radius + 56)
        let score = distance - 4 * min(spacing, 40)
        if score < best?.score ?? .infinity {
          let place = WeightPlace(
            fraction: t, hasSymbols: hasSymbols, distance: distance.rounded(.up))
          best = (place, score)
        }
      }
    }
    return best?.place
  }

  /// How far apart the lines between two layers are, where they are nearest to each other; below 0 where
  /// some have crossed on their way from the left and some will cross on their way to the right, so that
  /// nobody could tell whose a label is.
  private func spacing(_ left: Column, _ right: Column, at t: Double) -> Double {
    func height(_ source: Int, _ target: Int) -> Double {
      (1 - t) * left.nodes[source].y + t * right.nodes[target].y
    }
    let (sources, targets) = (left.nodes.indices, right.nodes.indices)
    let bySource = sources.flatMap { source in targets.map { height(source, $0) } }
    let byTarget = targets.flatMap { target in sources.map { height($0, target) } }
    return [bySource, byTarget].map { heights in
      zip(heights, heights.dropFirst()).map { $1 - $0 }.min() ?? .infinity
    }.max() ?? 0
  }
}
